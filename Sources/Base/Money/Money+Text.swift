/// What is wrong with a text of money.
package enum MoneyError: Error, Sendable, Hashable {
  /// Not `12.35 CNY`, `¥12.35` or `12.35元`.
  case notMoney(String)
  /// A currency other than the yuan; amounts are never converted in silence.
  case otherCurrency(String)
}

extension Money: CustomStringConvertible {
  /// Reads `12.35 CNY`, `CNY 12.35`, `¥12.35`, `12.35 RMB` or `12.35元`, thousands commas allowed, to a micro-yuan.
  package init(_ text: some StringProtocol) throws(MoneyError) {
    let compact = String(text).filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }
    var digits = Substring(compact)
    let isNegative = digits.hasPrefix("-") || digits.hasPrefix("−")
    if isNegative { digits.removeFirst() }
    var units = 0
    for prefix in ["CNY", "RMB", "¥", "¥"] where digits.hasPrefix(prefix) {
      digits.removeFirst(prefix.count)
      units += 1
      break
    }
    for suffix in ["CNY", "RMB", "元"] where digits.hasSuffix(suffix) {
      digits.removeLast(suffix.count)
      units += 1
      break
    }
    guard units == 1, let value = DecimalText.scaled(digits, digits: 6) else {
      let letters = String(compact).filter(\.isLetter)
      if units == 0, letters.count == 3, letters == letters.uppercased() { throw .otherCurrency(letters) }
      throw .notMoney(String(text))
    }
    self.init(microYuan: isNegative ? -value : value)
  }

  /// Yuan with two digits behind the point, more (up to six) only where the amount has them: `12.35`.
  package var decimal: String { DecimalText.text(microYuan, digits: 6, least: 2) }

  /// `12.35 CNY`; reads back as the same amount.
  package var description: String { "\(decimal) CNY" }

  /// `¥12.35`.
  package var signed: String { microYuan < 0 ? "-¥\(decimal.dropFirst())" : "¥\(decimal)" }
}
