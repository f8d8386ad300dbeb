internal import Platform

/// Shows whether bytes are those that a plan was made from.
package enum ContentDigest {
  /// SHA-256 in 64 lower-case hexadecimal digits. O(bytes).
  package static func hexadecimal(of bytes: some Sequence<UInt8>) -> String { ContentHash.hexadecimal(of: bytes) }

  /// The digest in the form of a stored one: plans of earlier versions have 16 digits.
  package static func hexadecimal(of bytes: some Sequence<UInt8>, like stored: String) -> String {
    stored.utf8.count == 16 ? early(bytes) : hexadecimal(of: bytes)
  }

  /// FNV-1a with 64 bits (RFC 9923), which earlier versions wrote into plans.
  private static func early(_ bytes: some Sequence<UInt8>) -> String {
    let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
