/// MurmurHash3 for 128 bits (x64 variant), fed piece by piece: tells whether content is the same, on every machine.
///
/// Not a defence against forgery. Austin Appleby, "MurmurHash3", 2011, public domain.
struct ContentHash {
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var count: UInt64 = 0
  private var pending: [UInt8] = []
  private static let chunk = 1 << 16

  init() { pending.reserveCapacity(ContentHash.chunk + 64) }

  mutating func feed(_ number: Int64) {
    withUnsafeBytes(of: number.littleEndian) { pending.append(contentsOf: $0) }
    drainIfFull()
  }

  /// The bytes of a text with their count, so that neighbouring texts cannot run together.
  mutating func feed(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      feed(Int64(bytes.count))
      feed(bytes: UnsafeRawBufferPointer(bytes))
    }
  }

  mutating func feed(bytes: UnsafeRawBufferPointer) {
    pending.append(contentsOf: bytes)
    drainIfFull()
  }

  /// The digest of some texts in their order.
  static func hexadecimal(of texts: [String]) -> String {
    var hash = ContentHash()
    for text in texts { hash.feed(text) }
    return hash.hexadecimal
  }

  /// 32 lower-case hexadecimal digits of everything fed so far.
  var hexadecimal: String {
    var copy = self
    return copy.finish()
  }

  private mutating func drainIfFull() {
    guard pending.count >= ContentHash.chunk else { return }
    let whole = pending.count & ~15
    drain(whole)
    pending.removeFirst(whole)
  }

  private mutating func drain(_ length: Int) {
    var (h1, h2) = (first, second)
    pending.withUnsafeBytes { bytes in
      for offset in stride(from: 0, to: length, by: 16) {
        let k1 = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        let k2 = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
        h1 ^= scrambledFirst(k1)
        h1 = (rotated(h1, 27) &+ h2) &* 5 &+ 0x52dc_e729
        h2 ^= scrambledSecond(k2)
        h2 = (rotated(h2, 31) &+ h1) &* 5 &+ 0x3849_5ab5
      }
    }
    (first, second) = (h1, h2)
    count += UInt64(length)
  }

  private mutating func finish() -> String {
    drain(pending.count & ~15)
    let tail = Array(pending[(pending.count & ~15)...])
    count += UInt64(tail.count)
    var (k1, k2): (UInt64, UInt64) = (0, 0)
    for (index, byte) in tail.enumerated() {
      if index < 8 { k1 |= UInt64(byte) << (8 * index) } else { k2 |= UInt64(byte) << (8 * (index - 8)) }
    }
    var h1 = first ^ scrambledFirst(k1) ^ count
    var h2 = second ^ scrambledSecond(k2) ^ count
    h1 = h1 &+ h2
    h2 = h2 &+ h1
    h1 = mixed(h1)
    h2 = mixed(h2)
    h1 = h1 &+ h2
    h2 = h2 &+ h1
    return padded(h1) + padded(h2)
  }
}

private func rotated(_ value: UInt64, _ bits: UInt64) -> UInt64 { value << bits | value >> (64 - bits) }

private func scrambledFirst(_ key: UInt64) -> UInt64 {
  rotated(key &* 0x87c3_7b91_1142_53d5, 31) &* 0x4cf5_ad43_2745_937f
}

private func scrambledSecond(_ key: UInt64) -> UInt64 {
  rotated(key &* 0x4cf5_ad43_2745_937f, 33) &* 0x87c3_7b91_1142_53d5
}

private func mixed(_ value: UInt64) -> UInt64 {
  var mixed = (value ^ value >> 33) &* 0xff51_afd7_ed55_8ccd
  mixed = (mixed ^ mixed >> 33) &* 0xc4ce_b9fe_1a85_ec53
  return mixed ^ mixed >> 33
}

private func padded(_ value: UInt64) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
