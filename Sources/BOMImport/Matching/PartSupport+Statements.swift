internal import Electronics

/// What a text says of a lamp's colour, a fuse's current, and of what a connector takes and how many contacts it has, against what is
/// known of the part.
extension PartSupport {
  /// The first such statement that the part does not bear out; nil where there is none. In prose one that it bears out is enough, and
  /// what nothing is known of does not count.
  func otherStatement(in text: String, of line: BOMLine, isProse: Bool) -> String? {
    let own: String? =
      switch part.category {
      case "led": otherColour(in: text, isProse: isProse)
      case "fuse": otherCurrent(in: text, isProse: isProse)
      default:
        isConnector(line)
          ? otherPlug(in: text, isProse: isProse) ?? otherCount(in: text, isProse: isProse)
            ?? (isProse ? nil : otherLength(in: text)) : nil
      }
    return own ?? otherChoice(in: text, isProse: isProse)
      ?? (isProse ? otherConstant(in: text, of: line) : otherMeasure(in: text, of: line))
  }

  /// What a footprint says otherwise: a lamp's colour, how the part is mounted and stands, a connector's contacts, their pitch, pins or
  /// sockets.
  func otherFootprint(of line: BOMLine) -> String? {
    guard !line.footprint.isEmpty else { return nil }
    let name = line.footprint.split(separator: ":").last.map(String.init) ?? ""
    if hasColour, let colour = otherColour(in: name, words: vocabulary.colours(in: name)) { return colour }
    // `SLIDE SWITCH DPDT 1P2T` says one of both rightly.
    if let choice = otherChoice(in: name, isProse: true) { return choice }
    guard isConnector(line) else { return nil }
    return otherCount(in: name, isProse: false) ?? otherPitch(in: name) ?? otherAngle(in: name)
  }

  /// A drawing of pins at a right angle for a plain row of pins: lists say of those that lie that they do.
  private func otherAngle(in footprint: String) -> String? {
    guard Self.sockets.contains(part.category), PartMount(package: part.package) == .through else { return nil }
    guard
      let (group, said) = vocabulary.choices(in: footprint).first(where: {
        $0.value.values.contains(where: Self.lying.contains)
      }),
      choices[group] == nil
    else { return nil }
    return said.values.first(where: Self.lying.contains)
  }

  private static let lying: Set<String> = ["right angle", "rightangle", "right angled", "horizontal"]

  private func isConnector(_ line: BOMLine) -> Bool {
    line.kind == .connector && (part.category == "other" || Self.connectors.contains(part.category))
  }

  /// `P2.54mm` of a drawing, against the lengths that are known of the part.
  private func otherPitch(in footprint: String) -> String? {
    let said = footprint.lowercased().split { "_-, ".contains($0) }.first { word in
      word.hasPrefix("p") && word.hasSuffix("mm") && Double(word.dropFirst().dropLast(2)) != nil
    }
    guard let said, let pitch = Double(said.dropFirst().dropLast(2)) else { return nil }
    let lengths = PartMeasures(text, bare: nil).lengths
    return lengths.isEmpty || lengths.contains { abs($0 - pitch) < 0.06 } ? nil : String(said)
  }

  /// `2.0mm` of a connector's value.
  private func otherLength(in value: String) -> String? {
    let said = PartMeasures(value, bare: nil).lengths
    let own = said.isEmpty ? [] : PartMeasures(text, bare: nil).lengths
    if own.isEmpty { return nil }
    return said.first { length in !own.contains { abs($0 - length) < 0.06 } }.map { "\($0)mm" }
  }

  // MARK: Choices

  /// One of several things of which a part is one, `SPDT` or `DPDT`, where another one is known of the part.
  func otherChoice(in text: String, isProse: Bool) -> String? {
    if choices.isEmpty { return nil }
    for (group, said) in vocabulary.choices(in: text).sorted(by: { $0.key < $1.key }) {
      guard let its = choices[group], !its.isEmpty else { continue }
      if let word = said.filter({ its[$0.key] == nil }).min(by: { $0.key < $1.key })?.value,
        !isProse || said.allSatisfy({ its[$0.key] == nil })
      {
        return word
      }
    }
    return nil
  }

  static let connectors: Set<String> = [
    "usb-connector", "rf-connector", "sim-socket", "sd-socket", "fpc-connector", "audio-jack", "header",
    "wire-connector",
  ]

  // MARK: Colours

  private func otherColour(in text: String, isProse: Bool) -> String? {
    var said = vocabulary.colours(in: text)
    if said.isEmpty, !isProse, let letter = Self.colourLetter(text) { said = [letter] }
    let own = colours
    if said.isEmpty || isProse && own.isEmpty { return nil }
    let fits = { (colour: String) in own.contains(colour) || colour == "green" && own.contains("yellow-green") }
    if isProse { return said.contains { fits($0.colour) } ? nil : said[0].word }
    // `red, white diffused`: the second is the lens's.
    let lit = said.filter { !isOfLens($0.word, in: text) }
    if !lit.isEmpty { said = lit }
    return said.first { !fits($0.colour) }?.word
  }

