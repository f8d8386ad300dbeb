import Electronics
import Testing

@Suite struct SizeTests {
  @Test(arguments: ["60 x 40 mm", "60mm×40mm", "6 cm x 40 mm", "60*40mm", "６０×４０ｍｍ"])
  func sidesAreReadInEveryForm(text: String) throws {
    #expect(try Quantity.sides(parsing: text, count: 2...2).map(\.description) == ["60 mm", "40 mm"])
  }

  @Test func wrongSizesAreRefused() {
    #expect(throws: QuantityError.missingUnit("60 x 40", .length)) {
      try Quantity.sides(parsing: "60 x 40", count: 2...2)
    }
    #expect(throws: QuantityError.wrongSideCount(1, expected: 2...2)) {
      try Quantity.sides(parsing: "60 mm", count: 2...2)
    }
    #expect(throws: QuantityError.outOfRange) { try Quantity.sides(parsing: "0 x 4 mm", count: 2...2) }
  }
}
