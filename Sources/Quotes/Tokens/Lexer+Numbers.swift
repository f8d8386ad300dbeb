internal import Base

extension Lexer {
  /// A number as it is written: `1,000`, `0.35`, `.35`, `0,35`.
  struct Figure {
    var millionths: Int64
    var hasPoint: Bool
    var end: Int
    var whole: Int? { hasPoint || millionths % 1_000_000 != 0 ? nil : Int(exactly: millionths / 1_000_000) }
  }

  func figure(at start: Int) -> Figure? {
    var end = start
    while isFigure(end) { end += 1 }
    var digits = String(text[start..<end])
    if digits.isEmpty, character(start) != "." { return nil }
    // Thousands.
    if (1...3).contains(digits.count), digits != "0" {
      var (grouped, stop) = (digits, end)
      while character(stop) == ",", figures(from: stop + 1).count == 3 {
        grouped += String(text[(stop + 1)..<(stop + 4)])
        stop += 4
      }
      if stop > end { (digits, end) = (grouped, stop) }
    }
    var hasPoint = false
    if let mark = character(end), mark == "." || (mark == "," || mark == "。") && digits == "0", isFigure(end + 1) {
      let fraction = figures(from: end + 1)
      // `1.2.3` is no number.
      if character(fraction.upperBound) == ".", isFigure(fraction.upperBound + 1) { return nil }
      digits += "." + String(text[fraction])
      end = fraction.upperBound
      hasPoint = true
    }
    if digits.hasPrefix(".") { digits = "0" + digits }
    guard let value = DecimalText.plain(Substring(digits), digits: 6) else { return nil }
    return Figure(millionths: value, hasPoint: hasPoint, end: end)
  }

  /// A number with what stands behind it. A run of figures and letters that makes no number is a part's.
  mutating func takeNumber() -> Bool {
    guard let first = figure(at: place) else { return takeRun() }
    if text[place] == "0", !first.hasPoint, first.end - place == 4, !(character(first.end)?.isNumberPart ?? false) {
      // `0603` is a size.
      add(PassiveWords.packages.contains(String(text[place..<first.end])) ? .silent : .other, to: first.end)
      return true
    }
    if takeYears(first) || takeRange(first) { return true }
    if takeMoney(first) || takeCount(first) || takeSpan(first) { return true }
    if let end = electricalEnd(first.end) {
      add(.silent, to: end)
      return true
    }
    if let next = character(first.end), next.isNumberPart { return takeRun() }
    if let whole = first.whole, character(first.end) == "+", !isFigure(first.end + 1) || (1...4).contains(whole) {
      add(.plus(whole), to: first.end + 1)
      return true
    }
    if let end = packEnd(afterSlashAt: first.end) {
      add(.number(price(first, per: .pack)), to: end)
      return true
    }
    let (per, isSlashed, end) = self.per(at: first.end)
    var price = price(first, per: per)
    price.isSlashed = isSlashed
    price.isMarked = end > first.end
    add(end > first.end ? .price(price) : .number(price), to: end)
    return true
  }

  func price(_ figure: Figure, per: PriceText.Per = .pieces(1)) -> PriceText {
    PriceText(millionths: figure.millionths, per: per, hasPoint: figure.hasPoint)
  }

  /// Figures and letters that are no number: the number of a part, or nothing known.
  mutating func takeRun() -> Bool {
    let start = place
    var end = place
    while end < text.count, text[end].isNumberPart || "-_./#".contains(text[end]) && isPartJoint(end) { end += 1 }
    let run = text[start..<end]
    if run.contains(where: \.isRoman), run.contains(where: \.isFigure), run.filter(\.isNumberPart).count >= 4 {
      let name = plain.said(start..<end)
      add(.part(name: name, line: nil, isWhole: true), to: end)
    } else {
      add(.other, to: max(end, start + 1))
    }
    return true
  }

  /// Whether the mark at a place stands within a part's number, not between it and a price.
  private func isPartJoint(_ mark: Int) -> Bool {
    guard let next = character(mark + 1), next.isNumberPart else { return false }
    if text[mark] == "/" {
      var end = mark + 1
      while end < text.count, text[end].isNumberPart || text[end] == "-" { end += 1 }
      if Packages.isPackage(String(text[(mark + 1)..<end])) { return false }
    }
    if text[mark] == "/" || text[mark] == "-", next == "0", character(mark + 2) == "." { return false }
    if text[mark] == ".", !next.isFigure { return false }
    return true
  }

