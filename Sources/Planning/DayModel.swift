internal import Base
internal import BoardSpec
internal import Electronics
internal import Market
internal import Optimizer
internal import Selection
internal import SourcingPlan

/// A board's day as an optimizer instance, with the way back from dense ids to stalls, offers and parts.
struct DayModel {
  var instance: Instance
  /// Market id → stall id.
  var stalls: [String]
  /// Product id → line.
  var products: [LineKey]
  /// Instance offer → offer, and the unit prices used (invoice surcharge included).
  var offers: [Offer]
  /// Slot id → candidate parts, in the order of its options; the last option may be the empty one.
  var slotOptions: [[PartID?]]
  /// Slots for which no option has any usable offer, with why.
  var unsourced: [Int: [OfferFilter.Refusal: Int]]
  /// What the board's rules allow among everything that is sold.
  var selection: BoardSelection
  /// What they leave to decide between the slots' options: joint constraints that not every selection of them satisfies.
  var choices: ChoiceModel
}

extension DayModel {
  /// Penalty of leaving a slot empty in a partial plan: above any sum of goods that a day sees.
  static let emptySlotPenalty: Int64 = 1_000_000_000_000

  /// Lays the facts out as an instance.
  ///
  /// - Parameters:
  ///   - travel: seconds between the stalls given, start and end last.
  ///   - allowsEmptySlots: gives every slot the option of staying empty, at a penalty, for partial plans.
  init(
    _ facts: SourcingFacts, filter: OfferFilter, travel: ([Stall]) throws(PlanningError) -> [Int32],
    allowsEmptySlots: Bool
  ) throws(PlanningError) {
    var builder = InstanceBuilder()
    var collected = Collected(facts: facts, filter: filter)
    for index in facts.board.slots.indices { collected.addSlot(index, allowsEmpty: allowsEmptySlots) }
    selection = collected.selection
    choices = collected.keepAllowed(selection)

    let stallIDs = Set(collected.usable.flatMap { $0.map(\.stall) }).sorted()
    let stallIndex = Dictionary(uniqueKeysWithValues: stallIDs.enumerated().map { ($1, $0) })
    let ordered = stallIDs.compactMap { facts.stalls[$0] }
    for stall in ordered {
      builder.addMarket(
        windows: filter.windows(of: stall).map { .init(open: Int32($0.open), close: Int32($0.close)) },
        setupSeconds: Int32(stall.setupSeconds), lineSeconds: Int32(stall.lineSeconds))
    }

    var callerOffers: [Offer] = []
    for (product, key) in collected.keys.enumerated() {
      let part = collected.parts[product]
      let category = facts.categories[part.category]
      let attrition = category.flatMap { facts.attrition[$0.handling] }
      builder.addProduct(
        .init(
          amountScale: 1000, attritionMinimum: Int32(attrition?.minimum ?? 0),
          attritionPerMille: Int32(attrition?.perMille ?? 0)),
        mass: category?.milligrams ?? 0, singleLot: key.policy.singleLot)
      for offer in collected.usable[product] {
        guard let stall = facts.stalls[offer.stall], let market = stallIndex[offer.stall] else { continue }
        let surcharge = facts.board.policy.invoice && !offer.taxIncluded ? stall.invoicePerMille : 0
        builder.addOffer(
          of: product,
          .init(
            market: Int32(market), minimum: Int32(offer.minimum), multiple: Int32(offer.multiple),
            stock: Int32(clamping: collected.stock(of: offer, for: product)),
            stockForBound: Int32(clamping: offer.stock),
            riskPerUnit: stall.riskPerPiece(
              badPartsPerMillion: facts.profile.badPartsPerMillion[offer.condition] ?? 0, loss: key.policy.loss
            ).microYuan,
            readySeconds: Int32(offer.runnerMinutes * 60)),
          breaks: offer.breaks.map {
            .init(from: Int32(clamping: $0.from), unitPrice: $0.unitPrice.increased(byPerMille: surcharge).microYuan)
          })
        callerOffers.append(offer)
      }
    }
    for options in collected.slots { builder.addSlot(options) }
    for buyer in facts.day.buyers {
      builder.addBuyer(
        .init(
          ratePerHour: buyer.ratePerHour.microYuan, earliest: Int32(facts.day.start), latest: Int32(facts.day.finish),
          loadLimit: facts.profile.kind == .walking ? buyer.load ?? .max : .max))
    }

    let seconds = try travel(ordered)
    let built = builder.build(
      travelSeconds: seconds, travelCost: Self.shippingCost(of: ordered),
      cashLimit: facts.day.budget?.microYuan ?? .max,
      rounding: Money.fen.microYuan)
    var day = built.instance
    // Ways through the walking graph are shortest paths, in both directions alike.
    day.isTravelMetric = true
    day.choices = choices.constraints.isEmpty ? nil : choices
    instance = day
    stalls = stallIDs
    products = collected.keys
    offers = built.callerOffer.map { callerOffers[Int($0)] }
    slotOptions = collected.slotParts
    unsourced = collected.unsourced
  }

