internal import Base
internal import Market

/// The second reader: holds every answer of the first against the numbers of its lines, the list prices and the words beside them.
///
/// It knows the claims, and asks whether the text bears them out: each price among the numbers that are money, beside the part that it
/// is claimed for, none left over; each quantity among the counts; a refusal in words. O(numbers · answers of the lines).
struct AnswerAudit {
  private let context: QuoteContext

  /// The whole text, in which a tax may be said of all parts.
  private let whole: String

  init(_ context: QuoteContext, whole: String = "") {
    self.context = context
    self.whole = whole
  }

  /// The answers, with questions in place of those that the text does not bear out.
  ///
  /// - Parameter text: the lines from one to another, from 1.
  func checked(_ answers: [Answer], text: (Int, Int) -> String) -> [Answer] {
    var checked = answers
    for (index, answer) in answers.enumerated() where answer.state != .question {
      // Answers that share lines share a text.
      let related = answers.indices.filter {
        answers[$0].line <= answer.lastLine && answers[$0].lastLine >= answer.line
      }
      let names = AnswerAudit.names(related.map { answers[$0] }, asked: context.lines.map(\.mpn))
      let audited = AuditText(text(answer.line, answer.lastLine), names: names.map(\.said))
      let claims = related.filter { answers[$0].mpn == answer.mpn }.map { answers[$0] }
      if let reason = objection(to: answer, claims: claims, names: names, audited) {
        checked[index] = answer.asked(reason)
      }
    }
    return checked
  }

  /// What parts are called in the text, and which they are.
  private static func names(_ answers: [Answer], asked: [String]) -> [(said: String, mpn: String)] {
    var names = asked.map { (said: $0, mpn: $0) }
    for answer in answers {
      for reason in answer.why { if case .shortName(let said, let meant) = reason { names.append((said, meant)) } }
      if let mpn = answer.mpn, !asked.contains(mpn) { names.append((mpn, mpn)) }
    }
    return names
  }

  private func objection(
    to answer: Answer, claims: [Answer], names: [(said: String, mpn: String)], _ text: AuditText
  ) -> AnswerReason? {
    let numbers = AuditNumbers(text).numbers
    let owners = numbers.map { owner(of: $0, text, names) }
    if answer.state == .noBid { return refusal(answer, text) }
    guard let price = answer.unitPrice else { return .noPrice }
    let isNamed = owners.contains { $0 != nil } || text.parts.contains { $0 ?? -1 >= 0 }
    // Numbers that may be this part's prices.
    let mine = numbers.indices.filter { index in
      numbers[index].role == .money && !numbers[index].isSum
        && (owners[index] == answer.mpn || owners[index] == nil || !isNamed)
    }
    let counts = self.counts(numbers)
    var found: Int?
    for index in mine where isPrice(numbers[index], price, answer, counts) { found = index }
    if found == nil {
      // A number for a thousand or a reel; a whole number without a mark, which lists alone make a price.
      found = numbers.indices.first { index in
        let number = numbers[index]
        guard number.role == .plain, !number.isSum, owners[index] == answer.mpn || !isNamed else { return false }
        return (number.pieces != [1] || number.isPack || number.value == price.microYuan)
          && isPrice(number, price, answer, counts)
      }
      if let found, numbers[found].pieces == [1], !numbers[found].isPack, !isListed(answer, price) {
        return .bareNumber(price.decimal)
      }
    }
    guard let found else {
      let elsewhere = numbers.indices.first { index in
        numbers[index].role == .money && isPrice(numbers[index], price, answer, counts)
      }
      if let elsewhere, let other = owners[elsewhere] { return .secondPart(other) }
      return .secondReader(found: mine.map { Money(microYuan: numbers[$0].value).decimal })
    }
    if numbers[found].isDoubtful { return .approximate(Money(microYuan: numbers[found].value).decimal) }
    // No number that is money is left over.
    let left = mine.filter { index in
      !claims.contains { claim in
        claim.unitPrice.map { isPrice(numbers[index], $0, claim, counts) } ?? (claim.state == .question)
      }
    }
    if !left.isEmpty { return .secondReader(found: left.map { Money(microYuan: numbers[$0].value).decimal }) }
    for quantity in [answer.from, answer.stock].compactMap(\.self)
    where quantity > 1 && !counts.contains(Int64(quantity)) {
      return .secondQuantity("\(quantity)")
    }
    if let tax = answer.tax, !isTaxed(tax, text, claims) { return .severalTaxes }
    return outOfRange(answer, price)
  }

  /// Whether words of the text say so of tax; one of two prices may be the opposite of the other.
  private func isTaxed(_ tax: Answer.Tax, _ text: AuditText, _ claims: [Answer]) -> Bool {
    let own = String(String.UnicodeScalarView(text.signs))
    let words = ["税", "稅", "票", "VAT", "TAX", "加", "+"].contains { own.contains($0) } ? own : own + whole.uppercased()
    let without = [
      "不含", "未税", "未稅", "不带", "不帶", "不开", "不開", "无票", "無票", "没票", "沒票", "免税", "除税", "去税", "税前", "无税", "未含", "EX",
      "WITHOUT",
      "W/O", "NO VAT", "NO TAX", "加", "+", "PLUS", "BEFORE", "NET", "UNTAXED", "不要票", "不要发票", "另算", "另计", "不包税",
    ]
    let with = ["含", "带票", "帶票", "带税", "帶稅", "专票", "專票", "普票", "税票", "稅票", "INC", "WITH"]
    let isOpposite = claims.contains { $0.tax != nil && $0.tax != tax }
    switch tax {
    case .excluded: return isOpposite || without.contains { words.contains($0) }
    case .included:
      return isOpposite || with.contains { words.contains($0) } && (claims.count > 1 || !isOnlyWithout(words))
    }
  }

