import Testing

@testable import Quotes

struct PassiveValueTests {
  @Test(arguments: [
    ("100nF", "0.1uF"), ("100nF", "104"), ("10k", "10KΩ"), ("10k", "103"), ("4k7", "4.7K"), ("4R7", "4.7R"),
    ("1uH", "1000nH"),
    ("10pF", "100"), ("1M", "1000k"),
  ])
  func formsOfOneValueAreTheSame(_ left: String, _ right: String) {
    let values = [left, right].compactMap { PassiveValue(Array($0), allowsBare: true) }
    #expect(values.count == 2)
    #expect(values[0].isSame(as: values[1]) && values[1].isSame(as: values[0]))
  }

  @Test(arguments: [("100nF", "10nF"), ("10k", "104"), ("10k", "100nF"), ("1uH", "1uF")])
  func otherValuesAreNot(_ left: String, _ right: String) {
    let values = [left, right].compactMap { PassiveValue(Array($0), allowsBare: true) }
    #expect(values.count == 2 && !values[0].isSame(as: values[1]))
  }

  @Test func aBareThousandIsAValueOnlyBesideASize() {
    func words(_ text: String) -> (String, Int)? {
      PassiveWords(Array(text), from: 0).map { ($0.package, $0.end) }
    }
    #expect(words("10k 0402 1% 0.002")! == ("0402", 11))
    #expect(words("0603 104 0.0075")! == ("0603", 8))
    #expect(words("10k 0.002") == nil)
    #expect(words("5k起 0402") == nil)
    #expect(words("100nF 50V 0.01")! == ("", 9))
  }
}
