internal import Base
internal import Market
internal import Optimizer
internal import SourcingPlan

/// For each line, where its goods are bought when its own stall has none: `Fallback` says what that means.
///
/// O(offers of the line's part × stops² of its walk) a line.
struct Fallbacks {
  let writer: PlanWriter
  private let timelines: [WalkTimeline]
  /// What is spent on goods and fares, and milligrams carried by each buyer.
  private let spent: Int64
  private let loads: [Int64]
  /// Pieces that the plan takes from an offer, all lines together.
  private let drawn: [SupplyID: Int]

  private var model: DayModel { writer.model }
  private var instance: Instance { writer.model.instance }
  private var solution: Optimizer.Solution { writer.solution }

  init(_ writer: PlanWriter) {
    self.writer = writer
    let (instance, solution) = (writer.model.instance, writer.solution)
    timelines = solution.walks.indices.map { WalkTimeline(solution.walks[$0], buyer: $0, in: instance) }
    drawn = solution.purchases.reduce(into: [:]) {
      $0[writer.model.offers[Int($1.offer)].id, default: 0] += Int($1.quantity)
    }
    spent = solution.cost.goods + solution.cost.fares
    let quantities = Dictionary(uniqueKeysWithValues: solution.purchases.map { ($0.offer, Int64($0.quantity)) })
    loads = solution.walks.map { walk in
      walk.visits.reduce(0) { sum, visit in
        guard writer.isCarried(from: Int(visit.market)) else { return sum }
        return visit.offers.reduce(sum) {
          $0 + instance.productMass[instance.product(of: Int($1))] * quantities[$1, default: 0]
        }
      }
    }
  }

  /// The lines with their fallbacks.
  func added(to lines: [PlanLine], lineOfProduct: [Int32: Int]) -> [PlanLine] {
    var lines = lines
    for (product, line) in lineOfProduct { lines[line].fallback = fallback(of: Int(product), need: lines[line].need) }
    return lines
  }

  private func fallback(of product: Int, need: Int) -> Fallback? {
    let purchases = solution.purchases.filter { instance.offerRange(of: product).contains(Int($0.offer)) }
    // The largest purchase is replaced, of equal ones that of the first offer.
    guard let own = purchases.max(by: { ($0.quantity, $1.offer) < ($1.quantity, $0.offer) }),
      let stop = position(of: own.offer)
    else { return nil }
    let missing = need - purchases.reduce(0) { $0 + ($1.offer == own.offer ? 0 : Int($1.quantity)) }
    var best: Candidate?
    for offer in instance.offerRange(of: product)
    where instance.offers[offer].market != instance.offers[Int(own.offer)].market
      && !purchases.contains(where: { Int($0.offer) == offer })
    {
      guard let quantity = cheapestQuantity(of: offer, covering: max(1, missing)),
        let candidate = candidate(offer, quantity: quantity, insteadOf: own, stop: stop)
      else { continue }
      if best.map({ candidate.rank(in: model) < $0.rank(in: model) }) ?? true { best = candidate }
    }
    return best.map(written)
  }

  /// A way to replace a purchase, with what it costs more in micro-yuan and seconds.
  private struct Candidate {
    var offer: Int
    var quantity: Int
    var insteadOf: Int32
    var detourAfter: Int?
    var extraCost: Int64
    var extraSeconds: Int

    func rank(in model: DayModel) -> (Int64, Int, PlaceID, SupplyID) {
      (extraCost, extraSeconds, model.offers[offer].stall, model.offers[offer].id)
    }
  }

