import Foundation
import Testing

@testable import CatalogStore

@Suite struct FileFamilyTests {
  @Test func theFolderStandsBesideTheCatalogUnderItsName() {
    #expect(FileFamily.partLists.folder(beside: "/data/catalog.sqlite") == "/data/catalog.lists")
    #expect(FileFamily.priceSheets.folder(beside: "/data/own.sqlite") == "/data/own.prices")
    #expect(FileFamily.name(ofFileAt: "/data/catalog.lists/jlc.sqlite") == "jlc")
  }

  @Test func onlyCompleteFilesCountAndNoFolderHasNone() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("family-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let catalog = folder.appendingPathComponent("catalog.sqlite").path
    #expect(try FileFamily.partLists.paths(beside: catalog).isEmpty)
    let lists = FileFamily.partLists.folder(beside: catalog)
    try FileManager.default.createDirectory(atPath: lists, withIntermediateDirectories: true)
    for name in ["b.sqlite", "a.sqlite", ".c.sqlite.building", ".d.sqlite", "notes.txt"] {
      try Data().write(to: URL(fileURLWithPath: "\(lists)/\(name)"))
    }
    #expect(try FileFamily.partLists.paths(beside: catalog) == ["\(lists)/a.sqlite", "\(lists)/b.sqlite"])
  }
}
