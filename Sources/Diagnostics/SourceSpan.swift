/// A place in a text.
public struct SourcePosition: Sendable, Hashable, Comparable {
  /// Bytes of UTF-8 before the place, a byte order mark not counted.
  public var offset: Int
  /// From 1.
  public var line: Int
  /// From 1, in Unicode scalars.
  public var column: Int

  public init(offset: Int, line: Int, column: Int) {
    self.offset = offset
    self.line = line
    self.column = column
  }

  public static func < (left: SourcePosition, right: SourcePosition) -> Bool { left.offset < right.offset }
}

/// A stretch of one file, `start ≤ end`; `end` is behind its last character.
public struct SourceSpan: Sendable, Hashable {
  public var file: String
  public var start: SourcePosition
  public var end: SourcePosition

  public init(file: String, start: SourcePosition, end: SourcePosition) {
    self.file = file
    self.start = start
    self.end = end
  }

  /// The byte offsets that the span covers.
  public var offsets: Range<Int> { start.offset..<max(start.offset, end.offset) }
}
