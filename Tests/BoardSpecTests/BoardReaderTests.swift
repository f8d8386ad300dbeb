import Base
import BoardSpec
import Diagnostics
import Electronics
import Market
import TestSupport
import Testing

@Suite struct BoardReaderTests {
  static let whole = """
    schema: peidan.board/1
    board: {name: bank, title: {en: Bank, zh: 充电宝}, revision: A, quantity: 20}
    extends: power-bank
    omit: [C1]
    market: huaqiangbei
    pcb: {layers: 2, size: 60 x 40 mm, thickness: 1.6 mm, finish: HASL}
    battery: {slot: BT1, chemistry: li-ion, capacity: 2000 mAh, voltage: 3.0..4.2 V, charge-rate: 0.5}
    rails:
      VBAT: {source: BT1, range: 3.0..4.2 V, limit: 2 A}
      VBUS: {from: VBAT, range: 4.75..5.25 V}
    slots:
      U2: {where: {topology: linear, current: ">= 400 mA"}, single-lot: true}
      BT1: {any: [{mpn: IP5306}, {category: charger, where: {interfaces: [i2c, keys], ntc: "true"}}]}
      R1..R3, R7: 10k 0402 5%
    policy: {conditions: [original, loose-new], invoice: false, loss: 2 CNY, spares: 2 %, stalls: {never: [SEG-1F-A002]}}
    process: {sides: 2, stencil: true, joints: 420, services: [smt, pcb]}
    day:
      date: 2026-12-04
      start: "09:30"
      finish: "18:30"
      from: metro-huaqiang-road-a
      budget: 3000 CNY
      buyers:
        - {name: A, rate: 60 CNY/h, load: 15 kg}
    """

  private func read(_ text: String) throws -> (board: Board?, findings: [Diagnostic]) {
    let sink = DiagnosticSink()
    let board = try BoardReader.read(SourceText(file: "b.yaml", text: text), context: FixtureContext(), into: sink)
    return (board, sink.inTextOrder)
  }

  @Test func aWholeBoardIsRead() throws {
    let (read, findings) = try read(Self.whole)
    let board = try #require(read, "\(findings.map(\.message))")
    #expect(findings.isEmpty)
    #expect(board.slots.map(\.key) == ["U1", "U2", "BT1", "R1..R3, R7"])
    #expect(board.slots[3].references == ["R1", "R2", "R3", "R7"] && board.slots[3].count == 4)
    #expect(board.slots[2].requirements.count == 2)
    #expect(board.policy.bannedStalls == ["SEG-1F-A002"])
    #expect(board.policy.budget?.microYuan == 3_000_000_000)
    #expect(board.battery?.capacity.description == "2000 mAh")
    #expect(board.pcb?.width == 60_000 && board.pcb?.layers == 2)
    #expect(board.day.start == 34_200 && board.day.buyers[0].load == 15_000_000)
  }

  @Test func aSlotOfTheBoardGoesOverTheDesignsKeyByKey() throws {
    let board = try #require(try read(Self.whole).board)
    let slot = try #require(board.slots.first { $0.key == "U2" })
    #expect(slot.requirements[0].category == "charger")
    #expect(slot.requirements[0].conditions.map(\.parameter) == ["topology", "current"])
    #expect(slot.spares?.perMille == 50 && slot.policy.singleLot)
  }

  @Test func theSameTextGivesTheSameBoard() throws {
    let first = try #require(try read(Self.whole).board)
    let second = try #require(try read(Self.whole).board)
    #expect(first == second)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func everyLineBreakReads(lineBreak: String) throws {
    #expect(try read(Self.whole.replacing("\n", with: lineBreak)).board != nil)
  }

