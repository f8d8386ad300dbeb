internal import Electronics

/// Whether single words and short runs of a value are borne out by what is known of the part.
extension PartSupport {
  /// Whether a text is the part's number, its beginning, or a piece of it that cannot be taken for another's: it begins where letters and
  /// digits change, and ends within no number (`MB6S` and `B10` are none of `MB10S`, `3400` is one of `AO3400A`).
  func isPieceOfNumber(_ text: String) -> Bool {
    let wanted = Array(Self.plain(text))
    guard wanted.count > 1 else { return false }
    if wanted.count > 3, isFamily(String(wanted)) { return true }
    // The number's letters and digits, each with whether a sign stands before it.
    var own: [(character: Character, isAfterSign: Bool)] = []
    var isAfterSign = true
    for character in part.id.mpn.halfWidth.lowercased() {
      if character.isLetter || character.isNumber {
        own.append((character, isAfterSign))
        isAfterSign = false
      } else {
        isAfterSign = true
      }
    }
    guard own.count >= wanted.count else { return false }
    for start in 0...(own.count - wanted.count)
    where zip(own[start...], wanted).allSatisfy({ $0.0.character == $0.1 }) {
      let end = start + wanted.count
      let isBegin =
        own[start].isAfterSign || own[start - 1].character.isNumber != own[start].character.isNumber
      let isWithinNumber =
        end < own.count && own[end].character.isNumber && own[end - 1].character.isNumber && !own[end].isAfterSign
      // `TLV713` is the family of TLV71333.
      if start == 0, !isWithinNumber || wanted.count >= 6 { return true }
      // `5.0` of AMS1117-5.0
      if own[start].isAfterSign, end == own.count || own[end].isAfterSign { return true }
      if start > 0, wanted.count > 2, isBegin, !isWithinNumber { return true }
    }
    return false
  }

  /// Whether a word stands in what is written of the part, in singular or plural. A single letter must not be a fact's unit.
  func says(_ word: String) -> Bool {
    if word.count == 1, word.first?.isNumber == false {
      return Self.words(of: "\(part.id.mpn) \(part.english)".halfWidth.lowercased()).contains(word)
    }
    if words.contains(word) || words.contains(word + "s") { return true }
    if word.count > 3, word.hasSuffix("s"), words.contains(String(word.dropLast())) { return true }
    // A list writes how many a chip has as a bare number.
    return Self.numberWords[word].map { words.contains($0) } ?? false
  }

  private static let numberWords = [
    "single": "1", "dual": "2", "double": "2", "triple": "3", "quad": "4", "hex": "6", "octal": "8",
  ]

  /// Whether a text is numbers of contacts that the part has.
  func hasCount(_ text: String) -> Bool {
    let own = counts
    // `Top 24` of a connector with 24 contacts.
    if text.count == 2, let total = Int(text), own.contains(where: { $0.total == total }) { return true }
    let said = ContactCount.all(in: text)
    guard !said.isEmpty else { return false }
    return said.allSatisfy { count in own.contains { $0.agrees(with: count) } }
  }

  /// Whether a text is one of several things, and the part is known to be that one.
  func hasChoice(_ text: String) -> Bool {
    let said = vocabulary.choices(in: text)
    return !said.isEmpty && said.allSatisfy { group, things in things.keys.allSatisfy { choices[group]?[$0] != nil } }
  }

  /// Whether a text is quantities or lengths that are known of the part, or ratings that it exceeds.
  func hasMeasure(_ text: String, of line: BOMLine) -> Bool {
    let said = PartMeasures(text, bare: bareDimension(of: line))
    let own = PartMeasures(written, bare: nil)
    if !said.lengths.isEmpty {
      return said.lengths.allSatisfy { length in own.lengths.contains { abs($0 - length) < 0.06 } }
    }
    let constants = said.constants + (line.kind == .thermistor ? Self.bareConstant(text) : [])
    if said.isEmpty, constants.isEmpty, said.shares.isEmpty { return false }
    return otherMeasure(in: text, of: line) == nil
      && said.quantities.allSatisfy { has($0.quantity, among: own, of: line) }
      && said.bits.allSatisfy { one in own.bits.contains { !$0.sizes.isDisjoint(with: one.sizes) } }
      && constants.allSatisfy(constantsKnown(own).contains)
      && said.shares.allSatisfy { share in own.shares.contains { $0 <= share } }
  }

  private static func bareConstant(_ text: String) -> [Int] {
    guard text.count == 4, let kelvins = Int(text), (2000...5500).contains(kelvins) else { return [] }
    return [kelvins]
  }

  private func has(_ quantity: Quantity, among own: PartMeasures, of line: BOMLine) -> Bool {
    let known = own.quantities.map(\.quantity).filter { $0.dimension == quantity.dimension }
    if known.contains(quantity) || own.ranges.contains(where: { $0.contains(quantity) }) { return true }
    switch quantity.dimension {
    case .voltage:
      return (Self.calledByRating.contains(part.category) || line.kind == .film)
        && known.contains { $0.stored >= quantity.stored }
    case .current:
      if case .quantity(let rated)? = part.parameters["current"] { return quantity.stored <= rated.stored }
      return part.category != "fuse" && known.contains { $0.stored >= quantity.stored }
    // `10k` of a potentiometer `…-103LF`
    case .resistance: return line.kind.isPassive && ohmsCode(quantity).map(isPieceOfNumber) == true
    default: return false
    }
  }

  /// Kinds that are called by the volts that they bear.
  private static let calledByRating: Set<String> = ["diode", "mosfet", "bjt"]

  /// `103` of 10 kΩ; nil where three digits do not say it.
  private func ohmsCode(_ quantity: Quantity) -> String? {
    var (ohms, zeros) = (quantity.stored / 1_000_000, 0)
    guard quantity.stored.isMultiple(of: 1_000_000), ohms >= 10 else { return nil }
    while ohms >= 100, ohms.isMultiple(of: 10) { (ohms, zeros) = (ohms / 10, zeros + 1) }
    return ohms < 100 ? "\(ohms)\(zeros)" : nil
  }

  /// Which labels of boards may stand for a part: those of `LineWords.labels` for connectors, switches or lamps; nil for any other part.
  func labelKind(of line: BOMLine) -> String? {
    switch part.category {
    case "led": return "lamp"
    case "tact-switch", "slide-switch", "keypad", "buzzer", "speaker", "microphone": return "control"
    case "pogo", "battery-holder", "antenna": return "connector"
    case "other":
      if line.kind == .connector { return "connector" }
      if ["connector", "terminal block", "jack", "socket"].contains(where: text.contains) { return "connector" }
      if ["switch", "encoder", "relay"].contains(where: text.contains) { return "control" }
      return line.kind == .led ? "lamp" : nil
    default: return Self.connectors.contains(part.category) ? "connector" : nil
    }
  }
}
