import Electronics
import Testing

@Suite struct ParameterValueTests {
  private func definition(_ kind: ParameterDefinition.Kind, _ dimension: Dimension? = nil) -> ParameterDefinition {
    ParameterDefinition(name: "p", kind: kind, dimension: dimension, english: "p", chinese: "p")
  }

  @Test func valuesFollowTheirDefinition() throws {
    #expect(
      try ParameterValue(parsing: "1A", as: definition(.quantity, .current))
        == .quantity(Quantity(.current, stored: 1_000_000_000)))
    #expect(try ParameterValue(parsing: "uart| spi |i2c", as: definition(.list)) == .list(["uart", "spi", "i2c"]))
    #expect(try ParameterValue(parsing: "X7R", as: definition(.text)) == .text("X7R"))
    #expect(try ParameterValue(parsing: "true", as: definition(.flag)) == .flag(true))
    #expect(throws: QuantityError.notAFlag("yes")) { try ParameterValue(parsing: "yes", as: definition(.flag)) }
    #expect(throws: QuantityError.empty) { try ParameterValue(parsing: "|", as: definition(.list)) }
  }

  @Test(arguments: [("4..8V", ParameterDefinition.Kind.range), ("500mA", .quantity)])
  func spelledValuesReadBack(text: String, kind: ParameterDefinition.Kind) throws {
    let definition = definition(kind, text.hasSuffix("V") ? .voltage : .current)
    let value = try ParameterValue(parsing: text, as: definition)
    #expect(value.spelled == text)
  }

  @Test(arguments: Dimension.allCases)
  func everyUnitSymbolNamesItsDimension(dimension: Dimension) {
    #expect(Dimension(unitSymbol: dimension.unitSymbol) == dimension)
  }
}
