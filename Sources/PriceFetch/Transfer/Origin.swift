#if Fetch
  internal import Base
  internal import Foundation

  /// Scheme, host and port of an address.
  struct Origin: Equatable {
    var scheme: String
    var host: String
    var port: Int

    init?(_ address: WebAddress) {
      guard let parts = URLComponents(string: address.forRequest), let scheme = parts.scheme?.lowercased(),
        let host = parts.host?.lowercased()
      else { return nil }
      self.scheme = scheme
      self.host = host
      port = parts.port ?? (scheme == "http" ? 80 : 443)
    }
  }

  extension WebAddress {
    /// The address to which a header `Location` leads from this one; nil where it is none.
    func redirected(to location: String) -> WebAddress? {
      URL(string: location, relativeTo: URL(string: forRequest)).map { WebAddress($0.absoluteString) }
    }
  }
#endif
