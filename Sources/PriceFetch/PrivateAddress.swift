#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Which addresses are not of the open net: those of this machine, of local networks, of links, and for several receivers
/// (RFC 6890), and IPv6 forms that carry one of them.
enum PrivateAddress {
  /// - Parameter bytes: 4 of IPv4 or 16 of IPv6, in network order; others count as private.
  static func contains(_ bytes: [UInt8]) -> Bool {
    if bytes.count == 4 { return isPrivate4(bytes) }
    guard bytes.count == 16 else { return true }
    let leading = bytes.prefix(10).allSatisfy { $0 == 0 }
    if leading, bytes[10] == 0xFF, bytes[11] == 0xFF { return isPrivate4(Array(bytes[12...])) }
    // ::, ::1 and the IPv4-compatible form that nobody uses any more.
    if leading, bytes[10] == 0, bytes[11] == 0 { return true }
    if bytes.starts(with: [0x00, 0x64, 0xFF, 0x9B]) { return isPrivate4(Array(bytes[12...])) }
    if bytes.starts(with: [0x20, 0x02]) { return isPrivate4(Array(bytes[2..<6])) }
    return bytes[0] & 0xFE == 0xFC || bytes[0] == 0xFF || (bytes[0] == 0xFE && bytes[1] & 0x80 == 0x80)
  }

  private static func isPrivate4(_ bytes: [UInt8]) -> Bool {
    switch (bytes[0], bytes[1]) {
    case (0, _), (10, _), (127, _), (169, 254), (192, 168), (224..., _): true
    case (100, 64...127), (172, 16...31), (198, 18...19): true
    case (192, 0): bytes[2] == 0
    default: false
    }
  }

  /// The bytes of an address in text, `10.0.0.1` or `::1`; nil for the name of a host.
  static func bytes(of text: String) -> [UInt8]? {
    let bare = text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
    for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
      var bytes = [UInt8](repeating: 0, count: count)
      if inet_pton(family, bare, &bytes) == 1 { return bytes }
    }
    return nil
  }

  /// The bytes of a socket's address; nil for a family that is neither IPv4 nor IPv6.
  static func bytes(of address: UnsafePointer<sockaddr>) -> [UInt8]? {
    let raw = UnsafeRawPointer(address)
    switch Int32(address.pointee.sa_family) {
    case AF_INET:
      return withUnsafeBytes(of: raw.loadUnaligned(as: sockaddr_in.self).sin_addr) { Array($0) }
    case AF_INET6:
      return withUnsafeBytes(of: raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr) { Array($0) }
    default: return nil
    }
  }

  /// An address for people.
  static func text(_ bytes: [UInt8]) -> String {
    guard bytes.count == 16 else { return bytes.map(String.init).joined(separator: ".") }
    return stride(from: 0, to: 16, by: 2).map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }
      .joined(separator: ":")
  }
}
