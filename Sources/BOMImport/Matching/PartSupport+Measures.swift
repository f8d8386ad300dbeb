internal import Electronics

/// Quantities of a value against those that are written of the part: ohms of an array or a potentiometer, farads of a film capacitor,
/// hertz of an oscillator, bits of a memory, volts of a relay's coil, amperes of a diode.
extension PartSupport {
  /// The first quantity of a text that none of the part's is, where some of its dimension are known; nil where there is none. A rating that
  /// the part exceeds holds.
  func otherMeasure(in text: String, of line: BOMLine) -> String? {
    let said = PartMeasures(text, bare: bareDimension(of: line))
    if said.isEmpty, said.constants.isEmpty, said.shares.isEmpty { return nil }
    let own = PartMeasures(written, bare: nil)
    for (word, quantity) in said.quantities {
      let known = own.quantities.map(\.quantity).filter { $0.dimension == quantity.dimension }
      if known.isEmpty || known.contains(quantity) { continue }
      switch quantity.dimension {
      case .current:
        if case .quantity(let rated)? = part.parameters["current"] {
          if quantity.stored <= rated.stored { continue }
        } else if known.allSatisfy({ $0.stored > quantity.stored || $0.stored < Self.leakage }) {
          continue
        }
      case .voltage:
        // Of kinds that are called by their volts each word is checked by itself.
        guard part.category == "other" else { continue }
        let isMet = line.kind == .film && known.contains { $0.stored >= quantity.stored }
        if isMet || own.ranges.contains(where: { $0.contains(quantity) }) { continue }
      case .resistance, .capacitance, .frequency: break
      default: continue
      }
      return word
    }
    if let other = otherConstant(in: text, of: line) { return other }
    if let share = said.shares.first, !own.shares.isEmpty, own.shares.allSatisfy({ $0 > share }) {
      return "\(share)ppm"
    }
    if line.kind == .array, let count = said.elements, let its = PartMeasures.elements(ofPackage: part.package),
      count != its
    {
      return "x\(count)"
    }
    if own.bits.isEmpty { return nil }
    return said.bits.first { size in own.bits.allSatisfy { $0.sizes.isDisjoint(with: size.sizes) } }?.word
  }

  /// A thermistor's B constant that is none of those that are known of the part; nil where there is none.
  func otherConstant(in text: String, of line: BOMLine) -> String? {
    guard line.kind == .thermistor, case let said = PartMeasures(text, bare: nil).constants, !said.isEmpty else {
      return nil
    }
    let known = constantsKnown(PartMeasures(written, bare: nil))
    return known.isEmpty ? nil : said.first { !known.contains($0) }.map { "B\($0)" }
  }

  /// The B constants that are known of a thermistor, in kelvins.
  func constantsKnown(_ own: PartMeasures) -> Set<Int> {
    var constants = Set(own.constants)
    if case .quantity(let beta)? = part.parameters["beta"] { constants.insert(Int(beta.stored / 1_000_000)) }
    if case .text(let beta)? = part.parameters["beta"], let kelvins = Int(beta) { constants.insert(kelvins) }
    return constants
  }

  /// What a number with a multiplier alone measures on a line.
  func bareDimension(of line: BOMLine) -> Dimension? {
    switch line.kind {
    case .array, .variable, .thermistor, .transformer, .inductor, .ferriteBead: .resistance
    case .film, .supercapacitor: .capacitance
    case .oscillator, .resonator, .crystal: .frequency
    default: nil
    }
  }

  /// Currents below are leakage: nanoamperes of a milliampere.
  private static let leakage: Int64 = 1_000_000
}

/// The quantities that a text states, each with its unit.
struct PartMeasures {
  private(set) var quantities: [(word: String, quantity: Quantity)] = []
  /// `3.5V~28V`
  private(set) var ranges: [QuantityRange] = []
  /// Sizes of memories in bits; `16Mb` may be bits or bytes.
  private(set) var bits: [(word: String, sizes: Set<Int>)] = []
  /// B constants of thermistors in kelvins: `B3950`, `3950K`.
  private(set) var constants: [Int] = []
  /// Parts per million: `50ppm`, `±100ppm/℃`.
  private(set) var shares: [Int] = []
  /// `4x10k`, `10k x4`
  private(set) var elements: Int?
  /// Millimetres.
  private(set) var lengths: [Double] = []

  var isEmpty: Bool { quantities.isEmpty && bits.isEmpty }

