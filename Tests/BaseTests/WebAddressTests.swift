import Base
import Foundation
import Testing

@Suite struct WebAddressTests {
  @Test(arguments: [
    ("https://example.com/a.csv", "https://example.com/a.csv"),
    ("https://example.com:8443/a.csv", "https://example.com:8443/a.csv"),
    ("http://[::1]:80/a", "http://[::1]:80/a"),
    ("https://u:SECRET@example.com/a.csv?token=SECRET#SECRET", "https://example.com/a.csv"),
    ("https://SECRET@example.com", "https://example.com"),
    ("https://u:SECRET@x@example.com/x", "https://example.com/x"),
    ("https://example.com/@scope/a.csv", "https://example.com/@scope/a.csv"),
    ("https://example.com?key=SECRET", "https://example.com"),
    ("https://example.com/a;session=SECRET", "https://example.com/a"),
    // Signs of the syntax in a password.
    ("https://u:SECRET/x@example.com/a", "https://…"), ("https://u:SECRET?x@example.com/a", "https://…"),
    ("https://u:SECRET#x@example.com/a", "https://…"), ("https://u:1/SECRET@example.com/a", "https://…"),
    ("u:SECRET@example.com/a?SECRET", "example.com/a"), ("HTTPS://u:SECRET@h/", "HTTPS://h/"), ("", ""),
  ]) func secretsAreLeftOut(text: String, shown: String) {
    let address = WebAddress(text)
    #expect(address.shown == shown && address.hasSecrets == text.contains("SECRET"))
    var dumped = ""
    dump(address, to: &dumped)
    for said in ["\(address)", String(reflecting: address), "\([address])", "\(Optional(address) as Any)", dumped] {
      #expect(!said.contains("SECRET"), "\(said)")
    }
    #expect(address.forRequest == text)
  }

  @Test func theSchemeIsInSmallLetters() {
    #expect(["HTTPS://h/", "http://h", "h/x"].map { WebAddress($0).scheme } == ["https", "http", ""])
  }

  @Test func addressesInATextAreShownOrMasked() {
    let text = "see 'https://u:SECRET@h/a?SECRET', (ftp://h/b?SECRET) and `http://h/ö` at noon"
    #expect(
      WebAddress.redacted(text) == "see 'https://h/a', (ftp://h/b and `http://h/ö` at noon")
    let masked = WebAddress.masked(text)
    #expect(masked == "see 'https://*********h/a*******', (ftp://h/b******** and `http://h/ö` at noon")
    #expect(masked.utf8.count == text.utf8.count)
    for text in ["", "://", "a://b", "no address", "x :// y"] {
      #expect(WebAddress.redacted(text) == text && WebAddress.masked(text) == text)
    }
  }

  /// A second way to a secret is a way past this type: only the transfer asks with the whole text, and nothing else takes addresses
  /// apart.
  @Test func nothingElseReadsWholeAddresses() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources")
    let allowed: [String: Set<String>] = [
      ".forRequest": [
        "PriceFetch/Transfer/Transfer.swift", "PriceFetch/Transfer/Origin.swift", "PriceFetch/FetchRecord.swift",
      ],
      "URLComponents(": ["PriceFetch/Transfer/Origin.swift"],
      "URL(string:": ["PriceFetch/Transfer/Origin.swift"],
    ]
    let names = try #require(FileManager.default.enumerator(atPath: root.path))
    var count = 0
    for case let name as String in names where name.hasSuffix(".swift") && !name.hasSuffix("WebAddress.swift") {
      guard let data = FileManager.default.contents(atPath: "\(root.path)/\(name)") else { continue }
      count += 1
      let text = String(decoding: data, as: UTF8.self)
      for (way, files) in allowed where !files.contains(name) {
        #expect(!text.contains(way), "\(name) reads addresses by `\(way)`; use WebAddress.shown")
      }
    }
    #expect(count > 300)
  }
}
