import Testing

@testable import Quotes

struct PlainTextTests {
  @Test func formsOfOneCharacterAreOneAndPlacesStay() {
    let text = PlainText("ＴＰ４０５６　０．３５元，沒貨—￥μ")
    #expect(String(text.characters) == "TP4056 0.35元，没货-¥u")
    #expect(text.characters.count == text.original.count)
    #expect(text.said(0..<6) == "ＴＰ４０５６")
  }
}
