import Base
import Foundation
import Market
import Testing

@testable import SourcingPlan

@Suite struct PlanDocumentJSONTests {
  static let plan = """
    {"schema":"peidan.plan/1","board":"b","title":{"english":"B","chinese":"板"},"boards":1,"date":"2026-12-04",
    "market":{"id":"m","name":{"english":"M","chinese":"市"}},"status":"feasible","currency":"CNY",
    "cost":{"total":"1.00","goods":"1.00","time":"0.00","fares":"0.00","risk":"0.00","services":"0.00","cash":"1.00"},
    "bound":null,"lines":[{"slots":["U1"],"mpn":"X","maker":"Y","category":"c","package":"0402",
    "name":{"english":"x","chinese":"某"},"need":1,"buys":[{"stall":"S","offer":"S/X","quantity":1,"unitPrice":"1.0005",
    "amount":"1.00","condition":"loose-new","risk":"0.00","seen":"2026-11-01","isSample":true}]}],
    "walks":[],"schedule":[],"services":[],"baselines":[{"name":"fewest-stalls"}],"warnings":[],"conflict":[],
    "assumptions":[],"solver":{"seed":18446744073709551615,"nodes":0,"cuts":0,"moves":0},
    "inputs":{"spec":"b.yaml","specDigest":"0","catalogDigest":"1"}}
    """

  @Test func writingAndReadingGiveTheSamePlanAndBytes() throws {
    let plan = try PlanDocument(json: Data(Self.plan.utf8))
    let written = try plan.json()
    let again = try PlanDocument(json: written)
    #expect(again == plan)
    #expect(try again.json() == written)
    #expect(try again.digest() == plan.digest())
  }

  @Test func keysOfTheContractAreWrittenEvenWhenUnknown() throws {
    let written = try PlanDocument(json: Data(Self.plan.utf8)).json()
    let object = try #require(try JSONSerialization.jsonObject(with: written) as? [String: Any])
    for key in ["bound", "gap", "decidableGap", "conflict", "warnings", "schedule"] {
      #expect(object[key] != nil, "\(key)")
    }
    let baseline = try #require((object["baselines"] as? [[String: Any]])?.first)
    for key in ["total", "goods", "minutes"] { #expect(baseline[key] is NSNull, "\(key)") }
    let line = try #require((object["lines"] as? [[String: Any]])?.first)
    #expect(line["fallback"] == nil)
  }

  @Test func everyKeyIsWrittenWhereAPlanHasItsValue() throws {
    var plan = try PlanDocument(json: Data(Self.plan.utf8))
    let filling = PlanFilling(group: "core", design: "d", name: nil)
    let fee = PlanOneTimeCost(
      amount: Amount(.zero), purpose: LocalizedText(english: "a fee", chinese: "费用"), isAssumed: true, source: "s")
    plan.fillings = [filling]
    plan.oneTimeCosts = [fee]
    plan.ways = [PlanVariant(fillings: [filling], cost: plan.cost)]
    plan.invoice = true
    plan.map = PlanMap(buildings: [], floors: [], streets: [], walks: [])
    plan.excerpt = PlanReduction(stalls: 1, ofStalls: 2, offers: 3, ofOffers: 4)
    plan.missing = [MissingLine(slots: ["U2"], row: "B3", says: "?", grade: "none", reason: fee.purpose)]
    plan.bomLines = 2
    plan.complete = false
    let written = try plan.json()
    let object = try #require(try JSONSerialization.jsonObject(with: written) as? [String: Any])
    for key in PlanDocument.CodingKeys.allCases { #expect(object[key.rawValue] != nil, "\(key.rawValue)") }
    #expect(try PlanDocument(json: written) == plan)
  }

  @Test func amountsKeepTheirDigits() throws {
    let text = String(decoding: try PlanDocument(json: Data(Self.plan.utf8)).json(), as: UTF8.self)
    #expect(text.contains("\"unitPrice\" : \"1.0005\""))
    #expect(text.contains("\"amount\" : \"1.00\""))
  }

  @Test(arguments: [
    ("{}", "the document names no `schema`; a plan has `peidan.plan/1`"),
    (#"{"schema":"peidan.solve/1"}"#, "schema `peidan.solve/1` is not `peidan.plan/1`"),
    (
      #"{"schema":"peidan.plan/2"}"#,
      "schema `peidan.plan/2` was written by a newer version; this one reads `peidan.plan/1`"
    ),
    (#"{"schema":"peidan.plan/1"}"#, "`board`: the key is missing"),
  ])
  func aTextThatIsNoPlanIsRefusedWithItsReason(_ text: String, _ reason: String) {
    let error = #expect(throws: PlanDocument.ReadingError.self) { try PlanDocument(json: Data(text.utf8)) }
    #expect(error?.description == reason)
  }

  @Test func aWrongValueIsRefusedWithItsPath() {
    for (wrong, path) in [
      (("\"1.0005\"", "\"1,0005\""), "lines[0].buys[0].unitPrice"), (("2026-12-04", "2026-12-44"), "date"),
      (("loose-new", "shiny"), "lines[0].buys[0].condition"),
    ] {
      let text = Self.plan.replacingOccurrences(of: wrong.0, with: wrong.1)
      let error = #expect(throws: PlanDocument.ReadingError.self) { try PlanDocument(json: Data(text.utf8)) }
      guard case .invalid(path, _)? = error else {
        Issue.record("\(path): \(String(describing: error))")
        continue
      }
    }
  }

  @Test func brokenTextIsRefusedWithItsPlace() {
    let error = #expect(throws: PlanDocument.ReadingError.self) {
      try PlanDocument(json: Data("{\"schema\": \"peidan.plan/1\",\n  \"board\" \"b\"}".utf8))
    }
    guard case .malformed(let detail)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(detail.contains("line 2, column 11"), "\(detail)")
  }

  @Test(arguments: ["0.00", "-0.01", "12.35", "0.000001", "123456789.12", "1.0005"])
  func amountsReadBack(_ text: String) {
    #expect(Amount(text)?.description == text)
  }

  @Test(arguments: ["", "1.", ".5", "1.0000001", "1e3", "+1", "1,5", "１", "99999999999999"])
  func textThatIsNoAmountIsRefused(_ text: String) {
    #expect(Amount(text) == nil)
  }
}
