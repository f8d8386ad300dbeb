import Electronics
import Foundation
import GRDB
import PriceSheets
import Testing

@testable import CatalogStore

@Suite struct PartListTests {
  private static let rows = [
    row("C1", "RC-4K7", "Ohm Works", "resistor", "0603", ["resistance": "4.7kΩ", "tolerance": "1%"], "4.7kΩ ±1% 0603"),
    row("C2", "RC-4K7", "Other", "resistor", "0402", ["resistance": "4.7kΩ", "tolerance": "5%"], "4.7kΩ ±5% 0402"),
    row("C3", "RC-10K", "Ohm Works", "resistor", "0603", ["resistance": "10kΩ", "tolerance": "1%"], "10kΩ"),
    row("C40", "RC-10K", "Ohm Works", "resistor", "0603", [:], "the same part again"),
    row("C5", "STM32F103C8T6", "ST", "other", "LQFP-48", [:], "controller 插件"),
  ]

  private static let categories = [
    PartCategory(
      id: "resistor", english: "resistor", chinese: "电阻", handling: "ic", family: "f", milligrams: 1,
      parameters: [
        ParameterDefinition(
          name: "resistance", kind: .quantity, dimension: .resistance, english: "resistance", chinese: "阻值"),
        ParameterDefinition(
          name: "tolerance", kind: .quantity, dimension: .ratio, english: "tolerance", chinese: "精度"),
      ]),
    PartCategory(
      id: "other", english: "other", chinese: "其他", handling: "ic", family: "f", milligrams: 1, parameters: []),
  ]

  private static func row(
    _ number: String, _ mpn: String, _ maker: String, _ category: String, _ package: String,
    _ values: [String: String], _ description: String
  ) -> String {
    let kind = category == "resistor" ? "Chip Resistor - Surface Mount" : "Relays"
    let text = ([description] + values.values).joined(separator: " ").replacing("±", with: "")
    let words = values["tolerance"].map { text + " ±" + $0 } ?? text
    return "\(number),\(mpn),\(maker),Shelf,\(kind),\(package),2,Basic,Active,10,1-9:0.02;10-:0.01,\(words),"
  }

  private func reader(_ rows: [String]) throws -> PartListReader<MemoryFeed> {
    let header =
      "lcsc,mpn,manufacturer,category,subcategory,package,joints,library_type,status,stock,price_breaks_usd,description,datasheet"
    let vocabulary = try ListVocabulary(
      categories: Array("kind,category\nchip resistor - surface mount,resistor\n".utf8),
      packages: Array("chinese,english\n".utf8), known: ["resistor"])
    let text = ([header] + rows).joined(separator: "\n")
    return try PartListReader(MemoryFeed(Array(text.utf8)), vocabulary: vocabulary, categories: Self.categories)
  }

  private func builder(_ path: String) -> PartListBuilder {
    PartListBuilder(path: path, origin: .init(file: "list.csv", date: "2026-05-21", currency: "USD"))
  }

