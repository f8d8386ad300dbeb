internal import Base
internal import Market
internal import SourcingPlan

/// The verifier's own reading of date codes, by weeks counted from that of 4 January.
///
/// A rule of `n` years takes goods of the plan's week `n` years before, and of later ones up to the plan's own.
enum DateCodes {
  /// A year and one of its weeks as one number: `202338`.
  static func week(of date: LocalDate) -> Int? {
    for year in [date.year + 1, date.year, date.year - 1] {
      guard let fourth = LocalDate(year: year, month: 1, day: 4) else { continue }
      let monday = fourth.dayNumber - fourth.weekday
      if date.dayNumber >= monday { return year * 100 + (date.dayNumber - monday) / 7 + 1 }
    }
    return nil
  }

  /// The oldest week that a seller's words name, as `week(of:)` counts them; nil where any of them leaves it open.
  static func oldest(in said: String) -> Int? {
    let plain = said.uppercased().unicodeScalars.reduce(into: "") { text, scalar in
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      text.unicodeScalars.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }.uppercased()
    let rest = plain.replacing(#/^[\s:]*(DATE ?CODE|D/C|DC|生产批号|批号|批次)?[\s:]*/#, with: "")
    let weeks = rest.split(separator: #/[\s\/,、\-]+/#).map { piece -> Int? in
      if let match = piece.wholeMatch(of: #/([0-9]{2})([0-9]{2})/#) {
        return match.1 == "20" ? nil : number(match.1, match.2)
      }
      if let match = piece.wholeMatch(of: #/(?:20)?([0-9]{2})WK?([0-9]{1,2})/#) { return number(match.1, match.2) }
      if let match = piece.wholeMatch(of: #/(?:20)?([0-9]{2})年第?([0-9]{1,2})周/#) { return number(match.1, match.2) }
      return nil
    }
    return weeks.contains(nil) ? nil : weeks.compactMap(\.self).min()
  }

  private static func number(_ year: Substring, _ week: Substring) -> Int? {
    guard let year = Int(year), let week = Int(week), (1...53).contains(week) else { return nil }
    return (2000 + year) * 100 + week
  }

  /// Whether goods keep to a rule on a day.
  static func keeps(_ said: String?, to years: Int?, on date: LocalDate) -> Bool {
    guard let years else { return true }
    guard let now = week(of: date), let made = said.flatMap(oldest) else { return false }
    return made <= now && made >= now - 100 * years
  }

  /// What a plan must state of a rule: its years, and the oldest code taken.
  static func isStated(_ stated: PlanDateCodeRule?, _ years: Int?, on date: LocalDate) -> Bool {
    guard let years, let now = week(of: date) else { return stated == nil }
    let code = "\(now - 100 * years)".suffix(4)
    return stated?.years == years && stated.map { $0.oldest == code } ?? false
  }
}
