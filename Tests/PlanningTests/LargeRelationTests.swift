import Base
import BoardSpec
import Diagnostics
import Electronics
import Market
import Selection
import Testing

/// A bus of so many devices that its rule has more combinations than a table holds, on a board that can be built.
@Suite struct LargeRelationTests {
  private static let devices = 13

  /// Each device answers to an address of its own, or, cheaper, to one of two that all of them share.
  private func parts(_ slot: Int) -> [Part] {
    [["0x50", "0x51"], ["0x\(20 + slot)"], ["0x51", "0x50"]].enumerated().map { number, addresses in
      Part(
        id: PartID(maker: "M", mpn: "D\(slot)-\(number)"), category: "imu", package: "X",
        parameters: ["addresses": .list(addresses), "interfaces": .list(["i2c"])], english: "", chinese: "",
        source: "test")
    }
  }

  private var board: Board {
    let place = SourcePosition(offset: 0, line: 1, column: 1)
    let span = SourceSpan(file: "b", start: place, end: place)
    let names = (0..<Self.devices).map { "U\($0)" }
    return Board(
      name: "b", title: LocalizedText(english: "b", chinese: "b"), quantity: 1, market: "m",
      slots: names.map {
        Slot(
          references: [$0], key: $0, count: 1, requirements: [],
          policy: SlotPolicy(conditions: nil, loss: nil, singleLot: false, pinnedStalls: [], bannedStalls: []),
          use: SlotUse(), span: span)
      },
      policy: SourcingPolicy(
        conditions: [.original], invoice: false, loss: .zero, pinnedStalls: [], bannedStalls: [],
        spares: Spares(perMille: 0)),
      rails: [],
      buses: [
        Bus(
          name: "I2C0", kind: .i2c, host: Mention("J1", at: span), devices: names.map { Mention($0, at: span) },
          span: span)
      ],
      process: Process(sides: 1, stencil: false, services: [], chosen: [:], assembly: .hand),
      day: Day(date: "2026-12-04", start: 0, finish: 3600, buyers: []))
  }

  @Test func theSearchKeepsToARelationThatNoTableHolds() throws {
    let candidates = (0..<Self.devices).map(parts)
    let ruled = RuledBoard(board, candidates: candidates)
    let selection = BoardSelection(ruled, options: candidates)
    // Any two devices fit on the two shared addresses; three do not, which no pair of devices shows.
    var three = [Int](repeating: 1, count: Self.devices)
    for slot in 0..<3 { three[slot] = slot % 2 * 2 }
    #expect(!selection.choices.allows(three))
    let costs = candidates.map { _ in [Int64(1), 10, 2] }
    let found = try #require(selection.choices.cheapestSelection(costs: costs))
    #expect(RuleBook.breaches(on: ruled) { candidates[$0][found[$0]] }.isEmpty)
    #expect(found.count { $0 != 1 } <= 2)
    guard case .found(let any) = selection.choices.search(ranking: { _ in [0, 2, 1] }) else {
      Issue.record("no selection found")
      return
    }
    #expect(RuleBook.breaches(on: ruled) { candidates[$0][any[$0]] }.isEmpty)
  }

  @Test func nothingIsSaidOfTooManyCombinations() {
    let sink = DiagnosticSink()
    BoardCheck.run(RuledBoard(board, candidates: (0..<Self.devices).map(parts)), into: sink)
    #expect(!sink.diagnostics.contains { $0.message.contains("combinations") }, "\(sink.diagnostics.map(\.message))")
  }
}
