import BoardSpec
import Diagnostics
import Electronics
import Testing

@Suite struct PartRequirementTests {
  private func candidates(_ requirement: String) throws -> [String] {
    let text = """
      schema: peidan.board/1
      board: {name: b, quantity: 1}
      market: huaqiangbei
      slots: {U1: \(requirement)}
      day: {date: 2026-12-04, start: "09:30", finish: "18:30", buyers: [{name: A, rate: 60 CNY/h}]}
      """
    let sink = DiagnosticSink()
    let context = FixtureContext()
    let board = try BoardReader.read(SourceText(file: "b", text: text), context: context, into: sink)
    let slot = try #require(board?.slots.first, "\(sink.diagnostics.map(\.message))")
    return try SlotCandidates(of: slot, in: context).parts.map(\.id.mpn)
  }

  @Test(arguments: [
    ("{category: charger}", ["IP5306", "TP4054", "TP4056"]),
    ("{category: charger, where: {topology: linear}}", ["TP4054", "TP4056"]),
    ("{category: charger, where: {topology: not linear}}", ["IP5306"]),
    ("{category: charger, where: {current: '>= 1 A'}}", ["IP5306", "TP4056"]),
    ("{category: charger, where: {current: '> 1 A'}}", ["IP5306"]),
    ("{category: charger, where: {current: '<= 450mA'}}", ["TP4054"]),
    ("{category: charger, where: {current: 0.5..1.5 A}}", ["TP4056"]),
    ("{category: charger, where: {input: 4.75..5.25 V}}", ["IP5306", "TP4054", "TP4056"]),
    ("{category: charger, where: {input: 4..8 V}}", ["TP4056"]),
    ("{category: charger, where: {input: 6 V}}", ["TP4054", "TP4056"]),
    ("{category: charger, where: {package: [SOT-23-5, QFN-24]}}", ["TP4054"]),
    ("{category: charger, where: {interfaces: i2c}}", ["IP5306"]),
    ("{category: charger, where: {interfaces: [i2c, keys]}}", ["IP5306"]),
    ("{category: charger, where: {ntc: 'true'}}", ["TP4056"]),
    ("{category: charger, maker: TOPPOWER}", ["TP4054", "TP4056"]),
    ("{category: charger, where: {mpn: 'not [TP4054, TP4056]'}}", ["IP5306"]),
    ("{any: [{mpn: TP4056}, {mpn: TP4054}]}", ["TP4054", "TP4056"]),
    ("{mpn: TP4056, where: {current: 1 A}}", ["TP4056"]),
    ("{category: resistor, where: {tolerance: 1 %}}", ["0402WGF1002TCE"]),
    ("{category: resistor, where: {tolerance: 5 %}}", ["0402WGF1002TCE", "0402WGJ0103TCE"]),
  ])
  func candidatesMeetTheRequirement(requirement: String, mpns: [String]) throws {
    #expect(try candidates(requirement) == mpns)
  }

  @Test(arguments: [
    ("{category: charger, where: {package: SOT-23-5, current: '>= 500 mA'}}", "TP4054"),
    ("{category: charger, where: {package: ESOP-8, current: '>= 1500 mA', ntc: 'true'}}", "TP4056"),
  ])
  func theNearestPartLacksLeast(requirement: String, nearest: String) throws {
    let text = """
      schema: peidan.board/1
      board: {name: b, quantity: 1}
      market: huaqiangbei
      slots: {U1: \(requirement)}
      day: {date: 2026-12-04, start: "09:30", finish: "18:30", buyers: [{name: A, rate: 60 CNY/h}]}
      """
    let context = FixtureContext()
    let board = try BoardReader.read(SourceText(file: "b", text: text), context: context, into: DiagnosticSink())
    let misses = try SlotCandidates(of: try #require(board?.slots.first), in: context).misses
    guard case .combination(let part, _) = try #require(misses.first).cause else {
      Issue.record("another cause: \(misses)")
      return
    }
    #expect(part.id.mpn == nearest)
  }
}
