internal import Base
internal import BoardSpec
internal import CatalogStore
internal import Electronics
internal import Market
internal import Optimizer

/// What each slot costs at least at each stall of a market, goods, risk and time at the counter, whatever else is bought.
///
/// For a slot of `a` pieces (spares in, attrition and rounding up left out) and an offer whose line needs `N` pieces at
/// most, no plan pays less a piece than
///
///     min over breaks b that the stock reaches:  price(b) × max(1, from(b) / N, minimum / N)
///
/// as a line of `n ≤ N` pieces that reaches `b` pays `from(b)` of them. The seconds of a line are shared by the slots that may
/// share it. Where stock divides a line over stalls, each share pays its share of these costs, which are linear in it.
struct ReductionSlots {
  /// By slot and stall.
  let costs: MarketCosts
  /// For each product (part under a policy) its cheapest stalls, `keptPerProduct` at most.
  let cheapestStalls: [[Int32]]
  /// Offers that may be bought from.
  private(set) var usable = 0

  private static let keptPerProduct = 2

  /// A part under one policy.
  private struct Product {
    var place: Int
    var policy: PurchasePolicy
    /// The most pieces that its line can need.
    var most: Int64
    var slots: [Int]
    var pinned: Set<Int32>
    var banned: Set<Int32>
  }

  /// - Parameters:
  ///   - isOpen: whether a stall serves that day at all, by its number.
  ///   - numbers: numbers of the stalls that policies name.
  init(
    _ problem: PlanningProblem, parts: [PartID], offers: OfferColumns, stalls: StallColumns, isOpen: [Bool],
    numbers: [PlaceID: Int32]
  ) {
    let products = Self.products(problem, parts: parts, numbers: numbers)
    var ofPart = [[Int]](repeating: [], count: parts.count)
    for (index, product) in products.enumerated() { ofPart[product.place].append(index) }
    let amounts = problem.slots.map(\.amount)
    let rate = problem.agents.map(\.ratePerHour.microYuan).min() ?? 0
    var found = [[(market: Int32, cost: Int64)]](repeating: [], count: amounts.count)
    var cheapest = [[(cost: Int64, stall: Int32)]](repeating: [], count: products.count)
    for offer in 0..<offers.count {
      let number = offers.stall[offer]
      let place = Int(number)
      guard isOpen[place],
        offers.stock[offer] >= max(offers.minimum[offer], offers.multiple[offer], 1)
      else { continue }
      var isUsable = false
      for index in ofPart[Int(offers.part[offer])] {
        let product = products[index]
        guard !product.policy.invoice || stalls.givesInvoice[place],
          product.policy.conditions.contains(offers.condition[offer]), !product.banned.contains(number),
          product.policy.dateCode.verdict(on: offers.dateCode[offer], date: problem.date) == .met,
          product.policy.pinned.isEmpty || product.pinned.contains(number),
          var price = Self.price(offer, of: offers, most: product.most)
        else { continue }
        isUsable = true
        if product.policy.invoice, !offers.taxIncluded[offer] {
          price = Money(microYuan: price).increased(byPerMille: Int(stalls.invoicePerMille[place])).microYuan - 1
        }
        // Of several markets the least.
        let ppm = problem.markets.map { $0.badPartsPerMillion[offers.condition[offer]] ?? 0 }.min() ?? 0
        // Half up to a micro-yuan in the stall's own arithmetic, which this stays below.
        let risk =
          Int128(ppm) * Int128(stalls.riskPerMille[place]) * Int128(product.policy.loss.microYuan) / 1_000_000_000
        let line = rate * Int64(stalls.lineSeconds[place]) / 3_600 - 2 * Self.halfFen
        let share = line >= 0 ? line / Int64(max(1, product.slots.count)) : line
        for slot in product.slots {
          let goods = (Int128(price) + risk) * Int128(amounts[slot]) / 1_000
          found[slot].append((number, Int64(clamping: goods) + share))
        }
        Self.keep((price, number), in: &cheapest[index])
      }
      if isUsable { usable += 1 }
    }
    costs = MarketCosts(found)
    cheapestStalls = cheapest.map { $0.map(\.stall) }
  }

  /// What is paid for a purchase and what is lost on it are each rounded to the fen, half up.
  private static let halfFen: Int64 = 5_000

  private static func keep(_ entry: (cost: Int64, stall: Int32), in list: inout [(cost: Int64, stall: Int32)]) {
    if list.count == keptPerProduct, let last = list.last, last <= entry { return }
    list.append(entry)
    list.sort { $0 < $1 }
    if list.count > keptPerProduct { list.removeLast() }
  }

  /// Least micro-yuan a needed piece; nil where no break is reached by the stock.
  private static func price(_ offer: Int, of offers: OfferColumns, most: Int64) -> Int64? {
    var least: Int64?
    let floor = offers.minimum[offer]
    for entry in Int(offers.breakStart[offer])..<Int(offers.breakStart[offer + 1]) {
      let from = max(offers.breakFrom[entry], floor)
      guard from <= offers.stock[offer] else { break }
      let price = offers.breakPrice[entry]
      let whole = from <= most ? price : Int64(clamping: Int128(price) * Int128(from) / Int128(max(1, most)))
      least = min(least ?? whole, whole)
    }
    return least
  }

  private static func products(_ problem: PlanningProblem, parts: [PartID], numbers: [PlaceID: Int32]) -> [Product] {
    let places = Dictionary(uniqueKeysWithValues: parts.enumerated().map { ($1, $0) })
    var products: [Product] = []
    var known: [LineKey: Int] = [:]
    var amounts: [Int64] = []
    var all: [Part] = []
    for (number, slot) in problem.slots.enumerated() {
      for part in slot.candidates {
        guard let place = places[part.id] else { continue }
        let key = LineKey(
          order: problem.orders[slot.order].id, part: part.id, package: part.package, policy: slot.policy)
        let index = known[key] ?? products.count
        if index == products.count {
          known[key] = index
          products.append(
            Product(
              place: place, policy: slot.policy, most: 0, slots: [],
              pinned: Set(slot.policy.pinned.compactMap { numbers[$0] }),
              banned: Set(slot.policy.banned.compactMap { numbers[$0] })))
          amounts.append(0)
          all.append(part)
        }
        products[index].slots.append(number)
        amounts[index] += slot.amount
      }
    }
    for index in products.indices { products[index].most = Int64(problem.need(of: all[index], amount: amounts[index])) }
    return products
  }
}
