extension Int {
  /// The value of exactly `count` ASCII digits.
  package init?(digits: Substring, count: Int) {
    guard digits.utf8.count == count, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    self.init(digits)
  }

  /// Decimal digits with leading zeros, at least `count`; for numbers that are not negative.
  package func padded(to count: Int) -> String {
    let text = String(self)
    return String(repeating: "0", count: Swift.max(0, count - text.count)) + text
  }
}
