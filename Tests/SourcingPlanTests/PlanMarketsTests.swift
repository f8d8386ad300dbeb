import Base
import Foundation
import Market
import SourcingPlan
import Testing

@Suite("Notices of generated goods")
struct PlanMarketsTests {
  private static func plan() throws -> PlanDocument {
    var plan = try PlanDocument(json: Data(PlanDocumentJSONTests.plan.utf8))
    let notice = { (name: String) in LocalizedText(english: "\(name) is a sample", chinese: "\(name)为样本") }
    let market = { (id: String) in
      PlanMarket(id: id, name: LocalizedText(english: id, chinese: id), sampleNotice: notice(id))
    }
    plan.markets = [market(plan.market.id), market("post")]
    return plan
  }

  @Test("only markets are named in which generated goods are bought")
  func realGoods() throws {
    var plan = try Self.plan()
    let stalls = Set(plan.lines.flatMap(\.buys).map(\.stall)).sorted()
    #expect(!stalls.isEmpty)
    func place(_ isSample: Bool) -> [PlanSource] {
      stalls.map {
        PlanSource(
          id: $0, name: LocalizedText(english: $0.text, chinese: $0.text), market: plan.market.id, position: nil,
          delivery: nil, isSample: isSample)
      }
    }
    for line in plan.lines.indices {
      for buy in plan.lines[line].buys.indices { plan.lines[line].buys[buy].isSample = false }
    }
    plan.places = place(false)
    #expect(plan.sampleNotices.isEmpty)
    plan.places = place(true)
    #expect(plan.sampleNotices.map(\.english) == ["\(plan.market.id) is a sample"])
    plan.places = place(false)
    plan.lines[0].buys[0].isSample = true
    #expect(plan.sampleNotices.map(\.english) == ["\(plan.market.id) is a sample"])
  }

  @Test("none is named where nothing generated is bought or visited, be it the only market")
  func nothingGenerated() throws {
    var plan = try Self.plan()
    plan.market.sampleNotice = plan.markets?.first?.sampleNotice
    plan.markets = nil
    plan.lines = []
    plan.deliveries = []
    for walk in plan.walks.indices { plan.walks[walk].visits = [] }
    #expect(plan.sampleNotices.isEmpty)
    plan.lines = try Self.plan().lines
    for line in plan.lines.indices {
      plan.lines[line].fallback = nil
      for buy in plan.lines[line].buys.indices { plan.lines[line].buys[buy].isSample = false }
    }
    #expect(plan.sampleNotices.isEmpty)
    plan.lines[0].buys[0].isSample = true
    #expect(plan.sampleNotices.count == 1)
  }
}
