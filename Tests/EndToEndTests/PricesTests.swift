import Foundation
import TestSupport
import Testing

/// `peidan prices`, on a copy of the shared catalog.
@Suite struct PricesTests {
  private static let sheet = """
    stall,mpn,condition,quantity,price,stock,seen,expires,tax,remark
    SEG-2F-B015,DW01-A/J,original,1,0.10,1000,2026-12-01,2026-12-20,included,ask for Li
    SEG-2F-B015,DW01-A/J,original,100,0.08,1000,2026-12-01,2026-12-20,included,
    SEG-2F-A015,MXD8625C,loose-new,1,0.25,40,2026-11-01,,,

    """

  @Test func sheetsAreImportedListedAndRemoved() async throws {
    let workspace = try await SharedCatalog.workspace()
    try workspace.write(Self.sheet, to: "quotes.csv")
    var text = ""
    for arguments in [
      ["prices", "status"], ["prices", "import", "quotes.csv"], ["prices", "status", "--date", "2026-12-25"],
      ["prices", "remove", "quote"], ["prices", "remove", "quotes"], ["prices", "status"],
    ] {
      let command = workspace.peidan(arguments)
      text += workspace.transcript(command, try await command.run())
    }
    try expectSnapshot(text, named: "prices.txt")
  }

  @Test func aBadRowIsNamedAndChangesNothing() async throws {
    let workspace = try await SharedCatalog.workspace()
    try workspace.write(Self.sheet, to: "quotes.csv")
    _ = try await workspace.peidan(["prices", "import", "quotes.csv"]).run()
    let before = try workspace.contents("data/catalog.prices/quotes.sqlite")
    try workspace.write(
      Self.sheet + "SEG-2F-B016x,DW01-A/J,original,1,0.1,1,2026-12-01,,,\n,,original,1,a,1,2026-12-01,,,\n",
      to: "quotes.csv")
    let command = workspace.peidan(["prices", "import", "quotes.csv"])
    let answer = try await command.run()
    try expectSnapshot(workspace.transcript(command, answer), named: "prices-bad-row.txt")
    #expect(try workspace.contents("data/catalog.prices/quotes.sqlite") == before)
    #expect(try workspace.names(in: "data/catalog.prices") == ["quotes.sqlite"])
  }

  /// A reel and cut tape of one part at one shop, in either order: the plan buys from both, the verifier takes that, and nothing else.
  @Test func aReelAndCutTapeAreBoughtTogether() async throws {
    let workspace = try await SharedCatalog.workspace()
    try workspace.write(
      """
      schema: peidan.board/1
      board: {name: reels, title: {en: Reels, zh: 整盘板}, revision: A, quantity: 350}
      market: mail-order
      policy: {stalls: {only: [corner]}}
      slots:
        R1..R10: {mpn: 0402WGF0000TCE}
      day:
        date: 2026-12-04
        start: "09:30"
        finish: "18:30"
        buyers:
          - {name: A, rate: 60 CNY/h}
      """, to: "reels.yaml")
    let header = "stall,mpn,condition,breaks,MOQ,multiple,包装,stock,seen,tax"
    let rows = [
      "corner,0402WGF0000TCE,original,3000:0.0005,3000,3000,整盘,90000,2026-12-01,included",
      "corner,0402WGF0000TCE,original,1:0.0050 100:0.0030,1,1,编带剪切,2000,2026-12-01,included",
    ]
    var plans: [String] = []
    for (number, order) in [rows, rows.reversed()].enumerated() {
      try workspace.write(([header] + order).joined(separator: "\n") + "\n", to: "reels.csv")
      let read = try await workspace.peidan(["prices", "import", "reels.csv", "--market", "mail-order"]).run()
      #expect(read.status == 0, "\(read.errors)")
      let plan = try await workspace.peidan([
        "plan", "reels.yaml", "--work-limit", "5", "--threads", "1", "--quiet", "--output", "plan.json",
      ]).run()
      #expect(plan.status == 0, "\(plan.errors)")
      plans.append(plan.text)
      let verified = try await workspace.peidan(["verify", "plan.json", "--spec", "reels.yaml"]).run()
      #expect(verified.status == 0, "\(verified.text)")
      if number > 0 { continue }
      let text = String(decoding: try workspace.contents("plan.json"), as: UTF8.self)
      for (right, wrong, code) in [
        ("\"quantity\" : 3000", "\"quantity\" : 2999", "V022"), ("\"quantity\" : 3000", "\"quantity\" : 4500", "V023"),
        ("\"packing\" : \"reel\"", "\"packing\" : \"cut-tape\"", "V048"),
      ] {
        #expect(text.contains(right))
        try workspace.write(text.replacingOccurrences(of: right, with: wrong), to: "wrong.json")
        let refused = try await workspace.peidan(["verify", "wrong.json", "--spec", "reels.yaml"]).run()
        #expect(refused.status == 1 && refused.text.contains(code), "\(wrong): \(refused.text)")
      }
      let export = try await workspace.peidan(["export", "plan.json", "--format", "shops", "--output", "orders"]).run()
      #expect(export.status == 0, "\(export.errors)")
      try expectSnapshot(
        plan.text + String(decoding: try workspace.contents("orders/reels-shops/corner.csv"), as: UTF8.self),
        named: "prices-packings.txt")
    }
    #expect(plans[0] == plans[1])
  }
}
