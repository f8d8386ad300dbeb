import Base
import BoardSpec
import Diagnostics
import Electronics
import Foundation
import Market
import Testing

/// A board that a reference design may fill in part: every variant is a board of its own.
@Suite struct TurnkeyTests {
  private static func tracker() throws -> Board {
    let file = BundledBoardTests.folder.appendingPathComponent("asset-tracker.yaml")
    let sink = DiagnosticSink()
    let source = SourceText(file: "b", text: try String(contentsOf: file, encoding: .utf8))
    return try #require(try BoardReader.read(source, context: BundledCatalog.shared, into: sink), "\(sink.diagnostics)")
  }

  private static func findings(_ turnkey: String) throws -> [Diagnostic] {
    let sink = DiagnosticSink()
    let source = SourceText(
      file: "b",
      text: """
        schema: peidan.board/1
        board: {name: b, quantity: 20}
        market: huaqiangbei
        turnkey: \(turnkey)
        slots: {U9: {category: charger}, R1: 10k 0402 5%}
        day: {date: 2026-12-04, start: "09:30", finish: "18:30", buyers: [{name: A, rate: 60 CNY/h}]}
        """)
    _ = try BoardReader.read(source, context: FixtureContext(), into: sink)
    return sink.diagnostics
  }

  @Test func everyVariantIsABoardTheDiscreteOneFirst() throws {
    let board = try Self.tracker()
    #expect(board.variants.map { $0.fillings.map { $0.design?.id } } == [[nil], ["sim868-tracker"], ["mtk-tracker"]])
    #expect(board.variants.allSatisfy { $0.variants.isEmpty })
    #expect(board.slots == board.variants[0].slots)
    #expect(board.everyVariant.count == 3)
  }

  @Test func aDesignTakesThePlaceOfItsGroupWithItsRailsBusesLayersAndJoints() throws {
    let variants = try Self.tracker().variants
    let chip = variants[2]
    let numbers = { (variant: Board, key: String) in
      variant.slots.first { $0.key == key }?.requirements.compactMap(\.mpn)
    }
    #expect(variants.map { numbers($0, "U1") } == [["SIM800C"], ["SIM868E"], ["MT2503"]])
    #expect(variants.map { $0.slots.contains { $0.key == "U5" } } == [true, true, false])
    #expect(variants.map { $0.slots.contains { $0.key == "R1" } } == [true, true, true])
    #expect(variants.map { $0.pcb?.layers } == [2, 2, 4])
    #expect(variants.map(\.process.joints) == [360, 400, 430])
    #expect(
      variants.map { $0.buses.map(\.name).sorted() } == [
        ["GNSS", "I2C0", "MODEM", "SIM", "SPI0"], ["I2C0", "MODEM", "SIM", "SPI0"], ["I2C0", "SIM", "SPI0"],
      ])
    #expect(chip.buses.first { $0.name == "I2C0" }?.host.text == "U1")
    #expect(chip.rails.first { $0.name == "VIO" }?.range.description == "2.7..2.9 V")
    #expect(variants[0].rails.first { $0.name == "VIO" }?.range.description == "2.9..3.1 V")
  }

  @Test func aChipsetIsBoughtForAsManyBoardsAsItIsSoldFrom() throws {
    let variants = try Self.tracker().variants
    #expect(variants.map { $0.slots.first { $0.key == "U1" }?.minimumSets } == [1, 1, 50])
    #expect(
      variants[2].slots.filter { $0.minimumSets > 1 }.map(\.key) == ["U1"],
      "what a design opens is not part of its chipset"
    )
  }

  @Test func eachWayHasItsOneTimeCost() throws {
    let costs = try Self.tracker().variants.map(\.oneTimeCosts)
    #expect(costs.map { $0.map(\.amount) } == [2400, 2160, 1980].map { [Money(microYuan: $0 * 1_000_000)] })
    #expect(costs.flatMap(\.self).allSatisfy { $0.isAssumed })
  }

  @Test(
    arguments: [
      ("{core: {instead-of: [U9], designs: {power-bink: }}}", "unknown reference design `power-bink`"),
      ("{core: {instead-of: [U8], designs: {power-bank: }}}", "unknown slot `U8`"),
      ("{core: {instead-of: [U9], designs: {power-bank: {omit: [Q7]}}}}", "unknown slot `Q7`"),
      ("{core: {designs: {power-bank: }}}", "group `core` has no `instead-of`"),
      ("{core: {instead-of: [U9]}}", "group `core` has no `designs`"),
      ("[core]", "`turnkey` must be a mapping, not a list"),
      ("{core: {instead-of: [U9], designs: [power-bank]}}", "`designs` must be a mapping, not a list"),
      (
        "{core: {instead-of: [U9], designs: {}, discrete: {nre: {cost: 3 USD, for: x}}}}", "`cost` is in `USD`"
      ),
      (
        "{a: {instead-of: [], designs: {power-bank: }}, b: {instead-of: [], designs: {power-bank: }}, "
          + "c: {instead-of: [], designs: {power-bank: }}, d: {instead-of: [], designs: {power-bank: }}, "
          + "e: {instead-of: [], designs: {power-bank: }}}",
        "`turnkey` makes 32 variants of the board; at most 16 are compared"
      ),
    ])
  func whatIsWrongIsTold(turnkey: String, message: String) throws {
    let findings = try Self.findings(turnkey)
    #expect(findings.contains { $0.message == message && $0.span != nil }, "\(findings.map(\.message))")
  }

  @Test func aSlotOfTheDesignStandsInThePlaceOfTheBoardsThatItMakesNeedless() throws {
    #expect(try Self.findings("{core: {instead-of: [U9], designs: {power-bank: }}}").isEmpty)
  }

  @Test func findingsOfAWayThatCannotBeTakenAreOneWarning() throws {
    let sink = DiagnosticSink()
    var board = try Self.tracker()
    board.variants[2].functions.append(Mention("voice", at: board.slots[0].span))
    try BoardCheck.run(board, context: BundledCatalog.shared, into: sink)
    let grave = sink.diagnostics.filter { $0.severity > .note }
    #expect(grave.map(\.code.id) == ["B017"], "\(grave)")
    #expect(grave.first?.notes.first?.message.contains("voice") == true)
  }

  @Test func whereNoWayCanBeTakenTheErrorsAreTold() throws {
    let sink = DiagnosticSink()
    var board = try Self.tracker()
    for variant in board.variants.indices { board.variants[variant].rails.removeAll { $0.name == "VBAT" } }
    try BoardCheck.run(board, context: BundledCatalog.shared, into: sink)
    #expect(sink.hasErrors)
    #expect(!sink.diagnostics.contains { $0.code.id == "B017" })
  }
}
