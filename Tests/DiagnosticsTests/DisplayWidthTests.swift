import Diagnostics
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("华强北", 6), ("Ω", 1), ("e\u{301}", 1), ("ｋΩ", 3), ("한글", 4), ("👍", 2), ("👨‍👩‍👧", 2),
    ("①", 1), ("¥12.35", 6), ("，", 2), ("é", 1), ("\u{200B}", 0),
  ])
  func widthIsInColumns(text: String, columns: Int) {
    #expect(displayWidth(of: text) == columns)
  }
}