  /// - Parameter bare: what a number with a multiplier alone measures (`10k`); nil where it says nothing. O(length).
  init(_ text: String, bare: Dimension?) {
    for piece in text.halfWidth.split(whereSeparator: {
      $0.isWhitespace || ",;、|()[]/@±_".contains($0) || LineWords.isIdeograph($0)
    }) {
      if let constant = Self.constant(piece) {
        constants.append(constant)
        continue
      }
      elements = elements ?? Self.elements(piece)
      if let share = Self.share(piece) {
        shares.append(share)
        continue
      }
      let ends = piece.split(separator: "~").compactMap { Self.quantity($0, bare: bare) }
      if ends.count == 2, ends[0].dimension == ends[1].dimension, ends[0].stored <= ends[1].stored {
        ranges.append(QuantityRange(ends[0].dimension, lower: ends[0].stored, upper: ends[1].stored))
      }
      for end in ends { quantities.append((String(piece), end)) }
      guard ends.isEmpty else { continue }
      if let sizes = Self.sizes(piece) { bits.append((String(piece), sizes)) }
      let plain = piece.lowercased().drop { !$0.isNumber }
      if plain.hasSuffix("mm"), let length = Double(plain.dropLast(2)) { lengths.append(length) }
    }
  }

  private static func constant(_ text: Substring) -> Int? {
    let plain = text.lowercased()
    let digits = plain.filter(\.isNumber)
    guard digits.count == 4, let kelvins = Int(digits), (2000...5500).contains(kelvins) else { return nil }
    return ["b", "b="].contains { plain == $0 + digits || plain == $0 + digits + "k" } || plain == digits + "k"
      ? kelvins : nil
  }

  /// Of `4x10k`, `10kx4` and `x4` the number of elements.
  private static func elements(_ text: Substring) -> Int? {
    let plain = text.lowercased().replacing("*", with: "x").replacing("×", with: "x")
    let halves = plain.split(separator: "x", omittingEmptySubsequences: false)
    guard halves.count == 2, let count = halves.first(where: { $0.count == 1 && $0.allSatisfy(\.isNumber) }),
      halves.contains(where: { $0.isEmpty || $0.contains(where: \.isLetter) })
    else { return nil }
    return Int(count)
  }

  /// `0603x4`
  static func elements(ofPackage package: String) -> Int? {
    package.lowercased().split(separator: "x").last.flatMap { $0.count == 1 ? Int($0) : nil }
  }

  private static func share(_ text: Substring) -> Int? {
    let plain = text.lowercased()
    guard let place = plain.firstRange(of: "ppm"), place.upperBound == plain.endIndex || plain[place.upperBound] == "/"
    else { return nil }
    return Int(plain[..<place.lowerBound])
  }

  /// `4.7kΩ`, `4k7`, `10kx4`, `4x10k`.
  private static func quantity(_ text: Substring, bare: Dimension?) -> Quantity? {
    var text = text
    if let sign = text.lastIndex(where: { "xX*".contains($0) }), sign > text.startIndex,
      case let count = text[text.index(after: sign)...], count.count == 1, count.allSatisfy(\.isNumber)
    {
      text = text[..<sign]
    } else if let first = text.first, first.isNumber, text.count > 3,
      "xX*".contains(text[text.index(after: text.startIndex)])
    {
      text = text.dropFirst(2)
    }
    let digits = text.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    let unit = text.dropFirst(digits.count)
    guard !digits.isEmpty, !unit.isEmpty, let number = ValueNumber.plain(digits) else { return nil }
    if let meaning = UnitWord.meaning(String(unit)) { return quantity(number, meaning, bare) }
    let letters = unit.prefix { !$0.isNumber }
    let fraction = unit.dropFirst(letters.count)
    guard letters.count == 1, (1...3).contains(fraction.count), fraction.allSatisfy({ $0.isASCII && $0.isNumber }),
      !digits.contains("."), let meaning = UnitWord.meaning(String(letters))
    else { return nil }
    return quantity("\(number).\(fraction)", meaning, bare)
  }

  private static func quantity(_ number: String, _ meaning: UnitWord.Meaning, _ bare: Dimension?) -> Quantity? {
    if let dimension = meaning.dimension { return UnitWord.quantity(number, meaning.prefix, dimension) }
    guard let bare, UnitWord.allows(meaning.prefix, bare: bare) else { return nil }
    return UnitWord.quantity(number, meaning.prefix, bare)
  }

  /// `128Mbit`, `16MB`, `256B`. A small `b` is a bit; where the whole is small, it may be a byte as well.
  private static func sizes(_ text: Substring) -> Set<Int>? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    var unit = text.dropFirst(digits.count)
    guard let number = Int(digits), number > 0, number < 100_000 else { return nil }
    var scale = 1
    if let letter = unit.first?.lowercased(), let known = ["k": 1 << 10, "m": 1 << 20, "g": 1 << 30][letter] {
      scale = known
      unit = unit.dropFirst()
    }
    switch unit.lowercased() {
    case "bit", "bits": return scale > 1 ? [number * scale] : nil
    case "byte", "bytes": return [number * scale * 8]
    case "b" where unit == "B": return [number * scale * 8]
    case "b" where scale > 1:
      return text.contains(where: \.isUppercase) ? [number * scale] : [number * scale, number * scale * 8]
    default: return nil
    }
  }
}
