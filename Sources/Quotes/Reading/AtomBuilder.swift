internal import Base
internal import Market

/// Gives the entries of a record their meaning.
struct AtomBuilder {
  let entries: [Entry]
  var atoms: [Atom] = []
  var used: Set<Int> = []
  private let areBreaks: Bool

  static func atoms(of entries: [Entry]) -> [Atom] {
    var builder = AtomBuilder(entries)
    builder.build()
    builder.joinOrderTimes()
    return builder.atoms.sorted { $0.place < $1.place }
  }

  private init(_ entries: [Entry]) {
    self.entries = entries
    // `1+ 10+ 100+` are breaks, `22+ 24+` are years.
    let plus = entries.compactMap { entry -> Int? in
      if case .plus(let number) = entry.kind { return number }
      return nil
    }
    areBreaks =
      plus.count > 1 && plus.contains { !AtomBuilder.isDateCode($0) }
      && !plus.contains { (21...29).contains($0) && $0 != 25 }
  }

  private mutating func build() {
    takeProducts()
    for place in entries.indices where !used.contains(place) { take(place) }
  }

  // MARK: Neighbours

  /// The nearest entry before a place that says something, not beyond a stop.
  private func before(_ place: Int) -> Entry? { neighbour(place, step: -1) }
  private func after(_ place: Int) -> Entry? { neighbour(place, step: 1) }

  private func neighbour(_ place: Int, step: Int) -> Entry? { nearest(place, step: step).map { entries[$0] } }

  private func nearest(_ place: Int, step: Int) -> Int? {
    var index = place + step
    while entries.indices.contains(index) {
      if entries[index].kind == .stop { return nil }
      if !isFiller(entries[index]) { return index }
      index += step
    }
    return nil
  }

  private func isFiller(_ entry: Entry) -> Bool {
    switch entry.kind {
    case .silent, .word(.silent), .join: true
    default: false
    }
  }

  mutating func add(_ kind: Atom.Kind, _ place: Int) {
    let clause = entries[..<place].count { $0.kind == .stop }
    atoms.append(
      Atom(kind: kind, said: entries[place].said, place: place, clause: clause, isGlued: entries[place].isGlued))
  }

  // MARK: Kinds

  static func isDateCode(_ number: Int) -> Bool {
    if (10...30).contains(number) || (2012...2030).contains(number) { return true }
    let (year, week) = (number / 100, number % 100)
    return (10...27).contains(year) && (1...53).contains(week) && number < 10_000
  }

  private mutating func take(_ place: Int) {
    let entry = entries[place]
    switch entry.kind {
    case .price(let price): takePrice(price, place)
    case .priceRange: add(.doubt(.priceRange(entry.said)), place)
    case .quantity(let count):
      // `一个0.35` is a price for one.
      if count == 1, entry.said.hasPrefix("一") { return }
      if isFreeOfCharge(place) { return }
      if isMost(place) {
        add(.quantity(1, .least), place)
        return
      }
      add(.quantity(count, role(of: place)), place)
    case .quantities(let least, _): add(.quantity(least, .least), place)
    case .plus(let number):
      let isDate = AtomBuilder.isDateCode(number) && !areBreaks && before(place)?.word != .least
      add(isDate ? .date(entry.said) : .quantity(number, .least), place)
    case .number(let price): takeNumber(price, place)
    case .packs(let count): add(.packs(count), place)
    case .dateCode: add(.date(entry.said), place)
    case .days(let days):
      if before(place)?.word == .warranty || after(place)?.word == .warranty { return }
      if before(place)?.word == .valid || after(place)?.word == .valid {
        add(.valid(days), place)
      } else {
        add(.lead(days), place)
      }
    case .percent: takePercent(place)
    case .word(let word): take(word, place)
    case .sign, .stop, .join, .silent, .part, .parts: break
    case .other:
      if entry.said.contains(where: \.isFigure) { add(.doubt(.unexplained(entry.said)), place) }
    }
  }

