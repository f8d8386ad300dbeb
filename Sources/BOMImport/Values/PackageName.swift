/// A package, whatever a tool, a library or a list calls it: `C_0603_1608Metric`, `C0603` and `0603` are one.
package enum PackageName: Sendable, Hashable {
  /// A chip size in hundredths of an inch: `0603`.
  case chip(String)
  /// A moulded tantalum case by its letter.
  case tantalum(String)
  /// A can by diameter and height in tenths of a millimetre; 0 where the name does not say. `isLeaded` has its wires
  /// through the board.
  case can(diameter: Int, height: Int, isLeaded: Bool)
  /// Another package by its plain name: `SOT23`, `SOIC8`.
  case named(String)

  /// Reads a footprint of a library or a package of a list; nil where it tells none. O(length).
  package init?(_ text: String) {
    var name = text.split(separator: ":").last.map { $0.halfWidth.trimmedBlanks } ?? ""
    // `'0603`: the mark by which people keep a workbook from making a number of it.
    if name.first == "'" { name.removeFirst() }
    if name.isEmpty || name == "-" || name == "~" { return nil }
    if let size = Self.number(name) {
      self = .chip(size)
      return
    }
    let pieces = Self.pieces(of: name)
    if let letter = Self.tantalum(pieces) {
      self = .tantalum(letter)
    } else if let can = Self.can(name.uppercased()) {
      self = can
    } else if let size = Self.chip(pieces) {
      self = .chip(size)
    } else if let plain = Self.plain(pieces) {
      self = .named(plain)
    } else {
      return nil
    }
  }

  /// A size that is written as a number: `603` where a workbook took the zero, `1608` in tenths of a millimetre. `0402` and
  /// `0603` are hundredths of an inch, as everywhere.
  private static func number(_ text: String) -> String? {
    guard text.allSatisfy(\.isDigit), (3...5).contains(text.count) else { return nil }
    if chipSizes.contains(text) { return text }
    if twofold[text] != nil { return nil }
    if chipSizes.contains("0" + text) { return "0" + text }
    return metric[text]
  }

  /// What a bare number may be, hundredths of an inch without the zero or tenths of a millimetre: `1005` is 01005, or 0402.
  static let twofold = ["1005": ["01005", "0402"]]

  /// What a text that is nothing but such a number may be; empty for any other.
  static func readings(of text: String) -> [PackageName] {
    (twofold[text.halfWidth.filter { $0 != "'" }.trimmedBlanks] ?? []).map { .chip($0) }
  }

  /// The sizes that a text names, without those that are the metric names of others: a text of several is `0402 or 0603`.
  static func sizes(namedIn text: String) -> Set<String> {
    let name = text.split(separator: ":").last.map(String.init) ?? ""
    let pieces = pieces(of: name.halfWidth)
    let marked = Set(pieces.indices.compactMap { metricSize(pieces, at: $0) })
    let sizes = Set(pieces.indices.compactMap { isMetric(pieces, at: $0) ? nil : chip([pieces[$0]]) })
    if !marked.isEmpty { return sizes.union(marked) }
    let metrics = Set(sizes.compactMap { size in metric.first { $0.value == size }?.key })
    return sizes.count > 1 ? sizes.subtracting(metrics) : sizes
  }

  /// Whether it is a name of a family of packages, of which makers and libraries have many for one shape.
  var isFamilyName: Bool { if case .named = self { true } else { false } }

  /// Whether a part in one package surely does not fit the other: other chip sizes, cases and cans, and those names of small
  /// packages that everybody means the same by.
  func excludes(_ other: PackageName) -> Bool {
    switch (self, other) {
    case (.named(let name), .named(let otherName)):
      return PackageForm.agreement(footprint: name, part: otherName, number: "") == .different
    case (.named, _), (_, .named): return false
    default: return !admits(other)
    }
  }

  /// Whether a part in `other` fits where this package is asked for; what one of both does not say does not count.
  package func admits(_ other: PackageName) -> Bool {
    guard case .can(let diameter, let height, let isLeaded) = self,
      case .can(let otherDiameter, let otherHeight, let otherLeaded) = other
    else { return self == other }
    let heightsAgree = height == 0 || otherHeight == 0 || abs(height - otherHeight) <= 5
    return diameter == otherDiameter && heightsAgree && isLeaded == otherLeaded
  }

  static let chipSizes: Set<String> = [
    "01005", "0201", "0402", "0603", "0805", "1206", "1210", "1806", "1808", "1812", "2010", "2220", "2512", "2725",
  ]

  /// Sizes in tenths of a millimetre as IPC names write them, and what they are in hundredths of an inch.
  private static let metric = [
    "0402": "01005", "0603": "0201", "1005": "0402", "1608": "0603", "2012": "0805", "3216": "1206", "3225": "1210",
    "4516": "1806", "4532": "1812", "5025": "2010", "6332": "2512",
  ]

  /// The sides of a chip size in tenths of a millimetre; empty where no name of IPC has it.
  static func sides(ofChip size: String) -> [Int] {
    guard let name = metric.first(where: { $0.value == size })?.key else { return [] }
    return [Int(name.prefix(2)) ?? 0, Int(name.suffix(2)) ?? 0]
  }

  /// Letters that stand before a size in library names.
  private static let chipPrefixes: Set<String> = [
    "", "R", "C", "L", "D", "F", "FB", "LED", "RES", "CAP", "IND", "SMD", "SM", "CHIP", "RC", "CC", "LC",
  ]
  /// Sizes before which an `M` stands for nothing: those for which it stands for a round resistor (MELF) are larger.
  private static let plainWithM: Set<String> = ["0402", "0603"]
  private static let metricPrefixes: Set<String> = ["CAPC", "RESC", "INDC", "LEDC", "BEADC", "FUSC"]
  private static let chipSuffixes: Set<String> = ["", "R", "C", "L", "LED", "MP"]

  /// The words of a name in capitals; Chinese characters are words of their own, `公制` the one for `METRIC`.
  private static func pieces(of name: String) -> [String] {
    var plain = ""
    var rest = name.replacing("英制", with: " ")
    while let word = rest.firstRange(of: "公制") {
      // The word stands before its size as often as behind it.
      let size = rest[word.upperBound...].prefix { $0.isDigit }
      rest.replaceSubrange(word.lowerBound..<size.endIndex, with: size.isEmpty ? " METRIC " : " \(size)METRIC ")
    }
    for character in rest {
      let isIdeograph = character.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
      plain += isIdeograph ? " \(character) " : String(character)
    }
    return plain.split { "_- ,()[]/|\"'".contains($0) }.map { $0.uppercased() }
  }

  /// Whether the piece is a size in tenths of a millimetre and says so: `1608Metric`, `1608 metric`, `公制1608`.
  private static func isMetric(_ pieces: [String], at index: Int) -> Bool {
    let digits = pieces[index].prefix { $0.isDigit }
    guard metric[String(digits)] != nil else { return false }
    let tail = pieces[index].dropFirst(digits.count)
    let next = index + 1 < pieces.count ? pieces[index + 1] : ""
    if tail == "METRIC" || tail.isEmpty && next == "METRIC" { return true }
    // `metric 1608`, where the word does not belong to a size before it.
    return tail.isEmpty && index > 0 && pieces[index - 1] == "METRIC" && (index < 2 || metric[pieces[index - 2]] == nil)
  }

  private static func metricSize(_ pieces: [String], at index: Int) -> String? {
    isMetric(pieces, at: index) ? metric[String(pieces[index].prefix { $0.isDigit })] : nil
  }

  private static func chip(_ pieces: [String]) -> String? {
    if pieces.contains(where: { $0.hasPrefix("ARRAY") || $0 == "CAT16" || $0 == "CAY16" }) { return nil }
    // `0603_4R` is four in one body.
    if pieces.count > 1, PackageForm.elements(pieces) != nil { return nil }
    for (index, piece) in pieces.enumerated() {
      // `0603 metric` is 0201; in `0603_1608Metric` the inches stand first.
      if let size = metricSize(pieces, at: index) { return size }
      let prefix = String(piece.prefix { !$0.isNumber })
      let digits = String(piece.dropFirst(prefix.count).prefix { $0.isDigit })
      let suffix = String(piece.dropFirst(prefix.count + digits.count))
      if metricPrefixes.contains(prefix), let size = metric[String(digits.prefix(4))] { return size }
      if prefix == "M", plainWithM.contains(digits), suffix.isEmpty { return digits }
      guard chipPrefixes.contains(prefix), chipSizes.contains(digits) else { continue }
      if chipSuffixes.contains(suffix) { return digits }
    }
    return nil
  }

  /// `CASE-B_3528`, `CP_EIA-3528-21_Kemet-B`, `CASE-B-3528-21(mm)`, `TANT-B`.
  private static func tantalum(_ pieces: [String]) -> String? {
    let letters: Set<String> = ["A", "B", "C", "D", "E", "P", "R", "S", "T", "V", "W", "X", "Y"]
    for (index, piece) in pieces.enumerated() where ["CASE", "TANT", "TANTALUM", "TAN"].contains(piece) {
      if index + 1 < pieces.count, letters.contains(pieces[index + 1]) { return pieces[index + 1] }
    }
    if let piece = pieces.first(where: { $0.hasPrefix("CASE") }), letters.contains(String(piece.dropFirst(4))) {
      return String(piece.dropFirst(4))
    }
    guard pieces.contains("EIA") else { return nil }
    let cases = [
      ["3216", "10"]: "S", ["3216", "18"]: "A", ["3528", "21"]: "B", ["6032", "28"]: "C", ["7343", "31"]: "D",
      ["7343", "43"]: "E", ["2012", "12"]: "R", ["1608", "08"]: "J",
    ]
    for (size, letter) in cases where pieces.contains(size[0]) && pieces.contains(size[1]) { return letter }
    return nil
  }

  /// `CP_Elec_6.3x7.7`, `CP_Radial_D5.0mm_P2.00mm`, `SMD,D6.3xL7.7mm`, `CAP-SMD_BD6.3-L6.6-W6.6`, `THT,D5xL11mm`.
  private static func can(_ name: String) -> PackageName? {
    let isElectrolytic = ["CP_", "CAP-", "CAP_", "C_ELEC", "SMD,D", "THT,D", "插件,D", "RADIAL", "ELEC"].contains {
      name.contains($0)
    }
    guard isElectrolytic else { return nil }
    let isLeaded = ["RADIAL", "THT", "插件", "CAP-TH", "_TH"].contains { name.contains($0) }
    if let range = name.firstRange(of: "ELEC_"), let size = sizes(name[range.upperBound...]), size.count >= 2 {
      return .can(diameter: size[0], height: size[1], isLeaded: false)
    }
    var rest = name[...]
    while let place = rest.firstIndex(of: "D") {
      rest = rest[rest.index(after: place)...]
      guard let size = sizes(rest), !size.isEmpty, size[0] > 0 else { continue }
      return .can(diameter: size[0], height: size.count >= 2 ? size[1] : 0, isLeaded: isLeaded)
    }
    return nil
  }

  /// Numbers with `X` between them at the start of a text, in tenths: `6.3X7.7` and `6.3XL7.7MM` are 63 and 77.
  private static func sizes(_ text: Substring) -> [Int]? {
    var sizes: [Int] = []
    var rest = text
    while true {
      let digits = rest.prefix { $0.isDigit || $0 == "." }
      guard let number = Double(digits), number < 1000 else { return sizes.isEmpty ? nil : sizes }
      sizes.append(Int((number * 10).rounded()))
      rest = rest[digits.endIndex...]
      guard rest.first == "X" else { return sizes }
      rest = rest.dropFirst()
      if rest.first == "L" || rest.first == "H" { rest = rest.dropFirst() }
    }
  }

  /// The name of a semiconductor package without the library's additions, hyphens or pad sizes.
  private static func plain(_ pieces: [String]) -> String? {
    let families = [
      "SOT", "SOD", "SOIC", "SOP", "TSSOP", "SSOP", "MSOP", "QFN", "DFN", "LQFP", "QFP", "TQFP", "BGA", "TO", "SMA",
      "SMB",
      "SMC", "DO", "DIP", "SC", "WSON", "VQFN", "UQFN", "HC", "SMD", "VSSOP", "ESOP", "SON", "WLCSP", "LGA", "SO",
      "TSOP", "HSOP", "PSOP", "HTSSOP", "HMSOP", "WQFN", "TQFN", "XQFN", "TDFN", "UDFN", "WDFN", "XDFN", "VSON",
    ]
    for start in pieces.indices {
      guard families.contains(where: { pieces[start].hasPrefix($0) && isTail(pieces[start].dropFirst($0.count)) })
      else {
        continue
      }
      var name = pieces[start]
      for piece in pieces[(start + 1)...] {
        // `SOT-23-6L` has six leads; `DO-214AC` has its letters behind the number.
        let digits = piece.last == "L" ? String(piece.dropLast()) : piece
        let isDigits = !digits.isEmpty && digits.allSatisfy(\.isDigit) && digits.count <= 4
        guard isDigits || PackageFamilies.codes[name + piece] != nil else { break }
        name += isDigits ? digits : piece
        if !isDigits { break }
      }
      // `SMD` and `QFN` alone are families, not packages.
      if name.contains(where: \.isNumber) || Self.wholeNames.contains(name) {
        return PackageShape.padded(name, pieces[(start + 1)...]) ?? name
      }
    }
    return nil
  }

  private static let wholeNames: Set<String> = ["SMA", "SMB", "SMC"]

  private static func isTail(_ text: Substring) -> Bool { text.allSatisfy(\.isNumber) }
}
