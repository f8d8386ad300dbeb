import Base
import Foundation
import SourcingPlan
import TestSupport
import Testing
import WalkSheet

/// Plans whose numbers stand far beyond any purchase: they are refused as they are read, or written, and none ends the program.
@Suite struct LargeNumbersTests {
  @Test func noNumberOfAPlanEndsTheProgram() throws {
    let texts = try ["usb-charger", "power-bank-by-mail"].map {
      try String(contentsOf: SheetFixture.file(of: $0), encoding: .utf8)
    }
    var random = SeededGenerator(seed: 17)
    var written = 0
    for round in 0..<60 {
      let text = LargeNumbers.replacingOne(in: texts[round % texts.count], &random) ?? ""
      guard let plan = try? PlanDocument(json: Data(text.utf8)) else { continue }
      for format in [WalkSheet.Format.html, .csv, .md, .ics, .orders, .lcsc] {
        if (try? SheetFixture.text(format, of: plan)) != nil { written += 1 }
      }
    }
    #expect(written > 20, "\(written)")
  }

  @Test func anAmountBeyondADaysTotalIsNone() {
    #expect(Amount("1000000000000") != nil && Amount("-1000000000000") != nil)
    #expect(Amount("1000000000000.000001") == nil && Amount("9000000000000") == nil)
  }
}
