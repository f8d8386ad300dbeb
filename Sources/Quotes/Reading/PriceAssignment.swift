internal import Base
internal import Market

/// Gives each price of a record the quantity, condition, tax, time and date code that it stands beside.
///
/// What is said as often as there are prices goes with them one by one, always before its price or always behind it; what is said once is
/// said of all, unless nothing else distinguishes them; what fits neither leaves the prices open.
struct PriceAssignment {
  /// One price with what holds for it.
  struct Priced: Sendable {
    var text: PriceText
    var atom: Atom
    var unit: Money?
    var from: Int?
    var stock: Int?
    var tax: Answer.Tax?
    var condition: Condition?
    var lead: Int?
    var date: String?
    var doubts: [AnswerReason] = []
    var notes: [AnswerReason] = []
    /// What was said of this price and not of all.
    var assigned: [Atom] = []

    func fill(_ answer: inout Answer) {
      answer.unitPrice = unit
      answer.from = from
      answer.stock = stock
      answer.tax = tax
      answer.condition = condition
      answer.dateCode = date
      answer.leadDays = lead
      answer.why += notes
    }
  }

  enum Aspect: CaseIterable { case quantity, condition, tax, lead, date }

  var prices: [Priced] = []
  private(set) var doubts: [AnswerReason] = []
  private var atoms: [Atom]
  private let list: ClosedRange<Money>?
  private let context: QuoteContext
  /// Pieces of a reel, where stated.
  private var reel: Int?
  private(set) var stock: Int?

  init(_ atoms: [Atom], list: ClosedRange<Money>?, context: QuoteContext) {
    self.atoms = atoms
    self.list = list
    self.context = context
  }

  func rate(of currency: String) -> ExchangeRate? {
    for atom in atoms {
      if case .rate(let micro) = atom.kind, micro > 0 {
        return ExchangeRate(currency: currency, microYuan: micro, date: "", source: "")
      }
    }
    return context.rates[currency]
  }

  mutating func assign() {
    settleStock()
    settlePacks()
    settleNumbers()
    prices = atoms.compactMap { atom in atom.price.map { Priced(text: $0, atom: atom) } }
    settleSums()
    prices = prices.map { converted($0) }
    if prices.count == 1 { assignAll() } else if prices.count > 1 { assignEach() }
    for index in prices.indices { prices[index].stock = stock }
    settleSurcharge()
  }

  /// What is said without a price.
  func common(_ answer: inout Answer) {
    answer.stock = stock
    answer.condition = distinct(.condition).count == 1 ? conditions.first : nil
    answer.leadDays = leads.compactMap(\.self).max()
    answer.dateCode = dates.first
    if let quantity = quantities.first, quantities.count == 1 { answer.from = quantity.count }
  }

  // MARK: Values

  private var conditions: [Condition] {
    atoms.compactMap { if case .condition(let condition) = $0.kind { condition } else { nil } }
  }
  private var leads: [Int?] { atoms.compactMap { if case .lead(let days) = $0.kind { .some(days) } else { nil } } }
  private var dates: [String] { atoms.compactMap { if case .date(let said) = $0.kind { said } else { nil } } }
  private var taxes: [Answer.Tax] { atoms.compactMap { if case .tax(let tax) = $0.kind { tax } else { nil } } }
  private var quantities: [(count: Int, role: Atom.Quantity)] {
    atoms.compactMap {
      if case .quantity(let count, let role) = $0.kind, role != .stock { (count, role) } else { nil }
    }
  }
  private var hasPrices: Bool { atoms.contains { $0.price != nil } }

  private func aspect(of atom: Atom) -> Aspect? {
    switch atom.kind {
    case .quantity(_, let role): role == .stock || role == .reel ? nil : .quantity
    case .takeAll: .quantity
    case .condition: .condition
    case .tax: .tax
    case .lead: .lead
    case .date: .date
    default: nil
    }
  }

  func atoms(of aspect: Aspect) -> [Atom] { atoms.filter { self.aspect(of: $0) == aspect } }

  mutating func addDoubt(_ reason: AnswerReason) { doubts.append(reason) }

  private func distinct(_ aspect: Aspect) -> Set<Atom.Kind> {
    Set(atoms.filter { self.aspect(of: $0) == aspect }.map(\.kind))
  }

  // MARK: Packs, stocks and bare numbers

  private mutating func settleStock() {
    var stocks: [Int] = []
    for atom in atoms { if case .quantity(let count, .stock) = atom.kind { stocks.append(count) } }
    if let first = stocks.first, Set(stocks).count == 1 { stock = first }
  }