  /// A colour of a footprint's name that is none of the part's.
  private func otherColour(in name: String, words said: [(word: String, colour: String)]) -> String? {
    said.isEmpty ? nil : otherColour(in: name, isProse: true)
  }

  private func isOfLens(_ word: String, in text: String) -> Bool {
    let words = ValueWord.all(in: text).map(\.plain)
    guard let place = words.firstIndex(of: word), place + 1 < words.count else { return false }
    return ["diffused", "lens", "clear", "transparent", "tinted"].contains(words[place + 1])
  }

  /// Whether colours are known of the part.
  var hasColour: Bool { part.category == "led" && !colours.isEmpty }

  /// The colours that are known of the part; a lamp of red, green and blue is one of all colours.
  private var colours: Set<String> {
    if case .text(let own)? = part.parameters["colour"] { return [own] }
    var own = Set(vocabulary.colours(in: text).map(\.colour))
    if own.isSuperset(of: ["red", "green", "blue"]) || own.contains("rgb") {
      own.formUnion(["rgb", "red", "green", "blue"])
    }
    return own
  }

  /// The letter of `LED_G` that stands for a colour, where one is known of the part.
  func heldColourLetter(in text: String) -> String? { hasColour ? Self.colourLetter(text)?.word : nil }

  /// `LED_G`, where one letter beside the word stands for the colour.
  private static func colourLetter(_ text: String) -> (word: String, colour: String)? {
    let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard words.contains(where: { $0.lowercased() == "led" }) else { return nil }
    let letters = words.compactMap { word in Self.letters[word].map { (word: word, colour: $0) } }
    return letters.count == 1 ? letters[0] : nil
  }

  private static let letters = ["R": "red", "G": "green", "B": "blue", "Y": "yellow", "W": "white"]

  // MARK: Currents

  /// A fuse is called by the least of its currents: it trips, and breaks, at more.
  private func otherCurrent(in text: String, isProse: Bool) -> String? {
    let said = Self.words(of: text.halfWidth.lowercased()).compactMap { word in Self.current(word).map { (word, $0) } }
    if said.isEmpty { return nil }
    var own: Int?
    if case .quantity(let quantity)? = part.parameters["current"] {
      own = Int(quantity.stored / 1000)
    } else {
      own = Self.words(of: part.english.halfWidth.lowercased()).compactMap(Self.current).min()
    }
    guard let own else { return isProse ? nil : said[0].0 }
    if isProse { return said.contains { $0.1 == own } ? nil : said[0].0 }
    return said.first { $0.1 != own }?.0
  }

  /// Microamperes of `2a`, `500ma`, `1.1a`, `1a25`, and of `t2a` and `f500ma`, slow and fast ones; nil where a word is no current.
  static func current(_ word: String) -> Int? {
    var rest = word[...]
    while let first = rest.first, "ft".contains(first) { rest = rest.dropFirst() }
    let digits = rest.prefix { $0.isNumber || $0 == "." }
    let tail = rest.dropFirst(digits.count)
    guard let number = Double(digits), number > 0, number < 10_000 else { return nil }
    switch tail {
    case "a", "amp", "amps": return Int((number * 1_000_000).rounded())
    case "ma": return Int((number * 1_000).rounded())
    default:
      guard tail.first == "a", !digits.contains("."), tail.count <= 4, tail.dropFirst().allSatisfy(\.isNumber),
        let whole = Double("\(digits).\(tail.dropFirst())")
      else { return nil }
      return Int((whole * 1_000_000).rounded())
    }
  }

  // MARK: Connectors

  private func otherPlug(in text: String, isProse: Bool) -> String? {
    // A socket's value may be that of what is plugged in.
    if Self.sockets.contains(part.category) { return nil }
    let said = vocabulary.plugs(in: text)
    if said.isEmpty { return nil }
    let own = Set(vocabulary.plugs(in: self.text).map(\.word))
    if isProse, own.isEmpty || said.contains(where: { !own.isDisjoint(with: $0.names) }) { return nil }
    return said.first { own.isDisjoint(with: $0.names) }?.word
  }

  /// The numbers of contacts that are known of the part.
  var counts: [ContactCount] {
    var own = ContactCount.all(in: part.english)
    if case .quantity(let contacts)? = part.parameters["contacts"] {
      own.append(ContactCount(total: Int(contacts.stored / 1_000_000_000)))
    }
    // A USB-C socket of 16 contacts has them on 12 pads, of which some draw 14.
    if part.category == "usb-connector", own.contains(where: { [12, 14, 16].contains($0.total) }) {
      own += [12, 14, 16].map { ContactCount(total: $0) }
    }
    return own
  }

  private func otherCount(in text: String, isProse: Bool) -> String? {
    let said = ContactCount.all(in: text)
    if said.isEmpty { return nil }
    let own = counts
    if own.isEmpty { return nil }
    // `1x20P 20P`: where the part's rows are said, they count.
    let withRows = own.filter { $0.rows != nil }
    let fits = { (count: ContactCount) in
      (count.rows == nil || withRows.isEmpty ? own : withRows).contains { $0.agrees(with: count) }
    }
    if isProse ? said.contains(where: fits) : said.allSatisfy(fits) { return nil }
    return said.first { !fits($0) }?.words
  }
}
