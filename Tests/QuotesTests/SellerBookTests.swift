import Base
import Diagnostics
import Quotes
import Testing

struct SellerBookTests {
  private func read(_ text: String) -> (SellerBook?, [String]) {
    let sink = DiagnosticSink()
    let book = SellerBook(
      SourceText(file: "stalls.csv", text: text), markets: ["huaqiangbei"], families: ["passives", "discretes"],
      into: sink)
    return (book, sink.inTextOrder.map { "\($0.span?.start.line ?? 0): \($0.message)" })
  }

  @Test func rowsAreSellersAndWhatIsLeftOutIsUsual() {
    let (book, findings) = read("id,name,goods,shipping,lines\nli,李老板,passives|discretes,12.5,6\nwang,,,,\n")
    #expect(findings.isEmpty)
    #expect(
      book?["li"]
        == Seller(
          id: "li", name: "李老板", goods: ["passives", "discretes"], shipping: Money(microYuan: 12_500_000),
          linesPerAsk: 6))
    #expect(book?["wang"]?.name == "wang")
    #expect(book?["wang"]?.shippingDays == 1)
    #expect(book?["zhou"] == nil)
  }

  @Test func everyWrongValueIsNamedWithItsPlace() {
    let (book, findings) = read(
      """
      id,market,goods,shipping,shipping_days,lines
      l i,,,,,
      li,nowhere,passive,-1,x,0
      li,,,,,

      """)
    #expect(book == nil)
    #expect(
      findings == [
        "2: `id` is `l i`; expected letters, figures, hyphens and underscores",
        "3: `market` is `nowhere`; expected one of `huaqiangbei`",
        "3: `goods` is `passive`; expected families of goods with `|` between, perhaps `passives`",
        "3: `shipping` is `-1`; expected yuan from 0.00 to 100000.00 CNY",
        "3: `shipping_days` is `x`; expected a number of days from 0 to 365",
        "3: `lines` is `0`; expected a number of lines from 1 to 1000", "4: seller `li` is given twice",
      ])
  }

  @Test func aSellerIsAddedInTheColumnsOfTheFile() {
    let seller = Seller(id: "li", name: "Li, \"boss\"", contact: "wechat:li", market: "huaqiangbei")
    #expect(
      SellerBook.text(adding: seller, to: nil)
        == "id,name,contact,goods,market,place,shipping,shipping_days,lines\nli,\"Li, \"\"boss\"\"\",wechat:li,,huaqiangbei,,,,\n"
    )
    #expect(
      SellerBook.text(adding: seller, to: "# mine\ncontact,id\nqq:1,wang")
        == "# mine\ncontact,id\nqq:1,wang\nwechat:li,li\n")
    #expect(SellerBook.isUsable("李老板-2") && !SellerBook.isUsable("a/b") && !SellerBook.isUsable(""))
  }
}
