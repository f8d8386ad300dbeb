/// Bytes that arrive piece by piece. A reader of them may be handed to another thread, so conformances hold on any.
public protocol ByteFeed: SendableMetatype {
  /// The next bytes, never empty; nil at the end.
  mutating func next() throws(SheetError) -> [UInt8]?

  /// How much of the whole has been handed out, 0 to 1; 0 where the size is unknown.
  var fraction: Double { get }
}

/// Bytes in memory, as one piece.
public struct MemoryFeed: ByteFeed {
  private var bytes: [UInt8]?

  public init(_ bytes: [UInt8]) { self.bytes = bytes.isEmpty ? nil : bytes }

  public mutating func next() -> [UInt8]? {
    defer { bytes = nil }
    return bytes
  }

  public var fraction: Double { bytes == nil ? 1 : 0 }
}
