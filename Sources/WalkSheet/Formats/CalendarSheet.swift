internal import Base
internal import Market
internal import Phrases
internal import Platform
internal import SourcingPlan

extension WalkSheet.Format {
  /// The stops as events of a calendar.
  package static let ics = Self("ics", "a calendar of the stops", suffix: ".ics") { $0.calendar() }
}

extension WalkSheet {
  /// The stops as events (RFC 5545). Times are the market's wall clock without a zone, as the plan has them.
  func calendar() -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Peidan//Walk sheet//EN", "CALSCALE:GREGORIAN",
      "X-WR-CALNAME:\(CalendarText.escaped("\(language(.walkSheet)) · \(language(plan.title))"))",
    ]
    lines += missing()
    for walk in plan.walks {
      for stop in SheetStop.stops(of: walk, in: plan) { lines += event(stop, of: walk) }
    }
    lines.append("END:VCALENDAR")
    return lines.map(CalendarText.folded).joined()
  }

  /// What is not bought, as an event of the whole day before all others.
  private func missing() -> [String] {
    let counts = states.map { language($0) }
    guard let heading = incomplete else { return counts.map { ["X-WR-CALDESC:\(CalendarText.escaped($0))"] } ?? [] }
    let day = "\(plan.date)".filter { $0 != "-" }
    let rows = unbought.map { language($0.text) }
    let description = [counts, language(heading)].compactMap(\.self).joined(separator: "\n")
    return [
      "X-WR-CALDESC:\(CalendarText.escaped(description))", "BEGIN:VEVENT",
      "UID:\(FileName.safe(plan.board))-\(plan.date)-missing@peidan", "DTSTAMP:\(day)T000000Z",
      "DTSTART;VALUE=DATE:\(day)", "SUMMARY:\(CalendarText.escaped(language(heading)))",
      "DESCRIPTION:\(CalendarText.escaped(rows.joined(separator: "\n")))", "END:VEVENT",
    ]
  }

  private func event(_ stop: SheetStop, of walk: PlanWalk) -> [String] {
    let visit = stop.visit
    var lines = [
      "BEGIN:VEVENT",
      "UID:\(FileName.safe(plan.board))-\(plan.date)-\(FileName.safe(walk.agent.text))-\(stop.number)@peidan",
      "DTSTAMP:\(CalendarText.stamp(made))",
      "DTSTART:\(CalendarText.time(visit.arrive))", "DTEND:\(CalendarText.time(max(visit.depart, visit.arrive)))",
      "SUMMARY:\(CalendarText.escaped("\(stop.number). \(language(visit.name)) (\(visit.stall))"))",
    ]
    lines.append("LOCATION:\(CalendarText.escaped(language(stop.placeOrParcel)))")
    lines.append("DESCRIPTION:\(CalendarText.escaped(description(of: stop)))")
    if visit.isSample { lines.append("CATEGORIES:\(CalendarText.escaped(language(.sample)))") }
    return lines + ["END:VEVENT"]
  }

  private func description(of stop: SheetStop) -> String {
    let pickUps = stop.pickUps.map { "\(language(.pickUpHere)) \($0.line.mpn) × \($0.quantity)" }
    let deals = stop.deals.map { deal in
      "\(deal.buy.quantity) × \(deal.article.mpn), ¥\(deal.buy.amount), \(language(deal.buy.condition.text(packed: deal.buy.packing)))"
    }
    let asks = stop.asks.map { ask in
      "\(language(SheetPhrase.askedFor)): \(ask.line.need) × \(ask.part), \(language(ask.how)); \(language(ask.otherwise))"
    }
    return (pickUps + deals + asks).joined(separator: "\n")
  }
}

/// Text as RFC 5545 wants it.
enum CalendarText {
  /// Backslash, semicolon, comma and line breaks escaped; other control characters left out.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\\", ";", ",": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\u{0}"..."\u{1F}", "\u{7F}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  /// A content line: at most 75 octets before each break, no character torn, CRLF at the end.
  static func folded(_ line: String) -> String {
    var result = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if octets + size > 75 {
        result += "\r\n "
        octets = 1
      }
      result.unicodeScalars.append(scalar)
      octets += size
    }
    return result + "\r\n"
  }

  /// A moment in UTC: `20261127T012000Z`.
  static func stamp(_ moment: Double) -> String { MarketClock.text(of: moment).filter { $0 != "-" && $0 != ":" } }

  /// `20261204T095115`.
  static func time(_ time: LocalTime) -> String { "\(time)".filter { $0 != "-" && $0 != ":" } }
}
