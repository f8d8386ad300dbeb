import Base
import Foundation
import Market
import SourcingPlan
import Testing

@Suite("States of lines")
struct LineStateTests {
  @Test("a line whose references differ is in the state that asks most of the user")
  func joined() {
    #expect(LineState.joined([.bought, .onHand]) == .bought)
    #expect(LineState.joined([.bought, .askedFor]) == .askedFor)
    #expect(LineState.joined([.toBeFoundOut, .askedFor, .leftOut]) == .toBeFoundOut)
    #expect(LineState.joined([.leftOut, .onHand]) == .onHand)
    #expect(LineState.joined([]) == .leftOut)
  }

  @Test("counts have every state and add up")
  func counts() throws {
    let counts = LineStateCounts([.bought, .bought, .askedFor])
    #expect(counts.total == 3)
    let json = String(decoding: try JSONEncoder().encode(counts), as: UTF8.self)
    for state in LineState.allCases { #expect(json.contains("\"\(state.rawValue)\":\(counts[state])")) }
    #expect(try JSONDecoder().decode(LineStateCounts.self, from: Data(json.utf8)) == counts)
  }

  @Test("a document whose counts are not those of its lines is not read")
  func document() throws {
    var plan = try PlanDocument(json: Data(PlanDocumentJSONTests.plan.utf8))
    plan.bom = [BillLine(order: "b", slots: ["U1"], row: "B2", says: "X", state: .bought)]
    let text = String(decoding: try plan.json(), as: UTF8.self)
    #expect(try PlanDocument(json: Data(text.utf8)).states?[.bought] == 1)
    let wrong = text.replacing("\"bought\" : 1", with: "\"bought\" : 2")
    #expect(wrong != text)
    #expect(throws: PlanDocument.ReadingError.self) { try PlanDocument(json: Data(wrong.utf8)) }
  }

  @Test("a plan that asks for a line is not complete")
  func complete() throws {
    var plan = try PlanDocument(json: Data(PlanDocumentJSONTests.plan.utf8))
    #expect(plan.isComplete)
    plan.asked = [
      AskedLine(
        order: "b", slots: ["U2"], mpn: "ADS1115", maker: "TI", package: "VSSOP-10", value: nil, description: nil,
        name: nil, need: 12, reason: plan.title)
    ]
    #expect(!plan.isComplete)
    #expect(plan.asked?[0].text.english == "U2: ADS1115 (TI) VSSOP-10 × 12, B")
  }
}
