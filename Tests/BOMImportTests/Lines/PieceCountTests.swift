import BOMImport
import Electronics
import Testing

@Suite struct PieceCountTests {
  @Test func numbersWithUnitsAreRead() {
    let units = [
      "", " pcs", "pcs", " PCS.", " ea.", " ea", "x", " Stk", " Stück", "个", " 只", " nos", " off", " pieces",
    ]
    for number in [0, 1, 7, 12, 100, 999, 1_000_000] {
      for unit in units { #expect(PieceCount(parsing: "\(number)\(unit)")?.count == number, "\(number)\(unit)") }
      #expect(PieceCount(parsing: "x\(number)")?.count == number)
      #expect(PieceCount(parsing: "\(number).0")?.count == number)
    }
  }

  @Test func separatorsOfThousandsFollowTheFile() {
    for (text, mark, count) in [
      ("1,000", DecimalMark.unknown, 1000), ("1,000", .point, 1000), ("1,000", .comma, 1), ("1.000", .comma, 1000),
      ("1.000", .point, 1), ("1 000", .unknown, 1000), ("12'000", .point, 12_000), ("4,0", .comma, 4),
      ("1,000,000", .unknown, 1_000_000),
    ] {
      #expect(PieceCount(parsing: text, mark: mark)?.count == count, "\(text) \(mark)")
    }
  }

  @Test(
    "a mark beside the number is told apart",
    arguments: [("1 (DNF)", 1, "DNF"), ("2 DNP", 2, "DNP"), ("3 - not fitted", 3, "not fitted"), ("4", 4, "")])
  func marks(text: String, count: Int, mark: String) {
    #expect(PieceCount(parsing: text)?.count == count)
    #expect(PieceCount(parsing: text)?.unfittedMark == mark)
  }

  @Test(
    "what is no number of pieces",
    arguments: [
      "16/40", "1.5", "2+1", "three", "-1", "1（备用1）", "10,5", "1,00", "0,100", "2 m", "1000001", "", "1-2", "4 kg",
      "1,0000",
    ])
  func refused(text: String) {
    #expect(PieceCount(parsing: text) == nil)
  }
}