  /// Pieces of a reel, and prices for one.
  private mutating func settlePacks() {
    for atom in atoms { if case .quantity(let count, .reel) = atom.kind { reel = max(reel ?? 0, count) } }
    if reel == nil, atoms.contains(where: { $0.price?.per == .pack }) {
      let plain = atoms.indices.filter { if case .quantity(_, .plain) = atoms[$0].kind { true } else { false } }
      if plain.count == 1, case .quantity(let count, _) = atoms[plain[0]].kind {
        atoms[plain[0]].kind = .quantity(count, .reel)
        reel = count
      }
    }
    for index in atoms.indices {
      guard case .number(let number) = atoms[index].kind else { continue }
      let isPacked = number.per == .pack || isBesidePack(index)
      guard isPacked else { continue }
      let others = atoms.indices.contains { $0 != index && atoms[$0].price != nil }
      if others, let count = Int(exactly: number.millionths / 1_000_000), number.millionths % 1_000_000 == 0,
        count >= 10
      {
        atoms[index].kind = .quantity(count, .reel)
        reel = max(reel ?? 0, count)
      } else if reel != nil {
        var price = number
        price.per = .pack
        price.isMarked = true
        atoms[index].kind = .price(price)
      } else {
        doubts.append(.packUnknown(atoms[index].said))
      }
    }
    let priced = atoms.indices.filter { atoms[$0].price != nil }
    for index in priced {
      guard case .price(var price) = atoms[index].kind else { continue }
      let isWhole = price.per == .pieces(1) && price.isMarked && !price.hasPoint && price.millionths >= 5_000_000
      if isWhole, priced.count == 1, isBesidePack(index) {
        price.per = .pack
        atoms[index].kind = .price(price)
      }
    }
  }

  private func isBesidePack(_ index: Int) -> Bool {
    [index - 1, index + 1].contains { place in
      guard atoms.indices.contains(place), atoms[place].clause == atoms[index].clause else { return false }
      if case .packs = atoms[place].kind { return true }
      return false
    }
  }

  /// Whole numbers without a unit: quantities beside prices; a price only where nothing else is one and lists agree.
  private mutating func settleNumbers() {
    let bare = atoms.indices.filter { if case .number = atoms[$0].kind { true } else { false } }
    guard !bare.isEmpty, !takeBreaks(bare) else { return }
    if hasPrices {
      for index in bare {
        guard case .number(let number) = atoms[index].kind, number.per != .pack else { continue }
        let count = Int(clamping: number.millionths / 1_000_000)
        if count >= 10, Limits.pieces.contains(count) {
          atoms[index].kind = .quantity(count, .plain)
        } else {
          doubts.append(.bareNumber(atoms[index].said))
        }
      }
      return
    }
    guard bare.count == 1, case .number(let number) = atoms[bare[0]].kind, number.per != .pack else {
      if doubts.isEmpty { doubts.append(.severalPrices(bare.map { atoms[$0].said })) }
      return
    }
    let price = Money(microYuan: number.millionths)
    guard let list, context.plausible(list).contains(price), price > .zero, number.millionths < 1_000_000_000 else {
      doubts.append(.bareNumber(atoms[bare[0]].said))
      return
    }
    atoms[bare[0]].kind = .price(number)
  }

  /// `1+ 7.5 10+ 7`, `10片 16，100片 15`: whole numbers that take turns with quantities, and that lists or the other prices bear out.
  private mutating func takeBreaks(_ bare: [Int]) -> Bool {
    let turns = atoms.indices.compactMap { index -> (Int, Bool)? in
      switch atoms[index].kind {
      case .price: (index, true)
      case .number(let number) where number.per != .pack: (index, true)
      case .quantity(_, .least), .quantity(_, .plain): (index, false)
      default: nil
      }
    }
    guard turns.count >= 4, turns.count.isMultiple(of: 2) else { return false }
    guard turns.indices.dropFirst().allSatisfy({ turns[$0].1 != turns[$0 - 1].1 }) else { return false }
    let known = atoms.compactMap(\.price).filter { $0.currency.isEmpty || $0.currency == "CNY" }.map(\.millionths)
    for index in bare {
      guard case .number(let number) = atoms[index].kind else { continue }
      let price = Money(microYuan: number.millionths)
      let isListed = list.map { context.plausible($0).contains(price) } ?? false
      let isNear = list == nil && known.contains { $0 <= number.millionths * 3 && number.millionths <= $0 * 3 }
      guard isListed || isNear else { return false }
    }
    for index in bare { if case .number(let number) = atoms[index].kind { atoms[index].kind = .price(number) } }
    return true
  }

  /// A sum is dropped where it is the product of price and quantity.
  private mutating func settleSums() {
    for atom in atoms {
      guard case .sum(let sum) = atom.kind else { continue }
      let counts = quantities.map(\.count)
      let fits = prices.contains { price in
        counts.contains { Int128($0) * Int128(price.text.millionths) == Int128(sum.millionths) }
      }
      if !fits { doubts.append(prices.isEmpty ? .sumOrPrice(atom.said) : .contradiction(atom.said)) }
    }
  }

