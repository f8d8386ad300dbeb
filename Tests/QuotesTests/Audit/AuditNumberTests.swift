import Testing

@testable import Quotes

struct AuditNumberTests {
  private func numbers(_ text: String, names: [String] = ["TP4056"]) -> [String] {
    AuditNumbers(AuditText(text, names: names)).numbers.map { "\($0.role) \($0.value)" }
  }

  @Test func numbersAreWhatStandsBesideThemSays() {
    #expect(numbers("TP4056 散新 0.35 2k起 现货") == ["money 350000", "count 2000000000"])
    #expect(numbers("TP4056 3毛5含税13点") == ["money 350000", "other 13000000"])
    #expect(numbers("TP4056 三毛五一个") == ["money 350000", "count 1000000"])
    #expect(numbers("TP4056 两千起 0.32") == ["count 2000000000", "money 320000"])
    #expect(numbers("TP4056 500") == ["plain 500000000"])
    #expect(numbers("TP4056 电话 12345") == ["other 12345000000"])
    #expect(numbers("NUP2105", names: ["TP4056"]) == [])
  }

  @Test func wordsOfDoubtAreSeen() {
    for text in ["0.3左右", "大概0.3", "0.3多", "以前0.3", "0.3起", "<0.3", "目标价0.3"] {
      #expect(AuditNumbers(AuditText(text, names: [])).numbers.contains { $0.isDoubtful }, "\(text)")
    }
    #expect(!AuditNumbers(AuditText("TP4056 0.3 现货", names: ["TP4056"])).numbers.contains { $0.isDoubtful })
  }

  @Test func aPartIsMaskedWhateverStandsBetweenItsLetters() {
    for text in ["TP4056", "tp4056", "TP-4056", "TP 4056", "ＴＰ４０５６"] {
      let audited = AuditText(text, names: ["TP4056"])
      #expect(audited.parts.allSatisfy { $0 == 0 }, "\(text)")
    }
    #expect(!AuditText("TP40561", names: ["TP4056"]).parts.contains(0))
  }
}
