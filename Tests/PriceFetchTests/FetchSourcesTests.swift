import Base
import Diagnostics
import Market
import PriceSheets
import Testing

@testable import PriceFetch

@Suite struct FetchSourcesTests {
  private func read(_ text: String) -> ([FetchSource]?, [Diagnostic]) {
    let sink = DiagnosticSink()
    let sources = FetchSources.read(SourceText(file: "s.yaml", text: text), into: sink)
    return (sources, sink.inTextOrder)
  }

  @Test func aFileSaysWhereSheetsAreAndWhatHoldsForThem() throws {
    let (sources, findings) = read(
      """
      schema: peidan.price-sources/1
      limits: {size: 20 MB, time: 2 min, pause: 500 ms}
      sources:
        weekly:
          url: https://example.com/p.csv.gz
          every: 1 d
          sha256: 1111111111111111111111111111111111111111111111111111111111111111
          headers: {Accept-Language: zh}
          time: 10 s
          sheet: {market: mail-order, stall: corner, condition: original, currency: USD, tax: included, basis: quoted,
            date: 2026-11-20, expires: 2026-12-01, source: Li, rates: {USD: 7.12}, shipping: 8 CNY, shipping-days: 2,
            invoice-percent: 13}
        plain:
          url: http://10.0.0.5/p.csv
          allow: [http, private-redirects]
      """)
    #expect(findings.isEmpty)
    let both = try #require(sources)
    #expect(both.map(\.name) == ["weekly", "plain"])
    let (first, second) = (both[0], both[1])
    #expect(first.limits.size == 20_000_000 && first.limits.time == 10 && second.limits.time == 120)
    #expect(first.limits.pause == 0.5 && first.every == 86_400 && first.headers == ["Accept-Language: zh"])
    #expect(!first.allowsHTTP && second.allowsHTTP && second.allowsPrivateRedirects)
    let terms = first.terms
    #expect(terms.condition == .original && terms.basis == .quoted && terms.taxIncluded == true)
    #expect(terms.rates.map(\.microYuan) == [7_120_000] && terms.shipping == Money(microYuan: 8_000_000))
    #expect(terms.date?.description == "2026-11-20" && terms.invoicePerMille == 130 && terms.shippingDays == 2)
  }

  @Test(arguments: [
    ("url: http://example.com/p.csv", "F001"), ("url: file:///etc/passwd", "F001"),
    ("url: ftp://example.com/x", "F001"),
    ("{url: https://e.com, allow: [all]}", "F001"), ("{url: https://e.com, sha256: abc}", "F001"),
    ("{url: https://e.com, size: 5 apples}", "F001"), ("{url: https://e.com, headers: {A: \"b\\nc\"}}", "F001"),
    ("{url: https://e.com, sheet: {rates: {CNY: 1}}}", "F001"), ("{url: https://e.com, sheet: {date: soon}}", "F001"),
    ("{url: https://e.com, sheet: {tax: maybe}}", "F001"), ("{url: https://e.com, sheet: {shipping: 8}}", "F001"),
  ])
  func whatCannotBeUsedIsNamedWithItsPlace(entry: String, code: String) {
    let (sources, findings) = read(
      "schema: peidan.price-sources/1\nsources:\n  s: \(entry.hasPrefix("{") ? entry : "{\(entry)}")\n")
    #expect(sources == nil)
    #expect(findings.map(\.code.id) == [code])
    #expect(findings.first?.span?.start.line == 3)
  }

  @Test func unknownKeysAndNamesAreFindings() {
    let (sources, findings) = read("schema: peidan.price-sources/1\nsources:\n  a b: {url: https://e.com, evry: 1 d}\n")
    #expect(sources == nil && findings.count == 2)
  }
}
