/// Days as spreadsheet programs count them.
enum CalendarDay {
  /// `2026-01-02`, `13:30`, or both; days count from 1899-12-30, which is right from March 1900 on.
  static func text(_ serial: Double) -> String {
    guard serial.isFinite, serial.magnitude < 3_000_000 else { return "" }
    let day = Int(serial.rounded(.down))
    let minutes = Int(((serial - serial.rounded(.down)) * 1440).rounded())
    let clock = "\(padded(minutes / 60 % 24)):\(padded(minutes % 60))"
    if day == 0, minutes > 0 { return clock }
    return date(day) + (minutes > 0 ? " " + clock : "")
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Days from the civil calendar, by eras of 400 years (H. Hinnant, "chrono-compatible low-level date algorithms").
  private static func date(_ serial: Int) -> String {
    let days = serial - 25_569 + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let ofEra = days - era * 146_097
    let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let month = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * month + 2) / 5 + 1
    let number = month < 10 ? month + 3 : month - 9
    return "\(year + era * 400 + (number <= 2 ? 1 : 0))-\(padded(number))-\(padded(day))"
  }
}
