import Base
import Market
import SourcingPlan
import Testing

@testable import PlanVerifier

/// The verifier's reading of date codes beside the planner's: two pieces of code that share nothing.
@Suite struct DateCodesTests {
  @Test(arguments: 0..<200) func bothReadingsAgree(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) + 70)
    let starts = ["", "", "DC", "D/C ", "批号", "批号：", "date code ", "生产批号: ", " "]
    let joints = ["/", "-", "、", ", ", " "]
    for _ in 0..<60 {
      var said = starts.randomElement(using: &random)!
      for piece in 0..<Int.random(in: 1...3, using: &random) {
        if piece > 0 { said += joints.randomElement(using: &random)! }
        let (year, week) = (Int.random(in: 18...27, using: &random), Int.random(in: 0...55, using: &random))
        let two = week < 10 ? "0\(week)" : "\(week)"
        said += [
          "\(year)\(two)", "\(year)\(two)", "\(year)\(two)", "\(year)+", "20\(year)", "\(year)\(two)+",
          "\(year)W\(week)",
          "20\(year)wk\(two)", "\(year)年\(week)周", "20\(year)年第\(week)周", "\(year)", "２\(year % 10)\(two)", "新",
        ].randomElement(using: &random)!
      }
      let date = LocalDate(dayNumber: LocalDate("2025-06-01")!.dayNumber + Int.random(in: 0..<800, using: &random))!
      let years = [nil, 1, 2, 5].randomElement(using: &random)!
      let rule = DateCodeRule(years: years)
      #expect(
        DateCodes.keeps(said, to: years, on: date) == (rule.verdict(on: said, date: date) == .met),
        "`\(said)` on \(date) under \(rule)")
      #expect(DateCodes.isStated(PlanDateCodeRule(rule, on: date), years, on: date))
    }
  }
}
