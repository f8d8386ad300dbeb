package import Base
package import Market

/// Another day of buying, and other times of tasks and parcels.
package struct DateDifference: Sendable, Hashable, Encodable {
  package var day: Change<LocalDate>
  /// Those that begin, end or are done elsewhere.
  package var tasks: [TaskDifference]
  /// Parcels that arrive on another day.
  package var parcels: [ParcelDifference]

  init(from before: PlanDocument, to after: PlanDocument) {
    day = Change(before.date, after.date)
    let (old, new) = (before.schedule.byID(\.id), after.schedule.byID(\.id))
    tasks = (before.schedule + after.schedule.filter { old[$0.id] == nil }).compactMap { task in
      let found = TaskDifference(task, from: old[task.id], to: new[task.id])
      return found.isNone ? nil : found
    }
    let (sent, resent) = (before.deliveries.byID(\.stall), after.deliveries.byID(\.stall))
    parcels = (before.deliveries + after.deliveries.filter { sent[$0.stall] == nil }).byPlace.compactMap { parcel in
      let arrives = Change(sent[parcel.stall]?.arrives, resent[parcel.stall]?.arrives)
      return arrives.isNone ? nil : ParcelDifference(stall: parcel.stall, name: parcel.name, arrives: arrives)
    }
  }

  package var isNone: Bool { day.isNone && tasks.isEmpty && parcels.isEmpty }
}

/// A task of production that is done at another time or place, or in one of two plans only.
package struct TaskDifference: Sendable, Hashable, Encodable {
  package var id: TaskID
  package var name: LocalizedText
  package var place: Change<String>
  package var start: Change<LocalTime>
  package var finish: Change<LocalTime>

  private enum CodingKeys: String, CodingKey {
    case id, name, start, finish
    case place = "where"
  }

  fileprivate init(_ task: ScheduleStep, from before: ScheduleStep?, to after: ScheduleStep?) {
    id = task.id
    name = after?.name ?? task.name
    place = Change(before?.place, after?.place)
    start = Change(before?.start, after?.start)
    finish = Change(before?.finish, after?.finish)
  }

  fileprivate var isNone: Bool { place.isNone && start.isNone && finish.isNone }
}

/// A parcel of a shop that arrives on another day, or is ordered in one of two plans only.
package struct ParcelDifference: Sendable, Hashable, Encodable {
  package var stall: PlaceID
  package var name: LocalizedText
  package var arrives: Change<LocalDate>
}

extension [PlanDelivery] {
  /// The first of each shop.
  fileprivate var byPlace: [PlanDelivery] {
    var known: Set<PlaceID> = []
    return filter { known.insert($0.stall).inserted }
  }
}
