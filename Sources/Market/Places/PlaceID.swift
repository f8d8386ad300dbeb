package import Base

package enum PlaceTag {}

/// Where goods or an answer are had: a stall as on its sign (`SEG-2F-B114`), a shop that ships, a floor on which one asks
/// (`floor:SEG/2`). Unique within its market.
package typealias PlaceID = ID<PlaceTag>

extension ID where Tag == PlaceTag {
  /// Sets floors to ask on apart from stalls.
  private static var floorStart: String { "floor:" }

  /// A floor of a building as a place where one asks.
  package init(building: String, floor: Int) { self.init("\(Self.floorStart)\(building)/\(floor)") }

  /// Whether it starts as the id of a floor does; no stall's does.
  package var isFloor: Bool { text.hasPrefix(Self.floorStart) }

  /// Building and number of the floor; nil for a stall.
  package var floor: (building: String, number: Int)? {
    guard isFloor else { return nil }
    let words = text.dropFirst(Self.floorStart.count).split(separator: "/", omittingEmptySubsequences: false)
    guard words.count == 2, let number = Int(words[1]) else { return nil }
    return (String(words[0]), number)
  }
}
