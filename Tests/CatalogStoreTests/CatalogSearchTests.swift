import CatalogText
import Electronics
import Foundation
import Testing

@testable import CatalogStore

@Suite struct CatalogSearchTests {
  private func withCatalog(seed: UInt64, _ body: (Catalog, [Part]) throws -> Void) throws {
    let folder = try StoreSample.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let content = StoreSample.content(parts: 120, seed: seed)
    _ = try CatalogBuilder(path: folder + "/c").build(content)
    try body(try Catalog(path: folder + "/c"), content.parts)
  }

  @Test func predicatesSelectWhatAPlainFilterSelects() throws {
    let queries = [
      "category=charger", "current>=1A", "current>500mA", "current<=1A", "current<250mA", "current=750mA",
      "current!=750mA", "current=0.5..1A", "input=4V", "input=3..4V", "input>=3V", "input<=6V", "input!=4V",
      "topology=linear", "topology!=LINEAR", "topology=pd", "buses=spi", "buses!=i2c", "sink=true", "sink!=true",
      "package=esop-8", "package!=0402", "maker=TOP category=ldo current>=500mA input=4V buses=i2c",
    ]
    for seed in UInt64(1)...4 {
      try withCatalog(seed: seed) { catalog, parts in
        for text in queries {
          let query = PartQuery(text)
          let found = try catalog.search(query, limit: 1_000)
          let plain = parts.filter { part in query.predicates.allSatisfy { plainly($0, part) } }
          #expect(Set(found.parts.map(\.id)) == Set(plain.map(\.id)), "seed \(seed), \(text)")
          #expect(found.total == plain.count)
        }
      }
    }
  }

  /// The meaning of a predicate, read off the documentation.
  private func plainly(_ predicate: PartQuery.Predicate, _ part: Part) -> Bool {
    let fixed = ["category": part.category, "package": part.package, "maker": part.id.maker]
    if let text = fixed[predicate.name] {
      return (text.lowercased() == predicate.value.lowercased()) == (predicate.comparison == .equals)
    }
    guard let value = part.parameters[predicate.name] else { return false }
    if predicate.comparison == .differs {
      return !plainly(PartQuery.Predicate(predicate.name, .equals, predicate.value), part)
    }
    switch value {
    case .text(let word): return word.lowercased() == predicate.value.lowercased()
    case .list(let words): return words.contains(predicate.value)
    case .flag(let flag): return "\(flag)" == predicate.value
    case .quantity(let quantity):
      if let range = try? QuantityRange(parsing: predicate.value, as: quantity.dimension),
        predicate.value.contains("..")
      {
        return range.contains(quantity)
      }
      return compares(predicate, lower: quantity.stored, upper: quantity.stored, quantity.dimension)
    case .range(let own):
      if predicate.value.contains(".."), let range = try? QuantityRange(parsing: predicate.value, as: own.dimension) {
        return own.covers(range)
      }
      return compares(predicate, lower: own.lower, upper: own.upper, own.dimension)
    }
  }

  private func compares(
    _ predicate: PartQuery.Predicate, lower: Int64, upper: Int64, _ dimension: Electronics.Dimension
  ) -> Bool {
    guard let wanted = try? Quantity(parsing: predicate.value, as: dimension).stored else { return false }
    switch predicate.comparison {
    case .atLeast: return lower >= wanted
    case .more: return lower > wanted
    case .atMost: return upper <= wanted
    case .less: return upper < wanted
    case .equals: return (lower...upper).contains(wanted)
    case .differs: return !(lower...upper).contains(wanted)
    }
  }

  @Test(arguments: ["充电", "锂", "电池充电", "芯片", "稳压器", "quoted", "\"quoted\"", "P1", "TOP", "p1%", "ESOP"])
  func wordsAreFoundAnywhereInTheTexts(word: String) throws {
    try withCatalog(seed: 3) { catalog, parts in
      let kinds = ["charger": "充电芯片", "ldo": "稳压器"]
      let plain = parts.filter { part in
        let texts = [part.id.mpn, part.id.maker, part.english, part.chinese, kinds[part.category] ?? "", part.package]
        return texts.contains { $0.lowercased().contains(word.lowercased()) }
      }
      let found = try catalog.search(PartQuery(words: [word]), limit: 1_000)
      #expect(Set(found.parts.map(\.id)) == Set(plain.map(\.id)))
    }
  }

  @Test func theNumberItselfComesFirst() throws {
    try withCatalog(seed: 5) { catalog, parts in
      let part = try #require(parts.last)
      #expect(try catalog.search(PartQuery(part.id.mpn), limit: 3).parts.first?.id.mpn == part.id.mpn)
    }
  }

  @Test func queriesThatCannotBeAnsweredSayWhy() throws {
    try withCatalog(seed: 1) { catalog, _ in
      #expect(throws: PartQueryError.unknownCategory("chargr", known: ["charger", "ldo"])) {
        try catalog.search(PartQuery("category=chargr"))
      }
      #expect(throws: PartQueryError.notOrdered(name: "topology")) { try catalog.search(PartQuery("topology>linear")) }
      do throws(PartQueryError) {
        _ = try catalog.search(PartQuery("curent=1A"))
        Issue.record("answered")
      } catch {
        guard case .unknownParameter(let name, let known) = error else {
          Issue.record(error)
          return
        }
        #expect(name == "curent")
        #expect(known.contains("current"))
      }
      do throws(PartQueryError) {
        _ = try catalog.search(PartQuery("current=1V"))
        Issue.record("answered")
      } catch {
        guard case .unreadable(let name, _) = error else {
          Issue.record(error)
          return
        }
        #expect(name == "current")
      }
    }
  }

  @Test func aQueryIsReadAsPeopleTypeIt() {
    let query = PartQuery("锂电 charger current≥1A package=ESOP-8 a=")
    #expect(query.words == ["锂电", "charger", "a="])
    #expect(
      query.predicates == [
        PartQuery.Predicate("current", .atLeast, "1A"), PartQuery.Predicate("package", .equals, "ESOP-8"),
      ])
  }
}
