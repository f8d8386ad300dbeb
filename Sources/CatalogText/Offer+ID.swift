package import Electronics
package import Market

extension Offer {
  /// The id of an offer that has no other: `SEG-2F-B114/TP4056@TOPPOWER/original`.
  package static func id(stall: String, part: PartID, condition: Condition) -> String {
    "\(stall)/\(part.mpn)@\(part.maker)/\(condition.rawValue)"
  }
}
