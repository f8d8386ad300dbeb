internal import Electronics

/// What a column of a BOM means.
package enum BOMField: String, Sendable, Hashable, CaseIterable {
  case refs, quantity, value, footprint, mpn
  /// Further part numbers that may take the place of `mpn`'s.
  case alternate
  case maker
  case orderNumber = "order-number"
  case supplier
  case supplierNumber = "supplier-number"
  case description, kind
  /// Marked where a part is not fitted; `fitted` is marked where it is.
  case dnp, fitted
  /// Says of some parts that they are not fitted, and of others something else, as KiBot's `Status`.
  case status
  /// Marked where a symbol is no part of the BOM at all.
  case excluded
  /// KiBoM's words of variants (`DNF`, `+A`, `-B`), and KiCost's name of the one variant that has the part.
  case config, variant
  case tolerance, voltage, power, current, dielectric
  /// What else the part must be, in words and in numbers with units: `Thin Film`, `THT`, `X7R`, `50V`.
  case feature
  /// InvenTree: per cent lost in handling; levels below the first belong to sub-assemblies.
  case attrition, level, optional, multiple
  case note, price, datasheet, item
  /// Columns that only placement files have.
  case positionX = "position-x"
  case positionY = "position-y"
  case rotation, side

  /// Fields of placement files, whose short words (`X`) stand in other cells too.
  static let places: Set<BOMField> = [.positionX, .positionY, .rotation, .side]

  /// Fields that a column of one variant may give.
  static let ofVariants: Set<BOMField> = Set(ratings).union([
    .value, .footprint, .mpn, .maker, .orderNumber, .dnp, .fitted, .quantity,
  ])

  /// Fields that hold one rating each.
  static let ratings: [BOMField] = [.tolerance, .voltage, .power, .current, .dielectric, .feature]

  /// What a rating's column measures, which is the unit of its bare numbers; nil for any other field.
  var dimension: Dimension? {
    switch self {
    case .tolerance: .ratio
    case .voltage: .voltage
    case .power: .power
    case .current: .current
    default: nil
    }
  }

  /// Whether cells are numbers with units, so that the header may give the unit.
  var isNumeric: Bool { self == .value || dimension != nil }

  /// Fields that name what a line is about; a header has at least one.
  static let telling: Set<BOMField> = [.refs, .value, .mpn, .orderNumber, .supplierNumber, .description]
}