  // MARK: Dates

  /// `22/23`, `22年`, `2022年`: years that goods were made in.
  private mutating func takeYears(_ first: Figure) -> Bool {
    guard let year = first.whole, first.end - place == 2 || first.end - place == 4 else { return false }
    if character(first.end) == "年", isYear(year) {
      var end = first.end + 1
      if character(end) == "+" || character(end) == "后" { end += 1 }
      add(.dateCode, to: end)
      return true
    }
    if character(first.end) == "/", first.end - place == 4, AtomBuilder.isDateCode(year) {
      let second = figures(from: first.end + 1)
      if second.count == 4, AtomBuilder.isDateCode(value(second)), character(second.upperBound) != ".",
        !(character(second.upperBound)?.isNumberPart ?? false)
      {
        add(.dateCode, to: second.upperBound)
        return true
      }
    }
    if character(first.end) == "/", first.end - place == 2, isYear(year) {
      let second = figures(from: first.end + 1)
      guard second.count == 2, isYear(value(second)), !(character(second.upperBound)?.isNumberPart ?? false),
        character(second.upperBound) != "."
      else { return false }
      add(.dateCode, to: character(second.upperBound) == "+" ? second.upperBound + 1 : second.upperBound)
      return true
    }
    return false
  }

  func isYear(_ number: Int) -> Bool { (10...30).contains(number) || (2010...2030).contains(number) }

  // MARK: Ranges

  /// `1-99`, `1k-5k`, `0.3-0.35`, `4-6周`, `6到7块`.
  private mutating func takeRange(_ first: Figure) -> Bool {
    let (firstFactor, firstEnd) = factor(at: first.end) ?? (1, first.end)
    guard let mark = character(firstEnd), "-~到至".contains(mark), let second = figure(at: firstEnd + 1) else {
      return false
    }
    let start = place
    if let (span, end) = self.span(at: second.end, second), first.whole != nil {
      add(.days(span), to: end)
      return true
    }
    // `1K-0.36` and `0.36-1K` are a quantity and its price.
    if firstFactor > 1 && second.hasPoint || first.hasPoint && factor(at: second.end) != nil { return false }
    if first.hasPoint || second.hasPoint || moneyEnd(second.end) != nil && character(second.end) != "分" {
      // A price and its quantity, `0.35-100`, are no range.
      if first.hasPoint, !second.hasPoint, second.whole ?? 0 >= 10 { return false }
      add(.priceRange, to: moneyEnd(second.end) ?? second.end)
      return true
    }
    let (secondFactor, secondEnd) = factor(at: second.end) ?? (1, second.end)
    guard let low = first.whole, let high = second.whole,
      !(character(secondEnd)?.isRoman ?? false) || unitEnd(secondEnd) != nil
    else { return false }
    let (least, most) = (low * firstFactor, high * secondFactor)
    guard least < most, start == place else { return false }
    add(.quantities(least, most), to: unitEnd(secondEnd) ?? secondEnd)
    return true
  }

  // MARK: Quantities

  /// `k`, `千`, `万`, …: what a number before it is multiplied by, and the end.
  func factor(at place: Int) -> (Int, Int)? {
    guard let character = character(place) else { return nil }
    let factor: Int
    switch character {
    case "k", "K", "千": factor = 1_000
    case "w", "W", "万": factor = 10_000
    case "百": factor = 100
    default: return nil
    }
    let end = place + 1
    if character.isRoman, let next = self.character(end), next.isNumberPart, unitEnd(end) == nil { return nil }
    return (factor, end)
  }

  /// The end of a unit of pieces that starts at `place`, one blank before it allowed for words; nil where none does.
  func unitEnd(_ start: Int) -> Int? {
    if let character = character(start), "个只片颗件粒支枚套".contains(character) {
      // `6个点` is a share, `2个月` a time.
      if character == "个", let next = self.character(start + 1), "点月百星".contains(next) { return nil }
      return start + 1
    }
    let place = afterGaps(start)
    for word in ["pieces", "piece", "pcs", "pc", "ea", "units", "unit"] where matches(word, at: place) {
      let end = place + word.count
      if let next = character(end), next.isNumberPart { continue }
      return end
    }
    return nil
  }

