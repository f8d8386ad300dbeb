import Base
import Electronics
import TestSupport
import Testing

@Suite struct DecimalMarkTests {
  @Test(
    "what the cells of a file tell",
    arguments: [
      (["10,0k", "1,000k", "4,700"], .comma), (["4.7k", "1,000"], .point), (["1,000k"], .unknown),
      (["1.000"], .unknown),
      (["10,5k", "4.7k"], .mixed), (["1.234,56"], .comma), (["1,234.56"], .point), (["0,100"], .comma),
      (["AMS1117-3.3", "10k"], .unknown), (["1.2.3"], .unknown), (["0402,100n"], .unknown), (["100n/6,3V"], .comma),
      ([], .unknown),
    ] as [([String], DecimalMark)])
  func marks(cells: [String], mark: DecimalMark) {
    #expect(DecimalMark(of: cells) == mark)
  }

  /// Numbers written in either way, against the number itself.
  @Test(arguments: [UInt64](1...4))
  func numbersAreReadAsTheFileWritesThem(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let whole = Int.random(in: 0...99_999, using: &random)
      let fraction = Int.random(in: 1...9, using: &random)
      let digits = String(whole)
      let isGrouped = Bool.random(using: &random)
      for (mark, point, group) in [(DecimalMark.comma, ",", "."), (.point, ".", ",")] {
        var integer = digits
        if isGrouped, digits.count > 3 {
          integer = digits.dropLast(3) + group + digits.suffix(3)
        }
        #expect(mark.normalized("\(integer)\(point)\(fraction)k") == "\(whole).\(fraction)k")
        #expect(mark.whole(integer) == whole)
      }
    }
  }

  @Test func whatCanBeReadInTwoWaysIsNotRead() {
    #expect(DecimalMark.unknown.normalized("1,000k") == nil)
    #expect(DecimalMark.comma.normalized("1,000k") == "1.000k")
    #expect(DecimalMark.point.normalized("1,000k") == "1000k")
    #expect(DecimalMark.unknown.normalized("4,7k") == "4.7k")
    #expect(DecimalMark.unknown.normalized("1.000k") == "1.000k")
    #expect(DecimalMark.mixed.normalized("1.000k") == nil)
    #expect(DecimalMark.mixed.normalized("1,000k") == nil)
    #expect(DecimalMark.mixed.normalized("4,7k 4.7u V1.2.3") == "4.7k 4.7u V1.2.3")
    #expect(DecimalMark.comma.normalized("AMS1117-3.3, 4,7u") == "AMS1117-3.3, 4.7u")
  }
}
