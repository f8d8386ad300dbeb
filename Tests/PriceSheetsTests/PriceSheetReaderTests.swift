import Electronics
import Market
import Testing

@testable import PriceSheets

/// What each shape of sheet is read as.
@Suite struct PriceSheetReaderTests {
  private func read(_ text: String, _ defaults: SheetDefaults = Self.usual) throws -> (
    rows: [SheetRow], counts: SheetCounts, faults: [RowFault]
  ) {
    let bytes = Array(text.utf8)
    let none = try ListVocabulary(categories: [], packages: [], known: [])
    var reader = try PriceSheetReader(
      MemoryFeed(bytes), shape: try SheetShape(start: bytes), defaults: defaults, packages: none, categories: [])
    var rows: [SheetRow] = []
    while let row = try reader.next() { rows.append(row) }
    return (rows, reader.counts, reader.faults)
  }

  private static let usual = SheetDefaults(
    stall: "S", condition: .original, seen: "2026-11-20", source: "a friend")

  @Test func ownColumnsAreReadWithAllThatTheySay() throws {
    let (rows, _, faults) = try read(
      """
      stall,maker,mpn,condition,breaks,minimum,multiple,stock,currency,tax,runner_min,seen,basis,expires,source
      A1,TOP,TP4056,loose-new,1:0.35 100:0.21,5,5,900,USD,included,20,2026-11-01,paid,2026-12-01,receipt
      """)
    #expect(faults.isEmpty)
    let row = try #require(rows.first)
    #expect(row.breaks == [ListedBreak(from: 1, price: 350_000), ListedBreak(from: 100, price: 210_000)])
    #expect(
      [row.stall, row.maker, row.mpn, row.currency, row.seen, row.source] == [
        "A1", "TOP", "TP4056", "USD", "2026-11-01", "receipt",
      ])
    #expect(row.condition == .looseNew && row.basis == .paid && row.expires == "2026-12-01" && row.taxIncluded)
    #expect([row.minimum, row.multiple, row.stock ?? -1, row.runnerMinutes] == [5, 5, 900, 20])
    #expect(row.oddities.isEmpty && !row.isOneBreak)
  }

  @Test func chineseColumnsSemicolonsAndSignsAreReadToo() throws {
    let (rows, _, faults) = try read("\u{FEFF}型号;品牌;成色;数量;单价;含税\r\nTP4056;TOP;散新;100;￥0.21;是\r\n")
    #expect(faults.isEmpty)
    let row = try #require(rows.first)
    #expect(row.condition == .looseNew && row.currency == "CNY" && row.taxIncluded && row.isOneBreak)
    #expect(row.breaks == [ListedBreak(from: 100, price: 210_000)] && row.minimum == 100)
    #expect(row.stall == "S" && row.seen == "2026-11-20" && row.oddities == [.noStock])
  }

  @Test func packingsAreReadUnderTheNamesThatSellersGiveThem() throws {
    for header in ["packing", "Packaging", "包装", "包装方式"] {
      let (rows, counts, faults) = try read(
        "mpn,price,MOQ,multiple,\(header)\nA,1,3000,,Reel\nA,2,,,编带剪切\nA,3,5,1,reel\nA,3,5,,\n")
      #expect(faults.isEmpty && counts.rows == 4)
      #expect(rows.map(\.packing) == [.reel, .cutTape, .reel, nil])
      #expect(rows.map { [$0.minimum, $0.multiple] } == [[3000, 3000], [1, 1], [5, 1], [5, 1]])
    }
    let (rows, _, _) = try read(
      """
      {"mpn": {"manufacturer": "M", "part": "A"}, "offers": [{"sku": {"vendor": "V"}, "moq": 1, "prices": {"USD": [[1, 0.1]]}, \
      "packaging": "Cut Tape"}, {"sku": {"vendor": "V"}, "moq": 3000, "multipack_quantity": 3000, "prices": {"USD": [[3000, 0.01]]}}]}
      """)
    #expect(rows.map(\.packing) == [.cutTape, nil] && rows.map(\.multiple) == [1, 3000])
  }

  @Test func dateCodesAreKeptInTheSellersWords() throws {
    for name in ["date_code", "批号", "DC", "D/C", "Date Code", "批次"] {
      let (rows, _, faults) = try read("mpn,\(name),price\nA,23+,1\nB,,1\nC,-,1\nD, 2338 ,1\n")
      #expect(faults.isEmpty && rows.map(\.dateCode) == ["23+", nil, nil, "2338"], "\(name)")
    }
    let long = String(repeating: "2338/", count: 9)
    let (rows, _, faults) = try read("mpn,date_code,price\nA,\(long),1\n")
    #expect(rows.isEmpty)
    #expect(
      faults == [
        RowFault(
          line: 2, column: "date_code", value: long,
          expected: "a date code of at most 40 signs such as `2338`, year and week")
      ])
    let (lines, _, _) = try read(#"{"mpn": "A", "date_code": "2338", "price": 1}"# + "\n")
    #expect(lines.map(\.dateCode) == ["2338"])
  }

  @Test func theSheetTellsItsDecimalMark() throws {
    let (rows, _, faults) = try read("mpn;price;stock\nA;0,35;1.000\nB;1,250;12\n")
    #expect(faults.isEmpty)
    #expect(rows.map { $0.breaks[0].price } == [350_000, 1_250_000])
    #expect(rows.map(\.stock) == [1000, 12])
    let (pairs, _, _) = try read(
      "mpn;breaks\nA;1:0,35 100:0,21\nB;1-99:0,35;100-:0,21\n".replacing("35;100", with: "35 100"))
    #expect(pairs[0].breaks == [ListedBreak(from: 1, price: 350_000), ListedBreak(from: 100, price: 210_000)])
    let (points, _, _) = try read("mpn,price,stock\nA,0.35,\"1,000\"\nB,\"1,250\",1\n")
    #expect(points.map { $0.breaks[0].price } == [350_000, 1_250_000_000])
    #expect(points[0].stock == 1000)
  }

  @Test func aPriceThatCanBeReadInTwoWaysIsAFault() throws {
    let (rows, _, faults) = try read("mpn,price\nA,\"1,250\"\n")
    #expect(rows.isEmpty)
    #expect(faults.map(\.expected) == ["a positive price that can be read in one way only: `1250` or `1.25`"])
  }

  @Test func aPriceForManyPiecesIsDividedAndAPackIsAskedAbout() throws {
    let (rows, _, faults) = try read("mpn,price,per,stock\nA,12.50,1000,5\nB,0.5,,5\n")
    #expect(faults.isEmpty)
    #expect(rows.map { $0.breaks[0].price } == [12_500, 500_000])
    #expect {
      try read("mpn,price,Pack Qty\nA,12.50,1000\n")
    } throws: {
      guard case .badRows(let faults, _)? = $0 as? SheetError else { return false }
      return faults[0].column == "Pack Qty" && faults[0].expected.contains("`per`")
    }
  }

  @Test func totalsAndRemarksAreNoPrices() throws {
    let (rows, counts, faults) = try read(
      "mpn,price,stock\nA,0.5,1\nTotal,12.50,\n合计:,3,\nPrices hold until Friday,,\nPrepared by:,Li,\nB,0.5,1\n")
    #expect(faults.isEmpty)
    #expect(rows.map(\.mpn) == ["A", "B"])
    #expect(counts.oddities[.trailer] == 4 && counts.rows == 2)
  }

  @Test(arguments: [
    "SPQ", "MPQ", "最小包装", "Standard Pack", "Reel Qty", "Qty per reel", "Units per pack", "Packing Qty", "Packing unit",
    "per reel", "VPE",
    "Qty/Reel", "Pcs per tray", "每盘数量", "标准包装数",
  ])
  func aColumnOfPiecesInAPackIsAskedAbout(name: String) throws {
    #expect {
      try read("mpn,quantity,price,\(name)\nA,1,12.00,5000\n")
    } throws: {
      guard case .badRows(let faults, _)? = $0 as? SheetError else { return false }
      return faults[0].column == name
    }
    #expect(try read("{\"mpn\": \"A\", \"price\": 12, \"\(name)\": 5000}\n").faults.map(\.column) == [name])
    // What the price is for is said, or the price is not one of a row.
    #expect(try read("mpn,price,per,\(name)\nA,12.00,5000,5000\n").rows[0].breaks[0].price == 2_400)
    #expect(try read("mpn,breaks,\(name)\nA,1:12.00,5000\n").faults.isEmpty)
  }

  @Test(arguments: ["Package", "Package Size", "Case", "Reel number", "Remark", "Lead time", "Part Number"])
  func columnsOfOtherThingsAreIgnored(name: String) throws {
    #expect(try read("mpn,price,\(name)\nA,12.00,0603\n").faults.isEmpty)
  }

  @Test func aReelOfUnknownPiecesIsRefused() throws {
    let cases =
      [
        (",,,Reel", nil), ("4000,,,Reel", [4000, 4000]), (",5000,,Reel", [5000, 5000]), (",,4000,Reel", [4000, 4000]),
        (",,1,Reel", [1, 1]), ("1,,,整盘", nil), (",1,,Reel", nil), (",,,Cut Tape", [1, 1]), (",,,", [1, 1]),
      ] as [(String, [Int]?)]
    for (cells, terms) in cases {
      let (rows, _, faults) = try read("mpn,price,minimum,quantity,multiple,packing\nA,0.002,\(cells)\n")
      #expect(rows.first.map { [$0.minimum, $0.multiple] } == terms, "\(cells)")
      #expect(faults.map(\.column) == (terms == nil ? ["packing"] : []))
    }
  }

  /// Signs and codes before and behind numbers with either decimal mark, against the number.
  @Test func signsStandBeforeOrBehind() throws {
    for (sign, currency) in [
      ("€", "EUR"), ("$", "USD"), ("¥", "CNY"), ("£", "GBP"), ("元", "CNY"), ("RMB", "CNY"), ("EUR", "EUR"),
      ("usd", "USD"), ("HK$", "HKD"),
    ] {
      for number in ["0.05", "0,05"] {
        for text in [
          "\(sign)\(number)", "\(number)\(sign)", "\(number) \(sign)", "\(sign) \(number)", "\(number)\u{A0}\(sign)",
        ] {
          let (rows, _, faults) = try read("mpn;price\nA;\(text)\n")
          #expect(faults.isEmpty && rows.first?.breaks == [ListedBreak(from: 1, price: 50_000)], "\(text)")
          #expect(rows.first?.currency == currency, "\(text)")
        }
      }
    }
    #expect(try read("mpn,price\nA,€0.05€\n").rows.isEmpty)
  }

  @Test func taxAndFreightAreNoPrices() throws {
    for label in [
      "MwSt.", "Versand", "VAT", "VAT 19%", "Sales tax", "Shipping", "运费", "税", "增值税 13%", "Frais de port", "Discount",
    ] {
      let (rows, counts, faults) = try read("maker,mpn,quantity,price\nM,A,1,0.5\n\(label),,1,8.00\nM,B,1,0.5\n")
      #expect(rows.map(\.mpn) == ["A", "B"] && faults.isEmpty && counts.oddities[.trailer] == 1, "\(label)")
      #expect(try read("mpn,quantity,price\nA,1,0.5\n\(label),1,8.00\n").rows.map(\.mpn) == ["A"])
    }
    // A maker of that name makes parts.
    #expect(try read("maker,mpn,price\nPort,A1,0.5\n").rows.map(\.mpn) == ["A1"])
  }

  @Test func degenerateBreaksAreCountedAndNeverPromiseLess() throws {
    let (rows, counts, _) = try read(
      """
      mpn,breaks,stock,tax,minimum
      A,1:0.5 10:0.5 100:0.4,1,excluded,1
      B,1-9:0.3;10-99:0.4;100-:0.2,1,excluded,1
      C,10:0.3,1,excluded,1
      """)
    #expect(rows[0].breaks.map(\.price) == [500_000, 400_000])
    #expect(rows[1].breaks == [ListedBreak(from: 1, price: 400_000), ListedBreak(from: 100, price: 200_000)])
    #expect(rows[2].minimum == 10)
    #expect(counts.oddities == [.repeatedPrice: 1, .risingPrice: 1, .raisedMinimum: 1])
  }

  @Test func lcscOrdersOfBothGenerationsHoldFromTheQuantityOrdered() throws {
    let (first, _, _) = try read(
      #"""
      LCSC Part Number,Manufacture Part Number,Manufacturer,Customer NO.,Package,Description,RoHS,Order Qty.,Min\Mult Order Qty.,Unit Price($),Order Price($)
      C25900,RES-4K7,UniOhm,-,0402,4.7k,YES,200,100\100,0.0011,0.22
      C25901,RES-5K,UniOhm,-,0402,5k,YES,7,-\-,$0.5,3.5
      """#)
    #expect(first.map(\.orderNumber) == ["C25900", "C25901"])
    #expect(first[0].breaks == [ListedBreak(from: 200, price: 1_100)] && first[0].minimum == 200)
    #expect(first[0].multiple == 100 && first[0].currency == "USD")
    #expect(first[1].multiple == 1 && first[1].breaks == [ListedBreak(from: 7, price: 500_000)])
    let (second, _, _) = try read(
      #"""
      LCSC Part Number,Customer NO.,Product Remark,Manufacture Part Number,Manufacturer,Package,Product Model,Marked Price(USD),Customer Part Number,Order Qty.,Min\Mult Order Qty.,Unit Price(USD),Order Price(USD),Description,RoHS
      C25900,-,-,RES-4K7,UniOhm,0402,-,0.002,-,200,100\100,0.0011,0.22,4.7k,YES
      """#)
    #expect(second[0].breaks == [ListedBreak(from: 100, price: 2_000), ListedBreak(from: 200, price: 1_100)])
    #expect(second[0].minimum == 100)
  }

  @Test func jsonLinesAreOffersOrPartsWithSellers() throws {
    let (rows, counts, faults) = try read(
      """
      {"mpn": "TP4056", "maker": "TOP", "stall": "A1", "condition": "original", "breaks": [[1, 0.35], [100, 0.00002]], "stock": 12}
      {"mpn": "X", "price": 1.5, "quantity": 10, "stock": null}

      {"response": {"mpn": {"manufacturer": "Molex", "part": "22-01"}, "offers": [
      """.replacing("[\n", with: "[")
        + #"""
        {"sku": {"vendor": "RS Components"}, "moq": 250, "in_stock_quantity": 9, "prices": {"GBP": [[250, 0.13]], "USD": null}},{"sku": {"vendor": "None"}, "prices": {"USD": null}}]}}
        not json
        """#)
    #expect(rows.count == 3)
    #expect(rows[0].breaks == [ListedBreak(from: 1, price: 350_000), ListedBreak(from: 100, price: 20)])
    #expect(rows[0].stock == 12 && rows[1].stock == nil && rows[1].breaks == [ListedBreak(from: 10, price: 1_500_000)])
    #expect(
      [rows[2].stall, rows[2].mpn, rows[2].maker, rows[2].currency] == ["rs-components", "22-01", "Molex", "GBP"])
    #expect(rows[2].minimum == 250 && rows[2].line == 4)
    #expect(faults.map(\.line) == [5] && counts.faults == 1)
  }

  @Test(arguments: [
    ("mpn,breaks\nA,1:abc\n", "breaks", "1:abc"), ("mpn,breaks\nA,100:1 1:2\n", "breaks", "100:1 1:2"),
    ("mpn,price\nA,-3\n", "price", "-3"), ("mpn,price,quantity\nA,1,0\n", "quantity", "0"),
    ("mpn,price,seen\nA,1,2026-13-01\n", "seen", "2026-13-01"),
    ("mpn,price,expires\nA,1,2026-11-01\n", "expires", "2026-11-01"),
    ("mpn,price,condition\nA,1,shiny\n", "condition", "shiny"), ("mpn,price,tax\nA,1,maybe\n", "tax", "maybe"),
    ("mpn,price,currency\nA,1,dollar\n", "currency", "dollar"), ("mpn,price,stock\nA,1,1.5\n", "stock", "1.5"),
    ("mpn,price,currency\nA,$1,CNY\n", "currency", "CNY"), ("mpn,price,basis\nA,1,heard\n", "basis", "heard"),
    ("mpn,price\n,1\n", "mpn", ""), ("mpn,price\nA,1,2,3\n", "", "the row has 4 cells"),
    ("mpn,price\nA,1000000000.000001\n", "price", "1000000000.000001"),
    ("mpn,price\nA,99999999999999999999\n", "price", "99999999999999999999"),
    ("mpn,price,quantity\nA,1,1000000001\n", "quantity", "1000000001"),
    ("mpn,breaks\nA,1:2 1000000001:1\n", "breaks", "1:2 1000000001:1"),
    ("mpn,breaks\nA,1-9:9999999999;10-:1\n", "breaks", "1-9:9999999999;10-:1"),
    ("mpn,price,minimum\nA,1,1000000001\n", "minimum", "1000000001"),
    ("mpn,price,multiple\nA,1,9223372036854775807\n", "multiple", "9223372036854775807"),
    ("mpn,price,stock\nA,1,1000000001\n", "stock", "1000000001"),
    ("mpn,price,runner_min\nA,1,1441\n", "runner_min", "1441"),
    ("mpn,price\nA\u{FFFD},1\n", "mpn", "A\u{FFFD}"), ("{\"mpn\": \"A\", \"breaks\": [[1]]}\n", "breaks", "[[1]]"),
  ])
  func aBadRowNamesLineColumnAndValue(text: String, column: String, value: String) throws {
    let (rows, counts, faults) = try read(text)
    #expect(rows.isEmpty && counts.faults == 1)
    let fault = try #require(faults.first)
    #expect(fault.column == column && fault.line == (text.hasPrefix("{") ? 1 : 2) && !fault.expected.isEmpty)
    #expect(fault.value.filter { !$0.isWhitespace } == value.filter { !$0.isWhitespace })
  }

  @Test(arguments: [
    ("<!DOCTYPE html><html>", "a web page"), ("PK\u{3}\u{4}x", "a ZIP archive (or a spreadsheet in one)"),
    ("[{}]", "a JSON array; write one object a line"), ("%PDF-1.4", "a PDF file"),
  ])
  func otherFilesAreNamed(start: String, kind: String) {
    #expect(throws: SheetError.wrongKind(found: kind)) { try SheetShape(start: Array(start.utf8)) }
  }

  @Test func anUnknownHeaderNamesWhatIsMissing() {
    #expect(throws: SheetError.unknownHeader(found: ["a", "mpn"], missing: ["breaks"])) {
      try SheetShape(start: Array("a,mpn\n1,2\n".utf8))
    }
    #expect(throws: SheetError.empty) { try SheetShape(start: Array("\n\r\n".utf8)) }
  }
}