  @Test func whatIsImportedIsFoundByNumberMakerAndValues() throws {
    let folder = try StoreSample.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/l.sqlite"
    let summary = try builder(path).build(try reader(Self.rows), categories: Self.categories)
    #expect(summary.counts.rows == 5)
    #expect(summary.parts == 4)
    #expect(summary.counts.oddities[.repeatedPart] == 1)
    let list = try PartList(path: path)
    #expect(list.digest == summary.digest)
    #expect([list.name, list.date, list.currency, list.origin] == ["l", "2026-05-21", "USD", "list.csv"])
    #expect(list.listings == 5 && list.parts == 4)
    let found = try #require(try list.part(orderNumber: "c1"))
    #expect(found.part.id == PartID(maker: "Ohm Works", mpn: "RC-4K7"))
    #expect(found.breaks == [ListedBreak(from: 1, price: 20_000), ListedBreak(from: 10, price: 10_000)])
    #expect(found.part.priceLevel?.first == 20_000)
    #expect(try list.part(orderNumber: "C40")?.part.id == PartID(maker: "Ohm Works", mpn: "RC-10K"))
    #expect(try list.part(orderNumber: "C999") == nil)
    #expect(try list.parts(mpn: "rc-4k7").map(\.orderNumber) == ["C1", "C2"])
    #expect(try list.parts(mpn: "RC-4K7", maker: "OTHER").map(\.orderNumber) == ["C2"])
    #expect(
      try list.parts(
        category: "resistor", where: [.init("resistance", .equals, "4k7"), .init("tolerance", .atMost, "2%")]
      ).map(\.orderNumber) == ["C1"])
    #expect(
      try list.parts(category: "resistor", where: [.init("package", .equals, "0603")]).map(\.orderNumber) == [
        "C3", "C40", "C1",
      ])
  }

  /// One maker's number in two packages is two parts, and an order number leads to its own.
  @Test func anOrderNumberLeadsToItsOwnPackage() throws {
    let folder = try StoreSample.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/l.sqlite"
    let rows = [("C1", "SMB"), ("C2", "SMA"), ("C3", "SMA")].map {
      Self.row($0, "SS210", "MDD", "other", $1, [:], "Schottky")
    }
    let summary = try builder(path).build(try reader(rows), categories: Self.categories)
    #expect(summary.parts == 2 && summary.counts.oddities[.repeatedPart] == 1)
    let list = try PartList(path: path)
    #expect(try ["C1", "C2", "C3"].map { try list.part(orderNumber: $0)?.part.package } == ["SMB", "SMA", "SMA"])
    #expect(try list.parts(mpn: "ss210").map(\.orderNumber).sorted() == ["C1", "C2", "C3"])
  }

  @Test(arguments: [
    ("rc-4k7", ["RC-4K7", "RC-4K7"]), ("103c8", ["STM32F103C8T6"]), ("stm32 lqfp-48", ["STM32F103C8T6"]),
    ("controller", ["STM32F103C8T6"]), ("插件", ["STM32F103C8T6"]), ("rc-", ["RC-10K", "RC-4K7", "RC-4K7"]),
    ("rc-4k7 0402", ["RC-4K7"]), ("resistance=4.7kΩ", ["RC-4K7", "RC-4K7"]), ("works resistance>=5k", ["RC-10K"]),
    ("nothing", []), ("\"", ["RC-10K", "RC-4K7", "RC-4K7", "STM32F103C8T6"]),
  ])
  func wordsAndValuesFindParts(query: String, numbers: [String]) throws {
    let folder = try StoreSample.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/l.sqlite"
    _ = try builder(path).build(try reader(Self.rows), categories: Self.categories)
    let hits = try PartList(path: path).search(PartQuery(query), limit: 10)
    #expect(hits.parts.map(\.id.mpn).sorted() == numbers)
    #expect(hits.total == numbers.count)
    #expect(!hits.isAtLeast)
  }

  /// Rows that come in several batches keep the list's order; a word of thousands of parts, and one of a letter or two, is
  /// found as a whole, any other by its beginning.
  @Test func frequentAndShortWordsAreFoundAsAWhole() throws {
    let folder = try StoreSample.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/l.sqlite"
    let rows = (1...6_000).map {
      Self.row("C\($0)", "P\(100_000 + $0)", "M", "other", "X", [:], $0 <= 5_500 ? "rohs" : "rohsfree q\($0)")
    }
    let summary = try builder(path).build(try reader(rows), categories: Self.categories)
    #expect(summary.counts.rows == 6_000 && summary.parts == 6_000)
    let list = try PartList(path: path)
    #expect(try list.search(PartQuery("rohs"), limit: 1).total == 5_500)
    #expect(try list.search(PartQuery("roh"), limit: 1).total == 6_000)
    #expect(try list.search(PartQuery("rohsf"), limit: 1).total == 500)
    #expect(try list.search(PartQuery("q"), limit: 1).total == 0)
    #expect(
      try list.search(PartQuery("q59"), limit: 500).parts.map(\.id.mpn) == (5_900...5_999).map { "P\(100_000 + $0)" })
    #expect(
      try list.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM listing WHERE order_number <> 'C' || number") }
        == 0)
    // A fault far behind the first batch refuses the list all the same.
    #expect(throws: SheetError.self) {
      try builder(path).build(try reader(rows + ["C9,X"]), categories: Self.categories)
    }
  }

  @Test func aBadRowAStopAndAKilledImportLeaveTheOldList() throws {
    let folder = try StoreSample.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/l.sqlite"
    _ = try builder(path).build(try reader(Self.rows), categories: Self.categories)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: SheetError.self) {
      try builder(path).build(try reader(Self.rows + ["C6,X"]), categories: Self.categories)
    }
    for phase in [BuildProgress.Phase.parts, .indexes, .finishing] {
      let reached = Reached()
      var stopped = builder(path)
      stopped.onProgress = { if $0.phase == phase { reached.value = true } }
      stopped.shouldStop = { reached.value }
      do {
        _ = try stopped.build(try reader(Self.rows), categories: Self.categories)
      } catch {
        #expect(error as? CatalogError == .interrupted)
      }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["l.sqlite"])
  }

  @Test func equalListsHaveEqualDigestsAndOneChangeAnother() throws {
    let folder = try StoreSample.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let first = try builder(folder + "/a").build(try reader(Self.rows), categories: Self.categories).digest
    #expect(try builder(folder + "/b").build(try reader(Self.rows), categories: Self.categories).digest == first)
    let changed = Self.rows.map { $0.replacing("0.02", with: "0.03") }
    #expect(try builder(folder + "/c").build(try reader(changed), categories: Self.categories).digest != first)
  }

  @Test func aCatalogThatIsBuiltAgainKeepsItsLists() throws {
    let folder = try StoreSample.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/c.sqlite"
    _ = try CatalogBuilder(path: path).build(StoreSample.content())
    let bare = try Catalog(path: path)
    let list = PartList.folder(beside: path) + "/mine.sqlite"
    _ = try builder(list).build(try reader(Self.rows), categories: Self.categories)
    _ = try CatalogBuilder(path: path).build(StoreSample.content())
    let catalog = try Catalog(path: path)
    #expect(catalog.lists.map(\.name) == ["mine"])
    #expect(catalog.digest != bare.digest)
    #expect(try catalog.parts(mpn: "stm32f103c8t6").map(\.id.maker) == ["ST"])
    #expect(try catalog.part(PartID(maker: "Other", mpn: "RC-4K7"))?.package == "0402")
    #expect(try catalog.listed(orderNumber: "C2")?.list == "mine")
    #expect(try catalog.search(PartQuery("stm32")).parts.map(\.id.mpn) == ["STM32F103C8T6"])
    #expect(try catalog.listed(category: "resistor", where: [.init("resistance", .equals, "10k")]).count == 2)
  }

  @Test func aPartOfTwoListsCountsOnce() throws {
    let folder = try StoreSample.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/c.sqlite"
    _ = try CatalogBuilder(path: path).build(StoreSample.content())
    for name in ["a", "b"] {
      let rows =
        name == "a" ? Self.rows : Self.rows + [Self.row("C9", "RC-22K", "Ohm Works", "other", "0603", [:], "22kΩ")]
      _ = try builder("\(PartList.folder(beside: path))/\(name).sqlite").build(
        try reader(rows), categories: Self.categories)
    }
    let catalog = try Catalog(path: path)
    for limit in [1, 2, 20] {
      let hits = try catalog.search(PartQuery("stm32f103c8t6"), limit: limit)
      #expect(hits.total == 1 && hits.parts.count == 1)
      let several = try catalog.search(PartQuery("ohm"), limit: limit)
      #expect(several.total == 3 && several.parts.count == min(3, limit), "\(several.total)")
    }
  }

  @Test func anErrorNamesTheFileOfTheList() throws {
    let folder = try StoreSample.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/l.sqlite"
    _ = try builder(path).build(try reader(Self.rows), categories: Self.categories)
    let database = try DatabaseQueue(path: path)
    try database.write { try $0.execute(sql: "DROP TABLE part_words") }
    let error = #expect(throws: PartQueryError.self) { _ = try PartList(path: path).search(PartQuery("rc"), limit: 3) }
    guard case .catalog(.system(let named, _))? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(named == path)
  }

  private final class Reached {
    var value = false
  }
}
