import Base
import CatalogText
import Electronics
import Foundation
import GRDB
import Market
import Testing

@testable import CatalogStore

@Suite struct CatalogBuilderTests {
  @Test func whatIsBuiltIsReadBackEqual() throws {
    let folder = try StoreSample.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let content = StoreSample.content()
    let path = folder + "/new/c.sqlite"
    let summary = try CatalogBuilder(path: path).build(content)
    let catalog = try Catalog(path: path)
    #expect(summary.parts == content.parts.count)
    #expect(catalog.digest == summary.digest)
    #expect(try catalog.sources() == content.sources)
    #expect(try catalog.attrition() == content.attrition)
    #expect(try catalog.categories() == content.categories)
    #expect(try catalog.designs() == content.designs)
    #expect(try catalog.parts() == content.parts.sorted { $0.id < $1.id })
    let market = try #require(content.markets.first)
    #expect(try catalog.markets() == [market.profile])
    #expect(try catalog.buildings(market: "north") == market.buildings)
    #expect(try catalog.nodes(market: "north") == market.nodes)
    #expect(try catalog.links(market: "north") == market.links)
    #expect(try catalog.stalls(market: "north") == market.stalls)
    #expect(try catalog.services(market: "north") == market.services)
    let offers = try catalog.offers(of: content.parts.map(\.id), market: "north")
    #expect(Set(offers.values.joined()) == Set(market.offers))
    #expect(offers.values.reduce(0) { $0 + $1.count } == market.offers.count)
    let sold = Set(market.offers.map(\.part))
    let unsold = content.parts.map(\.id).filter { !sold.contains($0) }.sorted()
    #expect(try catalog.check() == unsold.map { .withoutOffer($0) })
  }

  @Test func equalContentHasEqualDigestsAndOneChangeAnother() throws {
    let folder = try StoreSample.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var content = StoreSample.content()
    let first = try CatalogBuilder(path: folder + "/a").build(content).digest
    #expect(try CatalogBuilder(path: folder + "/b").build(content).digest == first)
    content.markets[0].offers[0].stock += 1
    #expect(try CatalogBuilder(path: folder + "/b").build(content).digest != first)
  }

  /// Read from a folder that nothing may be written to, and through a link that stays.
  @Test func aFinishedCatalogNeedsNoFilesBesideIt() throws {
    let folder = try StoreSample.folder()
    defer {
      chmod(folder + "/real", 0o755)
      try? FileManager.default.removeItem(atPath: folder)
    }
    try FileManager.default.createDirectory(atPath: folder + "/real", withIntermediateDirectories: true)
    let (link, real) = (folder + "/c.sqlite", folder + "/real/c.sqlite")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real/c.sqlite")
    for _ in 0..<2 { _ = try CatalogBuilder(path: link).build(StoreSample.content()) }
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real/c.sqlite")
    // SQLite's file format, section 1.3: bytes 18 and 19 are 1 without a write-ahead log, 2 with one.
    let head = try Data(contentsOf: URL(fileURLWithPath: real)).prefix(20)
    #expect(head[18] == 1 && head[19] == 1)
    chmod(folder + "/real", 0o555)
    let catalog = try Catalog(path: real)
    #expect(try catalog.parts().count == StoreSample.content().parts.count)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/real") == ["c.sqlite"])
  }

  @Test func storedBreaksAreReadByOneRule() throws {
    let breaks = [(1, 350_000), (100, 210_000), (1_000_000_000, 0)].map {
      PriceBreak(from: $0, unitPrice: Money(microYuan: $1))
    }
    #expect(try StoredValues.breaks(StoredValues.text(breaks)) == breaks)
    #expect(try StoredValues.breaks("") == [])
    let wrong = [
      "1", "1:", ":1", "1:2 ", " 1:2", "1:2  3:1", "1:-2", "-1:2", "1:2:3", "1:x", "1:99999999999999999999",
      "99999999999999999999:1", "1;2",
    ]
    for text in wrong { #expect(throws: DatabaseError.self, "\(text)") { try StoredValues.breaks(text) } }
  }

  @Test(arguments: BuildProgress.Phase.allCases)
  func aBuildStoppedInAnyPhaseLeavesTheOldCatalog(_ phase: BuildProgress.Phase) throws {
    let folder = try StoreSample.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/c.sqlite"
    _ = try CatalogBuilder(path: path).build(StoreSample.content())
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let reached = Reached()
    var builder = CatalogBuilder(path: path)
    builder.onProgress = { if $0.phase == phase { reached.value = true } }
    builder.shouldStop = { reached.value }
    #expect(throws: CatalogError.interrupted) { try builder.build(StoreSample.content(parts: 2_000, seed: 2)) }
    #expect(reached.value)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["c.sqlite"])
  }

  @Test(arguments: [4, 40, 120]) func aFullDiskLeavesTheOldCatalog(pages: Int) throws {
    let folder = try StoreSample.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/c.sqlite"
    _ = try CatalogBuilder(path: path).build(StoreSample.content())
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    var builder = CatalogBuilder(path: path)
    builder.pageLimit = pages
    #expect(throws: CatalogError.diskFull(path: path)) {
      try builder.build(StoreSample.content(parts: 3_000, seed: 2))
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["c.sqlite"])
  }

  @Test func contentThatDoesNotHoldTogetherIsRefused() throws {
    let folder = try StoreSample.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var content = StoreSample.content()
    content.markets[0].offers[0].stall = "nowhere"
    do throws(CatalogError) {
      _ = try CatalogBuilder(path: folder + "/c").build(content)
      Issue.record("built")
    } catch {
      if case .inconsistent = error {} else { Issue.record(error) }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }

  @Test func progressNeverFallsAndEndsAtOne() throws {
    let folder = try StoreSample.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let seen = Reached()
    var builder = CatalogBuilder(path: folder + "/c")
    builder.onProgress = { seen.fractions.append($0.fraction) }
    _ = try builder.build(StoreSample.content(parts: 500))
    #expect(seen.fractions == seen.fractions.sorted())
    #expect(seen.fractions.last == 1)
    #expect(seen.fractions.count > 5)
  }

  private final class Reached {
    var value = false
    var fractions: [Double] = []
  }
}
