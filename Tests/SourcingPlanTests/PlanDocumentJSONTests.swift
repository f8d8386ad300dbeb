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
    let first = try PlanDocument(json: Data(Self.plan.utf8))
    let written = try first.json()
    let plan = try PlanDocument(json: written)
    #expect(plan.schema == PlanDocument.currentSchema)
    #expect(try plan.json() == written)
    let again = try PlanDocument(json: try plan.json())
    #expect(again == plan)
    #expect(try again.digest() == plan.digest())
  }

  @Test func aPlanOfTheFirstSchemaIsReadById() throws {
    let plan = try PlanDocument(json: Data(Self.plan.utf8))
    #expect(plan.orders.map(\.id) == ["b"] && plan.orders[0].count == 1)
    #expect(plan.lines[0].id == "b/U1" && plan.lines[0].buys[0].id == "b/U1#1")
    #expect(plan.lines[0].buys[0].id.line == plan.lines[0].id)
    #expect(plan.isComplete && plan.agents == nil && plan.places == nil)
  }

  @Test(arguments: [
    ("\"boards\":1", "\"boards\":0", "boards"), ("[999]", "[999]", "walks[0].visits[0].lines[0]"),
    ("[999]", "[0,-1]", "walks[0].visits[0].lines[1]"),
    ("\"lines\":[999],\"pickUps\":[]", "\"lines\":[0],\"pickUps\":[1]", "walks[0].visits[0].pickUps[0]"),
  ])
  func aPlanOfTheFirstSchemaNamesNoLineThatIsNotThere(_ edit: (from: String, to: String, path: String)) throws {
    let time = "2026-12-04T10:00:00"
    let walk = """
      "walks":[{"buyer":"A","start":"\(time)","finish":"\(time)","from":"a","to":"a","cash":"1.00","visits":[
      {"stall":"S","name":{"english":"s","chinese":"s"},"arrive":"\(time)","begin":"\(time)","depart":"\(time)",
      "walkSeconds":0,"lines":[999],"pickUps":[],"isSample":true}]}]
      """
    let text = Self.plan.replacing("\"walks\":[]", with: walk).replacing(edit.from, with: edit.to)
    let error = #expect(throws: PlanDocument.ReadingError.self) { try PlanDocument(json: Data(text.utf8)) }
    guard case .invalid(edit.path, _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(arguments: [
    ("\"boards\" : 1", "\"boards\" : 2", "boards"),
    ("\"board\" : \"b\",\n  \"boards", "\"board\" : \"c\",\n  \"boards", "board"),
  ])
  func whatStandsBesideTheOrdersMustAgree(_ edit: (from: String, to: String, path: String)) throws {
    let text = String(decoding: try PlanDocument(json: Data(Self.plan.utf8)).json(), as: UTF8.self)
    let wrong = text.replacing(edit.from, with: edit.to)
    #expect(wrong != text)
    let error = #expect(throws: PlanDocument.ReadingError.self) { try PlanDocument(json: Data(wrong.utf8)) }
    guard case .invalid(edit.path, _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
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
    plan.agents = []
    plan.places = []
    plan.map = PlanMap(buildings: [], floors: [], streets: [], walks: [])
    plan.excerpt = PlanReduction(stalls: 1, ofStalls: 2, offers: 3, ofOffers: 4)
    plan.missing = [MissingLine(order: "b", slots: ["U2"], row: "B3", says: "?", grade: "none", reason: fee.purpose)]
    plan.bomLines = 2
    plan.markets = [plan.market]
    plan.complete = false
    plan.bom = [BillLine(order: "b", slots: ["U2"], row: "B3", says: "?", state: .toBeFoundOut)]
    plan.asked = []
    plan.onHand = []
    plan.statesFooting = true
    plan.answer = PlanAnswer(mpn: "X", maker: nil, worth: Amount(.zero), seller: nil, floor: nil)
    let written = try plan.json()
    let object = try #require(try JSONSerialization.jsonObject(with: written) as? [String: Any])
    for key in PlanDocument.CodingKeys.allCases { #expect(object[key.rawValue] != nil, "\(key.rawValue)") }
    #expect(try PlanDocument(json: written).json() == written)
  }

  @Test func amountsKeepTheirDigits() throws {
    let text = String(decoding: try PlanDocument(json: Data(Self.plan.utf8)).json(), as: UTF8.self)
    #expect(text.contains("\"unitPrice\" : \"1.0005\""))
    #expect(text.contains("\"amount\" : \"1.00\""))
  }

  @Test(arguments: [
    ("{}", "the document names no `schema`; a plan has `peidan.plan/2`"),
    (#"{"schema":"peidan.solve/1"}"#, "schema `peidan.solve/1` is neither `peidan.plan/1` nor `peidan.plan/2`"),
    (
      #"{"schema":"peidan.plan/3"}"#,
      "schema `peidan.plan/3` was written by a newer version; this one reads `peidan.plan/1` and `peidan.plan/2`"
    ),
    (#"{"schema":"peidan.plan/2"}"#, "`orders`: the key is missing"),
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
