import Base
import Electronics
import Foundation
import GRDB
import Market
import Testing

@testable import CatalogStore

/// Damaged files beside a catalog.
@Suite struct HealingTests {
  enum Damage: CaseIterable {
    case empty, short, half, overwritten, zeros

    func apply(to path: String) throws {
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      let damaged =
        switch self {
        case .empty: Data()
        case .short: data.prefix(50)
        case .half: data.prefix(5_000)
        case .overwritten: Data(repeating: UInt8(ascii: "x"), count: data.count)
        case .zeros: Data(count: data.count)
        }
      #expect(damaged != data)
      try damaged.write(to: URL(fileURLWithPath: path))
    }
  }

  private func healing(_ told: Guarded<[DamagedFile]>) -> Healing {
    Healing(day: "2026-11-28") { file in told.withLock { $0.append(file) } }
  }

  private func prices(_ bench: PriceSheetBench, _ price: Int) -> String {
    "mpn,breaks,currency\n\(bench.parts[0].id.mpn),1:\(price),CNY\n"
  }

  @Test(arguments: Damage.allCases) func aDamagedSheetIsSetAsideOnceAndOthersStay(damage: Damage) throws {
    let bench = try PriceSheetBench()
    try bench.add(prices(bench, 2), name: "good")
    try bench.add(prices(bench, 3), name: "bad")
    let path = PriceSheet.path(of: "bad", beside: bench.path)
    try damage.apply(to: path)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    do throws(CatalogError) {
      _ = try Catalog(path: bench.path)
      Issue.record("a damaged sheet was opened")
    } catch {
      guard case .damaged(path, _) = error else { throw error }
    }
    let told = Guarded<[DamagedFile]>([])
    for _ in 0..<2 {
      #expect(try Catalog(path: bench.path, healing: healing(told)).sheets.map(\.name) == ["good"])
    }
    let files = told.withLock { $0 }
    #expect(files.count == 1)
    let file = try #require(files.first)
    #expect(file.kind == .priceSheet && file.name == "bad" && file.size == bytes.count && file.written != nil)
    let aside = try #require(file.aside)
    #expect(aside == path + ".damaged-2026-11-28")
    #expect(try Data(contentsOf: URL(fileURLWithPath: aside)) == bytes)
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(try PriceSheet.names(beside: bench.path) == ["good"])
  }

  @Test func whatADamagedSheetHeldIsToldWhereItsFactsAreThere() throws {
    let bench = try PriceSheetBench()
    try bench.add(prices(bench, 2), name: "s")
    let path = PriceSheet.path(of: "s", beside: bench.path)
    var data = try Data(contentsOf: URL(fileURLWithPath: path))
    data.removeLast(4096)
    try data.write(to: URL(fileURLWithPath: path))
    let told = Guarded<[DamagedFile]>([])
    #expect(try Catalog(path: bench.path, healing: healing(told)).sheets.isEmpty)
    let held = try #require(told.withLock { $0 }.first?.held)
    #expect(held.prices == 1 && held.newest == "2026-11-22" && held.origin == "s.csv")
  }

  @Test func aSheetThatIsReplacedIsNotOpened() throws {
    let bench = try PriceSheetBench()
    try bench.add(prices(bench, 2), name: "s")
    let path = PriceSheet.path(of: "s", beside: bench.path)
    try Damage.half.apply(to: path)
    #expect(try Catalog(path: bench.path, replaced: path).sheets.isEmpty)
    #expect(FileManager.default.fileExists(atPath: path))
  }

