internal import Base

/// Opening hours of a week as people write them: `Mon-Sat 09:30-18:30; Sun 10:00-12:00,13:00-17:00`.
///
/// Days are `Mon Tue Wed Thu Fri Sat Sun`, ranges may pass the end of the week (`Sat-Mon`), lists have commas; times run
/// from `00:00` to `24:00`. A day that is not named is closed; `closed` alone closes the whole week.
package enum WeeklyHours {
  package static let dayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  package static let closed: [[OpeningHours]] = Array(repeating: [], count: 7)
  package static let allDay: [[OpeningHours]] = Array(repeating: [OpeningHours(open: 0, close: 86_400)], count: 7)

  /// What is wrong with a text of hours.
  package enum ReadingError: Error, Sendable, Hashable {
    case empty
    case notADay(String)
    case notASpan(String)
    case repeatedDay(String)
    /// Spans of one day overlap, touch or are out of order.
    case spansOverlap(String)
  }

  /// Seven entries, Monday first.
  package static func read(_ text: some StringProtocol) throws(ReadingError) -> [[OpeningHours]] {
    if trimmed(text) == "closed" { return closed }
    let clauses = String(text).split(separator: ";").map { trimmed($0) }.filter { !$0.isEmpty }
    guard !clauses.isEmpty else { throw .empty }
    var week = closed
    var seen: Set<Int> = []
    for clause in clauses {
      let words = clause.split(separator: " ", maxSplits: 1)
      guard words.count == 2 else { throw .notASpan(clause) }
      let spans = try spans(words[1])
      for day in try days(words[0]) {
        guard seen.insert(day).inserted else { throw .repeatedDay(dayNames[day]) }
        week[day] = spans
      }
    }
    return week
  }

  /// Spans of one day: `09:30-12:00,13:00-18:30`, or `closed`.
  package static func spans(_ text: some StringProtocol) throws(ReadingError) -> [OpeningHours] {
    if trimmed(text) == "closed" { return [] }
    var spans: [OpeningHours] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      guard ends.count == 2, let open = LocalTime.secondOfDay(trimmed(ends[0])),
        let close = LocalTime.secondOfDay(trimmed(ends[1])),
        open < close
      else { throw .notASpan(trimmed(part)) }
      if let last = spans.last, open <= last.close { throw .spansOverlap(trimmed(text)) }
      spans.append(OpeningHours(open: open, close: close))
    }
    return spans
  }

  /// The shortest text that reads back as `week`; whole minutes only, seconds are cut.
  package static func text(_ week: [[OpeningHours]]) -> String {
    var clauses: [String] = []
    var day = 0
    while day < week.count {
      var last = day
      while last + 1 < week.count, week[last + 1] == week[day] { last += 1 }
      if !week[day].isEmpty {
        let name = last == day ? dayNames[day] : "\(dayNames[day])-\(dayNames[last])"
        clauses.append("\(name) \(text(ofDay: week[day]))")
      }
      day = last + 1
    }
    return clauses.isEmpty ? "closed" : clauses.joined(separator: "; ")
  }

  /// `09:30-12:00,13:00-18:30`, or `closed`.
  package static func text(ofDay spans: [OpeningHours]) -> String {
    if spans.isEmpty { return "closed" }
    return spans.map { "\(clock($0.open))-\(clock($0.close))" }.joined(separator: ",")
  }

  /// Seconds since midnight as `09:30`.
  package static func clock(_ seconds: Int) -> String {
    let (hour, minute) = (seconds / 3_600, seconds / 60 % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  private static func days(_ text: Substring) throws(ReadingError) -> [Int] {
    var days: [Int] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
      guard let firstName = ends.first, let lastName = ends.last, ends.count <= 2 else { throw .notADay(String(part)) }
      guard let first = dayNames.firstIndex(of: firstName) else { throw .notADay(firstName) }
      guard let last = dayNames.firstIndex(of: lastName) else { throw .notADay(lastName) }
      for step in 0...((last - first + 7) % 7) { days.append((first + step) % 7) }
    }
    return days
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let bytes = text.drop { $0 == " " }
    var kept = String(bytes)
    while kept.hasSuffix(" ") { kept.removeLast() }
    return kept
  }
}