  private mutating func take(_ word: TradeWord, _ place: Int) {
    switch word {
    case .absent: add(.absent, place)
    case .onHand: add(.lead(0), place)
    case .onOrder: add(.lead(nil), place)
    case .reel: add(.packs(1), place)
    case .condition(let condition): add(.condition(condition), place)
    case .otherCondition: add(.otherCondition, place)
    case .taxIncluded: add(.tax(.included), place)
    case .taxExcluded: add(.tax(.excluded), place)
    case .about:
      // `300个左右` says nothing of the price.
      if let last = before(place), isCount(last) { return }
      add(.doubt(.approximate(context(place))), place)
    case .correction: add(.doubt(.contradiction(entries[place].said)), place)
    case .past: if isBesideMoney(place) { add(.doubt(.contradiction(context(place))), place) }
    case .between: if isBetweenMoney(place) { add(.doubt(.priceRange(context(place))), place) }
    case .onRequest: add(.onRequest, place)
    case .later: add(.later, place)
    case .takeAll: add(.takeAll, place)
    case .asks: add(.asks, place)
    case .currency(let currency):
      if currency != "CNY" { add(.doubt(.otherCurrency(currency)), place) }
    case .surcharge:
      if case .percent? = after(place)?.kind { return }
      if let next = after(place), next.isMoney { add(.doubt(.sumOrPrice(context(place))), place) }
    case .today:
      if before(place)?.word == .valid || after(place)?.word == .valid { add(.valid(0), place) }
    case .present, .stock, .from, .least, .invoicePossible, .price, .lead, .dateCode, .negotiable, .valid, .that, .all,
      .wants, .below, .warranty, .fee, .others, .rate, .contact, .sum, .count, .each, .part, .silent:
      break
    }
  }

  private func isBesideMoney(_ place: Int) -> Bool {
    let next = nearest(place, step: 1)
    // 成本都0.35: a word may stand between.
    let second = next.flatMap { entries[$0].word == .all ? after($0) : nil }
    return [before(place), next.map { entries[$0] }, second].contains { entry in
      guard let entry else { return false }
      if entry.isMoney { return true }
      if case .number = entry.kind { return true }
      return false
    }
  }

  private func isBetweenMoney(_ place: Int) -> Bool {
    [before(place), after(place)].allSatisfy { entry in
      guard let entry else { return false }
      if case .number = entry.kind { return true }
      return entry.isMoney
    }
  }

  /// The word with its neighbours, for messages.
  private func context(_ place: Int) -> String {
    let said = (max(0, place - 1)...min(entries.count - 1, place + 1)).map { index in
      (index > max(0, place - 1) && !entries[index].isGlued ? " " : "") + entries[index].said
    }.joined()
    return said.trimmed
  }

  private mutating func takePercent(_ place: Int) {
    switch before(place)?.word {
    case .surcharge: add(.surcharge, place)
    case .taxIncluded:
      // 不含税 … 含税13点: what an invoice adds, where the price is said to be without.
      guard entries.contains(where: { $0.word == .taxExcluded }) else { return }
      atoms.removeAll { $0.kind == .tax(.included) && $0.place < place && $0.place >= place - 3 }
      add(.surcharge, place)
    default: if entries[..<place].last?.kind == .sign("+") { add(.surcharge, place) }
    }
  }

  /// `0.35起`: the least that it may cost.
  private func startsAt(_ place: Int) -> Bool {
    guard let index = nearest(place, step: 1), entries[index].word == .from, entries[index].said == "起" else {
      return false
    }
    return entries[index].isGlued
  }

  /// `100以内`, `<100`.
  private func isMost(_ place: Int) -> Bool {
    guard let next = nearest(place, step: 1), entries[next].word == .below else { return before(place)?.word == .below }
    return true
  }

  /// `满100包邮`, `300元起包邮`: from where on delivery is free.
  private func isFreeOfCharge(_ place: Int) -> Bool {
    let next = entries[(place + 1)...].prefix(2).map(\.said)
    return next.first == "包邮" || next == ["起", "包邮"] || next == ["以上", "包邮"]
  }

  private mutating func takePrice(_ price: PriceText, _ place: Int) {
    if isMost(place) { add(.doubt(.approximate(context(place))), place) }
    if before(place)?.word == .fee || isFreeOfCharge(place) { return }
    if startsAt(place) { add(.doubt(.approximate(entries[place].said + "起")), place) }
    switch before(place)?.word {
    case .rate: add(.rate(price.millionths), place)
    case .sum: add(.sum(price), place)
    default: add(.price(price), place)
    }
  }

  private func role(of place: Int) -> Atom.Quantity {
    if isLeast(place) { return .least }
    if isPack(before(place)) || isPack(after(place)) { return .reel }
    switch before(place)?.word {
    case .stock, .onHand, .present: return .stock
    default: break
    }
    let next = ownWord(behind: place)
    return next == .onHand || next == .stock ? .stock : .plain
  }