  // MARK: Yuan a piece

  private func converted(_ plain: Priced) -> Priced {
    var price = plain
    var pieces = 1
    switch price.text.per {
    case .pieces(let count): pieces = count
    case .pack:
      guard let reel else {
        price.doubts.append(.packUnknown(price.atom.said))
        return price
      }
      pieces = reel
    }
    var millionths = price.text.millionths
    if !price.text.currency.isEmpty, price.text.currency != "CNY" {
      guard let rate = rate(of: price.text.currency) else {
        price.doubts.append(.otherCurrency(price.text.currency))
        return price
      }
      millionths = rate.yuan(ofMillionths: millionths).microYuan
      price.notes.append(.converted(currency: price.text.currency, rate: rate.decimal))
    }
    let unit = Money(microYuan: (millionths + Int64(pieces) / 2) / Int64(pieces))
    if price.text.isSlashed, pieces > 1 {
      switch meaning(unit: unit, whole: Money(microYuan: millionths), pieces) {
      case .forAll: break
      case .fromThere:
        price.unit = Money(microYuan: millionths)
        price.from = pieces
        return price
      case .open:
        price.doubts.append(.sumOrPrice(price.atom.said))
        return price
      }
    }
    price.unit = unit
    if pieces > 1 {
      price.notes.append(.perPieces(price: Money(microYuan: millionths).decimal, count: pieces))
      if case .pack = price.text.per { price.from = pieces }
    }
    return price
  }

  private enum Slash { case forAll, fromThere, open }

  /// Whether `0.35/1k` is for a thousand pieces or from a thousand on: what lists leave possible; without a list, an amount of a yuan
  /// and more is for all of them.
  private func meaning(unit: Money, whole: Money, _ pieces: Int) -> Slash {
    guard let list else { return whole.microYuan >= 1_000_000 && pieces >= 100 ? .forAll : .open }
    let range = context.plausible(list)
    switch (range.contains(unit), range.contains(whole)) {
    case (true, false): return .forAll
    case (false, true): return .fromThere
    case (true, true): return .open
    case (false, false): return .forAll
    }
  }

  // MARK: One price

  private mutating func assignAll() {
    var price = prices[0]
    let conditions = self.conditions
    if Set(conditions).count > 1 {
      doubts.append(.severalConditions(Set(conditions).sorted { $0.rawValue < $1.rawValue }))
    }
    price.condition = conditions.first
    if Set(taxes).count > 1 { doubts.append(.severalTaxes) }
    price.tax = taxes.first
    price.lead = leads.compactMap(\.self).max()
    if leads.contains(where: { $0 == nil }), price.lead == 0 { price.lead = nil }
    price.date =
      dates.isEmpty
      ? nil : dates.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: "/")
    if atoms.contains(where: { $0.kind == .takeAll }) {
      if let stock { price.from = stock } else { price.doubts.append(.unknownQuantity(price.atom.said)) }
    }
    fillQuantity(&price)
    prices[0] = price
  }

  private mutating func fillQuantity(_ price: inout Priced) {
    let least = Set(quantities.filter { $0.role == .least }.map(\.count)).sorted()
    let plain = Set(quantities.filter { $0.role == .plain && $0.count > 1 }.map(\.count)).sorted()
    let said = price.from
    switch (least.count, plain.count) {
    case (1, _):
      price.from = least[0]
      if let count = plain.first, plain.count == 1, count != least[0], stock == nil { stock = count }
      if plain.count > 1 { doubts.append(.severalQuantities(plain.map(String.init))) }
    case (0, 1):
      price.from = plain[0]
      price.notes.append(.quantityTakenAsLeast(plain[0]))
    case (0, 0): if said == nil, let reel { price.from = reel }
    default: doubts.append(.severalQuantities((least + plain).map(String.init)))
    }
    if let said, let from = price.from, said > from { price.from = said }
    if list == nil, least.isEmpty, plain.count == 1, price.text.isMarked, !price.text.hasPoint,
      price.text.per == .pieces(1),
      isBehindQuantity(price)
    {
      price.doubts.append(.sumOrPrice(price.atom.said))
    }
  }

  /// Whether a plain quantity stands right before the price: `10个5块`.
  private func isBehindQuantity(_ price: Priced) -> Bool {
    guard let index = atoms.firstIndex(of: price.atom), index > 0 else { return false }
    if case .quantity(_, .plain) = atoms[index - 1].kind { return atoms[index - 1].clause == price.atom.clause }
    return false
  }

  private mutating func settleSurcharge() {
    guard atoms.contains(where: { $0.kind == .surcharge }) else { return }
    for index in prices.indices where prices[index].tax == nil { prices[index].tax = .excluded }
  }
}
