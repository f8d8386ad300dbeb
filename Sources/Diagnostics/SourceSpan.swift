/// A place in a text.
package struct SourcePosition: Sendable, Hashable, Comparable {
  /// Bytes of UTF-8 before the place, a byte order mark not counted.
  package var offset: Int
  /// From 1.
  package var line: Int
  /// From 1, in Unicode scalars.
  package var column: Int

  package init(offset: Int, line: Int, column: Int) {
    self.offset = offset
    self.line = line
    self.column = column
  }

  package static func < (left: SourcePosition, right: SourcePosition) -> Bool { left.offset < right.offset }
}

/// A stretch of one file, `start ≤ end`; `end` is behind its last character.
package struct SourceSpan: Sendable, Hashable {
  package var file: String
  package var start: SourcePosition
  package var end: SourcePosition

  package init(file: String, start: SourcePosition, end: SourcePosition) {
    self.file = file
    self.start = start
    self.end = end
  }

  /// The byte offsets that the span covers.
  package var offsets: Range<Int> { start.offset..<max(start.offset, end.offset) }
}