  /// Whether a word of a least quantity belongs to the number: 起 behind it, MOQ or 起订 before it.
  private func isLeast(_ place: Int) -> Bool {
    if ownWord(behind: place) == .from { return true }
    guard let index = nearest(place, step: -1) else { return false }
    return entries[index].word == .least || entries[index].word == .from && !owns(index)
  }

  /// The word behind a number, where it says something of this number and not of one that follows it.
  private func ownWord(behind place: Int) -> TradeWord? {
    guard let index = nearest(place, step: 1), let word = entries[index].word else { return nil }
    switch word {
    case .from: return owns(index) ? word : nil
    case .stock, .onHand:
      guard let next = nearest(index, step: 1), isCount(entries[next]), !entries[index].isGlued else { return word }
      return nil
    default: return word
    }
  }

  /// Whether 起订 at a place belongs to the number before it: glued to it, or with no number behind.
  private func owns(_ index: Int) -> Bool {
    guard let last = nearest(index, step: -1), isCount(entries[last]) || isPlus(entries[last]) else { return false }
    guard let next = nearest(index, step: 1), isCount(entries[next]), entries[index].said.count > 1 else { return true }
    return entries[index].isGlued
  }

  private func isPlus(_ entry: Entry) -> Bool {
    switch entry.kind {
    case .plus, .quantities: true
    default: false
    }
  }

  /// Whether an entry is a quantity, or a whole number that may be one.
  private func isCount(_ entry: Entry) -> Bool {
    switch entry.kind {
    case .quantity: true
    case .number(let price): !price.hasPoint && price.per != .pack
    default: false
    }
  }

  private func isPack(_ entry: Entry?) -> Bool {
    switch entry?.kind {
    case .packs, .word(.reel): true
    default: false
    }
  }

  private mutating func takeNumber(_ price: PriceText, _ place: Int) {
    let whole = price.hasPoint || price.millionths % 1_000_000 != 0 ? nil : Int(exactly: price.millionths / 1_000_000)
    let (last, next) = (before(place)?.word, ownWord(behind: place))
    let isLeast = isLeast(place)
    if price.per == .pack {
      add(.number(price), place)
      return
    }
    if last == .fee || isFreeOfCharge(place) { return }
    if whole != nil, isMost(place) {
      add(.quantity(1, .least), place)
      return
    }
    // `2@10` is a price at a quantity.
    if let whole, whole >= 1, let mark = nearest(place, step: -1), entries[mark].said == "@", entries[mark].isGlued,
      let first = nearest(mark, step: -1), entries[first].isMoney || isCount(entries[first])
    {
      add(.quantity(whole, .least), place)
      return
    }
    switch last {
    case .rate:
      add(.rate(price.millionths), place)
      return
    case .sum:
      add(.sum(price), place)
      return
    case .price:
      var marked = price
      marked.isMarked = true
      add(.price(marked), place)
      return
    default: break
    }
    if last == .dateCode {
      add(.date(entries[place].said), place)
      return
    }
    guard let whole else {
      if startsAt(place) { add(.doubt(.approximate(entries[place].said + "起")), place) }
      if isMost(place) { add(.doubt(.approximate(context(place))), place) }
      add(.price(price), place)
      return
    }
    if last == .dateCode
      || AtomBuilder.isLongDateCode(whole, entries[place].said) && last != .least && last != .stock
        && last != .count && last != .onHand && !isLeast && !isPack(before(place)) && !isPack(after(place))
    {
      add(.date(entries[place].said), place)
    } else if isLeast {
      add(.quantity(whole, .least), place)
    } else if last == .stock || last == .onHand && whole >= 10 || last == .present && whole >= 10
      || next == .stock && whole >= 10
      || next == .onHand && whole >= 100
    {
      add(.quantity(whole, .stock), place)
    } else if last == .count {
      add(.quantity(whole, .plain), place)
    } else {
      add(.number(price), place)
    }
  }

  /// `2338`, `2022`: four figures that are a week or a year.
  private static func isLongDateCode(_ number: Int, _ said: String) -> Bool {
    said.count == 4 && said.allSatisfy(\.isFigure) && number >= 1000 && isDateCode(number)
      && !(number % 500 == 0) && !(number == 1010)
  }
}
