import Base
import Foundation
import Testing

@testable import SourcingPlan

/// Plans whose texts hold control characters.
@Suite struct PlanDocumentVisibleTests {
  @Test func everyTextIsShownAndNothingElseChanges() throws {
    let plain = try PlanDocument(json: Data(PlanDocumentJSONTests.plan.utf8))
    #expect(try plain.visible() == plain)
    let hostile = try PlanDocument(
      json: Data(
        PlanDocumentJSONTests.plan.replacing(#""english":"B""#, with: #""english":"B\u001b[2J\u202e""#)
          .replacing(#""maker":"Y""#, with: #""maker":"\u009bY""#).utf8))
    let expected = try PlanDocument(
      json: Data(
        PlanDocumentJSONTests.plan.replacing(#""english":"B""#, with: #""english":"B\ufffd[2J\ufffd""#)
          .replacing(#""maker":"Y""#, with: #""maker":"\ufffdY""#).utf8))
    #expect(hostile != expected)
    // What is written has the current schema.
    #expect(try hostile.visible() == PlanDocument(json: expected.json()))
  }
}
