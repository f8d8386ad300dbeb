import Diagnostics
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("charger", "chrager", 1), ("capacitor", "capcitor", 1), ("ldo", "ldo", 0),
    ("kitten", "sitting", 3), ("中文", "中", 1),
  ])
  func distanceCountsEditsAndSwaps(left: String, right: String, distance: Int) {
    #expect(editDistance(left, right) == distance)
    #expect(editDistance(right, left) == distance)
  }

  @Test func closestNameWins() {
    #expect(closestMatch(to: "chrger", among: ["resistor", "charger", "changer"]) == "charger")
  }

  @Test func capitalsDoNotCount() {
    #expect(closestMatch(to: "tp4056", among: ["TP4056", "TP4054"]) == "TP4056")
  }

  @Test func farNamesAreNotProposed() {
    #expect(closestMatch(to: "battery", among: ["ldo", "mcu"]) == nil)
    #expect(closestMatch(to: "a", among: ["b"]) == nil)
    #expect(closestMatch(to: "", among: ["b"]) == nil)
  }

  @Test func tiesDoNotDependOnOrder() {
    #expect(closestMatch(to: "TP4055", among: ["TP4056", "TP4054"]) == "TP4054")
    #expect(closestMatch(to: "TP4055", among: ["TP4054", "TP4056"]) == "TP4054")
  }
}
