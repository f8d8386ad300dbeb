/// Single Chinese characters and pairs of neighbours, as the words of the `part_han` index: `充电器` gives
/// `充 电 器 充电 电器`. With them every Chinese text of one or two characters is found inside longer ones.
enum SearchGrams {
  /// The words of all texts, split by blanks; empty for a text without Chinese.
  static func text(_ text: String) -> String {
    var grams: [String] = []
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      guard isHan(scalar) else {
        last = nil
        continue
      }
      grams.append(String(scalar))
      if let last { grams.append(String(last) + String(scalar)) }
      last = scalar
    }
    return grams.joined(separator: " ")
  }

  /// Whether every character of `text` is Chinese.
  static func isHan(_ text: some StringProtocol) -> Bool { text.unicodeScalars.allSatisfy(isHan) }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3134F: true
    default: false
    }
  }
}
