extension Lexer {
  /// A number with a unit of money behind it: `0.35元`, `3毛5`, `1块2毛5`, `0.05美金`.
  mutating func takeMoney(_ first: Figure) -> Bool {
    let start = afterGaps(first.end)
    if let (amount, end) = spoken(from: place, first.millionths, unitAt: start, mayGoOn: !first.hasPoint) {
      // `3毛5个` may be 0.35 for one, or five at 0.3.
      let more = figures(from: end)
      if !more.isEmpty, let stop = unitEnd(more.upperBound) {
        add(.other, to: stop)
        return true
      }
      addPrice(amount, "CNY", first.hasPoint, to: end)
      return true
    }
    guard let word = TradeWords.word(in: text, at: start), case .currency(let currency) = word.0,
      // `100 ¥0.35`, `2000 RMB0.35`: the sign belongs to the number behind it.
      !isFigure(word.1), text[start].isNumberPart || text[start].isHan || !isFigure(afterGaps(word.1)),
      start == first.end || first.hasPoint || !isFigure(afterGaps(word.1))
    else { return false }
    addPrice(first.millionths, currency, first.hasPoint, to: word.1)
    return true
  }

  /// A currency before its number.
  mutating func takePrice(in currency: String, from end: Int) -> Bool {
    var start = afterGaps(end)
    if character(start) == ":" { start = afterGaps(start + 1) }
    guard let figure = figure(at: start) else { return false }
    let unit = afterGaps(figure.end)
    if let (amount, stop) = spoken(from: start, figure.millionths, unitAt: unit, mayGoOn: !figure.hasPoint) {
      addPrice(amount, currency, figure.hasPoint, to: stop)
      return true
    }
    // `¥1-2` is a range; `¥3k` is left to the user.
    if let mark = character(figure.end), "-~".contains(mark), isFigure(figure.end + 1) {
      let second = self.figure(at: figure.end + 1)
      add(.priceRange, to: second?.end ?? figure.end + 2)
      return true
    }
    if let next = character(figure.end), next.isNumberPart, unitEnd(figure.end) == nil { return false }
    addPrice(figure.millionths, currency, figure.hasPoint, to: figure.end)
    return true
  }

  mutating func addPrice(_ millionths: Int64, _ currency: String, _ hasPoint: Bool, to end: Int) {
    var end = end
    if character(end) == "钱" { end += 1 }
    var price = PriceText(millionths: millionths, currency: currency, isMarked: true, hasPoint: hasPoint)
    if let stop = packEnd(afterSlashAt: end) {
      price.per = .pack
      end = stop
    } else {
      (price.per, price.isSlashed, end) = per(at: end)
    }
    add(.price(price), to: end)
  }

  // MARK: Spoken amounts

  private static let units: [(Character, Int64)] = [
    ("元", 1_000_000), ("块", 1_000_000), ("圆", 1_000_000), ("毛", 100_000), ("角", 100_000), ("分", 10_000), ("厘", 1_000),
  ]

  /// Micro-yuan of a unit, and the end of it; 分 of minutes is none.
  private func unit(at place: Int) -> (Int64, Int)? {
    guard let character = character(place), let unit = Lexer.units.first(where: { $0.0 == character }) else {
      return nil
    }
    if character == "分", self.character(place + 1) == "钟" || self.character(place + 1) == "之" { return nil }
    return (unit.1, place + 1)
  }

  /// The end of a unit of money at a place.
  func moneyEnd(_ place: Int) -> Int? { unit(at: afterGaps(place))?.1 }

  /// An amount whose number before the first unit is known.
  ///
  /// - Parameter mayGoOn: whether lower units may follow (`1块2毛5`).
  func spoken(from start: Int, _ millionths: Int64, unitAt place: Int, mayGoOn: Bool) -> (Int64, Int)? {
    guard let (size, end) = unit(at: place) else { return nil }
    let scaled = Int128(millionths) * Int128(size) / 1_000_000
    guard var amount = Int64(exactly: scaled) else { return nil }
    var (lastSize, stop) = (size, end)
    guard mayGoOn else { return (amount, stop) }
    while let (digits, digitsEnd) = smallDigits(at: stop) {
      if let (next, nextEnd) = unit(at: digitsEnd), next < lastSize, let count = Int64(digits) {
        amount += count * next
        (lastSize, stop) = (next, nextEnd)
        continue
      }
      // Figures without a unit are the next decimals: 3毛5 is 0.35, 1块25 is 1.25.
      if let next = character(digitsEnd), "kKwW千百万个只片颗件粒+.%天周日点盘卷起年月-~:*".contains(next) || next.isNumberPart { break }
      var part = lastSize
      for digit in digits {
        part /= 10
        amount += Int64(digit.wholeNumberValue ?? 0) * part
      }
      stop = digitsEnd
      break
    }
    return (amount, stop)
  }

