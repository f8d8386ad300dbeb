/// Brings the forms in which numbers and units are typed to one.
enum NumberText {
  /// Full-width forms, the several omegas, micro signs, minus signs, degree and multiplication signs as one each; no blanks
  /// outside, single blanks within.
  static func normalized(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20, 0x09, 0xA0, 0x2002...0x200A, 0x202F, 0x3000:
        if let last = output.last, last != " " { output.append(" ") }
      case 0xFF01...0xFF5E: output.append(Unicode.Scalar(scalar.value - 0xFEE0)!)
      case 0x2126: output.append("Ω")
      case 0xB5, 0x3BC: output.append("u")
      case 0x2212, 0xFE63: output.append("-")
      case 0xD7: output.append("x")
      case 0x2103: output.append(contentsOf: "°C".unicodeScalars)
      case 0xBA: output.append("°")
      case 0x301C, 0x223C: output.append("~")
      default: output.append(scalar)
      }
    }
    if output.last == " " { output.removeLast() }
    return String(output)
  }
}

/// Reads numbers off the front of a normalised text.
struct NumberScanner {
  private let scalars: [Unicode.Scalar]
  private(set) var index = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var isAtEnd: Bool { index >= scalars.count }
  var rest: String { String(String.UnicodeScalarView(scalars[index...])) }

  private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    index + ahead < scalars.count ? scalars[index + ahead] : nil
  }

  /// The number at this place; nil when there is none.
  mutating func number() throws(QuantityError) -> DecimalNumber? {
    let start = index
    var isNegative = false
    if let sign = peek(), sign == "-" || sign == "+" {
      isNegative = sign == "-"
      index += 1
    }
    var integer = digits()
    var fraction = ""
    if !integer.isEmpty, peek() == ",", let groups = thousands(after: integer) {
      integer += groups
      if peek() == "." {
        index += 1
        fraction = digits()
      }
    } else if peek() == "." || peek() == ",", let next = peek(1), isDigit(next) {
      index += 1
      fraction = digits()
    }
    if integer.isEmpty, fraction.isEmpty {
      index = start
      return nil
    }
    var exponent = -fraction.count
    if let mark = peek(), mark == "e" || mark == "E" {
      let signed = peek(1) == "-" || peek(1) == "+"
      if let digit = peek(signed ? 2 : 1), isDigit(digit) {
        index += signed ? 2 : 1
        let isDown = scalars[index - 1] == "-"
        guard let power = Int(digits()), power <= 40 else { throw .outOfRange }
        exponent += isDown ? -power : power
      }
    }
    var all = Substring(integer + fraction).drop { $0 == "0" }
    while exponent < 0, all.last == "0" {
      all.removeLast()
      exponent += 1
    }
    if all.isEmpty { exponent = 0 }
    guard all.count <= DecimalNumber.digitLimit, let magnitude = all.isEmpty ? 0 : Int128(all) else {
      throw .outOfRange
    }
    return DecimalNumber(mantissa: isNegative ? -magnitude : magnitude, exponent: exponent)
  }

  /// Digits only, for the part behind the letter in `4k7`.
  mutating func digits() -> String {
    var output = ""
    while let scalar = peek(), isDigit(scalar) {
      output.unicodeScalars.append(scalar)
      index += 1
    }
    return output
  }

  mutating func skipBlanks() {
    while peek() == " " { index += 1 }
  }

  /// The groups behind `first`, when commas separate thousands here.
  private mutating func thousands(after first: String) -> String? {
    guard (1...3).contains(first.count), !first.hasPrefix("0") else { return nil }
    var place = index
    var output = ""
    while place + 3 < scalars.count, scalars[place] == ",", scalars[place + 1...place + 3].allSatisfy(isDigit) {
      for scalar in scalars[place + 1...place + 3] { output.unicodeScalars.append(scalar) }
      place += 4
    }
    if output.isEmpty || (place < scalars.count && (isDigit(scalars[place]) || scalars[place] == ",")) { return nil }
    index = place
    return output
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