  /// Damage of a page that opening does not read.
  @Test func damageInTheMiddleIsFoundByReadingTheWholeFile() throws {
    let bench = try PriceSheetBench()
    try bench.add(prices(bench, 2), name: "good")
    try bench.add(prices(bench, 3), name: "bad")
    let path = PriceSheet.path(of: "bad", beside: bench.path)
    let queue = try DatabaseQueue(path: path)
    let root = try #require(
      try queue.read { try Int.fetchOne($0, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'price'") })
    let size = try #require(try queue.read { try Int.fetchOne($0, sql: "PRAGMA page_size") })
    try queue.close()
    var data = try Data(contentsOf: URL(fileURLWithPath: path))
    data.replaceSubrange((root - 1) * size..<root * size, with: Data(repeating: 0xAA, count: size))
    try data.write(to: URL(fileURLWithPath: path))
    let told = Guarded<[DamagedFile]>([])
    let catalog = try Catalog(path: bench.path, healing: healing(told))
    #expect(catalog.sheets.count == 2 && told.withLock { $0.isEmpty })
    try catalog.healBeside(healing(told))
    #expect(told.withLock { $0 }.map(\.name) == ["bad"])
    #expect(try Catalog(path: bench.path).sheets.map(\.name) == ["good"])
  }

  /// What is not damage is an error, and stays where it is: another program's file, a newer version, a folder that cannot be read.
  @Test func whatIsNotDamagedIsNeverMoved() throws {
    let bench = try PriceSheetBench()
    try bench.add(prices(bench, 2), name: "s")
    let path = PriceSheet.path(of: "s", beside: bench.path)
    let told = Guarded<[DamagedFile]>([])
    try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 99") }
    #expect(throws: CatalogError.self) { try Catalog(path: bench.path, healing: healing(told)) }
    try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA application_id = 7") }
    #expect(throws: CatalogError.foreign(path: path)) { try Catalog(path: bench.path, healing: healing(told)) }
    #expect(try PriceSheet.names(beside: bench.path) == ["s"] && told.withLock { $0.isEmpty })
    let folder = PriceSheet.folder(beside: bench.path)
    try FileManager.default.removeItem(atPath: folder)
    try Data().write(to: URL(fileURLWithPath: folder))
    #expect(throws: CatalogError.self) { try Catalog(path: bench.path, healing: healing(told)) }
    #expect(told.withLock { $0.isEmpty })
  }

  @Test(arguments: [("", true), ("{", true), ("{}", false), (#"{"schema": "peidan.other/1", "stalls": []}"#, false)])
  func aDamagedListOfClosedStallsIsSetAsideAndAnotherSchemaStays(text: String, isDamaged: Bool) throws {
    let bench = try PriceSheetBench()
    let path = ClosedStalls.path(beside: bench.path)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let told = Guarded<[DamagedFile]>([])
    if isDamaged {
      #expect(try Catalog(path: bench.path, healing: healing(told)).closed == ClosedStalls())
      #expect(told.withLock { $0 }.map(\.kind) == [.closedStalls])
    } else {
      #expect(throws: CatalogError.self) { try Catalog(path: bench.path, healing: healing(told)) }
    }
    #expect(FileManager.default.fileExists(atPath: path) != isDamaged)
  }

  /// Many find the damage at once while another imports the sheet anew: one tells of it, and the new sheet stays.
  @Test func whoeverFindsTheDamageAtOnceLosesNothing() throws {
    for round in 0..<10 {
      let bench = try PriceSheetBench()
      try bench.add(prices(bench, 2), name: "s")
      let path = PriceSheet.path(of: "s", beside: bench.path)
      let whole = try Data(contentsOf: URL(fileURLWithPath: path))
      try Damage.half.apply(to: path)
      let told = Guarded<[DamagedFile]>([])
      let (catalogPath, healing) = (bench.path, healing(told))
      DispatchQueue.concurrentPerform(iterations: 6) { number in
        if number == round % 6 {
          let unfinished = try? UnfinishedFile(for: path)
          try? whole.write(to: URL(fileURLWithPath: unfinished?.path ?? ""))
          try? unfinished?.replaceTarget()
        } else {
          do { _ = try Catalog(path: catalogPath, healing: healing) } catch { Issue.record(error) }
        }
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == whole, "round \(round)")
      #expect(told.withLock { $0.count } <= 1)
      #expect(try Catalog(path: bench.path).sheets.count == 1)
    }
  }
}
