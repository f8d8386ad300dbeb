internal import Base

/// A counter on a floor of a building, as people write where a seller stands: `SEG-1F-B114`, `赛格广场1楼 B114`, `SEG Plaza, floor 1`.
package struct CounterPlace: Sendable, Hashable, Codable {
  package var building: String
  /// 1 is the street floor; −1 the first basement.
  package var floor: Int
  /// As on its sign; empty where only the floor is known.
  package var counter: String

  package init(building: String, floor: Int, counter: String) {
    self.building = building
    self.floor = floor
    self.counter = counter
  }

  /// Nil for a text that does not begin with an open building of `buildings`, by its id or name, or two or more characters with which
  /// only one Chinese name begins, and one of its floors behind it. O(buildings · text).
  package init?(_ text: String, in buildings: [Building]) {
    let text = text.trimmed
    if let (id, floor) = PlaceID(text).floor {
      guard let building = buildings.first(where: { $0.id == id && $0.closed == nil }),
        building.floors.contains(where: { $0.number == floor })
      else { return nil }
      self.init(building: id, floor: floor, counter: "")
      return
    }
    for (building, after) in Self.buildings(atStartOf: text, among: buildings) {
      guard building.closed == nil,
        let match = after.prefixMatch(
          of: /[-_\/,， ]*(?:floor )?(负|[Bb]|basement )?([0-9]{1,2})(?:[楼层]|[FfL]?(?=$|[-_\/,， ]))[-_\/,， ]*/),
        let number = Int(match.2)
      else { continue }
      let floor = match.1 == nil ? number : -number
      guard building.floors.contains(where: { $0.number == floor }) else { continue }
      var counter = String(after[match.range.upperBound...]).trimmed
      if counter.lowercased().hasPrefix("counter ") { counter = String(counter.dropFirst("counter ".count)).trimmed }
      for word in ["档口", "柜", "号"] where counter.hasSuffix(word) { counter = String(counter.dropLast(word.count)) }
      self.init(building: building.id, floor: floor, counter: counter)
      return
    }
    return nil
  }

  /// The buildings that a text may begin with, each with what stands behind; the longest names first.
  private static func buildings(atStartOf text: String, among buildings: [Building]) -> [(Building, Substring)] {
    var found: [(building: Building, name: String)] = []
    for building in buildings {
      for name in [building.id, building.english, building.chinese]
      where !name.isEmpty && text.lowercased().hasPrefix(name.lowercased()) {
        found.append((building, name))
      }
    }
    if found.isEmpty {
      let start = String(
        text.prefix { $0.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) } && $0 != "负" })
      let named = buildings.filter { start.count >= 2 && $0.chinese.hasPrefix(start) }
      if named.count == 1 { found = [(named[0], start)] }
    }
    return found.sorted { ($0.name.count, $1.building.id) > ($1.name.count, $0.building.id) }
      .map { ($0.building, text.dropFirst($0.name.count)) }
  }
}

extension Stall {
  /// A shop of an imported sheet that stands at a counter: in the middle of its floor, with the hours of its building, and with nothing
  /// to deliver. That it takes two and a half minutes to find and 40 s a line is assumed. Nil where the market lacks the floor.
  package init?(
    _ shop: Stall, at place: CounterPlace, of profile: MarketProfile, buildings: [Building]
  ) throws(MarketSettingError) {
    guard let building = buildings.first(where: { $0.id == place.building && $0.closed == nil }),
      let floor = building.floors.first(where: { $0.number == place.floor })
    else { return nil }
    self.init(
      id: shop.id, english: shop.english, chinese: shop.chinese,
      position: Position(
        building: building.id, floor: floor.number, east: floor.width / 2, north: floor.depth / 2),
      counter: place.counter, hours: try profile.hours(ofBuilding: building.id), setupSeconds: 150, lineSeconds: 40,
      givesInvoice: shop.givesInvoice, invoicePerMille: shop.invoicePerMille, source: shop.source)
  }
}
