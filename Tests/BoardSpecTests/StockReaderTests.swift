import BoardSpec
import Diagnostics
import Electronics
import Testing

@Suite("What is at hand")
struct StockReaderTests {
  private func table(_ text: String) -> (items: [StockItem]?, findings: [Diagnostic]) {
    let sink = DiagnosticSink()
    let items = StockReader.items(csv: SourceText(file: "stock.csv", text: text), into: sink)
    return (items, sink.inTextOrder)
  }

  @Test("a table has an item a row, by number or by value and package")
  func rows() {
    let (items, findings) = table(
      "mpn,maker,value,package,quantity\nTP4056,UMW,,,40\n,,10k 1%,0402,\"1,000\"\nCH340C,,,,0\n")
    #expect(findings.isEmpty)
    #expect(
      items == [
        StockItem(mpn: "TP4056", maker: "UMW", quantity: 40),
        StockItem(value: "10k 1%", package: "0402", quantity: 1_000), StockItem(mpn: "CH340C", quantity: 0),
      ])
    #expect(table("number,quantity\nTP4056,3\n").items == [StockItem(mpn: "TP4056", quantity: 3)])
  }

  @Test(
    "a row that cannot be read names its place and its value",
    arguments: [
      ("TP4056,,,,many", "`quantity` is `many`, not a number of pieces"),
      ("TP4056,,,,-3", "`quantity` is `-3`, not a number of pieces"),
      ("TP4056,,10k,0402,3", "`10k` stands beside the number `TP4056`"),
      (",,10k,,3", "what is at hand has neither a number nor a value with its package"),
    ])
  func refused(row: String, message: String) {
    let (items, findings) = table("mpn,maker,value,package,quantity\nCH340C,,,,1\n\(row)\n")
    #expect(items?.count == 1)
    #expect(findings.map(\.message) == [message])
    #expect(findings.first?.span?.start.line == 3 && findings.first?.span?.file == "stock.csv")
    #expect(findings.first?.helps.isEmpty == false)
  }

  @Test("a file without quantities is no table of what is at hand")
  func header() {
    #expect(table("mpn,price\nTP4056,3\n").items == nil)
    #expect(table("").items == nil)
  }

  @Test("a spec has it as a list")
  func spec() throws {
    let text = """
      schema: peidan.board/1
      board: {name: b, quantity: 1}
      market: huaqiangbei
      slots: {R1: 10k 0402, U1: {ask: {mpn: ADS1115, maker: TI, package: VSSOP-10}}}
      stock: [{mpn: ADS1115, quantity: 2}, {value: 10k 1%, package: "0402", quantity: 500}]
      day: {date: 2026-12-04, start: "09:30", finish: "18:30", buyers: [{name: A, rate: 60 CNY/h}]}
      """
    let sink = DiagnosticSink()
    let board = try #require(
      try BoardReader.read(SourceText(file: "b.yaml", text: text), context: FixtureContext(), into: sink))
    #expect(board.stock.map(\.name) == ["ADS1115", "10k 1% 0402"])
    let asked = try #require(board.slots.first { $0.key == "U1" }?.asked)
    #expect(asked == AskedPart(mpn: "ADS1115", maker: "TI", package: "VSSOP-10"))
    #expect(board.stock[0].isAsked(asked) && !board.stock[1].isAsked(asked))
  }

  @Test("a value meets what it states, and no more")
  func values() throws {
    let resistor = try #require(FixtureContext().category("resistor"))
    let item = StockItem(value: "10k 1%", package: "0402", quantity: 1)
    let part = try #require(item.part(as: resistor))
    func accepts(_ shorthand: String) throws -> Bool {
      let text = """
        schema: peidan.board/1
        board: {name: b, quantity: 1}
        market: huaqiangbei
        slots: {R1: \(shorthand)}
        day: {date: 2026-12-04, start: "09:30", finish: "18:30", buyers: [{name: A, rate: 60 CNY/h}]}
        """
      let board = try BoardReader.read(
        SourceText(file: "b", text: text), context: FixtureContext(), into: DiagnosticSink())
      return try #require(board).slots[0].requirements.contains { $0.matches(part) }
    }
    #expect(try accepts("10k 0402"))
    #expect(try accepts("10k 0402 5%"))
    #expect(try !accepts("10k 0402 0.5%"), "a tolerance of 1 % is not 0.5 %")
    #expect(try !accepts("10k 0603"))
    #expect(try !accepts("4k7 0402"))
    #expect(try !accepts("10k 0402 0.1W"), "the item states no power")
    #expect(StockItem(value: "nonsense", package: "0402", quantity: 1).part(as: resistor) == nil)
    #expect(item.part(as: try #require(FixtureContext().category("charger"))) == nil)
  }

  @Test(
    "a slot that asks in words must say something, and nothing beside",
    arguments: [
      ("{ask: {package: SO-8}}", "`ask` of slot `U1` says nothing that a seller could be asked for"),
      ("{ask: {mpn: X}, mpn: TP4056}", "slot `U1` has `ask` beside `mpn`"),
    ])
  func asked(slot: String, message: String) throws {
    let text = """
      schema: peidan.board/1
      board: {name: b, quantity: 1}
      market: huaqiangbei
      slots: {U1: \(slot)}
      day: {date: 2026-12-04, start: "09:30", finish: "18:30", buyers: [{name: A, rate: 60 CNY/h}]}
      """
    let sink = DiagnosticSink()
    #expect(try BoardReader.read(SourceText(file: "b", text: text), context: FixtureContext(), into: sink) == nil)
    #expect(sink.diagnostics.map(\.message).contains(message))
  }
}
