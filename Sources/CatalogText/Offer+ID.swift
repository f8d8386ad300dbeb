internal import Base
package import Electronics
package import Market

extension Offer {
  /// The id of an offer that has no other: `SEG-2F-B114/TP4056@TOPPOWER/original`.
  package static func id(stall: PlaceID, part: PartID, condition: Condition) -> SupplyID {
    "\(stall)/\(part.mpn)@\(part.maker)/\(condition.rawValue)"
  }

  /// The id of an offer of a price sheet, which tells packings of a part apart: `…/original` for single pieces, `…/original/10` from
  /// ten on, `…/original/3000x3000/reel` for whole reels; the date code, where
  /// one is stated, comes last.
  package static func id(
    stall: PlaceID, part: PartID, condition: Condition, minimum: Int, multiple: Int, packing: Packing?,
    dateCode: String? = nil
  ) -> SupplyID {
    var id = id(stall: stall, part: part, condition: condition).text
    if multiple > 1 {
      id += "/\(minimum)x\(multiple)"
    } else if minimum > 1 {
      id += "/\(minimum)"
    }
    return SupplyID(([id] + [packing?.rawValue, dateCode].compactMap(\.self)).joined(separator: "/"))
  }
}
