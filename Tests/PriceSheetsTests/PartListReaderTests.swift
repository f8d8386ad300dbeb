import Electronics
import Testing

@testable import PriceSheets

@Suite struct PartListReaderTests {
  private func read(_ rows: [String]) throws -> ([ListedRow], PartListCounts, [RowFault]) {
    var reader = try ListSample.reader(rows)
    var found: [ListedRow] = []
    while let row = try reader.next() { found.append(row) }
    return (found, reader.counts, reader.faults)
  }

  @Test func everyRowIsTakenAndItsOdditiesAreCounted() throws {
    let (rows, counts, faults) = try read(ListSample.rows)
    #expect(faults.isEmpty)
    #expect(rows.map(\.orderNumber) == ["C1", "C2", "C3", "C4", "C5"])
    #expect(counts.rows == 5)
    #expect(
      counts.oddities == [
        .noMaker: 1, .noPrice: 1, .chinesePackage: 1, .repeatedPrice: 1, .unknownChinesePackage: 1, .otherCategory: 1,
        .risingPrice: 1,
      ])
    #expect(rows[0].parameters.mapValues(\.spelled) == ["resistance": "4.7kΩ", "tolerance": "1%"])
    #expect(rows[0].breaks == [ListedBreak(from: 1, price: 2_000), ListedBreak(from: 100, price: 1_000)])
    #expect(rows[1].package == "THT,D3.5xL9mm")
    #expect(rows[1].id == PartID(maker: "-", mpn: "RL-2W"))
    #expect(rows[3].category == "other")
    #expect(rows[3].listCategory == "Relays / Power Relays")
    #expect(rows[4].category == "resistor")
  }

  @Test func faultyRowsAreNamedByLineColumnAndValue() throws {
    let faulty = [
      ListSample.rows[0].replacing("C1,", with: "C9,").replacing("1-99", with: "1-98"),
      ListSample.rows[0].replacing("500", with: "many"),
      ListSample.rows[0] + ",more",
      ListSample.rows[0].replacing("C1,RC-4K7", with: ",RC"),
      ListSample.rows[0],
      ListSample.rows[0],
    ]
    let (rows, counts, faults) = try read(faulty)
    #expect(rows.count == 0)
    #expect(counts.faults == 6)
    #expect(
      faults.map(\.description) == [
        "line 2: `price_breaks_usd` is `1-98:0.002;100-:0.001`; expected bands such as `1-9:0.12;10-:0.1` with positive prices",
        "line 3: `stock` is `many`; expected a whole number of pieces",
        "line 4: the row has 14 cells; expected 13, as the header has",
        "line 5: `lcsc` is ``; expected an order number",
        "line 6: `lcsc` is `C1`; expected an order number that no earlier row has",
        "line 7: `lcsc` is `C1`; expected an order number that no earlier row has",
      ])
  }

  @Test func aWebPageAnEmptyFileAndAnotherTableAreRefused() throws {
    func open(_ text: String) throws {
      _ = try PartListReader(
        MemoryFeed(Array(text.utf8)), vocabulary: try ListSample.vocabulary(), categories: [])
    }
    #expect(throws: SheetError.wrongKind(found: "a web page")) { try open("<!DOCTYPE html><html>…") }
    #expect(throws: SheetError.empty) { try open("\n\n") }
    #expect {
      try open("lcsc,mpn\n")
    } throws: { error in
      guard case .unknownHeader(let found, let missing) = error as? SheetError else { return false }
      return found == ["lcsc", "mpn"] && missing.contains("price_breaks_usd")
    }
  }

  @Test func aVocabularyWithAnUnknownCategoryIsRefused() {
    #expect(throws: SheetError.self) {
      try ListVocabulary(
        categories: Array("kind,category\nx,resistors\n".utf8), packages: Array("chinese,english\n".utf8),
        known: ["resistor"])
    }
  }
}
