import Foundation
import Market
import Testing

@testable import SourcingPlan

@Suite("Cost terms")
struct CostTermTests {
  private static func yuan(_ text: String) throws -> Money { try #require(Amount(text)).money }

  private static func spending() throws -> Spending {
    var spending = Spending()
    spending.purchases = [(try yuan("8.16"), try yuan("0.11")), (try yuan("10.00"), try yuan("0.50"))]
    spending.absences = [(try yuan("60"), 1765), (try yuan("0"), 99)]
    spending.services = [(try yuan("50"), true), (try yuan("124"), false)]
    spending.uses = [
      Stall(
        id: "S", english: "S", chinese: "S", position: nil, counter: "", hours: [], setupSeconds: 0, lineSeconds: 0,
        givesInvoice: true, invoicePerMille: 0, riskPerMille: 1000, shipping: try yuan("6.50"), source: "test")
    ]
    return spending
  }

  @Test("each has its value, and they sum to the total; what is carried is the cash")
  func values() throws {
    let cost = PlanCost(of: try Self.spending())
    let stated = CostTerms.all.map { term in cost[term.id].map { "\(term.id.rawValue) \($0)" } ?? "" }
    #expect(stated == ["goods 18.16", "time 29.42", "fares 6.50", "risk 0.61", "services 174.00", ""])
    #expect("\(cost.total)" == "228.69" && "\(cost.cash)" == "74.66")
    #expect(CostTerms.constant(of: try Self.spending()) == (try Self.yuan("174")))
  }

  @Test("a term that does not arise is not stated")
  func oneTime() throws {
    var spending = try Self.spending()
    #expect(PlanCost(of: spending)[.oneTime] == nil)
    spending.oneTimeCosts = [try Self.yuan("5"), try Self.yuan("20")]
    let cost = PlanCost(of: spending)
    #expect(cost[.oneTime].map { "\($0)" } == "25.00" && "\(cost.total)" == "253.69" && "\(cost.cash)" == "74.66")
  }

  @Test("documents have a key for each, and refuse a missing one")
  func json() throws {
    let cost = PlanCost(of: try Self.spending())
    let data = try JSONEncoder().encode(cost)
    #expect(try JSONDecoder().decode(PlanCost.self, from: data) == cost)
    var object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object.keys.sorted() == ["cash", "fares", "goods", "risk", "services", "time", "total"])
    object["fares"] = nil
    let cut = try JSONSerialization.data(withJSONObject: object)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(PlanCost.self, from: cut) }
  }

  @Test("ids and names are each used once")
  func names() {
    #expect(Set(CostTerms.all.map(\.id)).count == CostTerms.all.count)
    #expect(Set(CostTerms.all.map(\.name.english)).count == CostTerms.all.count)
    #expect(Set(CostTerms.all.map(\.name.chinese)).count == CostTerms.all.count)
  }

  @Test("only what is counted by use charges for a use")
  func uses() throws {
    let stall = try Self.spending().uses[0]
    for term in CostTerms.all where term.column != .uses { #expect(term.charge(forUsing: stall) == .zero) }
    #expect(CostTerms.charge(forUsing: stall) == (try Self.yuan("6.50")))
  }
}
