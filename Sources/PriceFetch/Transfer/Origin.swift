#if Fetch
  internal import Foundation

  /// Scheme, host and port of an address.
  struct Origin: Equatable {
    var scheme: String
    var host: String
    var port: Int

    init?(_ address: String) {
      guard let parts = URLComponents(string: address), let scheme = parts.scheme?.lowercased(),
        let host = parts.host?.lowercased()
      else { return nil }
      self.scheme = scheme
      self.host = host
      port = parts.port ?? (scheme == "http" ? 80 : 443)
    }
  }
#endif
