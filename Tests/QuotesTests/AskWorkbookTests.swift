import BOMImport
import Base
import Market
import Testing

@testable import Quotes

@Suite("What a seller is asked, as a workbook")
struct AskWorkbookTests {
  private static let lines = [
    AskWorkbook.Line(
      mpn: "TPS562201DDCR", maker: "Texas Instruments", package: "SOT-6", value: "", quantity: 53, demand: "2449 及以后"),
    AskWorkbook.Line(mpn: "0402B104K160CT", maker: "", package: "0402", value: "100nF", quantity: 1_200, demand: ""),
    AskWorkbook.Line(mpn: "=1+1<&>\"\u{1}", maker: "A & B", package: "", value: "", quantity: 1, demand: ""),
  ]

  private func workbook(_ said: @escaping @Sendable (LocalizedText) -> String) -> AskWorkbook {
    AskWorkbook(lines: Self.lines, title: "询价", said: said)
  }

  @Test("a spreadsheet reader finds every line under its columns, text as text and numbers as numbers")
  func read() throws {
    let text = try SheetText.read(try workbook { $0.chinese }.bytes(), file: "li.xlsx")
    let rows = text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows[0].prefix(7) == ["型号", "品牌", "封装", "参数", "数量", "要求", "单价（元）"])
    #expect(rows[1].prefix(6) == ["TPS562201DDCR", "Texas Instruments", "SOT-6", "", "53", "2449 及以后"])
    #expect(rows[2].prefix(5) == ["0402B104K160CT", "", "0402", "100nF", "1200"])
    #expect(rows[3].prefix(2) == ["=1+1<&>\"", "A & B"] || rows[3].prefix(2) == ["=1+1<&>\" ", "A & B"], "\(rows[3])")
  }

  @Test("the same lines give the same bytes, and others do not")
  func same() throws {
    let bytes = try workbook { $0.english }.bytes()
    #expect(try workbook { $0.english }.bytes() == bytes)
    #expect(try workbook { $0.chinese }.bytes() != bytes)
  }

  @Test("what a seller fills in is read as answers", arguments: [true, false])
  func answered(isChinese: Bool) throws {
    let text = try SheetText.read(try workbook { isChinese ? $0.chinese : $0.english }.bytes(), file: "li.xlsx")
    var rows = text.split(separator: "\n").prefix(3).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    while rows[1].count < rows[0].count { rows[1].append("") }
    while rows[2].count < rows[0].count { rows[2].append("") }
    rows[1][6...] = [
      "1.35", isChinese ? "含税" : "incl VAT", "100", "5000", "2512", isChinese ? "原装" : "original", "", "",
    ]
    rows[2][6...] = ["0.004", isChinese ? "未税" : "excl VAT", "4000", "", "", "", isChinese ? "3天" : "3 days", ""]
    let context = QuoteContext(
      lines: Self.lines.prefix(2).map { WantedLine(mpn: $0.mpn) })
    let sheet = AnswerReader(context).read(rows.map { $0.joined(separator: "\t") }.joined(separator: "\n"))
    #expect(sheet.answers.map(\.state) == [.quote, .quote], "\(sheet.answers)")
    let first = try #require(sheet.answers.first)
    #expect(first.mpn == "TPS562201DDCR" && first.unitPrice?.decimal == "1.35" && first.tax == .included)
    #expect(first.from == 100 && first.stock == 5_000 && first.dateCode == "2512" && first.condition == .original)
    let second = try #require(sheet.answers.last)
    #expect(second.unitPrice == Money(microYuan: 4_000) && second.tax == .excluded && second.from == 4_000)
    #expect(second.leadDays == 3)
  }
}
