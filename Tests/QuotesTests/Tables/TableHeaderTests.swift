import Testing

@testable import Quotes

struct TableHeaderTests {
  @Test func columnsAreFoundByTheirNames() {
    #expect(
      TableHeader("型号,数量,含税单价(元/K),批号,货期")?.columns
        == [.part, .quantity, .price(.init(tax: .included, pieces: 1_000)), .date, .lead])
    #expect(
      TableHeader("| Part No. | MOQ | Unit Price (USD) |")?.columns == [.part, .least, .price(.init(currency: "USD"))])
    #expect(
      TableHeader("型号 1+ 1k+")?.columns == [.part, .price(.init(from: 1)), .price(.init(from: 1_000))])
    #expect(TableHeader("物料名称\t规格型号\t单价")?.columns == [.unread, .part, .price(.init())])
  }

  @Test func answersAreNoHeaders() {
    for text in ["TP4056 0.35", "型号：TP4056 单价：0.35", "型号", "", "TP4056 单价 0.35 现货"] {
      #expect(TableHeader(text) == nil, "\(text)")
    }
  }
}
