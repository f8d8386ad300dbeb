import Base
import Testing

@Suite("Text in Markdown")
struct MarkdownTextTests {
  @Test(
    "signs of Markdown and HTML are escaped, the rest stays",
    arguments: [
      ("a_b*c", "a\\_b\\*c"), ("<b>&amp;|`x`", "\\<b\\>\\&amp;\\|\\`x\\`"), ("one\ntwo\r\tthree", "one two  three"),
      ("\u{202E}evil\u{200F}", "evil"), ("贴片电阻 10k±1%", "贴片电阻 10k±1%"), ("", ""),
    ])
  func escapes(text: String, written: String) { #expect(markdownText(text) == written) }
}
