package import Base
package import Market

/// The day of an agent that goes otherwise: stops that are new, gone or made earlier or later among the others, and other times of leaving
/// and being back. Visits and orders are stops.
package struct WalkDifference: Sendable, Hashable, Encodable {
  package var agent: AgentID
  package var start: Change<LocalTime>
  package var finish: Change<LocalTime>
  package var cash: AmountChange
  /// In the order of the later day; what is gone stands first.
  package var stops: [StopDifference]

  static func all(from before: PlanDocument, to after: PlanDocument) -> [WalkDifference] {
    let (old, new) = (before.walks.byID(\.agent), after.walks.byID(\.agent))
    return (before.walks + after.walks.filter { old[$0.agent] == nil }).map(\.agent).compactMap { agent in
      let (walk, other) = (old[agent], new[agent])
      let found = WalkDifference(
        agent: agent, start: Change(walk?.start, other?.start), finish: Change(walk?.finish, other?.finish),
        cash: AmountChange(walk?.cash.money ?? .zero, other?.cash.money ?? .zero),
        stops: StopDifference.all(
          from: walk.map(before.stops(of:)) ?? [], to: other.map(after.stops(of:)) ?? []))
      return found.isNone ? nil : found
    }
  }

  private var isNone: Bool { start.isNone && finish.isNone && cash.isNone && stops.isEmpty }
}

/// A stop that is new, gone, or elsewhere in the order of an agent's day.
package struct StopDifference: Sendable, Hashable, Encodable {
  package var stall: PlaceID
  package var name: LocalizedText
  /// Its number among the stops, from 1, and when it begins; nil in the day that has none.
  package var before: Place?
  package var after: Place?

  package struct Place: Sendable, Hashable, Encodable {
    package var number: Int
    package var begin: LocalTime

    init(_ stops: [PlanVisit], _ offset: Int) {
      number = offset + 1
      begin = stops[offset].begin
    }
  }

  /// The fewest stops that are taken out and put in (E. Myers, 1986, DOI 10.1007/BF01840446). O(stops²).
  static func all(from before: [PlanVisit], to after: [PlanVisit]) -> [StopDifference] {
    let script = after.map(\.stall).difference(from: before.map(\.stall)).inferringMoves()
    let gone = script.removals.compactMap { change -> StopDifference? in
      guard case .remove(let offset, _, nil) = change else { return nil }
      return StopDifference(
        stall: before[offset].stall, name: before[offset].name, before: Place(before, offset), after: nil)
    }
    return gone
      + script.insertions.compactMap { change in
        guard case .insert(let offset, _, let from) = change else { return nil }
        return StopDifference(
          stall: after[offset].stall, name: after[offset].name, before: from.map { Place(before, $0) },
          after: Place(after, offset))
      }
  }
}
