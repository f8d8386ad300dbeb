import BoardSpec
import Diagnostics
import Market
import Testing

/// How old goods may be: how a board says it, and what B604 says of it.
@Suite struct DateCodeRuleTests {
  private func check(_ policy: String, _ slot: String) throws -> (board: Board?, findings: [String], skipped: [String])
  {
    let text = """
      schema: peidan.board/1
      board: {name: b, quantity: 5}
      market: huaqiangbei
      slots:
        U1: {mpn: IP5306\(slot)}
      policy: {\(policy)}
      day: {date: 2026-12-04, start: "09:30", finish: "18:30", buyers: [{name: A, rate: 60 CNY/h}]}
      """
    let sink = DiagnosticSink()
    let context = FixtureContext()
    let board = try BoardReader.read(SourceText(file: "b.yaml", text: text), context: context, into: sink)
    if let board { try BoardCheck.run(board, context: context, into: sink) }
    return (
      board,
      sink.inTextOrder.filter { !["B605", "B606"].contains($0.code.id) }.map {
        "\($0.severity) \($0.code.id) \($0.message)"
      },
      sink.skipped.map(\.reason)
    )
  }

  @Test func aSlotsRuleGoesBeforeTheBoards() throws {
    let (board, _, _) = try check("date-code: 2 y", ", date-code: any")
    #expect(board?.policy.dateCode == DateCodeRule(years: 2) && board?.slots[0].policy.dateCode == .any)
    #expect(try check("invoice: false", "").board?.policy.dateCode == .any)
    #expect(try check("date-code-years: 3", "").board?.policy.dateCode == DateCodeRule(years: 3))
    #expect(try check("invoice: false", "").board?.slots[0].policy.dateCode == nil)
  }

  @Test func unknownAndOldGoodsDoNotKeepToARule() throws {
    let (_, findings, skipped) = try check("date-code: 2 y", "")
    #expect(
      findings == [
        "warning B604 no offer for `U1` states a date code of 2449 or later: 1 of unknown age, 1 older than that"
      ])
    #expect(!skipped.contains { $0.contains("date code") })
    #expect(try check("date-code: 4 y", "").findings.isEmpty, "week 38 of 2023 is younger than week 49 of 2022")
    #expect(try check("date-code: 2 y", ", date-code: any").findings.isEmpty)
    #expect(try check("date-code: any", "").findings.isEmpty)
  }

  @Test func whatIsNoAgeIsAnErrorThatSaysWhatWouldBeRight() throws {
    let (board, findings, _) = try check("date-code: 24 months", "")
    #expect(board == nil)
    #expect(findings == ["error B002 `date-code`: `24 months` is not an age"], "\(findings)")
    #expect(
      try check("date-code: 2 y, date-code-years: 2", "").findings.contains {
        $0.hasSuffix("the policy has `date-code` beside `date-code-years`")
      })
    #expect(try check("date-code-years: 0", "").board == nil)
    #expect(try check("date-code: 2 y", ", date-code: 0 y").board == nil)
  }
}
