import BoardSpec
import Diagnostics
import Testing

/// What nobody real sells, for a board that takes the generated sample and one that does not.
@Suite struct PoliciesLeaveOffersTests {
  private func findings(_ rest: String, sampled: Set<String>) throws -> [Diagnostic] {
    let text = """
      schema: peidan.board/1
      board: {name: b, quantity: 1}
      market: huaqiangbei
      slots:
        U1: {mpn: TP4056}
        U2: {mpn: IP5306}
        C1: {mpn: CL05B104KO5NNNC}
      policy: {conditions: [original, loose-new]}
      day: {date: 2026-12-04, start: "09:30", finish: "18:30", buyers: [{name: A, rate: 60 CNY/h}]}
      \(rest)
      """
    let sink = DiagnosticSink()
    let context = FixtureContext(sampled: sampled)
    let source = SourceText(file: "b.yaml", text: text)
    let board = try #require(try BoardReader.read(source, context: context, into: sink), "\(sink.diagnostics)")
    try BoardCheck.run(board, context: context, into: sink)
    return sink.inTextOrder.filter { $0.code == PoliciesLeaveOffers.code }
  }

  @Test func generatedOffersCountWhereTheBoardTakesThem() throws {
    #expect(try findings("sample: true", sampled: ["TP4056", "IP5306"]).isEmpty)
    #expect(try findings("", sampled: []).isEmpty)
  }

  @Test(arguments: ["", "sample: false"]) func slotsThatOnlyTheSampleServesAreNotedOnce(rest: String) throws {
    let found = try findings(rest, sampled: ["TP4056", "IP5306"])
    #expect(
      found.map(\.message) == ["only generated sample stalls have offers for `U1` and 1 other slot"])
    #expect(found.first?.severity == .note)
    #expect(found.first?.helps.first?.contains("`sample: true`") == true)
    let one = try findings(rest, sampled: ["CL05B104KO5NNNC"])
    #expect(one.map(\.message) == ["only generated sample stalls have offers for `C1`"])
  }

  @Test func aSampleThatIsNeitherTrueNorFalseIsRefused() throws {
    let sink = DiagnosticSink()
    let text = "schema: peidan.board/1\nsample: perhaps\n"
    _ = try BoardReader.read(SourceText(file: "b.yaml", text: text), context: FixtureContext(), into: sink)
    let finding = try #require(sink.inTextOrder.first { $0.message.contains("sample") })
    #expect(finding.message == "sample must be `true` or `false`, not `perhaps`")
    #expect(finding.span?.start.line == 2)
  }
}
