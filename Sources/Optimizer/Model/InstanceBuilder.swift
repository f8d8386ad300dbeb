/// Collects markets, products, offers, slots and buyers one by one and lays them out as an `Instance`.
///
/// Ids are handed out in order of addition. Offers may come in any order; `build` sorts them by product and says where
/// each one came from.
package struct InstanceBuilder: Sendable {
  package typealias Cost = Instance.Cost

  /// An instance and, for each of its offers, the number under which the caller added it.
  package struct Built: Sendable {
    package var instance: Instance
    /// `callerOffer[o]` is what `addOffer` returned for offer `o` of the instance.
    package var callerOffer: [Int32]
  }

  private var windowStart: [Int32] = [0]
  private var windows: [Instance.Window] = []
  private var visitCost: [Cost] = []
  private var isRemote: [Bool] = []
  private var orderTerms: [OrderTerms] = []
  private var deliverySeconds: [Int32] = []
  private var setupSeconds: [Int32] = []
  private var lineSeconds: [Int32] = []
  private var needRules: [Instance.NeedRule] = []
  private var productMass: [Int64] = []
  private var singleLot: [Bool] = []
  private var offerProduct: [Int32] = []
  private var offers: [Instance.Offer] = []
  private var breakStart: [Int32] = [0]
  private var breaks: [Instance.PriceBreak] = []
  private var optionStart: [Int32] = [0]
  private var options: [Instance.SlotOption] = []
  private var buyers: [Instance.Buyer] = []

  package init() {}

  package var marketCount: Int { setupSeconds.count }
  package var productCount: Int { needRules.count }
  package var offerCount: Int { offers.count }

  /// Adds a market with its opening windows (disjoint, ascending; none means closed), service times in seconds and what a
  /// visit costs. Of a remote market neither windows nor travel are looked at; its goods are there some seconds after the order.
  @discardableResult
  package mutating func addMarket(
    windows opening: [Instance.Window], setupSeconds setup: Int32 = 0, lineSeconds line: Int32 = 0,
    visitCost charge: Cost = 0, isRemote remote: Bool = false, orderTerms terms: OrderTerms = .none,
    deliverySeconds delivery: Int32 = 0
  ) -> Int {
    visitCost.append(charge)
    isRemote.append(remote)
    orderTerms.append(terms)
    deliverySeconds.append(delivery)
    windows += opening
    windowStart.append(Int32(windows.count))
    setupSeconds.append(setup)
    lineSeconds.append(line)
    return setupSeconds.count - 1
  }

  /// Adds a product; `mass` is milligrams a piece.
  @discardableResult
  package mutating func addProduct(
    _ rule: Instance.NeedRule = .init(), mass: Int64 = 0, singleLot lot: Bool = false
  ) -> Int {
    needRules.append(rule)
    productMass.append(mass)
    singleLot.append(lot)
    return needRules.count - 1
  }

  /// Adds an offer of `product` with its price breaks (ascending in `from`, at least one).
  @discardableResult
  package mutating func addOffer(
    of product: Int, _ offer: Instance.Offer, breaks prices: [Instance.PriceBreak]
  ) -> Int {
    precondition(product < productCount, "offer of product \(product) of \(productCount)")
    offerProduct.append(Int32(product))
    offers.append(offer)
    breaks += prices
    breakStart.append(Int32(breaks.count))
    return offers.count - 1
  }

  /// Adds a slot with the options of which exactly one is taken.
  @discardableResult
  package mutating func addSlot(_ choices: [Instance.SlotOption]) -> Int {
    options += choices
    optionStart.append(Int32(options.count))
    return optionStart.count - 2
  }

  /// Adds a buyer.
  @discardableResult
  package mutating func addBuyer(_ buyer: Instance.Buyer) -> Int {
    buyers.append(buyer)
    return buyers.count - 1
  }

  /// Lays the columns out and checks them.
  ///
  /// - Parameters:
  ///   - travelSeconds: `(markets + depots)²` cells, row-major; the last places are the depots, by default the start and the
  ///     end of all buyers.
  ///   - travelCost: the same shape, or empty when legs are free.
  ///   - orderer: who orders from remote markets; nil for the first buyer of least rate.
  /// - Complexity: O(offers log offers + places²).
  package func build(
    travelSeconds: [Int32], travelCost: [Int32] = [], depots: Int = 2, orderer: Int? = nil, cashLimit: Cost = .max,
    rounding: Cost = 1
  ) -> Built {
    let order = offers.indices.sorted { (offerProduct[$0], $0) < (offerProduct[$1], $1) }
    var offerStart = [Int32](repeating: 0, count: productCount + 1)
    for product in offerProduct { offerStart[Int(product) + 1] += 1 }
    for product in 0..<productCount { offerStart[product + 1] += offerStart[product] }
    var sortedBreaks: [Instance.PriceBreak] = []
    var sortedBreakStart: [Int32] = [0]
    sortedBreaks.reserveCapacity(breaks.count)
    for offer in order {
      sortedBreaks += breaks[Int(breakStart[offer])..<Int(breakStart[offer + 1])]
      sortedBreakStart.append(Int32(sortedBreaks.count))
    }
    let instance = Instance(
      marketCount: marketCount, depotCount: depots, travelSeconds: travelSeconds, travelCost: travelCost,
      visitCost: visitCost, isRemote: isRemote, orderTerms: orderTerms, deliverySeconds: deliverySeconds,
      windowStart: windowStart, windows: windows, setupSeconds: setupSeconds, lineSeconds: lineSeconds,
      productCount: productCount,
      needRules: needRules, productMass: productMass, singleLot: singleLot, offerStart: offerStart,
      offers: order.map { offers[$0] }, breakStart: sortedBreakStart, breaks: sortedBreaks, optionStart: optionStart,
      options: options, buyers: buyers, orderer: orderer, cashLimit: cashLimit, rounding: rounding)
    instance.validate()
    return Built(instance: instance, callerOffer: order.map { Int32($0) })
  }
}
