/// A text with stretches marked as `⟦…⟧`, so that tests name places without counting lines and columns.
package struct MarkedSource {
  /// The text without the marks.
  package let text: String
  /// The UTF-8 offsets of the marked stretches, in the order in which they open.
  package let ranges: [Range<Int>]

  package init(_ marked: String) {
    var text = ""
    var open: [Int] = []
    var ranges: [(start: Int, end: Int)] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦":
        open.append(ranges.count)
        ranges.append((text.utf8.count, text.utf8.count))
      case "⟧":
        precondition(!open.isEmpty, "a mark is closed that was not opened")
        ranges[open.removeLast()].end = text.utf8.count
      default: text.unicodeScalars.append(scalar)
      }
    }
    precondition(open.isEmpty, "a mark is not closed")
    self.text = text
    self.ranges = ranges.map { $0.start..<$0.end }
  }
}
