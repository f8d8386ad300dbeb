import BOMImport
import Base
import Diagnostics
import TestSupport
import Testing

/// Headers that are made of known words are read by what the words say together, whatever stands between them.
@Suite struct HeaderPartsTests {
  /// A word in the spelling of a header: case and what joins it to the next one vary.
  private func header(_ words: [String], _ random: inout SeededGenerator) -> String {
    let joint = ["", " ", "_", "-", ".", " / "].randomElement(using: &random)!
    let words = words.map { word in
      switch Int.random(in: 0..<3, using: &random) {
      case 0: word.uppercased()
      case 1: word.lowercased()
      default: word
      }
    }
    return words.joined(separator: joint) + ["", "?", ".", " "].randomElement(using: &random)!
  }

  private func line(_ header: String, _ cell: String) throws -> BOMLine {
    let (bill, _) = try Fixtures.read("Refs,Value,Footprint,\"\(header)\"\nR1,10k,0603,\"\(cell)\"\n")
    return try #require(bill.lines.first, "\(header)")
  }

  @Test(arguments: [UInt64](1...4))
  func aMakersNumberAndADistributorsAreTold(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let makers = ["Manufacturer", "Mfr", "Mfg", "Manf", "Hersteller", "厂商", "制造商"]
    let shops = ["LCSC", "JLC", "JLCPCB", "立创", "嘉立创"]
    let parts = [[], ["Part"], ["Partn"], ["Stock"]]
    let numbers = ["No", "Number", "Nr", "Code", "Num", "PN", "SKU", "编号", "#"]
    for _ in 0..<40 {
      let tail = parts.randomElement(using: &random)! + [numbers.randomElement(using: &random)!]
      let maker = header([makers.randomElement(using: &random)!] + tail, &random)
      #expect(try line(maker, "RC0603FR-0710KL").number == "RC0603FR-0710KL", "\(maker)")
      let shop = header([shops.randomElement(using: &random)!] + tail, &random)
      #expect(try line(shop, "C98220").orderNumbers == ["C98220"], "\(shop)")
    }
  }

  @Test(
    "headers of real files",
    arguments: [
      "Manufacturer_No", "Teilenummer", "Part Code", "零件编号", "Hersteller Nr.", "ManufacturerPartNo",
      "Référence fabricant",
      "Manufcturer Part Number",
    ])
  func numbers(header: String) throws {
    #expect(try line(header, "RC0603FR-0710KL").number == "RC0603FR-0710KL")
  }

  @Test(
    "order numbers of the shop under its names",
    arguments: [
      "LCSC Partn Number", "LCSCStockCode", "LCSC Code", "C编号", "嘉立创编号", "JLC_PN", "LCSC SKU", "LCSC stock no",
    ])
  func orderNumbers(header: String) throws {
    #expect(try line(header, "C98220").orderNumbers == ["C98220"])
  }

  @Test func aWordForAPartsNameIsItsValue() throws {
    #expect(try Fixtures.read("位号,零件名称,封装\nR1,10k,0603\n").bill.lines.map(\.value) == ["10k"])
  }

  @Test(
    "quantities",
    arguments: [
      "Total QTY", "Amount", "Qty Needed", "Quantity Needed", "Required Qty", "Pcs", "Stk", "Stück", "个数", "总数量",
      "Number of parts", "Qty/Board", "Quantity per PCB", "Anz.", "每板数量",
    ])
  func quantities(header: String) throws {
    let lines = try Fixtures.read("Value,Footprint,\(header)\n10k,0603,4\n22k,0603,2\n").bill.lines
    #expect(lines.map(\.quantity) == [4, 2])
    #expect(lines.allSatisfy { $0.doubts.isEmpty })
  }

  @Test func aSumIsReadOnlyWhereNoColumnCountsForEachBoard() throws {
    let lines = try Fixtures.read("Value,Footprint,Total Qty,Qty\n10k,0603,400,4\n").bill.lines
    #expect(lines.map(\.quantity) == [4])
  }

  @Test func aColumnOfMoneyIsNoQuantity() throws {
    let (bill, findings) = try Fixtures.read("Refs,Value,Footprint,Amount\nR1,10k,0603,$0.50\nR2,22k,0603,$1.20\n")
    #expect(bill.lines.allSatisfy { $0.doubts.isEmpty })
    #expect(findings.map(\.code) == [BOMCodes.columnMapping])
    #expect(bill.unreadColumns.map(\.name) == ["Amount"])
  }

  @Test(
    "columns about something else stay unread",
    arguments: ["Stock Qty", "Min Order Qty", "LCSC Price", "Manufacturer Link", "Part Cost", "IPN"])
  func others(header: String) throws {
    let (bill, _) = try Fixtures.read("Refs,Value,Footprint,Qty,\(header)\nR1,10k,0603,1,7\n")
    #expect(bill.unreadColumns.map(\.name) == [header])
  }
}