  /// Whether every 含 of a text is one of 不含 and 未含.
  private func isOnlyWithout(_ words: String) -> Bool {
    var signs = words
    for word in ["不含", "未含"] {
      signs = signs.split(separator: word, omittingEmptySubsequences: false).joined(separator: "|")
    }
    return !["含", "带票", "帶票", "带税", "帶稅", "专票", "專票", "普票", "税票", "稅票", "INC", "WITH"].contains { signs.contains($0) }
  }

  /// The part that a number belongs to: in its clause the last one before it, else the first behind it; else the last of an earlier clause.
  private func owner(of number: AuditNumber, _ text: AuditText, _ names: [(said: String, mpn: String)]) -> String? {
    func isStop(_ place: Int) -> Bool {
      let sign = text.signs[place]
      if "，;；。\n".unicodeScalars.contains(sign) { return true }
      guard sign == ",", text.parts[place] == nil else { return false }
      return
        !(place > 0 && AuditText.isDigit(text.signs[place - 1]) && place + 1 < text.signs.count
        && AuditText.isDigit(text.signs[place + 1]))
    }
    var start = number.place
    while start > 0, !isStop(start - 1) { start -= 1 }
    var end = number.end
    while end < text.signs.count, !isStop(end) { end += 1 }
    func name(_ place: Int) -> String? { text.parts[place].flatMap { $0 >= 0 ? names[$0].mpn : nil } }
    for place in stride(from: number.place - 1, through: start, by: -1) { if let name = name(place) { return name } }
    for place in number.end..<max(end, number.end) { if let name = name(place) { return name } }
    for place in stride(from: start - 1, through: 0, by: -1) { if let name = name(place) { return name } }
    for place in number.end..<text.signs.count { if let name = name(place) { return name } }
    return nil
  }

  private func counts(_ numbers: [AuditNumber]) -> Set<Int64> {
    var counts: Set<Int64> = []
    for number in numbers where number.role == .count || number.role == .plain {
      if number.value % 1_000_000 == 0 { counts.insert(number.value / 1_000_000) }
    }
    for number in numbers where number.role == .money { counts.formUnion(number.pieces) }
    return counts
  }

  /// Whether a number that is money is the claimed price a piece: itself, or for as many pieces as stand beside it.
  private func isPrice(_ number: AuditNumber, _ price: Money, _ answer: Answer, _ counts: Set<Int64>) -> Bool {
    var amounts = [number.value]
    for reason in answer.why {
      guard case .converted(let currency, let rate) = reason, let micro = Money.rate(rate) else { continue }
      if let stated = context.rates[currency], stated.microYuan != micro { continue }
      amounts = [Int64(clamping: (Int128(number.value) * Int128(micro) + 500_000) / 1_000_000)]
    }
    var pieces = Set(number.pieces)
    if number.isPack { pieces.formUnion(counts) }
    return amounts.contains { amount in
      pieces.contains { count in count > 0 && (amount + count / 2) / count == price.microYuan }
    }
  }

  // MARK: Lists

  private func list(_ answer: Answer) -> ClosedRange<Money>? {
    guard let mpn = answer.mpn else { return nil }
    if let line = context.lines.first(where: { $0.mpn == mpn }) { return line.listPrice }
    return context.known(mpn)?.listPrice
  }

  private func isListed(_ answer: Answer, _ price: Money) -> Bool {
    list(answer) != nil && outOfRange(answer, price) == nil && answer.from.map { Money(yuan: Int64($0)) } != price
  }

  private func outOfRange(_ answer: Answer, _ price: Money) -> AnswerReason? {
    guard let list = list(answer) else { return nil }
    let tenfold = Int128(price.microYuan) * 10
    let (least, most) = (
      Int128(list.lowerBound.microYuan) * Int128(context.leastTenths),
      Int128(list.upperBound.microYuan) * Int128(context.mostTenths)
    )
    guard tenfold < least - 10 || tenfold > max(least, most) + 10 else { return nil }
    return .outOfRange(
      price: price.decimal, least: Money(microYuan: Int64(clamping: least / 10)).decimal,
      most: Money(microYuan: Int64(clamping: most / 10)).decimal)
  }

  // MARK: Refusals

  private static let refusals = [
    "没", "無", "无", "缺", "断", "停产", "停產", "罄", "卖完", "賣完", "卖光", "冇", "沒", "不做", "做不了", "NO", "OUT", "NOT", "SOLD",
    "N/A", "UNAVAILABLE",
    "NONE", "DON'T", "DONT", "CAN'T", "CANNOT", "DISCONTINUED", "斷", "清完", "找不到", "订不到", "空缺", "售完", "下架", "EOL",
    "OBSOLETE",
  ]

  private func refusal(_ answer: Answer, _ text: AuditText) -> AnswerReason? {
    let words = String(String.UnicodeScalarView(text.signs))
    return AnswerAudit.refusals.contains { words.contains($0) } ? nil : .unexplained(answer.says)
  }
}

extension Money {
  /// Micro-yuan of a rate such as `7.1`, digit by digit.
  fileprivate static func rate(_ text: String) -> Int64? {
    let halves = text.split(separator: ".")
    guard let whole = halves.first.flatMap({ Int64($0) }), halves.count <= 2, whole < 1_000_000 else { return nil }
    let fraction = halves.count == 2 ? String((halves[1] + "000000").prefix(6)) : "0"
    return Int64(fraction).map { whole * 1_000_000 + $0 }
  }
}
