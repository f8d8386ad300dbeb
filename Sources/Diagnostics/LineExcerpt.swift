internal import Base

/// A source line made fit for a terminal: tabs expanded, control characters shown, cut around the marked stretch.
struct LineExcerpt {
  let text: String
  /// Columns before the marked stretch.
  let indent: Int
  /// Columns of the marked stretch.
  let markedWidth: Int

  /// `marked` lies within `line`; both are byte offsets. At most about `window` columns are kept. O(window).
  init(source: SourceText, line: Range<Int>, marked: Range<Int>, window: Int) {
    let reach = window * 4
    var from = max(line.lowerBound, marked.lowerBound - reach)
    while from > line.lowerBound, source.bytes[from] & 0xC0 == 0x80 { from -= 1 }
    let to = min(line.upperBound, marked.lowerBound + reach)
    var before = expanded(source.text(in: from..<marked.lowerBound), from: 0)
    var column = displayWidth(of: before)
    let inside = expanded(source.text(in: marked.lowerBound..<min(marked.upperBound, to)), from: column)
    var after = expanded(
      source.text(in: min(marked.upperBound, to)..<to), from: column + displayWidth(of: inside))
    var cutBefore = from > line.lowerBound
    while column > window / 2, let first = before.first {
      column -= displayWidth(of: first)
      before.removeFirst()
      cutBefore = true
    }
    if cutBefore {
      before = "… " + before
      column += 2
    }
    let kept = prefix(of: inside, columns: window)
    let room = max(0, window - column - displayWidth(of: kept))
    let tail = prefix(of: after, columns: room)
    let cutAfter = kept.count < inside.count || tail.count < after.count || to < line.upperBound
    after = tail
    text = before + kept + after + (cutAfter ? " …" : "")
    indent = column
    markedWidth = displayWidth(of: kept)
  }
}

private func prefix(of text: String, columns: Int) -> String {
  var width = 0
  var output = ""
  for character in text {
    width += displayWidth(of: character)
    if width > columns { break }
    output.append(character)
  }
  return output
}

/// Tabs as spaces up to the next multiple of four columns; other control and format characters as U+FFFD.
private func expanded(_ text: String, from start: Int) -> String {
  var output = ""
  var column = start
  for character in text {
    if character == "\t" {
      let count = 4 - column % 4
      output += String(repeating: " ", count: count)
      column += count
    } else {
      let shown = visible(String(character))
      output += shown
      column += displayWidth(of: shown)
    }
  }
  return output
}
