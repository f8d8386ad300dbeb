import Testing

@testable import Optimizer

/// What remote markets ask of orders.
@Suite struct OrderTermsTests {
  private static func day(_ terms: OrderTerms, delivery: Int64, isRemote: Bool = true) -> Instance {
    var builder = InstanceBuilder()
    builder.addMarket(
      windows: isRemote ? [] : [.init(open: 0, close: 100)], setupSeconds: 0, lineSeconds: 0, visitCost: delivery,
      isRemote: isRemote, orderTerms: terms)
    builder.addProduct(mass: 0)
    builder.addOffer(of: 0, .init(market: 0), breaks: [.init(from: 1, unitPrice: 10)])
    builder.addSlot([.init(product: 0, amount: 1)])
    builder.addBuyer(.init(ratePerHour: 0, earliest: 0, latest: 100, loadLimit: .max))
    return builder.build(travelSeconds: [Int32](repeating: 0, count: 9)).instance
  }

  @Test func aDeliveryIsChargedBelowItsThresholdOnly() {
    let day = Self.day(OrderTerms(freeFrom: 100), delivery: 12)
    #expect([0, 99, 100, 101].map { day.deliveryCharge(at: 0, goods: $0) } == [12, 12, 0, 0])
    #expect(day.hasOrderTerms && day.mayDeliverFree(0) && day.orderTermsProblem() == nil)
    let plain = Self.day(.none, delivery: 12)
    #expect(plain.deliveryCharge(at: 0, goods: .max - 1) == 12 && !plain.hasOrderTerms && !plain.mayDeliverFree(0))
    // What costs nothing anyway is not delivered for nothing from somewhere on.
    #expect(!Self.day(OrderTerms(freeFrom: 100), delivery: 0).mayDeliverFree(0))
  }

  @Test func anOrderIsFilledByAllThatAMarketHas() {
    // Per piece 10, from the fifth on 4: of seven pieces four for 40 are the dearest order.
    var day = Self.day(OrderTerms(minimum: 40), delivery: 0)
    day.offers[0].stock = 7
    day.breaks = [.init(from: 1, unitPrice: 10), .init(from: 5, unitPrice: 4)]
    day.breakStart = [0, 2]
    let filled = [1, 40, 41].map { (minimum: Int64) in
      day.orderTerms = [OrderTerms(minimum: minimum)]
      return day.canFill(0)
    }
    #expect(filled == [true, true, false])
    #expect(PresolvedInstance(day).curves.isUsable(0) == false)
    day.orderTerms = [OrderTerms(minimum: 40)]
    #expect(PresolvedInstance(day).curves.isUsable(0))
    // In lots of three there are three pieces at most before the break.
    day.offers[0].multiple = 3
    #expect(!day.canFill(0))
  }

  @Test func termsThatContradictTheOtherColumnsAreNamed() {
    var walked = Self.day(.none, delivery: 0, isRemote: false)
    walked.orderTerms = [OrderTerms(minimum: 5)]
    #expect(walked.orderTermsProblem()?.contains("walked") == true)
    var day = Self.day(.none, delivery: 0)
    for terms in [OrderTerms(minimum: -1), OrderTerms(freeFrom: -1)] {
      day.orderTerms = [terms]
      #expect(day.orderTermsProblem() == "negative terms of orders")
    }
    day.orderTerms = []
    #expect(day.orderTermsProblem() == "market columns of wrong length")
  }
}
