import Foundation
import TestSupport
import Testing

/// `peidan plan --markets`, on a copy of the shared catalog.
@Suite struct MarketsTests {
  @Test func aPlanOverTwoMarketsIsPrintedAndWritten() async throws {
    let workspace = try await SharedCatalog.workspace()
    try workspace.write(
      """
      schema: peidan.board/1
      board: {name: mixed, title: {en: Mixed, zh: 混合板}, revision: A, quantity: 20}
      market: huaqiangbei
      slots:
        R1..R4: {mpn: 0402WGF0000TCE, stalls: {only: [SEG-2F-B015]}}
        D1: {mpn: SMBJ12CA, stalls: {never: [SEG-2F-B015]}}
        U1: {ask: {mpn: XQ-4711-ZZ, maker: Nobody, package: SOT-23}}
      sample: true
      \(Fixture.day)
        buyers:
          - {name: A, rate: 60 CNY/h}
      """, to: "mixed.yaml")
    try workspace.write(
      """
      market,stall,mpn,maker,condition,price,stock,seen,tax
      huaqiangbei,SEG-2F-B015,0402WGF0000TCE,UNI-ROYAL,original,0.01,9000,2026-12-01,included
      mail-order,corner,SMBJ12CA,GOODWORK,original,0.01,9000,2026-12-01,included

      """, to: "prices.csv")
    let read = try await workspace.peidan([
      "prices", "import", "prices.csv", "--shipping", "0.10", "--shipping-days", "2",
    ]).run()
    #expect(read.status == 0, "\(read.errors)")
    let common = ["--work-limit", "3", "--threads", "1", "--quiet", "--markets", "huaqiangbei,mail-order"]
    var text = ""
    for arguments in [
      ["plan", "mixed.yaml", "--lang", "both", "--output", "plan.json"] + common,
      ["plan", "mixed.yaml", "--quiet", "--markets", "huaqiangbei,nowhere"],
      ["plan", "mixed.yaml", "--quiet", "--markets", "mail-order,huaqiangbei", "--market", "huaqiangbei"],
    ] {
      let command = workspace.peidan(arguments)
      text += workspace.transcript(command, try await command.run())
    }
    try expectSnapshot(text, named: "markets.txt")
    let verified = try await workspace.peidan(["verify", "plan.json", "--spec", "mixed.yaml"]).run()
    #expect(verified.status == 0, "\(verified.text)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: workspace.contents("plan.json")) as? [String: Any])
    #expect(
      (object["markets"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == ["huaqiangbei", "mail-order"])
    #expect((object["deliveries"] as? [[String: Any]])?.map { $0["stall"] as? String } == ["corner"])
    // What is asked for names every market that was looked at.
    let asked = try #require((object["asked"] as? [[String: Any]])?.first)
    #expect(Set(asked.keys).isSuperset(of: ["order", "slots", "mpn", "maker", "package", "need", "reason"]))
    try expectSnapshot(object.keys.sorted().joined(separator: "\n") + "\n", named: "markets-keys.txt")
  }
}
