/// Cases of capacitors as lists in Chinese and hand-made bills write them, which are nothing for other parts: `6.3*5.4`, `A型`.
enum CapacitorCase {
  /// Heights of cans in tenths of a millimetre that are made for soldering on the surface only.
  private static let flatHeights: Set<Int> = [53, 54, 55, 57, 58, 61, 62, 77, 79, 102, 103, 105]
  private static let leadedWords = ["插件", "直插", "tht", "dip", "th"]
  private static let flatWords = ["贴片", "smd", "smt"]

  /// Reads a whole cell; nil where it is anything else. O(length).
  static func package(_ text: String) -> PackageName? {
    let plain = text.halfWidth.lowercased().replacing("×", with: "x").replacing("*", with: "x").filter { $0 != " " }
    return tantalum(plain) ?? can(plain)
  }

  /// `A型`, `TANT A型`, `钽B壳`, `Case A`.
  private static func tantalum(_ text: String) -> PackageName? {
    var rest = text[...]
    var isNamed = false
    for word in ["tantalum", "tant", "tan", "钽电容", "钽", "case", "smd"]
    where rest.hasPrefix(word) && rest.count > word.count {
      rest = rest.dropFirst(word.count)
      isNamed = word != "smd"
      break
    }
    for word in ["型", "壳", "case"] where rest.hasSuffix(word) {
      rest = rest.dropLast(word.count)
      isNamed = true
      break
    }
    while let sign = rest.first, "-_:".contains(sign) { rest = rest.dropFirst() }
    guard isNamed, rest.count == 1, let letter = rest.first, "abcdeprstvwxy".contains(letter) else { return nil }
    return .tantalum(letter.uppercased())
  }

  /// `SMD 6.3*5.4`, `D6.3*L7.7`, `φ8*10.2mm`, `插件 8*12`. Without a word for it, a can is one for the surface where its height is made for
  /// that alone.
  private static func can(_ text: String) -> PackageName? {
    var rest = text[...]
    var isLeaded: Bool?
    if let word = leadedWords.first(where: rest.hasPrefix) {
      rest = rest.dropFirst(word.count)
      isLeaded = true
    } else if let word = flatWords.first(where: rest.hasPrefix) {
      rest = rest.dropFirst(word.count)
      isLeaded = false
    }
    rest = rest.drop { "-_,:，".contains($0) }
    if let sign = rest.first, "φ⌀ød".contains(sign) { rest = rest.dropFirst() }
    if rest.hasSuffix("mm") { rest = rest.dropLast(2) }
    let sides = rest.split(separator: "x", omittingEmptySubsequences: false).map { side in
      side.hasSuffix("mm") ? side.dropLast(2) : side
    }
    guard sides.count == 2, let diameter = tenths(sides[0]), (40...350).contains(diameter),
      let height = tenths(sides[1].first.map { "lh".contains($0) } == true ? sides[1].dropFirst() : sides[1]),
      height >= 40
    else { return nil }
    guard let leaded = isLeaded ?? (flatHeights.contains(height) ? false : nil) else { return nil }
    return .can(diameter: diameter, height: height, isLeaded: leaded)
  }

  private static func tenths(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." }), let number = Double(text),
      number < 100
    else {
      return nil
    }
    return Int((number * 10).rounded())
  }
}
