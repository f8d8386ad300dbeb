import Base
import Foundation
import Market
import Testing

@Suite("Date codes")
struct DateCodeTests {
  private static let day = LocalDate("2026-12-04")!

  @Test(
    "what sellers write is a week, or leaves it open",
    arguments: [
      ("2338", "2338"), ("2401", "2401"), ("批号 2338", "2338"), ("批号：2338", "2338"), ("DC2338", "2338"),
      ("d/c 2338", "2338"),
      ("Date Code: 2338", "2338"), ("２３３８", "2338"), ("2338/2410", "2338"), ("2410-2338", "2338"),
      ("2338、2410", "2338"),
      ("23W38", "2338"), ("2023wk38", "2338"), ("23年38周", "2338"), ("2023年第38周", "2338"), ("23W5", "2305"),
      ("1938", "1938"),
      ("20W22", "2022"), ("23+", nil), ("2338+", nil), ("23", nil), ("2023", nil), ("2022", nil), ("2045", nil),
      ("22/23", nil),
      ("2338/23+", nil), ("22年", nil), ("2022年", nil), ("23年后", nil), ("2354", nil), ("2300", nil), ("", nil),
      ("新货", nil),
      ("23385", nil), ("338", nil), ("23W54", nil), ("2338后", nil), ("-", nil),
    ] as [(String, String?)])
  func weeks(said: String, code: String?) {
    #expect(ProductionWeek(oldestOf: said)?.code == code, "\(said)")
  }

  @Test("weeks are those of ISO 8601, for every day of eighty years")
  func isoWeeks() throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = TimeZone(identifier: "UTC")!
    let first = LocalDate("2010-01-04")!.dayNumber
    for number in first..<(first + 80 * 365) {
      let parts = calendar.dateComponents(
        [.yearForWeekOfYear, .weekOfYear], from: Date(timeIntervalSince1970: Double(number) * 86_400))
      let week = ProductionWeek(of: LocalDate(dayNumber: number)!)
      #expect(week?.year == parts.yearForWeekOfYear && week?.week == parts.weekOfYear, "\(number)")
    }
  }

  @Test("a rule takes the weeks that a plain count of weeks takes", arguments: 0..<300)
  func rules(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) + 11)
    let date = LocalDate(dayNumber: LocalDate("2024-01-01")!.dayNumber + Int.random(in: 0..<2_500, using: &random))!
    let years = Int.random(in: 1...3, using: &random)
    let rule = DateCodeRule(years: years)
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = TimeZone(identifier: "UTC")!
    func index(_ dayNumber: Int) -> Int {
      let parts = calendar.dateComponents(
        [.yearForWeekOfYear, .weekOfYear], from: Date(timeIntervalSince1970: Double(dayNumber) * 86_400))
      return parts.yearForWeekOfYear! * 100 + parts.weekOfYear!
    }
    let now = index(date.dayNumber)
    for _ in 0..<40 {
      let made = date.dayNumber - Int.random(in: -200..<1_600, using: &random)
      let week = index(made)
      let code = String(week).suffix(4)
      let expected: DateCodeRule.Verdict =
        code.hasPrefix("20") || week > now ? .unknown : week >= now - 100 * years ? .met : .old
      #expect(rule.verdict(on: String(code), date: date) == expected, "\(code) on \(date) under \(rule)")
      #expect(rule.verdict(on: "\(code)+", date: date) == .unknown)
    }
    #expect(rule.verdict(on: nil, date: date) == .unknown)
    #expect(DateCodeRule.any.verdict(on: nil, date: date) == .met)
  }

  @Test("rules are written as years")
  func words() {
    #expect(DateCodeRule("any") == .any && DateCodeRule("1 y")?.years == 1 && DateCodeRule("2y")?.years == 2)
    for text in ["", "2", "y", "0 y", "51 y", "-1 y", "2 years", "any y", " 2 y", "2  m"] {
      #expect(DateCodeRule(text) == nil, "\(text)")
    }
    #expect(DateCodeRule(years: 2).oldest(on: Self.day)?.code == "2449")
    #expect("\(DateCodeRule(years: 2)) \(DateCodeRule.any)" == "2 y any")
  }
}