  /// What a leg costs beside time: reaching a stall costs what each use of it does; empty where no stall charges that.
  private static func shippingCost(of stalls: [Stall]) -> [Int32] {
    let charges = stalls.map { CostTerms.charge(forUsing: $0) }
    guard charges.contains(where: { $0 > .zero }) else { return [] }
    let places = stalls.count + 2
    var cost = [Int32](repeating: 0, count: places * places)
    for from in 0..<places {
      for (to, charge) in charges.enumerated() where from != to {
        cost[from * places + to] = Int32(clamping: charge.microYuan)
      }
    }
    return cost
  }
}

extension DayModel {
  /// Products, their offers and the slots' options, as they are numbered.
  private struct Collected {
    let facts: SourcingFacts
    let filter: OfferFilter
    var keys: [LineKey] = []
    var parts: [Part] = []
    var usable: [[Offer]] = []
    var slots: [[Instance.SlotOption]] = []
    var slotParts: [[PartID?]] = []
    var slotChoices: [[Part]] = []
    var unsourced: [Int: [OfferFilter.Refusal: Int]] = [:]
    private var productOf: [LineKey: Int] = [:]
    private var refusals: [Int: [OfferFilter.Refusal: Int]] = [:]
    /// Most pieces that each product can need, and which products draw on an offer.
    private var largestAmount: [Int64] = []
    private var sharers: [String: [Int]] = [:]

    init(facts: SourcingFacts, filter: OfferFilter) {
      self.facts = facts
      self.filter = filter
    }

    mutating func addSlot(_ index: Int, allowsEmpty: Bool) {
      let slot = facts.board.slots[index]
      let policy = PurchasePolicy(slot.policy, board: facts.board.policy)
      let amount = facts.amount(of: slot)
      var options: [Instance.SlotOption] = []
      var names: [PartID?] = []
      var choices: [Part] = []
      var reasons: [OfferFilter.Refusal: Int] = [:]
      for part in facts.candidates[index] {
        let product = product(for: part, under: policy)
        guard !usable[product].isEmpty else {
          reasons.merge(refusals[product] ?? [:], uniquingKeysWith: +)
          continue
        }
        largestAmount[product] += amount
        options.append(.init(product: Int32(product), amount: amount, cost: 0))
        names.append(part.id)
        choices.append(part)
      }
      if options.isEmpty { unsourced[index] = reasons }
      if allowsEmpty || options.isEmpty {
        options.append(.init(product: -1, amount: 0, cost: DayModel.emptySlotPenalty))
        names.append(nil)
      }
      slots.append(options)
      slotParts.append(names)
      slotChoices.append(choices)
    }

    /// The rules over the options as they are now.
    var selection: BoardSelection {
      BoardSelection(
        RuledBoard(facts.board, candidates: facts.candidates), options: slotChoices,
        mayStayEmpty: Set(slots.indices.filter { slots[$0].count > slotChoices[$0].count }))
    }

    /// Drops options that no allowed selection takes, and returns what is left to decide. Where no selection is allowed at all,
    /// everything stays and the model says so.
    mutating func keepAllowed(_ selection: BoardSelection) -> ChoiceModel {
      guard let residual = selection.choices.residual() else { return selection.choices }
      for (slot, open) in residual.open.enumerated() {
        slots[slot] = open.map { slots[slot][$0] }
        slotParts[slot] = open.map { slotParts[slot][$0] }
      }
      return residual.model
    }

    private mutating func product(for part: Part, under policy: PurchasePolicy) -> Int {
      let key = LineKey(part: part.id, policy: policy)
      if let known = productOf[key] { return known }
      let product = keys.count
      productOf[key] = product
      keys.append(key)
      parts.append(part)
      largestAmount.append(0)
      var good: [Offer] = []
      for offer in facts.offers[part.id] ?? [] {
        guard let stall = facts.stalls[offer.stall] else { continue }
        if let refusal = filter.refusal(of: offer, at: stall, under: policy) {
          refusals[product, default: [:]][refusal, default: 0] += 1
        } else {
          good.append(offer)
          sharers[offer.id, default: []].append(product)
        }
      }
      usable.append(good)
      return product
    }

    /// Stock that `product` may count on. Lines that share an offer's goods (the same part under two policies) divide
    /// them beforehand: each before this one keeps what it can need at most.
    func stock(of offer: Offer, for product: Int) -> Int {
      var left = offer.stock
      for other in sharers[offer.id] ?? [] where other < product {
        left -= facts.need(of: parts[other], amount: largestAmount[other])
      }
      return max(0, left)
    }
  }
}
