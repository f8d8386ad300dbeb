import Testing

@testable import PriceSheets

@Suite struct WordMemoTests {
  @Test func aTextIsFoundOutOnceUpToTheLimit() {
    var memo = WordMemo<Int>(limit: 2)
    var asked: [String] = []
    func length(_ text: String) -> Int {
      memo.value(of: text) {
        asked.append(text)
        return text.count
      }
    }
    #expect(["4.7kΩ", "±1%", "4.7kΩ", "0402", "±1%", "0402"].map(length) == [5, 3, 5, 4, 3, 4])
    #expect(asked == ["4.7kΩ", "±1%", "0402", "0402"])
  }
}
