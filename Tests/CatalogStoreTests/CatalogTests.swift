import Base
import CatalogText
import Electronics
import Foundation
import GRDB
import Testing

@testable import CatalogStore

@Suite struct CatalogTests {
  private func withCatalog(_ body: (_ folder: String, _ path: String) throws -> Void) throws {
    let folder = try StoreSample.folder()
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
      try? FileManager.default.removeItem(atPath: folder)
    }
    let path = folder + "/c.sqlite"
    _ = try CatalogBuilder(path: path).build(StoreSample.content())
    try body(folder, path)
  }

  @Test func aCatalogOfANewerVersionIsRefusedWithBothVersions() throws {
    try withCatalog { _, path in
      try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 99") }
      #expect(throws: CatalogError.newer(path: path, version: 99, supported: Catalog.schemaVersion)) {
        try Catalog(path: path)
      }
    }
  }

  @Test func otherFilesAreToldFromCatalogs() throws {
    try withCatalog { folder, _ in
      #expect(throws: CatalogError.missing(path: folder + "/none")) { try Catalog(path: folder + "/none") }
      let foreign = folder + "/foreign"
      try DatabaseQueue(path: foreign).write { try $0.execute(sql: "CREATE TABLE t (x)") }
      #expect(throws: CatalogError.foreign(path: foreign)) { try Catalog(path: foreign) }
      let text = folder + "/text"
      try Data(String(repeating: "not a database. ", count: 100).utf8).write(to: URL(fileURLWithPath: text))
      do throws(CatalogError) {
        _ = try Catalog(path: text)
        Issue.record("opened")
      } catch {
        if case .damaged = error { return }
        Issue.record(error)
      }
    }
  }

  @Test func aCatalogInAFolderThatCannotBeWrittenIsRead() throws {
    try withCatalog { folder, path in
      try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
      #expect(try Catalog(path: path).parts().count == 60)
    }
  }

  @Test func anOpenCatalogKeepsItsContentWhileItIsReplaced() throws {
    try withCatalog { _, path in
      let old = try Catalog(path: path)
      _ = try CatalogBuilder(path: path).build(StoreSample.content(parts: 7, seed: 9))
      #expect(try old.parts().count == 60)
      #expect(try Catalog(path: path).parts().count == 7)
    }
  }

  @Test func aCatalogIsCurrentUntilAFileOfItsFolderChanges() throws {
    try withCatalog { folder, path in
      let texts = folder + "/Catalog/parts"
      try FileManager.default.createDirectory(atPath: texts, withIntermediateDirectories: true)
      let file = URL(fileURLWithPath: texts + "/a.csv")
      try Data("one".utf8).write(to: file)
      let builder = CatalogBuilder(path: path, listing: try SourceListing(folder: folder + "/Catalog"))
      _ = try builder.build(StoreSample.content())
      let catalog = try Catalog(path: path)
      #expect(try catalog.isCurrent(with: folder + "/Catalog"))
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_000)], ofItemAtPath: file.path)
      #expect(try catalog.isCurrent(with: folder + "/Catalog"))
      try Data("two".utf8).write(to: file)
      #expect(try !catalog.isCurrent(with: folder + "/Catalog"))
    }
  }

  @Test func numbersAreFoundWhateverTheirCase() throws {
    try withCatalog { _, path in
      let catalog = try Catalog(path: path)
      let part = try #require(try catalog.parts().first)
      #expect(try catalog.parts(mpn: part.id.mpn.lowercased()).contains(part))
      #expect(try catalog.part(part.id) == part)
      #expect(try catalog.mpns(like: part.id.mpn).contains(part.id.mpn))
      #expect(try catalog.stallIDs(like: "SEG-1-A9", market: "north").count == 5)
    }
  }
}
