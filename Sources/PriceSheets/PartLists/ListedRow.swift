package import Electronics

/// One row of a distributor's part list.
package struct ListedRow: Sendable, Hashable {
  /// What is odd about a row that is taken all the same, and how it is taken.
  package enum Oddity: String, Sendable, Hashable, CaseIterable {
    /// Neighbouring breaks with one price became one.
    case repeatedPrice = "repeated-price"
    /// A higher break costs more a piece; the dearer price holds from the lower break on, so that nothing is promised
    /// below what the list says.
    case risingPrice = "rising-price"
    case noPrice = "no-price"
    /// The maker is given as `-`.
    case noMaker = "no-maker"
    /// A package in Chinese, put into English by the table of `packages.csv`.
    case chinesePackage = "chinese-package"
    /// A package in Chinese that the table does not know, kept as it is.
    case unknownChinesePackage = "unknown-chinese-package"
    /// A kind of part that no category stands for; it is of the category `other`.
    case otherCategory = "other-category"
    /// A row with the maker and number of an earlier row: one part with several order numbers.
    case repeatedPart = "repeated-part"
  }

  /// The distributor's own number: `C16581`.
  package var orderNumber: String
  package var id: PartID
  /// The id of a category of the catalog.
  package var category: String
  /// As the list words its kinds: `Resistors / Chip Resistor - Surface Mount`.
  package var listCategory: String
  /// In English where the list has Chinese; `-` for none.
  package var package: String
  package var parameters: [String: ParameterValue]
  package var description: String
  /// `Basic`, `Preferred`, `Extended`: how an assembly house keeps it.
  package var library: String
  package var stock: Int
  /// Ascending in `from`, prices falling; empty where the list has no price.
  package var breaks: [ListedBreak]
  package var datasheet: String
  package var oddities: Set<Oddity>

  package init(
    orderNumber: String, id: PartID, category: String, listCategory: String, package: String,
    parameters: [String: ParameterValue], description: String, library: String, stock: Int, breaks: [ListedBreak],
    datasheet: String, oddities: Set<Oddity> = []
  ) {
    self.orderNumber = orderNumber
    self.id = id
    self.category = category
    self.listCategory = listCategory
    self.package = package
    self.parameters = parameters
    self.description = description
    self.library = library
    self.stock = stock
    self.breaks = breaks
    self.datasheet = datasheet
    self.oddities = oddities
  }
}

/// From `from` pieces on, every piece costs `price`.
package struct ListedBreak: Sendable, Hashable {
  package var from: Int
  /// Millionths of the list's currency a piece.
  package var price: Int64

  package init(from: Int, price: Int64) {
    self.from = from
    self.price = price
  }
}