  /// One or two digits, in figures or characters.
  private func smallDigits(at place: Int) -> (String, Int)? {
    let run = figures(from: place)
    if (1...2).contains(run.count) { return (String(text[run]), run.upperBound) }
    var digits = ""
    var end = place
    while let character = character(end), digits.count < 2 {
      if character == "零" || character == "〇" {
        digits += "0"
      } else if let digit = ChineseNumber.digit(character) {
        digits += "\(digit)"
      } else {
        break
      }
      end += 1
    }
    // `一块一个` is a yuan for one piece.
    if let next = character(end), "个只片颗件粒盘卷套".contains(next), text[end - 1] == "一" {
      digits.removeLast()
      end -= 1
    }
    return digits.isEmpty ? nil : (digits, end)
  }

  // MARK: For how many

  /// What a price is for, from the place behind its number: `/个`, `/k`, `/100pcs`, `每千`, `一个`, ` each`.
  func per(at place: Int) -> (PriceText.Per, isSlashed: Bool, end: Int) {
    let none: (PriceText.Per, Bool, Int) = (.pieces(1), false, place)
    var start = afterGaps(place)
    guard let mark = character(start) else { return none }
    if mark == "/" {
      start = afterGaps(start + 1)
    } else if mark == "每" {
      start += 1
    } else if matches("per", at: start), let next = character(start + 3), next.isGap {
      start = afterGaps(start + 3)
    } else if mark == "一", let end = unitEnd(start + 1) {
      return (.pieces(1), false, end)
    } else if mark == "一", let (factor, end) = factor(at: start + 1), !"起以+".contains(character(end) ?? " ") {
      // `5块一K`.
      return (.pieces(factor), false, unitEnd(end) ?? end)
    } else {
      return none
    }
    if character(start) == "一", let (factor, end) = factor(at: start + 1) {
      return (.pieces(factor), true, unitEnd(end) ?? end)
    }
    if character(start) == "一", let end = unitEnd(start + 1) { return (.pieces(1), false, end) }
    if let end = unitEnd(start) { return (.pieces(1), false, end) }
    if let (factor, end) = factor(at: start) { return (.pieces(factor), true, unitEnd(end) ?? end) }
    if let figure = figure(at: start), let count = figure.whole, count >= 1 {
      let (factor, end) = self.factor(at: figure.end) ?? (1, figure.end)
      let stop = unitEnd(end) ?? end
      if let next = character(stop), next.isNumberPart { return none }
      if factor == 1, stop == end, count < 10 { return none }
      guard let all = Int(exactly: Int128(count) * Int128(factor)), all <= 1_000_000_000 else { return none }
      return (.pieces(all), true, stop)
    }
    return none
  }

  /// `每千320元`, `per k 320`, `每盘360`: what a price is for, before its number.
  mutating func takePer() -> Bool {
    guard text[place] == "每" || matches("per", at: place) && startsWord else { return false }
    let start = place
    var per = PriceText.Per.pack
    var next = packEnd(afterSlashAt: place)
    if next == nil {
      let found = self.per(at: place)
      guard found.0 != .pieces(1) else { return false }
      (per, next) = (found.0, found.end)
    }
    guard let next else { return false }
    let number = afterGaps(next)
    guard character(number) == "¥" ? isFigure(afterGaps(number + 1)) : isFigure(number) else { return false }
    place = character(number) == "¥" ? afterGaps(number + 1) : number
    guard let figure = figure(at: place), factor(at: figure.end) == nil, unitEnd(figure.end) == nil,
      takePrice(in: "CNY", from: place), case .price(var price)? = tokens.last?.kind
    else {
      place = start
      return false
    }
    price.per = per
    tokens[tokens.count - 1].kind = .price(price)
    // 每盘3000 may be its pieces.
    if per == .pack, !price.hasPoint, character(figure.end) != "元", character(figure.end) != "块",
      character(number) != "¥"
    {
      tokens[tokens.count - 1].kind = .number(price)
    }
    return true
  }

  /// The end of `/盘`, `/reel`, `每盘` behind a number; nil where none stands there.
  func packEnd(afterSlashAt place: Int) -> Int? {
    let start = afterGaps(place)
    guard let mark = character(start) else { return nil }
    if mark == "/" { return packWordEnd(afterGaps(start + 1)) }
    if mark == "每" || mark == "一" {
      // `0.3一盘4K` has the pieces of a reel behind the price.
      guard let end = packWordEnd(start + 1) else { return nil }
      return start == self.place || !isFigure(afterGaps(end)) ? end : nil
    }
    if matches("per", at: start), let next = character(start + 3), next.isGap {
      return packWordEnd(afterGaps(start + 3))
    }
    return nil
  }

  /// The end of a word for a pack.
  func packWordEnd(_ place: Int) -> Int? {
    var place = place
    if character(place) == "一" || character(place) == "整" { place += 1 }
    if let character = character(place), "盘卷包盒袋管".contains(character) { return place + 1 }
    for word in ["reels", "reel", "tray", "tube", "bag", "box"] where matches(word, at: place) {
      return place + word.count
    }
    return nil
  }
}
