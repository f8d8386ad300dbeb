package import CatalogStore
package import Electronics

/// A catalog with its imported lists, as lines of a BOM are matched against; each question is asked once.
package final class CatalogPartIndex: PartIndex {
  private struct Key: Hashable {
    var category: String
    var parameter: String
    var value: Quantity
    var package: String?
  }

  private let catalog: Catalog
  private var kinds: [String: PartCategory]
  private var own: [String: [Part]] = [:]
  private var ordered: [String: [Part]] = [:]
  private var numbered: [String: [Part]] = [:]
  private var answers: [Key: [IndexedPart]] = [:]

  /// More listings of one value and package than any list has.
  private static let limit = 20_000

  /// Reads the categories. Throws `CatalogError`.
  package init(_ catalog: Catalog) throws {
    self.catalog = catalog
    kinds = Dictionary(uniqueKeysWithValues: try catalog.categories().map { ($0.id, $0) })
  }

  package func parts(orderNumber: String) throws -> [Part] {
    if let known = ordered[orderNumber] { return known }
    var found = try catalog.part(orderNumber: orderNumber).map { [$0] } ?? []
    let listed = try catalog.listed(orderNumber: orderNumber)?.part
    if found.isEmpty {
      found = listed.map { [$0] } ?? []
    } else if let listed, listed.id.mpn == found[0].id.mpn {
      found[0] = Self.adding(listed.english, to: found[0])
    }
    ordered[orderNumber] = found
    return found
  }

  package func parts(number: String) throws -> [Part] {
    if let known = numbered[number] { return known }
    var found = try catalog.parts(mpn: number)
    // The catalog's own parts have Chinese names, those of lists have none.
    for place in found.indices where !found[place].chinese.isEmpty {
      let own = found[place].id
      guard let listed = try catalog.listed(mpn: own.mpn, maker: own.maker).first else { continue }
      found[place] = Self.adding(listed.part.english, to: found[place])
    }
    numbered[number] = found
    return found
  }

  /// A part of the catalog's own of which a list's text counts as well.
  private static func adding(_ text: String, to part: Part) -> Part {
    var part = part
    part.english += " " + text
    return part
  }

  package func parts(numberPrefix: String, limit: Int) throws -> [Part] {
    try catalog.parts(mpnPrefix: numberPrefix, limit: limit)
  }

  package func category(_ id: String) throws -> PartCategory? { kinds[id] }

  package func parts(category: String, parameter: String, value: Quantity, package: String?) throws -> [IndexedPart] {
    let key = Key(category: category, parameter: parameter, value: value, package: package)
    if let known = answers[key] { return known }
    let pool = try own[category] ?? catalog.parts(category: category)
    own[category] = pool
    var found = pool.filter {
      $0.parameters[parameter] == .quantity(value) && (package == nil || $0.package == package)
    }
    .map { IndexedPart(part: $0, isOwn: true, stock: 0) }
    let known = Set(found.map(\.part.id))
    var predicates = [PartQuery.Predicate(parameter, .equals, value.compact)]
    if let package { predicates.append(.init("package", .equals, package)) }
    var listed: [PartID: IndexedPart] = [:]
    for entry in try catalog.listed(category: category, where: predicates, limit: Self.limit)
    where !known.contains(entry.part.id) {
      let stock = max(entry.stock, listed[entry.part.id]?.stock ?? 0)
      listed[entry.part.id] = IndexedPart(part: entry.part, isOwn: false, stock: stock)
    }
    found += listed.values.sorted { $0.part.id < $1.part.id }
    answers[key] = found
    return found
  }
}
