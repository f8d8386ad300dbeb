/// FNV-1a with 64 bits, in hexadecimal: shows whether bytes are those that a plan was made from.
///
/// Not a defence against forgery. Fowler, Noll, Vo, "The FNV non-cryptographic hash algorithm" (RFC 9923).
package enum ContentDigest {
  /// Sixteen lower-case hexadecimal digits. O(bytes).
  package static func hexadecimal(of bytes: some Sequence<UInt8>) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
