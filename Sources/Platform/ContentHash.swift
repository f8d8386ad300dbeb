internal import Crypto

/// SHA-256, fed piece by piece: shows whether content is the same, on every machine.
package struct ContentHash {
  private var hash = SHA256()
  /// What is not hashed yet: many short pieces go in one call.
  private var pending: [UInt8] = []
  private static let chunk = 1 << 16

  package init() { pending.reserveCapacity(Self.chunk + 64) }

  package mutating func feed(_ number: Int64) {
    withUnsafeBytes(of: number.littleEndian) { pending.append(contentsOf: $0) }
    drainIfFull()
  }

  /// The bytes of a text with their count, so that neighbouring texts cannot run together.
  package mutating func feed(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      feed(Int64(bytes.count))
      feed(bytes: bytes)
    }
  }

  /// Bytes as they are, without their count.
  package mutating func feed(bytes: some Sequence<UInt8>) {
    pending.append(contentsOf: bytes)
    drainIfFull()
  }

  /// 64 lower-case hexadecimal digits of everything fed so far.
  package var hexadecimal: String {
    var whole = hash
    pending.withUnsafeBytes { whole.update(bufferPointer: $0) }
    return whole.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The digest of bytes as they are.
  package static func hexadecimal(of bytes: some Sequence<UInt8>) -> String {
    var hash = ContentHash()
    hash.feed(bytes: bytes)
    return hash.hexadecimal
  }

  /// The digest of some texts in their order.
  package static func hexadecimal(ofTexts texts: [String]) -> String {
    var hash = ContentHash()
    for text in texts { hash.feed(text) }
    return hash.hexadecimal
  }

  private mutating func drainIfFull() {
    guard pending.count >= Self.chunk else { return }
    pending.withUnsafeBytes { hash.update(bufferPointer: $0) }
    pending.removeAll(keepingCapacity: true)
  }
}
