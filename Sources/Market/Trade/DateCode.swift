package import Base

/// A week in which goods were made, as date codes (批号) write it: `2338` is week 38 of 2023, by ISO 8601's weeks.
package struct ProductionWeek: Sendable, Hashable, Comparable {
  package var year: Int
  /// 1...53.
  package var week: Int

  package init?(year: Int, week: Int) {
    guard (2000...2099).contains(year), (1...53).contains(week) else { return nil }
    self.year = year
    self.week = week
  }

  /// The week of a day: that of its Thursday's year. Nil outside the years of date codes.
  package init?(of date: LocalDate) {
    guard let thursday = date.adding(days: 3 - date.weekday),
      let first = LocalDate(year: thursday.year, month: 1, day: 1)
    else { return nil }
    self.init(year: thursday.year, week: (thursday.dayNumber - first.dayNumber) / 7 + 1)
  }

  package static func < (left: ProductionWeek, right: ProductionWeek) -> Bool {
    (left.year, left.week) < (right.year, right.week)
  }

  /// `2338`, with both zeros where they are needed.
  package var code: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return two(year % 100) + two(week)
  }

  /// The oldest week that a seller's words name; nil where they leave it open.
  ///
  /// A week is `2338`, `23W38` or `2023年38周`, after `DC`, `D/C` or `批号`; several stand between `/`, `,`, `、`, `-` or blanks. As in
  /// the trade, `23+` and bare years say nothing, nor does `2022`, which may be a year.
  package init?(oldestOf said: String) {
    var weeks: [ProductionWeek] = []
    for piece in DateCodeText(said).pieces {
      guard let week = DateCodeText.week(piece) else { return nil }
      weeks.append(week)
    }
    guard let oldest = weeks.min() else { return nil }
    self = oldest
  }
}

/// A seller's words on the age of goods, cut into pieces.
private struct DateCodeText {
  private static let names = ["DATE CODE", "DATECODE", "D/C", "DC", "生产批号", "批号", "批次"]

  /// Upper case, without the words that say that a date code follows.
  let pieces: [Substring]

  init(_ said: String) {
    var text = Substring(
      String(
        String.UnicodeScalarView(
          said.unicodeScalars.map { scalar in
            // Full-width signs stand for their plain ones.
            (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
          })
      ).uppercased())
    func skip() { text = text.drop { $0.isWhitespace || $0 == ":" } }
    skip()
    if let name = Self.names.first(where: { text.hasPrefix($0) }) {
      text = text.dropFirst(name.count)
      skip()
    }
    pieces = text.split { $0.isWhitespace || "/,、-".contains($0) }
  }

  /// `2338`, `23W38`, `2023WK38`, `23年38周`, `2023年第38周`; nil for everything else.
  static func week(_ piece: Substring) -> ProductionWeek? {
    let figures = piece.prefix { $0.isASCII && $0.isNumber }
    let rest = piece.dropFirst(figures.count)
    if rest.isEmpty {
      // `2022` may be a year.
      guard figures.count == 4, !figures.hasPrefix("20"), let number = Int(figures) else { return nil }
      return ProductionWeek(year: 2000 + number / 100, week: number % 100)
    }
    guard let written = Int(figures), figures.count == 2 || figures.count == 4 && figures.hasPrefix("20") else {
      return nil
    }
    let forms = [("W", ""), ("WK", ""), ("年", "周"), ("年第", "周")]
    for (mark, end) in forms where rest.hasPrefix(mark) && rest.hasSuffix(end) {
      let week = rest.dropFirst(mark.count).dropLast(end.count)
      guard (1...2).contains(week.count), week.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(week) else {
        continue
      }
      return ProductionWeek(year: 2000 + written % 100, week: number)
    }
    return nil
  }
}

/// How old goods may be by their date code.
package struct DateCodeRule: Sendable, Hashable {
  /// Nil for any age, known or not.
  package var years: Int?

  package init(years: Int?) { self.years = years }

  package static let any = DateCodeRule(years: nil)
  /// Years that a rule can ask for.
  package static let range = 1...50

  /// What a seller's date code is under a rule.
  package enum Verdict: Sendable, Hashable {
    case met, unknown, old
  }

  /// The oldest week that is taken on a day: the same week, so many years before. Nil where any is.
  package func oldest(on date: LocalDate) -> ProductionWeek? {
    guard let years, let now = ProductionWeek(of: date) else { return nil }
    return ProductionWeek(year: now.year - years, week: now.week)
  }

  /// What goods are whose seller says `said` of their date code. Codes that are not known, and codes of weeks to come, meet no rule that
  /// asks for an age.
  package func verdict(on said: String?, date: LocalDate) -> Verdict {
    if years == nil { return .met }
    guard let oldest = oldest(on: date), let now = ProductionWeek(of: date),
      let week = said.flatMap({ ProductionWeek(oldestOf: $0) }), week <= now
    else { return .unknown }
    return week < oldest ? .old : .met
  }
}

extension DateCodeRule: LosslessStringConvertible {
  /// `any`, `1 y`, `2 y`.
  package init?(_ description: String) {
    if description == "any" {
      self = .any
      return
    }
    let digits = description.dropLast().reversed().drop { $0 == " " }.reversed()
    guard description.hasSuffix("y"), (1...2).contains(digits.count), let years = Int(String(digits)),
      Self.range.contains(years)
    else { return nil }
    self.years = years
  }

  package var description: String { years.map { "\($0) y" } ?? "any" }
}

extension Offer {
  /// What the offer's goods are under a rule on a day.
  package func verdict(under rule: DateCodeRule, on date: LocalDate) -> DateCodeRule.Verdict {
    rule.verdict(on: dateCode, date: date)
  }
}
