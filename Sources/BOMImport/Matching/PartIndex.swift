package import Electronics

/// A part of an index, as typed matching sees it.
package struct IndexedPart: Sendable, Hashable {
  package var part: Part
  /// Whether it is one of the catalog's own, among which a spec's predicates choose; a distributor's list is not.
  package var isOwn: Bool
  /// Pieces that the distributor has; 0 where nothing is known.
  package var stock: Int

  package init(part: Part, isOwn: Bool, stock: Int) {
    self.part = part
    self.isOwn = isOwn
    self.stock = stock
  }
}

/// What lines are matched against: a catalog, or any list of parts.
package protocol PartIndex {
  /// Parts that a distributor sells under a number: `C25804`.
  func parts(orderNumber: String) throws -> [Part]
  /// Every maker's part of a number, case of letters aside.
  func parts(number: String) throws -> [Part]
  /// Parts whose number begins with these letters, at most `limit`.
  func parts(numberPrefix: String, limit: Int) throws -> [Part]
  /// Parts of a category with exactly this value of a parameter, and of this package where one is named.
  func parts(category: String, parameter: String, value: Quantity, package: String?) throws -> [IndexedPart]
  /// The definition of a category; nil where the index has none of the name.
  func category(_ id: String) throws -> PartCategory?
}