  private mutating func takeCount(_ first: Figure) -> Bool {
    let multiplied = factor(at: first.end)
    let unit = unitEnd(multiplied?.1 ?? first.end)
    guard multiplied != nil || unit != nil else { return false }
    // `0.25W` is power, `0.35个` a price for one.
    if multiplied == nil, first.hasPoint {
      var price = price(first)
      price.isMarked = true
      add(.price(price), to: unit ?? first.end)
      return true
    }
    let scaled = first.millionths.multipliedReportingOverflow(by: Int64(multiplied?.0 ?? 1))
    guard !scaled.overflow, scaled.partialValue % 1_000_000 == 0,
      let count = Int(exactly: scaled.partialValue / 1_000_000)
    else { return false }
    var end = unit ?? multiplied?.1 ?? first.end
    if character(end) == "+" { end += 1 }
    add(.quantity(count), to: end)
    return true
  }

  // MARK: Times and shares

  private mutating func takeSpan(_ first: Figure) -> Bool {
    if let (days, end) = span(at: first.end, first) {
      add(.days(days), to: end)
      return true
    }
    if let count = first.whole, (1...10_000).contains(count), let end = packWordEnd(first.end), text[first.end] != "一",
      text[first.end] != " "
    {
      // `300盘` of pieces is unusual; up to 50 are packs.
      if count <= 50 {
        add(.packs(count), to: end)
        return true
      }
    }
    let mark = afterGaps(first.end)
    for sign in ["%", "个百分点", "个点", "点", "％"] where matches(sign, at: mark) && (sign != "点" || mark == first.end) {
      add(.percent(Int(first.millionths / 1_000_000)), to: mark + sign.count)
      return true
    }
    if matches("折", at: first.end) {
      // A share of a price that is not stated.
      add(.other, to: first.end + 1)
      return true
    }
    for unit in ["分钟", "小时", "月", "年"] where matches(unit, at: first.end) {
      add(.silent, to: first.end + unit.count)
      return true
    }
    return false
  }

  /// Days of a time whose unit starts at `place`, and its end.
  func span(at start: Int, _ figure: Figure) -> (Int, Int)? {
    guard let count = figure.whole, count <= 400 else { return nil }
    return span(at: start, count: count)
  }

  func span(at start: Int, count: Int) -> (Int, Int)? {
    let units: [(String, Int)] = [
      ("个工作日", 1), ("工作日", 1), ("个星期", 7), ("星期", 7), ("个礼拜", 7), ("礼拜", 7), ("个月", 30), ("周", 7), ("天", 1),
      ("日", 1),
    ]
    let place = afterGaps(start)
    for (unit, days) in units where matches(unit, at: unit == "日" ? start : place) {
      return (count * days, (unit == "日" ? start : place) + unit.count)
    }
    let words: [(String, Int)] = [
      ("working days", 1), ("business days", 1), ("workdays", 1), ("days", 1), ("day", 1), ("weeks", 7), ("week", 7),
      ("wks", 7), ("wk", 7), ("months", 30), ("month", 30),
    ]
    for (word, days) in words where matches(word, at: place) {
      let end = place + word.count
      if character(end)?.isNumberPart ?? false { continue }
      return (count * days, end)
    }
    return nil
  }

  // MARK: Electrical values

  /// The end of a unit that makes a number a value of a part: `5V`, `16MHz`, `2.54mm`.
  private func electricalEnd(_ start: Int) -> Int? {
    let units = [
      "mah", "ah", "khz", "mhz", "ghz", "hz", "kΩ", "mΩ", "Ω", "ohm", "nf", "pf", "uf", "mf", "nh", "uh", "mh", "ma",
      "ua", "mw",
      "mv", "kv", "mm", "cm", "mil", "mbit", "kbit", "bit", "mb", "kb", "gb", "db", "dbm", "ppm", "pin", "℃", "°c", "v",
      "a", "r", "f",
      "h", "m", "p", "脚", "位", "伏", "安", "欧", "℉", "°",
    ]
    for unit in units where matches(unit, at: start) {
      let end = start + unit.count
      if let next = character(end), next.isNumberPart { continue }
      return end
    }
    return nil
  }
}