  @Test(arguments: ["100nF 0402 X7R 16V", "0.1 uF 0402 16V", "104 0402", "100n X7R 0402 10%"])
  func shorthandsOfOneCapacitorMeanTheSame(shorthand: String) throws {
    let board = try #require(try read(Self.whole.replacing("R1..R3, R7: 10k 0402 5%", with: "C7: \(shorthand)")).board)
    let slot = try #require(board.slots.last)
    #expect(try SlotCandidates(of: slot, in: FixtureContext()).parts.map(\.id.mpn) == ["CL05B104KO5NNNC"])
  }

  @Test(arguments: [
    ("buyers:\n    - {name: A, rate: 60 CNY/h, load: 15 kg}", "buyers: []", "`buyers` names nobody who walks"),
    (
      "from: metro-huaqiang-road-a", "from: metro-huaqiang-road-b",
      "unknown place `metro-huaqiang-road-b` of market `huaqiangbei`"
    ),
    ("omit: [C1]", "omit: [C2]", "unknown slot `C2`"),
    ("extends: power-bank", "extends: powerbank", "unknown reference design `powerbank`"),
    ("VBUS: {from: VBAT", "VBUS: {from: VBATT", "unknown rail `VBATT`"),
    ("name: bank", "name: Bank 1", "`name`: `Bank 1` names files, so it is lower-case letters, digits and hyphens"),
    ("10k 0402 5%", "10k 0402 0603", "`0603` is a second package"),
    ("10k 0402 5%", "10k 0402 blue", "`blue` says nothing about a resistor"),
    ("loss: 2 CNY", "loss: 2 USD", "`loss` is in `USD`"),
    ("quantity: 20", "quantity: 0", "quantity must be at least 1, not 0"),
    ("current: \">= 400 mA\"", "topology: \">= 4\"", "key `topology` is given twice"),
    ("stencil: true", "stencil: yes", "stencil must be `true` or `false`, not `yes`"),
  ])
  func oneFaultIsToldOnce(written: String, wrong: String, message: String) throws {
    #expect(Self.whole.contains(written))
    let findings = try read(Self.whole.replacing(written, with: wrong)).findings
    #expect(findings.first?.message == message)
    #expect(findings.count == 1 || wrong == "extends: powerbank", "\(findings.map(\.message))")
  }

  private static func whole(buyers: String) -> String {
    whole.replacing("    - {name: A, rate: 60 CNY/h, load: 15 kg}", with: buyers)
  }

  @Test func buyersMayHaveHoursAndPlacesOfTheirOwn() throws {
    let (read, findings) = try read(
      Self.whole(
        buyers: """
              - {name: A, rate: 60 CNY/h, start: "13:00", finish: "20:00", from: SEG/door-west, to: metro-huaqiang-road-a}
              - {name: B, rate: 40 CNY/h}
          """))
    let buyers = try #require(read, "\(findings.map(\.message))").day.buyers
    #expect(findings.isEmpty)
    #expect(buyers[0].start == 13 * 3600 && buyers[0].finish == 20 * 3600)
    #expect(buyers[0].from == "SEG/door-west" && buyers[0].to == "metro-huaqiang-road-a")
    #expect(buyers[1].start == nil && buyers[1].finish == nil && buyers[1].from == nil && buyers[1].to == nil)
  }

