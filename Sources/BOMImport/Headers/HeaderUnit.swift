internal import Electronics

/// The unit that a header gives for the bare numbers below it: `Power (mW)`, `Capacitance [uF]`, `Tol (%)`, `Voltage / V`.
struct HeaderUnit: Sendable, Hashable {
  /// The header without its unit.
  let name: String
  /// As it stands behind a number: `mW`, `%`.
  let unit: String

  /// Nil where the header ends in no unit. O(length).
  init?(_ header: String) {
    let plain = header.halfWidth.replacing("µ", with: "u").replacing("μ", with: "u").trimmedBlanks
    if let last = plain.last, let open = [")": "(", "]": "["][last].flatMap({ plain.lastIndex(of: Character($0)) }) {
      self.init(plain[..<open], plain[plain.index(after: open)...].dropLast())
    } else if let mark = ["/", " in "].lazy.compactMap({ plain.ranges(of: $0).last }).first {
      self.init(plain[..<mark.lowerBound], plain[mark.upperBound...])
    } else if let last = plain.last, last == "%" {
      self.init(plain.dropLast(), "%")
    } else {
      return nil
    }
  }

  private init?(_ name: Substring, _ unit: Substring) {
    let (name, unit) = (name.trimmedBlanks, unit.trimmedBlanks)
    guard !name.isEmpty, unit == "%" || UnitWord.meaning(unit)?.dimension != nil else { return nil }
    self.name = name
    self.unit = unit
  }

  /// A cell's text with the unit behind its number; the text itself where it is no bare number. `±5` stays signed.
  func applied(to text: String) -> String {
    let number = text.halfWidth.trimmedBlanks.drop { "±+-/ ".contains($0) }
    return ValueNumber.plain(number) == nil ? text : text.trimmedBlanks + unit
  }
}
