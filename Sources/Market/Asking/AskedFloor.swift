/// A floor of a market as a place where one asks around.
package struct AskedFloor: Sendable, Hashable {
  /// The place: its id is `floor:SEG/2`, and it stands in the middle of the floor.
  package var stall: Stall
  /// Families of goods that its counters sell.
  package var families: [String]
  /// The chances there, per mille of those of the market.
  package var perMille: Int

  package init(stall: Stall, families: [String], perMille: Int) {
    self.stall = stall
    self.families = families
    self.perMille = perMille
  }

  /// The floors of a market whose counters sell anything, in the order of its buildings; none where its settings do not say how one
  /// asks. Closed buildings are left out. O(floors).
  ///
  /// - Throws: `.unreadable` and `.missing` for settings that are.
  package static func all(
    of profile: MarketProfile, buildings: [Building]
  ) throws(MarketSettingError) -> [AskedFloor] {
    guard let asking = try profile.asking() else { return [] }
    var floors: [AskedFloor] = []
    for building in buildings where building.closed == nil {
      let hours = try profile.hours(ofBuilding: building.id)
      for floor in building.floors where !floor.families.isEmpty {
        floors.append(
          AskedFloor(
            stall: Stall(floor: floor, of: building, hours: hours, asking), families: floor.families,
            perMille: asking.perMille(building: building.id, floor: floor.number)))
      }
    }
    return floors
  }
}

extension Stall {
  /// Counters on a floor are asked one after the other from its middle on; whether one gives invoices is a part of the answer.
  fileprivate init(floor: Floor, of building: Building, hours: [[OpeningHours]], _ asking: AskSettings) {
    self.init(
      id: PlaceID(building: building.id, floor: floor.number), english: "Ask on the floor", chinese: "现场询价",
      position: Position(
        building: building.id, floor: floor.number, east: floor.width / 2, north: floor.depth / 2),
      counter: "", hours: hours, setupSeconds: asking.setupSeconds, lineSeconds: asking.lineSeconds,
      givesInvoice: true, invoicePerMille: 0, source: floor.source)
  }
}