  @Test(
    arguments: [
      (
        "finish: \"09:30\"", "`A` must be back at `09:30`, which is not after the start at `09:30`",
        "write a time after `09:30`", "the day starts here", 19
      ),
      (
        "start: \"18:45\"", "`A` starts at `18:45`, which is not before the finish at `18:30`",
        "write a time before `18:30`", "the day finishes here", 20
      ),
      (
        "start: \"12:00\", finish: \"11:00\"", "`A` must be back at `11:00`, which is not after the start at `12:00`",
        "write a time after `12:00`", "`A` starts here", 24
      ),
      (
        "from: SEG/door-wst", "unknown place `SEG/door-wst` of market `huaqiangbei`", "did you mean `SEG/door-west`?",
        nil,
        nil
      ),
      ("to: nowhere", "unknown place `nowhere` of market `huaqiangbei`", nil, nil, nil),
      ("start: \"25:00\"", "`start`: `25:00` is not a time of day", "write `\"09:30\"`", nil, nil),
    ] as [(String, String, String?, String?, Int?)])
  func aBuyersOwnHoursAndPlacesAreCheckedAtTheirPlace(
    own: String, message: String, help: String?, note: String?, noteLine: Int?
  ) throws {
    let findings = try read(Self.whole(buyers: "    - {name: A, rate: 60 CNY/h, \(own)}")).findings
    #expect(findings.map(\.message) == [message])
    #expect(findings.first?.span?.file == "b.yaml" && findings.first?.span?.start.line == 24)
    if let help { #expect(findings.first?.helps.first == help) }
    #expect(findings.first?.notes.first?.message == note && findings.first?.notes.first?.span?.start.line == noteLine)
  }

  @Test func placesOfAMarketWithoutAnyDoNotApply() throws {
    let text = Self.whole(buyers: "    - {name: A, rate: 60 CNY/h, from: Mars}")
      .replacing("market: huaqiangbei", with: "market: mail-order")
    let findings = try read(text).findings.filter { $0.message.contains("does not apply") }
    #expect(findings.last?.message == "`from: Mars` does not apply: market `mail-order` has no places to walk between")
    #expect(findings.allSatisfy { $0.severity == .warning && $0.code.id == "B003" })
    #expect(findings.last?.span?.start.line == 24)
  }

  @Test(arguments: ["\"\"", "\"  \""]) func aBuyerHasAName(name: String) throws {
    let findings = try read(Self.whole(buyers: "    - {name: \(name), rate: 60 CNY/h}")).findings
    #expect(findings.map(\.message) == ["`name` of a buyer is empty"])
  }

  @Test func noTwoBuyersShareAName() throws {
    let findings = try read(
      Self.whole(buyers: "    - {name: A, rate: 60 CNY/h}\n    - {name: A, rate: 40 CNY/h}")
    ).findings
    #expect(findings.map(\.message) == ["two buyers have the name `A`"])
    #expect(findings[0].span?.start.line == 25 && findings[0].notes[0].span?.start.line == 24)
  }

  @Test func faultsAreToldTogether() throws {
    let text = Self.whole.replacing("layers: 2", with: "layers: 0").replacing("10k 0402", with: "10x 0402")
      .replacing("18:30", with: "18.30")
    let (board, findings) = try read(text)
    #expect(board == nil)
    #expect(findings.count == 3 && findings.map { $0.span?.start.line } == [6, 14, 20])
  }

  @Test func mutatedBoardsNeverCrashAndEachRejectedOneHasAPlace() throws {
    let lines = Self.whole.split(separator: "\n").map(String.init)
    var generator = SeededGenerator(seed: 21)
    var rejected = 0
    for round in 0..<2500 {
      var bytes = Array(Self.whole.utf8)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0:
        var shuffled = lines
        shuffled.swapAt(.random(in: lines.indices, using: &generator), .random(in: lines.indices, using: &generator))
        bytes = Array(shuffled.joined(separator: "\n").utf8)
      case 1:
        var cut = lines
        cut.remove(at: .random(in: lines.indices, using: &generator))
        bytes = Array(cut.joined(separator: "\n").utf8)
      case 2: bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator))
      default:
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
          let place = Int.random(in: bytes.indices, using: &generator)
          bytes[place] =
            Bool.random(using: &generator)
            ? UInt8.random(in: 32...126, using: &generator) : bytes.randomElement(using: &generator)!
        }
      }
      let (findings, _) = try BrokenBoardTests.check(bytes, file: "b.yaml")
      if findings.contains(where: { $0.severity == .error }) { rejected += 1 }
      #expect(findings.allSatisfy { $0.span != nil }, "seed 21, round \(round)")
    }
    #expect(rejected > 1000)
  }
}
