import Base
import Foundation
import Market
import Testing

@testable import SourcingPlan

@Suite struct ShareTests {
  @Test func aShareIsRoundedUpAndWrittenWithoutNoise() throws {
    let share = try #require(Share(of: Money(microYuan: 1), in: Money(microYuan: 3)))
    #expect(share.description == "0.333334")
    #expect(share.percent == "33.34")
    #expect(String(decoding: try JSONEncoder().encode([share]), as: UTF8.self) == "[0.333334]")
  }

  @Test func noShareOfNothing() {
    #expect(Share(of: Money(microYuan: 1), in: .zero) == nil)
    #expect(Share(of: Money(microYuan: .max), in: Money(microYuan: 1)) == nil)
    #expect(Share(of: .zero, in: Money(microYuan: 5))?.millionths == 0)
  }

  @Test func everyMillionthReadsBack() throws {
    for millionths in stride(from: -1_000_000, through: 1_000_000, by: 997) {
      let share = Share(millionths: millionths)
      let text = try JSONEncoder().encode([share])
      #expect(try JSONDecoder().decode([Share].self, from: text) == [share])
    }
  }

  @Test func moreThanSixDigitsAreRefused() {
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Share].self, from: Data("[0.0000001]".utf8)) }
  }
}
