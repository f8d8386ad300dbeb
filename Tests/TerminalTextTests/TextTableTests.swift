import Testing

@testable import TerminalText

@Suite("Text tables and wrapping")
struct TextTableTests {
  @Test("columns align when cells hold wide characters")
  func wide() {
    var table = TextTable([
      .init(title: "料", alignment: .left), .init(title: "qty", alignment: .right),
      .init(title: "note", alignment: .left),
    ])
    table.rows = [["电阻", "5", "a"], ["cap", "120", "b"]]
    #expect(
      table.lines() == [
        "料    qty  note",
        "电阻    5  a",
        "cap   120  b",
      ])
  }

  @Test("a short row's last cell may stick out, and titles are left out where there are none")
  func shortRows() {
    var table = TextTable([], alignment: [.right])
    table.add(["1", "a maker of parts with a long name"])
    table.add(["20", "电阻", "x"])
    #expect(table.text == " 1  a maker of parts with a long name\n20  电阻  x\n")
    var titled = TextTable(["mpn", "价"], alignment: [.left, .right])
    titled.add(["TP4056", "0.35"])
    #expect(titled.text == "mpn       价\nTP4056  0.35\n")
  }

  @Test("A table that is too wide stacks its titles and cuts words, never numbers")
  func narrow() {
    var table = TextTable([
      .init(title: "", alignment: .left), .init(title: "total / 合计", alignment: .right),
      .init(title: "minutes / 分钟", alignment: .right),
    ])
    table.rows = [["each line at its cheapest", "2521.06", "253"]]
    #expect(
      table.lines(within: 34) == [
        "                    total  minutes", "                     合计     分钟", "each line at it…  2521.06      253",
      ])
    #expect(table.lines(within: 80).count == 2)
  }

  @Test("Long words of the last column go on below themselves")
  func wrapsTheLastColumn() {
    var table = TextTable([.init(title: "", alignment: .left), .init(title: "", alignment: .left)])
    table.rows = [["risk", "expected loss, not cash"], ["fares", ""]]
    table.wrapLastColumn(within: 24)
    #expect(
      table.lines(showsTitles: false) == ["risk   expected loss,", "       not cash", "fares"])
  }

  @Test("a cell above its column's limit is cut, never in the middle of a wide character")
  func cut() {
    #expect("充电管理芯片".cut(toCells: 6) == "充电…")
    #expect("charger".cut(toCells: 7) == "charger")
    #expect("charger".cut(toCells: 4) == "cha…")
  }

  @Test("no line of Chinese starts with a closing sign or ends with an opening one")
  func signs() {
    for width in 6...24 {
      let lines = "已证明：任何方案不低于 3.41 %；占可优化部分（按同样的规则）41 %。".wrapped(toCells: width)
      #expect(!lines.contains { "；：）。".contains($0.first ?? " ") || $0.last == "（" }, "\(width): \(lines)")
    }
  }

  @Test("no line of wrapped text is wider than asked, and nothing is lost")
  func wraps() {
    let text = "prices are a sample 价格为样例数据 made by a generator"
    for width in 12...40 {
      let lines = text.wrapped(toCells: width)
      #expect(lines.allSatisfy { $0.cellWidth <= width })
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }

  @Test("colour takes no cells")
  func colour() {
    #expect(PageStyle(usesColor: true).bold("合计").cellWidth == 4)
    #expect(PageStyle(usesColor: false).bold("合计") == "合计")
  }
}
