internal import Base

extension Lexer {
  /// A number in Chinese characters with its unit: 三毛五, 两千, 一百个, 两周, 一盘.
  mutating func takeChineseNumber() -> Bool {
    // 块六 is 1.6.
    if text[place] == "块" || text[place] == "毛", character(place + 1).flatMap({ ChineseNumber.digit($0) }) != nil,
      let (amount, end) = spoken(from: place, 1_000_000, unitAt: place, mayGoOn: true), end > place + 1
    {
      addPrice(amount, "CNY", false, to: end)
      return true
    }
    if text[place] == "半", character(place + 1) == "个", character(place + 2) == "月" {
      add(.days(15), to: place + 3)
      return true
    }
    guard let (value, end) = ChineseNumber.read(text, at: place) else { return false }
    if let (amount, stop) = spoken(from: place, Int64(value) * 1_000_000, unitAt: end, mayGoOn: true) {
      addPrice(amount, "CNY", false, to: stop)
      return true
    }
    if let (days, stop) = span(at: end, count: value) {
      add(.days(days), to: stop)
      return true
    }
    if let stop = packWordEnd(end), text[end] != "一" {
      add(.packs(value), to: stop)
      return true
    }
    if let (factor, stop) = factor(at: end), text[end].isRoman {
      add(.quantity(value * factor), to: unitEnd(stop) ?? stop)
      return true
    }
    if let stop = unitEnd(end), text[end] != " " {
      add(.quantity(value), to: stop)
      return true
    }
    if value >= 100 {
      add(.quantity(value), to: end)
      return true
    }
    return false
  }

  // MARK: Latin letters

  private static let glued: [(String, TradeWord)] = [
    ("moq", .least), ("spq", .least), ("mpq", .least), ("d/c", .dateCode), ("dc", .dateCode), ("qq", .contact),
    ("tel", .contact), ("rmb", .currency("CNY")), ("cny", .currency("CNY")), ("usd", .currency("USD")),
    ("hkd", .currency("HKD")), ("eur", .currency("EUR")),
  ]

  /// A word in Latin letters, a package, or the number of a part that was not asked for.
  mutating func takeRoman() -> Bool {
    if startsWord {
      for (word, meaning) in Lexer.glued where matches(word, at: place) && isFigure(place + word.count) {
        if case .currency(let currency) = meaning {
          if takePrice(in: currency, from: place + word.count) { return true }
        } else {
          add(.word(meaning), to: place + word.count)
          return true
        }
      }
    }
    let isBehindPart = tokens.last.map { $0.range.upperBound == place && isPart($0.kind) } ?? false
    if text[place] == "x" || text[place] == "X", isBehindPart, isFigure(place + 1) {
      add(.sign("*"), to: place + 1)
      return true
    }
    if text[place] == "x" || text[place] == "X", startsWord, !(character(place + 1)?.isRoman ?? false),
      let last = tokens.last?.kind
    {
      switch last {
      case .number, .price, .quantity:
        add(.sign("*"), to: place + 1)
        return true
      default: break
      }
    }
    let name = romanRun()
    let run = text[place..<name]
    if run.contains(where: \.isFigure) {
      if Packages.isPackage(String(run)) {
        add(.silent, to: name)
        return true
      }
      return takeRun()
    }
    if let (word, end) = TradeWords.word(in: text, at: place), end > place {
      if case .currency(let currency) = word, takePrice(in: currency, from: end) { return true }
      if word == .absent, end - place == 2, !isBeforePart(end) {
        add(.silent, to: end)
        return true
      }
      add(.word(word), to: end)
      return true
    }
    var end = place
    while end < text.count, text[end].isRoman { end += 1 }
    add(.other, to: end)
    return true
  }

  private func isPart(_ kind: Token.Kind) -> Bool {
    if case .part = kind { return true }
    return false
  }

  /// `no` says that a part is not there only where a part follows.
  private func isBeforePart(_ end: Int) -> Bool {
    let next = afterGaps(end)
    guard next < text.count, text[next].isNumberPart else { return false }
    var stop = next
    while stop < text.count, text[stop].isNumberPart { stop += 1 }
    return parts.asked(in: text, at: next) != nil || text[next..<stop].contains(where: \.isFigure)
  }

  /// Where letters and figures end that belong together.
  private func romanRun() -> Int {
    var end = place
    while end < text.count {
      if text[end].isNumberPart {
        end += 1
      } else if "-_#".contains(text[end]), end + 1 < text.count, text[end + 1].isNumberPart,
        !(text[end + 1] == "0" && character(end + 2) == ".")
      {
        end += 1
      } else {
        break
      }
    }
    return end
  }
}

/// Names of packages.
enum Packages {
  private static let families = [
    "ESOP", "HSOP", "MSOP", "TSSOP", "SSOP", "QSOP", "TSOP", "HTSSOP", "SOIC", "SOP", "SO", "SOT", "SOD", "SC", "DIP",
    "PDIP", "SIP",
    "QFN", "VQFN", "WQFN", "UQFN", "DFN", "UDFN", "WDFN", "QFP", "LQFP", "TQFP", "BGA", "FBGA", "WLCSP", "LGA", "PLCC",
    "TO", "DO",
    "SMA", "SMB", "SMC", "DPAK", "LCC", "CSP", "SMD", "MELF",
  ]

  /// `ESOP8`, `SOT-23-5`, `QFN-32`, `TO-252`.
  static func isPackage(_ word: String) -> Bool {
    let letters = word.uppercased()
    for family in families where letters.hasPrefix(family) {
      let rest = letters.dropFirst(family.count)
      if let first = rest.first, first == "-" || first.isFigure,
        rest.allSatisfy({ $0.isFigure || "-LXB.".contains($0) }),
        rest.filter(\.isFigure).count <= 5
      {
        return true
      }
    }
    return false
  }
}
