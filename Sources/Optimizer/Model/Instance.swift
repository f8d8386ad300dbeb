package import Selection

/// One purchasing day (or one travelling purchaser problem) as dense columns.
///
/// Ids are dense: markets `0..<marketCount`, products `0..<productCount`, offers `0..<offerCount`, slots
/// `0..<slotCount`, buyers `0..<buyerCount`. Places are the markets followed by `depotCount` depots, where buyers start and
/// end. A market is walked, or remote: then it is no stop of any walk, and orders from it are placed before the walk of the
/// buyer `orderer`, at the place where that starts. Costs are integers in the caller's smallest unit (micro-yuan for market days, 1 for TPPLIB);
/// times are seconds since midnight or durations in seconds; quantities are pieces.
///
/// The objective, which `Evaluator` computes exactly:
///
///     Σ buyers used: round(rate × (finish − start + seconds of ordering) / 3600)  +  Σ legs: travelCost
///   + Σ visits: visitCost  +  Σ remote markets ordered from: deliveryCharge of the order's goods (`OrderTerms`)
///   + Σ purchases: round(quantity × unitPrice)  +  Σ purchases: round(quantity × riskPerUnit)
///   + Σ slots: cost of the option taken
///
/// where `round` is half up to a multiple of `rounding`. With one buyer whose rate is zero, one option a slot and flat
/// prices this is the travelling purchaser problem (Laporte, Riera-Ledesma, Salazar-González 2003).
package struct Instance: Sendable {
  package typealias Cost = Int64

  // MARK: Places

  package var marketCount: Int
  /// Places where buyers start and end, after the markets.
  package var depotCount: Int
  /// `placeCount × placeCount`, row-major, seconds of walking.
  package var travelSeconds: [Int32]
  /// `placeCount × placeCount`, row-major, fares or distances; empty when every leg is free.
  package var travelCost: [Int32]
  /// Whether `travelSeconds` is symmetric and no way round is shorter than a leg, both taken on trust: then the bound need
  /// not look for shortcuts, which takes O(markets³).
  package var isTravelMetric = false
  /// What is paid at each visit of market `m` beside goods: a delivery, once an order where the market is remote.
  package var visitCost: [Cost]
  /// Whether goods of market `m` are ordered and come by themselves: no way leads there, no hours bind, nobody carries them.
  package var isRemote: [Bool]
  /// What the remote market `m` asks of an order; `OrderTerms.none` where it is walked.
  package var orderTerms: [OrderTerms]
  /// Seconds from when an order at the remote market `m` is placed until its goods are there; 0 where it is walked.
  package var deliverySeconds: [Int32]
  /// Opening windows of market `m`: `windows[windowStart[m]..<windowStart[m + 1]]`, disjoint and ascending. A visit's
  /// whole service lies in one window. No window at all means closed that day.
  package var windowStart: [Int32]
  package var windows: [Window]
  /// Seconds spent once at each visit of market `m`, or on an order from it where it is remote.
  package var setupSeconds: [Int32]
  /// Seconds spent at market `m` for each line (product) bought there.
  package var lineSeconds: [Int32]

  // MARK: Products and offers

  package var productCount: Int
  /// How a product's need follows from the slots that chose it; see `NeedRule`.
  package var needRules: [NeedRule]
  /// Milligrams a piece, for the buyers' load limits.
  package var productMass: [Int64]
  /// Whether all of a product must come from one offer.
  package var singleLot: [Bool]
  /// Offers sorted by product: product `p` owns `offerStart[p]..<offerStart[p + 1]`.
  package var offerStart: [Int32]
  package var offers: [Offer]
  /// Price breaks of offer `o`: `breaks[breakStart[o]..<breakStart[o + 1]]`, ascending in `from`.
  package var breakStart: [Int32]
  package var breaks: [PriceBreak]

  // MARK: Slots

  /// Options of slot `s`: `options[optionStart[s]..<optionStart[s + 1]]`; exactly one is taken.
  package var optionStart: [Int32]
  package var options: [SlotOption]
  /// Which options go together: variable `s` is slot `s`, its options are the slot's in their order. Nil where any do.
  package var choices: ChoiceModel?

  // MARK: Buyers

  package var buyers: [Buyer]
  /// The buyer who places the orders from remote markets.
  package var orderer: Int
  /// At most this much is paid for goods, fares and deliveries together; `Cost.max` when there is no budget.
  package var cashLimit: Cost
  /// Amounts paid, expected losses and each buyer's time cost are rounded half up to a multiple of this (10,000 micro-yuan = 1 fen; 1
  /// for TPPLIB).
  package var rounding: Cost

  /// Takes the columns as they are; `InstanceBuilder` makes them from one-by-one additions. Without an `orderer` it is the
  /// first buyer of least rate.
  package init(
    marketCount: Int, depotCount: Int = 2, travelSeconds: [Int32], travelCost: [Int32], visitCost: [Cost] = [],
    isRemote: [Bool] = [], orderTerms: [OrderTerms] = [], deliverySeconds: [Int32] = [], windowStart: [Int32],
    windows: [Window],
    setupSeconds: [Int32], lineSeconds: [Int32],
    productCount: Int, needRules: [NeedRule], productMass: [Int64],
    singleLot: [Bool], offerStart: [Int32], offers: [Offer], breakStart: [Int32], breaks: [PriceBreak],
    optionStart: [Int32], options: [SlotOption], buyers: [Buyer], orderer: Int? = nil,
    cashLimit: Cost = .max, rounding: Cost = 1
  ) {
    self.marketCount = marketCount
    self.depotCount = depotCount
    self.travelSeconds = travelSeconds
    self.travelCost = travelCost
    self.visitCost = visitCost.isEmpty ? .init(repeating: 0, count: marketCount) : visitCost
    self.isRemote = isRemote.isEmpty ? .init(repeating: false, count: marketCount) : isRemote
    self.orderTerms = orderTerms.isEmpty ? .init(repeating: .none, count: marketCount) : orderTerms
    self.deliverySeconds = deliverySeconds.isEmpty ? .init(repeating: 0, count: marketCount) : deliverySeconds
    self.windowStart = windowStart
    self.windows = windows
    self.setupSeconds = setupSeconds
    self.lineSeconds = lineSeconds
    self.productCount = productCount
    self.needRules = needRules
    self.productMass = productMass
    self.singleLot = singleLot
    self.offerStart = offerStart
    self.offers = offers
    self.breakStart = breakStart
    self.breaks = breaks
    self.optionStart = optionStart
    self.options = options
    self.buyers = buyers
    self.orderer = orderer ?? buyers.indices.min { (buyers[$0].ratePerHour, $0) < (buyers[$1].ratePerHour, $1) } ?? 0
    self.cashLimit = cashLimit
    self.rounding = rounding
  }

  package struct Window: Sendable, Hashable {
    package var open: Int32
    package var close: Int32

    package init(open: Int32, close: Int32) {
      self.open = open
      self.close = close
    }
  }

  /// A stall's terms for one product.
  package struct Offer: Sendable, Hashable {
    package var market: Int32
    /// A quantity is 0, or a multiple of `multiple` that is at least `minimum` and at most `stock`.
    package var minimum: Int32
    package var multiple: Int32
    package var stock: Int32
    /// Stock that the bound may assume; above `stock` where two products draw on the same goods.
    package var stockForBound: Int32
    /// Expected loss of one piece, an expected cost that is not cash.
    package var riskPerUnit: Cost
    /// Seconds between ordering and having the goods in hand (a runner fetches them); 0 for goods on the counter.
    /// The buyer waits, or walks on and comes back (a second visit, with its own setup time).
    package var readySeconds: Int32

    package init(
      market: Int32, minimum: Int32 = 1, multiple: Int32 = 1, stock: Int32 = .max, stockForBound: Int32? = nil,
      riskPerUnit: Cost = 0, readySeconds: Int32 = 0
    ) {
      self.market = market
      self.minimum = minimum
      self.multiple = multiple
      self.stock = stock
      self.stockForBound = stockForBound ?? stock
      self.riskPerUnit = riskPerUnit
      self.readySeconds = readySeconds
    }
  }

  /// All-units discount: from `from` pieces on, every piece costs `unitPrice`.
  package struct PriceBreak: Sendable, Hashable {
    package var from: Int32
    package var unitPrice: Cost

    package init(from: Int32, unitPrice: Cost) {
      self.from = from
      self.unitPrice = unitPrice
    }
  }

  /// `need = base + max(attritionMinimum, ceil(base × attritionPerMille / 1000))` with
  /// `base = ceil(Σ amount of the options that chose the product / amountScale)`; 0 when no option chose it.
  package struct NeedRule: Sendable, Hashable {
    package var amountScale: Int64
    package var attritionMinimum: Int32
    package var attritionPerMille: Int32

    package init(amountScale: Int64 = 1, attritionMinimum: Int32 = 0, attritionPerMille: Int32 = 0) {
      self.amountScale = amountScale
      self.attritionMinimum = attritionMinimum
      self.attritionPerMille = attritionPerMille
    }
  }

  /// One way to fill a slot.
  package struct SlotOption: Sendable, Hashable {
    /// The product that is needed, or −1 when this option buys nothing (left empty, or filled by a design).
    package var product: Int32
    /// How much of it, in units of 1 / `amountScale` pieces.
    package var amount: Int64
    /// Cost of taking the option, beside what is bought (an engineering charge; the penalty of leaving a slot empty).
    package var cost: Cost

    package init(product: Int32, amount: Int64, cost: Cost = 0) {
      self.product = product
      self.amount = amount
      self.cost = cost
    }
  }

  package struct Buyer: Sendable, Hashable {
    /// Cost of one hour away.
    package var ratePerHour: Cost
    /// Earliest departure from the start, or beginning of orders, and latest arrival at the end.
    package var earliest: Int32
    package var latest: Int32
    /// Milligrams that the buyer can carry; `Int64.max` for no limit.
    package var loadLimit: Int64
    /// Depots where the buyer starts and ends, of `0..<depotCount`.
    package var startDepot: Int32
    package var endDepot: Int32

    package init(
      ratePerHour: Cost, earliest: Int32, latest: Int32, loadLimit: Int64 = .max, startDepot: Int32 = 0,
      endDepot: Int32 = 1
    ) {
      self.ratePerHour = ratePerHour
      self.earliest = earliest
      self.latest = latest
      self.loadLimit = loadLimit
      self.startDepot = startDepot
      self.endDepot = endDepot
    }
  }
}
