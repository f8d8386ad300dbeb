import BoardSpec
import Diagnostics
import Electronics
import Testing

@testable import Planning

/// Slots in the words in which one asks for them.
@Suite struct RequirementWordsTests {
  private func condition(_ parameter: String, _ test: ParameterCondition.Test, _ text: String) -> ParameterCondition {
    let place = SourcePosition(offset: 0, line: 1, column: 1)
    return ParameterCondition(
      parameter: parameter, test: test, text: text, span: SourceSpan(file: "b", start: place, end: place))
  }

  private func words(_ requirements: [PartRequirement]) -> String {
    let place = SourcePosition(offset: 0, line: 1, column: 1)
    let slot = Slot(
      references: ["U1"], key: "U1", count: 1, requirements: requirements,
      policy: SlotPolicy(conditions: nil, loss: nil, singleLot: false, pinnedStalls: [], bannedStalls: []),
      span: SourceSpan(file: "b", start: place, end: place))
    let charger = PartCategory(
      id: "charger", english: "battery charger", chinese: "充电管理芯片", handling: "ic", family: "power-ics",
      milligrams: 1, parameters: [])
    return slot.words(["charger": charger])
  }

  private let ohms = Quantity(.resistance, stored: 10_000_000)

  @Test func aValueIsSaidAsItIsWritten() {
    #expect(
      words([
        PartRequirement(
          category: "resistor",
          conditions: [
            condition("resistance", .equals(.quantity(ohms)), "10k"),
            condition("package", .equals(.text("0402")), "0402"),
            condition("tolerance", .atMost(Quantity(.ratio, stored: 1), strict: false), "5%"),
          ])
      ]) == "10k 5%")
  }

  @Test func aKindIsNamedInBothLanguagesWithItsConditions() {
    #expect(
      words([
        PartRequirement(
          maker: "UMW", category: "charger",
          conditions: [condition("current", .atLeast(Quantity(.current, stored: 1), strict: false), ">= 500 mA")])
      ]) == "battery charger 充电管理芯片 UMW, current >= 500 mA")
  }

  @Test func alternatesStandSideBySide() {
    #expect(
      words([PartRequirement(mpn: "CH224K", conditions: []), PartRequirement(mpn: "HUSB238", conditions: [])])
        == "CH224K / HUSB238")
  }
}
