internal import Base
internal import Market
internal import Phrases
internal import SourcingPlan

/// A stop of a walk with what is bought there: what every format shows.
struct SheetStop {
  /// 1 for the walk's first.
  var number: Int
  var visit: PlanVisit
  var deals: [SheetPurchase]
  /// Lines that were ordered before and are picked up here, with their pieces.
  var pickUps: [(line: PlanLine, quantity: Int)]
  /// What is asked for here, on a floor.
  var asks: [SheetAsk] = []
  /// When what is ordered here is there; nil for a visit.
  var arrives: LocalDate?
  /// What its delivery costs, where the shop has a rule about that.
  var delivery: [SheetPhrase] = []

  /// All stops of a walk, orders by mail among them, in its order. Purchases that the plan does not have are left out.
  static func stops(of walk: PlanWalk, in plan: PlanDocument) -> [SheetStop] {
    let purchases = plan.purchases
    let visits = plan.stops(of: walk)
    return visits.enumerated().map { position, visit in
      var pickUps: [Int: Int] = [:]
      for purchase in visit.pickUps.compactMap({ purchases[$0] }) {
        pickUps[purchase.line, default: 0] += purchase.buy.quantity
      }
      return SheetStop(
        number: position + 1, visit: visit,
        deals: visit.purchases.compactMap { purchases[$0] }.map { line, buy in
          SheetPurchase(line, buy, of: plan.lines[line], among: visits)
        }, pickUps: pickUps.sorted { $0.key < $1.key }.map { (plan.lines[$0.key], $0.value) },
        asks: SheetAsk.asks(at: visit, in: plan),
        arrives: plan.arrival(of: visit, by: walk.agent),
        delivery: plan.deliveryRule(of: visit, by: walk.agent).map(SheetPhrase.delivery) ?? [])
    }
  }

  /// Whether the buyer arrives a minute or more before the stall serves.
  var waits: Bool { visit.begin.seconds(since: visit.arrive) >= 60 }

  /// `赛格广场 / SEG Plaza, floor 2, B114`; nil for a shop that ships.
  var place: LocalizedText? { visit.place?.text }

  /// The place, or that what is ordered here is shipped and when it is there.
  var placeOrParcel: LocalizedText {
    if let place { return place }
    let parcel = arrives.map { SheetPhrase.arrives(on: "\($0)").text } ?? Phrase.shipped.text
    return delivery.reduce(parcel) { text, phrase in
      LocalizedText(
        english: "\(text.english), \(phrase.text.english)", chinese: "\(text.chinese)，\(phrase.text.chinese)")
    }
  }
}

extension SheetPhrase {
  /// What a delivery costs by its shop's rules.
  static func delivery(_ rule: (charge: Amount, freeFrom: Amount?, minimum: Amount?)) -> [SheetPhrase] {
    let free = rule.freeFrom.map { "\($0)" }
    let charge: SheetPhrase =
      rule.charge.money == .zero ? .deliveryIsFree(from: free) : .deliveryCosts("\(rule.charge)", freeFrom: free)
    return [charge] + [rule.minimum.map { .minimumOrder("\($0)") }].compactMap(\.self)
  }
}

extension PlanPlace {
  /// `SEG Plaza, floor 2, B114`, and `赛格广场 2楼 B114`.
  var text: LocalizedText {
    LocalizedText(
      english: "\(buildingName.english), \(Phrase.floorNumber(floor)(.english))"
        + (counter.isEmpty ? "" : ", \(counter)"),
      chinese: "\(buildingName.chinese) \(Phrase.floorNumber(floor)(.chinese))" + (counter.isEmpty ? "" : " \(counter)")
    )
  }
}

/// One purchase of a line at a stop.
struct SheetPurchase {
  /// Index into the plan's lines.
  var line: Int
  var article: PlanLine
  var buy: PlanBuy
  /// What to do when the goods are sold out; nil for other purchases of the line than the one that it stands in for.
  var fallback: SheetFallback?
  /// Stable within the plan: names the tick.
  var key: String { "\(line)/\(buy.offer)" }

  init(_ line: Int, _ buy: PlanBuy, of article: PlanLine, among visits: [PlanVisit]) {
    self.line = line
    self.article = article
    self.buy = buy
    fallback = article.fallback.flatMap { $0.insteadOf == buy.offer ? SheetFallback($0, among: visits) : nil }
  }

  /// Pieces from which the price holds, where fewer would have cost more apiece; nil where the plan does not state it.
  var reachedBreak: Int? { buy.breakFrom.flatMap { $0 > 1 ? $0 : nil } }

  /// A stale price, what is said and asked of the date code, and hints on price breaks: more than is needed is bought because it costs no more, or a few more cost little.
  var hints: [SheetPhrase] {
    var hints: [SheetPhrase] = []
    if buy.isStale == true { hints.append(.stalePrice(seen: buy.seen, expires: buy.price?.expires)) }
    if buy.dateCode != nil || article.dateCodeRule != nil {
      hints.append(.dateCode(said: buy.dateCode, oldest: article.dateCodeRule?.oldest))
    }
    if article.buys.count == 1, let from = reachedBreak, from > article.need {
      hints.append(.boughtForTheBreak(need: article.need))
    }
    if let next = buy.nextBreak {
      let pieces = next.quantity - buy.quantity
      let more = next.amount.money - buy.amount.money
      if more < .zero {
        hints.append(.moreCostLess(pieces: pieces, less: "\(Amount(.zero - more))"))
      } else if Int128(more.microYuan) * 2 < Int128(buy.unitPrice.money.microYuan) * Int128(pieces) {
        hints.append(.moreCost(pieces: pieces, more: "\(Amount(more))"))
      }
    }
    return hints
  }

  /// The price apiece above which the fallback costs less, its way and risk counted; rounded down to the fen.
  var walkAway: Amount? {
    guard let fallback = fallback?.fallback, buy.quantity > 0 else { return nil }
    let whole = (buy.amount.money + fallback.extraCost.money).microYuan
    guard whole > 0 else { return nil }
    let each = whole / Int64(buy.quantity)
    let unit = each >= 100 * Money.fen.microYuan ? Money.fen.microYuan : 100
    return Amount(Money(microYuan: each / unit * unit))
  }
}

/// A line's fallback as a stop of the walk, or a detour after one.
struct SheetFallback {
  var fallback: Fallback
  /// Number of the stop after which the detour is made, or that is at the fallback's stall.
  var when: SheetPhrase?

  init(_ fallback: Fallback, among visits: [PlanVisit]) {
    self.fallback = fallback
    if let after = fallback.detourAfter, visits.indices.contains(after) {
      when = .afterStop(after + 1)
    } else if let stop = visits.lastIndex(where: { $0.stall == fallback.stall }) {
      when = .atStop(stop + 1)
    }
  }

  /// `+¥0.23` or `-¥0.10`.
  var extra: String {
    let money = fallback.extraCost.money
    return money < .zero ? "−¥\(Amount(.zero - money))" : "+¥\(fallback.extraCost)"
  }
}
