import Testing

@testable import Quotes

struct ChineseNumberTests {
  /// Numbers are spelled by rule, then read.
  private func spelled(_ number: Int) -> String {
    let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    var text = ""
    var rest = number
    var hasGap = false
    for (power, name) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = rest / power
      rest %= power
      if digit == 0 {
        hasGap = hasGap || !text.isEmpty
        continue
      }
      if hasGap { text += "零" }
      hasGap = false
      text += digits[digit] + name
    }
    return text
  }

  @Test func numbersBelowTenThousandReadAsTheyAreSpelled() {
    for number in 1..<10_000 {
      let text = Array(spelled(number))
      let read = ChineseNumber.read(text, at: 0)
      #expect(read?.value == number && read?.end == text.count, "\(String(text))")
    }
  }

  @Test(arguments: [("两千五", 2_500), ("一万五", 15_000), ("十五", 15), ("两百", 200), ("三", 3), ("十", 10), ("二十万", 200_000)])
  func shortFormsAreRead(_ text: String, _ value: Int) {
    #expect(ChineseNumber.read(Array(text), at: 0)?.value == value)
  }

  @Test func nothingIsNoNumber() {
    #expect(ChineseNumber.read(Array("个"), at: 0) == nil)
    #expect(ChineseNumber.read(Array("万"), at: 0) == nil)
  }
}
