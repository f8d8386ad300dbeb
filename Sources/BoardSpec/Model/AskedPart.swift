package import Electronics

/// A part in the words of a bill of materials: no catalog needs to know it, and it can be asked for by them.
package struct AskedPart: Sendable, Hashable {
  /// The maker's number; nil where the bill gives none.
  package var mpn: String?
  package var maker: String?
  /// As the bill writes them.
  package var package: String?
  package var value: String?
  package var description: String?

  package init(
    mpn: String? = nil, maker: String? = nil, package: String? = nil, value: String? = nil, description: String? = nil
  ) {
    self.mpn = mpn
    self.maker = maker
    self.package = package
    self.value = value
    self.description = description
  }

  /// Whether an article of a price sheet is the part: the number, and the maker where both name one.
  package func isNamed(by id: PartID) -> Bool {
    guard let mpn, mpn.lowercased() == id.mpn.lowercased() else { return false }
    return maker.map { id.maker == "-" || $0.lowercased() == id.maker.lowercased() } ?? true
  }
}
