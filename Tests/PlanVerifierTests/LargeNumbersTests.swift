import Base
import Foundation
import SourcingPlan
import TestSupport
import Testing

@testable import PlanVerifier

/// Plans whose numbers stand far beyond any purchase are refused, and none ends the program.
@Suite struct LargeNumbersTests {
  @Test func noNumberOfAPlanEndsTheProgram() throws {
    let text = try String(contentsOf: WrongPlan.folder.appending(path: "RightPlan.json"), encoding: .utf8)
    var random = SeededGenerator(seed: 18)
    var (unread, refused) = (0, 0)
    for _ in 0..<150 {
      let changed = LargeNumbers.replacingOne(in: text, &random) ?? text
      guard let plan = try? PlanDocument(json: Data(changed.utf8)) else {
        unread += 1
        continue
      }
      if !PlanVerifier(DayFixture.facts).violations(in: plan).isEmpty { refused += 1 }
    }
    #expect(unread > 20 && refused > 20, "\(unread) not read, \(refused) refused")
  }
}