  private func candidate(
    _ offer: Int, quantity: Int, insteadOf own: Optimizer.Solution.Purchase, stop: (walk: Int, visit: Int)
  ) -> Candidate? {
    let paid = instance.amount(of: offer, quantity: quantity)
    let before = instance.amount(of: Int(own.offer), quantity: Int(own.quantity))
    guard let left = chargeWithout(before, at: solution.walks[stop.walk].visits[stop.visit]) else { return nil }
    let goods = paid - before + left
    let risk = risk(of: offer, quantity) - risk(of: Int(own.offer), Int(own.quantity))
    let load = loads[stop.walk] + mass(of: offer, quantity) - mass(of: Int(own.offer), Int(own.quantity))
    guard load <= instance.buyers[stop.walk].loadLimit else { return nil }
    let timeline = timelines[stop.walk]
    var best: Candidate?
    for change in timeline.changes(buying: offer, from: stop.visit) {
      guard let later = timeline.delay(by: change, goods: paid, ordered: ordered) else { continue }
      guard spent + goods + later.fares <= instance.cashLimit else { continue }
      let candidate = Candidate(
        offer: offer, quantity: quantity, insteadOf: own.offer, detourAfter: change.detourAfter,
        extraCost: goods + risk + later.time + later.fares, extraSeconds: later.seconds)
      if best.map({ candidate.rank(in: model) < $0.rank(in: model) }) ?? true { best = candidate }
    }
    return best
  }

  /// What the goods of a visit or an order come to.
  private func ordered(_ visit: Optimizer.Solution.Visit) -> Int64 {
    solution.purchases.reduce(0) { sum, purchase in
      guard visit.offers.contains(purchase.offer) else { return sum }
      return sum + instance.amount(of: Int(purchase.offer), quantity: Int(purchase.quantity))
    }
  }

  /// What the other goods of an order pay more for their delivery without a purchase of so much; nothing where it was all that was
  /// ordered, or at a counter. Nil where the shop would not take what is left.
  private func chargeWithout(_ amount: Int64, at visit: Optimizer.Solution.Visit) -> Int64? {
    let market = Int(visit.market)
    guard instance.isRemote[market], visit.offers.count > 1 else { return 0 }
    let all = ordered(visit)
    if all - amount < instance.orderTerms[market].minimum { return nil }
    return instance.deliveryCharge(at: market, goods: all - amount) - instance.deliveryCharge(at: market, goods: all)
  }

  private func written(_ candidate: Candidate) -> Fallback {
    let offer = model.offers[candidate.offer]
    let stall = writer.problem.stalls[offer.stall]
    return Fallback(
      stall: offer.stall, offer: offer.id,
      name: LocalizedText(english: stall?.english ?? offer.stall.text, chinese: stall?.chinese ?? offer.stall.text),
      place: writer.place(of: offer.stall), insteadOf: model.offers[Int(candidate.insteadOf)].id,
      quantity: candidate.quantity,
      unitPrice: Amount(
        Money(microYuan: instance.unitPrice(of: candidate.offer, quantity: candidate.quantity))),
      amount: Amount(Money(microYuan: instance.amount(of: candidate.offer, quantity: candidate.quantity))),
      condition: offer.condition, isSample: offer.isSample || (stall?.isSample ?? false),
      detourAfter: candidate.detourAfter,
      extraCost: Amount(Money(microYuan: candidate.extraCost)), extraMinutes: (candidate.extraSeconds + 59) / 60,
      dateCode: offer.dateCode)
  }

  /// The visit at which an offer is bought.
  private func position(of offer: Int32) -> (walk: Int, visit: Int)? {
    for (walk, visits) in solution.walks.map(\.visits).enumerated() {
      if let visit = visits.firstIndex(where: { $0.offers.contains(offer) }) { return (walk, visit) }
    }
    return nil
  }

  /// The quantity of an offer with the least amount and printed risk. What other lines take of its stock is theirs.
  private func cheapestQuantity(of offer: Int, covering need: Int) -> Int? {
    let stock = model.offers[offer].stock - drawn[model.offers[offer].id, default: 0]
    return instance.cheapestPurchase(from: offer, covering: need, stock: stock, countsRisk: true)?.quantity
  }

  /// Rounded to the fen, as plans print it.
  private func risk(of offer: Int, _ quantity: Int) -> Int64 {
    instance.risk(of: .init(offer: Int32(offer), quantity: Int32(quantity))).microYuan
  }

  private func mass(of offer: Int, _ quantity: Int) -> Int64 {
    guard writer.isCarried(from: Int(instance.offers[offer].market)) else { return 0 }
    return instance.productMass[instance.product(of: offer)] * Int64(quantity)
  }
}

extension PlanWriter {
  /// Whether goods of a market are carried; those of a shop that ships are not.
  func isCarried(from market: Int) -> Bool { problem.stalls[model.stalls[market]]?.isCarried ?? false }
}
