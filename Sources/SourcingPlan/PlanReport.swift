package import Base
package import Market

/// A task of the build after or beside shopping: board fabrication, stencil, kit, SMT, assembly, test.
package struct ScheduleStep: Sendable, Hashable, Codable {
  package var id: TaskID
  package var order: OrderID
  /// `pcb`, `stencil`, `kit`, `smt`, `assembly`, `test`.
  package var step: String
  /// A service's id, or the node where the kit comes together.
  package var place: String
  package var name: LocalizedText
  package var start: LocalTime
  package var finish: LocalTime
  /// Tasks that must be finished before this one starts.
  package var after: [TaskID]

  enum CodingKeys: String, CodingKey {
    case id, order, step, name, start, finish, after
    case place = "where"
  }

  package init(
    order: OrderID, step: String, place: String, name: LocalizedText, start: LocalTime, finish: LocalTime,
    after: [TaskID]
  ) {
    self.id = TaskID(order, step)
    self.order = order
    self.step = step
    self.place = place
    self.name = name
    self.start = start
    self.finish = finish
    self.after = after
  }
}

/// A service that the build pays for.
package struct PlanService: Sendable, Hashable, Codable {
  package var id: String
  /// The order that it is for; nil in plans of versions that did not write it.
  package var order: OrderID?
  package var name: LocalizedText
  package var amount: Amount
  /// Whether it is paid on the day of the walk, and so part of the cash: its step starts on that day.
  package var isPaidThatDay: Bool
  package var isAssumed: Bool

  package init(
    id: String, order: OrderID?, name: LocalizedText, amount: Amount, isPaidThatDay: Bool, isAssumed: Bool
  ) {
    self.id = id
    self.order = order
    self.name = name
    self.amount = amount
    self.isPaidThatDay = isPaidThatDay
    self.isAssumed = isAssumed
  }
}

/// What the day would cost if it were not planned as a whole; computed by the plan's own rules.
package struct Baseline: Sendable, Hashable, Codable {
  package enum Name: String, Sendable, Hashable, Codable {
    /// Every line at its cheapest offer, walked as well as possible.
    case cheapestOffers = "cheapest-offers"
    /// As few stalls as can serve all lines.
    case fewestStalls = "fewest-stalls"
  }

  package var name: Name
  /// Nil amounts where the baseline itself breaks a limit of the day; `note` says which.
  package var total: Amount?
  package var goods: Amount?
  package var minutes: Int?
  package var stalls: Int?
  package var note: LocalizedText?

  enum CodingKeys: String, CodingKey {
    case name, total, goods, minutes, stalls, note
  }

  package init(name: Name, total: Amount?, goods: Amount?, minutes: Int?, stalls: Int?, note: LocalizedText? = nil) {
    self.name = name
    self.total = total
    self.goods = goods
    self.minutes = minutes
    self.stalls = stalls
    self.note = note
  }
}

/// Something that the reader should know before spending money.
package struct PlanWarning: Sendable, Hashable, Codable {
  /// Stable: `W101`.
  package var code: String
  package var message: LocalizedText

  package init(code: String, message: LocalizedText) {
    self.code = code
    self.message = message
  }
}

/// A requirement that cannot be met, alone or together with others named in the same entry.
package struct Conflict: Sendable, Hashable, Codable {
  /// References concerned; empty when the day as a whole is.
  package var slots: [String]
  package var reason: LocalizedText
  /// A change of the day that would do; nil where none is known.
  package var remedy: PlanRemedy?

  package init(slots: [String], reason: LocalizedText, remedy: PlanRemedy? = nil) {
    self.slots = slots
    self.reason = reason
    self.remedy = remedy
  }
}

/// A setting that no source backs and that this plan rests on.
package struct Assumption: Sendable, Hashable, Codable {
  package var name: String
  package var value: String
  package var why: String

  package init(name: String, value: String, why: String) {
    self.name = name
    self.value = value
    self.why = why
  }
}

/// How the answer was found. Times are left out under a work limit, so that the same input gives the same bytes.
package struct SolverReport: Sendable, Hashable, Codable {
  /// Left out under a work limit, as the answer does not depend on it.
  package var threads: Int?
  package var seed: UInt64
  package var seconds: Double?
  package var secondsToFirst: Double?
  package var secondsToBest: Double?
  package var nodes: Int
  package var cuts: Int
  package var moves: Int

  package init(
    threads: Int?, seed: UInt64, seconds: Double?, secondsToFirst: Double?, secondsToBest: Double?, nodes: Int,
    cuts: Int, moves: Int
  ) {
    self.threads = threads
    self.seed = seed
    self.seconds = seconds.map(Self.milliseconds)
    self.secondsToFirst = secondsToFirst.map(Self.milliseconds)
    self.secondsToBest = secondsToBest.map(Self.milliseconds)
    self.nodes = nodes
    self.cuts = cuts
    self.moves = moves
  }

  /// Seconds to the millisecond, so that no binary noise is written.
  private static func milliseconds(_ seconds: Double) -> Double { (seconds * 1000).rounded() / 1000 }
}
