import Base
import Foundation
import Market
import Testing

@testable import SourcingPlan

@Suite("Cost terms")
struct CostTermTests {
  fileprivate static func fen(_ count: Int64) -> Money { Money(microYuan: count * 10_000) }

  private static let shop = Stall(
    id: "S", english: "S", chinese: "S", position: nil, counter: "", hours: [], setupSeconds: 0, lineSeconds: 0,
    givesInvoice: true, invoicePerMille: 0, riskPerMille: 1000, shipping: fen(650), source: "test")

  private static var spending: Spending {
    var spending = Spending()
    spending.purchases.append((amount: fen(816), risk: fen(11)))
    spending.purchases.append((amount: fen(1000), risk: fen(50)))
    spending.absences.append((rate: fen(6000), seconds: 1765))
    spending.absences.append((rate: fen(0), seconds: 99))
    spending.services.append((amount: fen(5000), isPaidThatDay: true))
    spending.services.append((amount: fen(12400), isPaidThatDay: false))
    spending.uses = [(shop, fen(1816))]
    return spending
  }

  @Test("each has its value, and they sum to the total; what is carried is the cash")
  func values() {
    let cost = PlanCost(of: Self.spending)
    let stated = CostTerms.all.map { term in cost[term.id].map { "\(term.id.rawValue) \($0)" } ?? "" }
    #expect(stated == ["goods 18.16", "", "time 29.42", "fares 6.50", "risk 0.61", "services 174.00", ""])
    #expect("\(cost.total)" == "228.69" && "\(cost.cash)" == "74.66")
    #expect(CostTerms.constant(of: Self.spending) == Self.fen(17400))
  }

  @Test("what is asked for counts as expected, and what is paid for it is carried")
  func asking() {
    var spending = Self.spending
    spending.asks = [(paid: Self.fen(600), missed: Self.fen(450)), (paid: Self.fen(0), missed: Self.fen(1500))]
    let cost = PlanCost(of: spending)
    #expect(cost[.asking].map { "\($0)" } == "25.50" && "\(cost.total)" == "254.19" && "\(cost.cash)" == "80.66")
  }

  @Test("a term that does not arise is not stated")
  func oneTime() {
    var spending = Self.spending
    #expect(PlanCost(of: spending)[.oneTime] == nil)
    spending.oneTimeCosts = [Self.fen(500), Self.fen(2000)]
    let cost = PlanCost(of: spending)
    #expect(cost[.oneTime].map { "\($0)" } == "25.00" && "\(cost.total)" == "253.69" && "\(cost.cash)" == "74.66")
  }

  @Test("documents have a key for each, and refuse a missing one")
  func json() throws {
    let cost = PlanCost(of: Self.spending)
    let data = try JSONEncoder().encode(cost)
    #expect(try JSONDecoder().decode(PlanCost.self, from: data) == cost)
    var object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object.keys.sorted() == ["cash", "fares", "goods", "risk", "services", "time", "total"])
    object["fares"] = nil
    let cut = try JSONSerialization.data(withJSONObject: object)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(PlanCost.self, from: cut) }
  }

  /// A term that only this test knows: two yuan for each use of a stall.
  private enum CustomsTerm: CostTerm {
    static let id = CostTermID(rawValue: "customs")
    static let name = LocalizedText(english: "customs", chinese: "关税")
    static let column = CostColumn.uses

    static func value(of spending: Spending) -> Money? {
      spending.uses.reduce(CostTermTests.fen(0)) { $0 + charge(forUsing: $1.stall, goods: $1.goods) }
    }

    static func cash(of spending: Spending) -> Money { value(of: spending) ?? .zero }
    static func charge(forUsing stall: Stall, goods: Money) -> Money { CostTermTests.fen(200) }
  }

  @Test("a new one is valued, summed, carried, charged and written without any other change")
  func added() throws {
    let registry = CostTerms.all + [CustomsTerm.self]
    let (plain, cost) = (PlanCost(of: Self.spending), PlanCost(of: Self.spending, in: registry))
    #expect(cost[CustomsTerm.id].map { "\($0)" } == "2.00")
    #expect(cost.total.money == plain.total.money + Self.fen(200))
    #expect(cost.cash.money == plain.cash.money + Self.fen(200))
    #expect(CostTerms.charge(forUsing: Self.shop, goods: .zero, in: registry) == Self.fen(850))
    let written = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(cost)) as? [String: Any]
    #expect(written?["customs"] as? String == "2.00")
  }

  @Test("columns that are rounded by themselves count one term each")
  func columns() {
    let columns: [CostColumn] = CostTerms.all.map { $0.column }
    for column in Set(columns) where !column.holdsSeveral {
      let terms = columns.filter { $0 == column }.count
      #expect(terms == 1, "\(column): see `CostTerm`")
    }
    #expect(columns.filter { $0 == .constant }.count == 2)
  }

  @Test("ids and names are each used once")
  func names() {
    #expect(Set(CostTerms.all.map { $0.id }).count == CostTerms.all.count)
    #expect(Set(CostTerms.all.map { $0.name.english }).count == CostTerms.all.count)
    #expect(Set(CostTerms.all.map { $0.name.chinese }).count == CostTerms.all.count)
  }

  @Test("only what is counted by use charges for a use")
  func uses() {
    let stall = Self.shop
    for term in CostTerms.all where term.column != .uses {
      #expect(term.charge(forUsing: stall, goods: .zero) == .zero)
    }
    #expect(CostTerms.charge(forUsing: stall, goods: .zero) == Self.fen(650))
  }

  @Test("an order of enough goods is delivered for nothing")
  func freeDelivery() {
    var shop = Self.shop
    shop.freeFrom = Self.fen(1816)
    #expect(CostTerms.charge(forUsing: shop, goods: Self.fen(1815)) == Self.fen(650))
    #expect(CostTerms.charge(forUsing: shop, goods: Self.fen(1816)) == .zero)
    var spending = Self.spending
    spending.uses = [(shop, Self.fen(1816)), (shop, Self.fen(1)), (Self.shop, Self.fen(1816))]
    #expect(PlanCost(of: spending)[.fares].map { "\($0)" } == "13.00")
  }
}
