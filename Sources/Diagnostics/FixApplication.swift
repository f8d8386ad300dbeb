/// Applies fix-its to a text; everything else of it, comments and layout, stays as it is.
package struct FixApplication: Sendable {
  /// The text after the changes.
  package let text: String
  /// Changes that were made.
  package let count: Int

  /// Applies the fix-its of `diagnostics` that concern `source` and are of one of `grades`, in the order of the text. Of two
  /// that overlap, the first is applied. O(n + changes × log changes).
  package init(_ diagnostics: [Diagnostic], to source: SourceText, grades: Set<FixIt.Grade> = [.safe]) {
    var edits: [(range: Range<Int>, replacement: String)] = []
    for fix in diagnostics.flatMap(\.fixes) where grades.contains(fix.grade) && fix.span.file == source.file {
      let range = fix.span.offsets.clamped(to: 0..<source.bytes.count)
      edits.append((fix.replacement.isEmpty ? Self.item(range, in: source) : range, fix.replacement))
    }
    edits.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    var bytes: [UInt8] = []
    var end = 0
    var count = 0
    for edit in edits where edit.range.lowerBound >= end {
      if count > 0, edit.range.isEmpty, edit.range.lowerBound == end { continue }
      bytes += source.bytes[end..<edit.range.lowerBound]
      bytes += Array(edit.replacement.utf8)
      end = edit.range.upperBound
      count += 1
    }
    bytes += source.bytes[end...]
    text = String(decoding: bytes, as: UTF8.self)
    self.count = count
  }

  /// What goes when a value goes: in a list of lines its dash and its line, in a list in brackets a comma beside it.
  private static func item(_ range: Range<Int>, in source: SourceText) -> Range<Int> {
    let bytes = source.bytes
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    var start = range.lowerBound
    while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
    var end = range.upperBound
    while end < bytes.count, isBlank(bytes[end]) { end += 1 }
    if start > 0, bytes[start - 1] == UInt8(ascii: "-") {
      var front = start - 1
      while front > 0, isBlank(bytes[front - 1]) { front -= 1 }
      let isAlone = end == bytes.count || [0x0A, 0x0D, UInt8(ascii: "#")].contains(bytes[end])
      if isAlone, front == 0 || bytes[front - 1] == 0x0A {
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        return front..<min(bytes.count, end + 1)
      }
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: ",") {
      end += 1
      while end < bytes.count, isBlank(bytes[end]) { end += 1 }
      return range.lowerBound..<end
    }
    if start > 0, bytes[start - 1] == UInt8(ascii: ",") { return start - 1..<range.upperBound }
    return range
  }
}
