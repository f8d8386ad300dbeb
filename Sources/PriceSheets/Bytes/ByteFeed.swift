/// Bytes that arrive piece by piece. A reader of them may be handed to another thread, so conformances hold on any.
package protocol ByteFeed: SendableMetatype {
  /// The next bytes, never empty; nil at the end.
  mutating func next() throws(SheetError) -> [UInt8]?

  /// How much of the whole has been handed out, 0 to 1; 0 where the size is unknown.
  var fraction: Double { get }
}

/// Bytes in memory, as one piece.
package struct MemoryFeed: ByteFeed {
  private var bytes: [UInt8]?

  package init(_ bytes: [UInt8]) { self.bytes = bytes.isEmpty ? nil : bytes }

  package mutating func next() -> [UInt8]? {
    defer { bytes = nil }
    return bytes
  }

  package var fraction: Double { bytes == nil ? 1 : 0 }
}
