package import Base
package import PriceSheets

/// A price sheet that is fetched, as the file of sources says it.
package struct FetchSource: Sendable, Hashable {
  /// The name of the sheet.
  package var name: String
  package var address: WebAddress
  /// Whether plain `http` may be used, by the address or by a redirect.
  package var allowsHTTP = false
  /// Whether a redirect may lead to another host with a private address.
  package var allowsPrivateRedirects = false
  /// Lower-case hexadecimal digest that the file must have.
  package var checksum: String?
  /// Header lines for the address's own host: `Accept-Language: zh`.
  package var headers: [String] = []
  /// Seconds for which a fetched sheet is taken as current without asking.
  package var every: Double = 0
  package var limits: FetchLimits
  package var terms = SheetTerms()

  /// Whether the source holds what only its owner may know: in its address, or in a header.
  package var hasSecrets: Bool { address.hasSecrets || !headers.isEmpty }

  package init(name: String, address: WebAddress, limits: FetchLimits = FetchLimits()) {
    self.name = name
    self.address = address
    self.limits = limits
  }
}

/// How long, how much and how often.
package struct FetchLimits: Sendable, Hashable {
  /// Bytes of a body, and of what it unpacks to.
  package var size = 200_000_000
  /// Seconds for one source, all attempts together.
  package var time = 600.0
  /// Seconds in which not a hundred bytes a second arrive.
  package var quiet = 30
  package var redirects = 5
  package var attempts = 4
  /// Least seconds between two requests to one host.
  package var pause = 1.0
  /// Seconds before the second attempt; doubled for each one after it.
  package var backOff = 1.0

  package init() {}
}

/// What the usual environment says about the way out.
package struct FetchEnvironment: Sendable, Hashable {
  package var httpProxy: String?
  package var httpsProxy: String?
  /// Hosts that are reached without a proxy, as `no_proxy` lists them.
  package var noProxy: String?
  /// A PEM file of certificate authorities, and a folder of them.
  package var authorities: String?
  package var authorityFolder: String?

  package init() {}

  /// From `http_proxy`, `https_proxy`, `all_proxy`, `no_proxy`, `CURL_CA_BUNDLE`, `SSL_CERT_FILE` and `SSL_CERT_DIR`. Only the
  /// small-letter form of `http_proxy` counts, as elsewhere: the other one is a request's header in web servers.
  package init(_ variables: [String: String]) {
    func first(_ names: String...) -> String? { names.lazy.compactMap { variables[$0] }.first { !$0.isEmpty } }
    let all = first("all_proxy", "ALL_PROXY")
    httpProxy = first("http_proxy") ?? all
    httpsProxy = first("https_proxy", "HTTPS_PROXY") ?? all
    noProxy = first("no_proxy", "NO_PROXY")
    authorities = first("CURL_CA_BUNDLE", "SSL_CERT_FILE")
    authorityFolder = first("SSL_CERT_DIR")
  }
}

/// Why a sheet could not be fetched. What was there before is as it was.
package enum FetchFailure: Error, Sendable, Hashable {
  case badAddress(WebAddress)
  /// A scheme other than `https`, or `http` where the source does not allow it.
  case scheme(WebAddress)
  case privateAddress(host: String, address: String)
  case redirects(limit: Int)
  /// A redirect without an address.
  case lostRedirect(status: Int)
  case status(Int, attempts: Int)
  /// The host asks to come back after more seconds than there are left.
  case later(seconds: Int)
  case time(seconds: Double)
  case quiet(seconds: Int)
  case size(limit: Int)
  case headers(limit: Int)
  case incomplete(received: Int, attempts: Int)
  case tooLong
  /// The host said no length, and the body stops within a line.
  case endless
  case encoding(String)
  case checksum(expected: String, found: String)
  case secure(String)
  case network(String, attempts: Int)
  case storage(String)
  case interrupted

  /// Whether what was received so far is of use to a later attempt.
  var leavesResumable: Bool {
    switch self {
    case .incomplete, .network, .time, .quiet, .interrupted, .later: true
    default: false
    }
  }
}

extension FetchFailure: CustomStringConvertible {
  /// One clause without a full stop.
  package var description: String {
    switch self {
    case .badAddress(let text): "`\(text)` is not an address such as `https://example.com/prices.csv`"
    case .scheme(let address):
      "`\(address)` is not fetched: only `https`, and `http` where the source has `allow: [http]`"
    case .privateAddress(let host, let address):
      "a redirect leads to `\(host)`, which has the private address \(address); `allow: [private-redirects]` lets it"
    case .redirects(let limit): "more than \(limit) redirects"
    case .lostRedirect(let status): "the host answered \(status) without saying where to"
    case .status(let status, let attempts): "the host answered \(status)\(FetchFailure.after(attempts))"
    case .later(let seconds): "the host asks to come back in \(seconds) s, which is beyond the time limit"
    case .time(let seconds): "not done within \(FetchFailure.plain(seconds)) s"
    case .quiet(let seconds): "next to nothing arrived for \(seconds) s"
    case .size(let limit): "more than \(limit) bytes"
    case .headers(let limit): "more than \(limit) bytes of headers"
    case .incomplete(let received, let attempts):
      "the body ended early, after \(received) bytes\(FetchFailure.after(attempts))"
    case .tooLong: "the body is longer than its stated length"
    case .endless:
      "the body may be cut: the host states no length, and the last line has no end; `sha256` in the file of sources would tell"
    case .encoding(let name): "the body has the encoding `\(name)`, which was not asked for"
    case .checksum(let expected, let found): "the file has the SHA-256 \(found), not \(expected)"
    case .secure(let detail): "no secure connection: \(detail)"
    case .network(let detail, let attempts): "\(detail)\(FetchFailure.after(attempts))"
    case .storage(let detail): detail
    case .interrupted: "interrupted"
    }
  }

  private static func after(_ attempts: Int) -> String { attempts > 1 ? ", at the last of \(attempts) attempts" : "" }

  private static func plain(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
  }
}
