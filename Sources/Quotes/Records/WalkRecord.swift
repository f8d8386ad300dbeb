package import Base
package import Market

/// What a walk's sheet saved: `peidan.walk/1`.
package struct WalkRecord: Sendable, Hashable, Decodable {
  package struct Line: Sendable, Hashable, Decodable {
    /// The purchase: `usb-charger/R1,R2#1`.
    package var key: String
    package var mpn: String
    package var stall: PlaceID
    package var quantity: Int
    package var bought: Bool?
    package var soldOut: Bool?
    /// Whether the stall was closed.
    package var closed: Bool?
    /// What was paid for all pieces, in yuan; as planned where nothing was typed.
    package var paidYuan: String?
    /// As it was typed: also what was asked, where nothing was bought.
    package var paid: String?
    package var note: String?
    /// Local time.
    package var at: String?
    package var instead: Instead?
  }

  /// The purchase at the stall that the plan names for when the first has none.
  package struct Instead: Sendable, Hashable, Decodable {
    package var bought: Bool?
    package var at: String?
  }

  /// A line that was asked for on a floor, with what was answered, as it was typed.
  package struct Ask: Sendable, Hashable, Decodable {
    /// The line: `ask/detector/U5`.
    package var key: String
    /// The number, or what the bill calls the part.
    package var mpn: String
    /// The floor: `floor:SEG/1`.
    package var stall: PlaceID
    package var quantity: Int
    package var bought: Bool?
    /// Whether nobody there has it.
    package var soldOut: Bool?
    /// Yuan a piece.
    package var each: String?
    package var counter: String?
    package var condition: String?
    package var dateCode: String?
    package var note: String?
    /// Local time.
    package var at: String?
  }

  package static let schema = "peidan.walk/1"

  package var schema: String
  /// The digest of the plan.
  package var plan: String
  package var board: String
  package var date: LocalDate
  package var lines: [Line]
  /// Nil where nothing was asked for on a floor.
  package var asks: [Ask]?
}

extension WalkRecord.Line {
  /// Micro-yuan of an amount as it is typed on the sheet: `12.3`, `12,30`, `¥5`; nil for what is no amount.
  package static func amount(_ text: String) -> Money? {
    var digits = text.trimmed
    if let first = digits.first, first == "¥" || first == "￥" { digits = String(digits.dropFirst()).trimmed }
    digits = String(digits.map { $0 == "," ? "." : $0 })
    if digits.hasSuffix(".") { digits.removeLast() }
    return DecimalText.plain(Substring(digits), digits: 6).map { Money(microYuan: $0) }
  }
}
