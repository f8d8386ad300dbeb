import Base
import BoardSpec
import CatalogText
import Diagnostics
import Electronics
import Foundation
import Market

/// The bundled catalog's parts and designs, with a few parts more that show what the catalog has no part for. Every part has offers
/// at two stalls, but for `RARE-10K`.
struct BundledCatalog: SpecContext {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  /// Read once.
  static let shared = BundledCatalog()

  private let content: CatalogContent
  private let byCategory: [String: [Part]]
  private let byNumber: [String: [Part]]

  private init() {
    var files: [CatalogFile] = []
    for path in ["sources.csv", "categories.yaml", "attrition.csv"] {
      files.append(Self.file("Catalog/\(path)", as: path))
    }
    for directory in ["parts", "designs"] {
      let names =
        (try? FileManager.default.contentsOfDirectory(atPath: Self.folder.path + "/Catalog/\(directory)")) ?? []
      for name in names.sorted() { files.append(Self.file("Catalog/\(directory)/\(name)", as: "\(directory)/\(name)")) }
    }
    files.append(Self.file("Tests/BoardSpecTests/Fixture/parts.csv", as: "parts/fixture.csv"))
    let reading = CatalogReader.read(files)
    guard let content = reading.content else {
      preconditionFailure(reading.diagnostics.map { "\($0.span?.file ?? ""): \($0.message)" }.joined(separator: "\n"))
    }
    self.content = content
    byCategory = Dictionary(grouping: content.parts, by: \.category)
    byNumber = Dictionary(grouping: content.parts, by: \.id.mpn)
  }

  private static func file(_ path: String, as name: String) -> CatalogFile {
    let bytes = (try? Data(contentsOf: folder.appendingPathComponent(path))) ?? Data()
    return CatalogFile(path: name, bytes: Array(bytes))
  }

  func category(_ id: String) -> PartCategory? { content.categories.first { $0.id == id } }
  func categoryIDs() -> [String] { content.categories.map(\.id) }
  func parts(category: String) -> [Part] { (byCategory[category] ?? []).filter { $0.id.maker != "Fixture" } }
  func parts(mpn: String) -> [Part] { byNumber[mpn] ?? [] }
  func makers() -> [String] { Set(content.parts.map(\.id.maker)).sorted() }
  func mpns(like mpn: String) -> [String] { byNumber.keys.filter { $0.hasPrefix(mpn.prefix(3)) }.sorted() }
  func design(_ id: String) -> ReferenceDesignText? {
    content.designs.first { $0.id == id }.map {
      ReferenceDesignText(id: $0.id, file: "Catalog/designs/\($0.file)", text: $0.text)
    }
  }
  func designIDs() -> [String] { content.designs.map(\.id) }
  func marketIDs() -> [String] { ["huaqiangbei", "mail-order", "zhongguancun"] }
  func nodeIDs(market: String) -> [String] { ["metro-huaqiang-road-a"] }
  func stallIDs(like id: PlaceID, market: String) -> [PlaceID] { ["SEG-1F-A002", "SEG-1F-A009"] }

  func offerTerms(of part: PartID, market: String) -> [OfferTerms]? {
    let first = OfferTerms(stall: "SEG-1F-A002", condition: .original, givesInvoice: true, stock: 40)
    if part.mpn == "RARE-10K" { return [first] }
    return [first, OfferTerms(stall: "SEG-1F-A009", condition: .looseNew, givesInvoice: true, stock: 5_000)]
  }
}
