/// The difference of two texts in the unified format, with three lines of context; empty where they are equal.
///
/// The standard library's difference of the lines (Myers 1986, doi:10.1007/BF01840446): O(lines × lines changed) time.
package func unifiedDiff(_ old: String, _ new: String, file: String) -> String {
  if old == new { return "" }
  let left = lines(of: old)
  let right = lines(of: new)
  let edits = script(left, right)
  var output = "--- \(file)\n+++ \(file)\n"
  var index = 0
  while let first = edits[index...].firstIndex(where: { $0.sign != " " }) {
    let start = max(index, first - context)
    var end = first
    var next = first
    while next < edits.count, next <= end + 2 * context {
      if edits[next].sign != " " { end = next }
      next += 1
    }
    let stop = min(edits.count, end + context + 1)
    let hunk = edits[start..<stop]
    let before = edits[..<start]
    output += "@@ -\(place(before, hunk, "-")) +\(place(before, hunk, "+")) @@\n"
    // The last byte tells: CR LF is one character, which ends in no `\n`.
    output += hunk.map {
      "\($0.sign)\($0.line)\($0.line.utf8.last == 0x0A ? "" : "\n\\ No newline at end of file\n")"
    }.joined()
    index = stop
  }
  return output
}

private let context = 3

private struct LineEdit {
  var sign: Character
  var line: String
}

/// Lines with their breaks; CR LF counts as one break and stays.
private func lines(of text: String) -> [String] {
  var lines: [String] = []
  var line = ""
  for character in text {
    line.append(character)
    if character == "\n" || character == "\r\n" {
      lines.append(line)
      line = ""
    }
  }
  return line.isEmpty ? lines : lines + [line]
}

/// `start,count` of a hunk on one side.
private func place(_ before: ArraySlice<LineEdit>, _ hunk: ArraySlice<LineEdit>, _ sign: Character) -> String {
  let passed = before.count { $0.sign == " " || $0.sign == sign }
  let count = hunk.count { $0.sign == " " || $0.sign == sign }
  return "\(count == 0 ? passed : passed + 1),\(count)"
}

private func script(_ left: [String], _ right: [String]) -> [LineEdit] {
  var removed: Set<Int> = []
  var inserted: Set<Int> = []
  for change in right.difference(from: left) {
    switch change {
    case .remove(let place, _, _): removed.insert(place)
    case .insert(let place, _, _): inserted.insert(place)
    }
  }
  var edits: [LineEdit] = []
  var (i, j) = (0, 0)
  while i < left.count || j < right.count {
    if removed.contains(i) {
      edits.append(LineEdit(sign: "-", line: left[i]))
      i += 1
    } else if inserted.contains(j) {
      edits.append(LineEdit(sign: "+", line: right[j]))
      j += 1
    } else {
      edits.append(LineEdit(sign: " ", line: left[i]))
      i += 1
      j += 1
    }
  }
  return edits
}
