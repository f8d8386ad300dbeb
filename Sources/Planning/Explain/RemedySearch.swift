internal import Base
internal import BoardSpec
internal import Electronics
internal import Market
internal import Optimizer
internal import SourcingPlan

/// For each limit of a day that has no plan, the least change of it that is found to make one possible, all else as it is.
///
/// Every change that is named stands for a plan that was found under it and that the verifier accepted; it is the least known,
/// not proven to be the least of all.
struct RemedySearch {
  let variants: [PreparedVariant]
  let verify: Planner.Verification
  private let search: FirstPlan

  /// Steps by which the earliest finish is narrowed down.
  private static let finishSteps = 5
  private static let endOfDay = 24 * 3600 - 60
  /// Days that are looked through for the next one on which everything is sold.
  private static let daysAhead = 400

  init(variants: [PreparedVariant], options: SolverOptions, verify: @escaping Planner.Verification) {
    self.variants = variants
    self.verify = verify
    search = FirstPlan(options)
  }

  /// What would do, one entry a limit; all limits together where none alone is found to be the cause.
  func conflicts() throws -> [Conflict] {
    let single = [try budget(), try finish(), try ownHours(), try load(), try radius(), try date()].compactMap(\.self)
    if !single.isEmpty { return single }
    return [try together()].compactMap(\.self)
  }

  private var problem: PlanningProblem { variants[0].run.problem }

  // MARK: Budget

  private func budget() throws -> Conflict? {
    guard let asked = problem.budget else { return nil }
    var best: (least: Money, holds: Bool)?
    for variant in variants {
      let free = try variant.revised { $0.budgeted(nil) }
      guard let solution = search.leastPaid(free) else { continue }
      let cash = solution.cash
      // A plan that is within the budget shows that another limit is too tight.
      if cash <= asked || best.map({ $0.least <= cash }) ?? false { continue }
      best = (cash, try isVerified(solution, of: variant.revised { $0.budgeted(cash) }))
    }
    guard let least = best?.least, best?.holds ?? false else { return nil }
    return dearer(least, than: asked)
  }

  private func dearer(_ least: Money, than asked: Money) -> Conflict {
    let (own, other) = (Amount(asked), Amount(least))
    let floors = variants.filter(\.isOpen).map(\.leastPaid)
    let paid = floors.contains(nil) ? nil : floors.compactMap(\.self).min().map { Amount($0.fenBelow) }
    return Conflict(
      slots: [],
      reason: LocalizedText(
        english: "no plan was found within the budget of ¥\(own); one is known that needs ¥\(other)"
          + (paid.map { ", and none needs less than ¥\($0)" } ?? "") + ": `--budget \(other)`",
        chinese: "预算 ¥\(own) 内没有找到方案；已知有方案需要 ¥\(other)"
          + (paid.map { "，任何方案至少需要 ¥\($0)" } ?? "") + "：`--budget \(other)`"),
      remedy: PlanRemedy(option: .budget, value: "\(other)"))
  }

  // MARK: Finish

  private func finish() throws -> Conflict? {
    let hours = problem.hours
    guard hours.finish < Self.endOfDay, problem.crew.contains(where: { $0.follows(hours) }),
      let earliest = try earliestFinish(from: variants),
      let time = LocalTime(problem.date, secondOfDay: earliest)?.clock
    else { return nil }
    return later(time)
  }

  private func later(_ time: String) -> Conflict {
    let asked = LocalTime(problem.date, secondOfDay: problem.hours.finish)?.clock ?? ""
    return Conflict(
      slots: [],
      reason: LocalizedText(
        english: "no plan was found that is back by \(asked); one is known that is back by \(time): `--finish \(time)`",
        chinese: "没有找到 \(asked) 前收工的方案；已知有方案可在 \(time) 前收工：`--finish \(time)`"),
      remedy: PlanRemedy(option: .finish, value: time))
  }

  /// The earliest finish, in whole minutes, for which a plan is found.
  private func earliestFinish(from variants: [PreparedVariant]) throws -> Int? {
    var best: Int?
    for variant in variants {
      guard let hurried = try hurriedReturn(of: variant, by: best ?? Self.endOfDay) else { continue }
      var late = Self.wholeMinutes(hurried)
      // A plan that is back in time shows that another limit is too tight.
      guard late > problem.hours.finish, var found = try plan(of: variant, by: late) else { continue }
      var early = problem.hours.finish
      for _ in 0..<Self.finishSteps where late - early > 60 {
        let middle = Self.wholeMinutes((early + late) / 2)
        if middle < late, let sooner = try plan(of: variant, by: middle) {
          (late, found) = (middle, sooner)
        } else {
          early = middle
        }
      }
      if late < best ?? .max, try isVerified(found.solution, of: found.variant) { best = late }
    }
    return best
  }

  private static func wholeMinutes(_ seconds: Int) -> Int { (seconds + 59) / 60 * 60 }

  /// When the last buyer of the shortest walks found is back, whatever goods cost; in seconds since midnight.
  private func hurriedReturn(of variant: PreparedVariant, by finish: Int) throws -> Int? {
    let revised = try variant.revised { $0.finishing(by: finish) }
    guard revised.isOpen else { return nil }
    let instance = revised.run.model.instance
    var hurried = instance
    for buyer in hurried.buyers.indices { hurried.buyers[buyer].ratePerHour = Self.hurriedRate }
    // Where hurry costs more than the budget, whatever plan is within it says when it is back.
    return (search.solve(hurried) ?? search.plan(revised))?.lastReturn(in: instance)
  }

  /// A plan that is back by `finish`, with the variant that it is a plan of.
  private func plan(
    of variant: PreparedVariant, by finish: Int
  ) throws -> (variant: PreparedVariant, solution: Optimizer.Solution)? {
    let revised = try variant.revised { $0.finishing(by: finish) }
    return search.plan(revised).map { (revised, $0) }
  }

  /// Ten yuan a second.
  private static let hurriedRate: Int64 = 36_000_000_000

  // MARK: Own hours, load, radius, date

  /// Which hours of a buyer's own stand in the way of a plan that the day's would allow. No option changes them.
  private func ownHours() throws -> Conflict? {
    guard problem.crew.contains(where: \.hasOwnHours) else { return nil }
    for variant in variants {
      let free = try variant.revised { $0.withoutOwnHours() }
      guard let solution = search.plan(free) else { continue }
      let own = Dictionary(problem.crew.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      let writer = PlanWriter(problem: free.run.problem, model: free.run.model, solution: solution)
      let outside = try writer.walks([:], lines: []).walks.filter { walk in
        own[walk.agent].map { walk.start.second < $0.start || walk.finish.second > $0.finish } ?? false
      }
      guard !outside.isEmpty else { continue }
      func list(_ text: (PlanWalk) -> String, _ separator: String) -> String {
        outside.map(text).joined(separator: separator)
      }
      return Conflict(
        slots: [],
        reason: LocalizedText(
          english: "no plan was found within the buyers' own hours; one is known in which "
            + list({ "`\($0.agent)` is away from \($0.start.clock) to \($0.finish.clock)" }, " and "),
          chinese: "在各采购员自己的时间内没有找到方案；已知有方案需要"
            + list({ " `\($0.agent)` 在 \($0.start.clock) 至 \($0.finish.clock) 外出" }, "、")))
    }
    return nil
  }

  private func load() throws -> Conflict? {
    guard let limit = problem.agents.compactMap(\.load).min() else { return nil }
    for variant in variants where variant.isOpen {
      var instance = variant.run.model.instance
      for buyer in instance.buyers.indices { instance.buyers[buyer].loadLimit = .max }
      guard let solution = search.first(instance) else { continue }
      let heaviest = instance.loads(of: solution).max() ?? 0
      return Conflict(
        slots: [],
        reason: LocalizedText(
          english:
            "no plan was found in which each buyer carries no more than \(limit / 1000) g; one is known in which a "
            + "buyer carries \((heaviest + 999) / 1000) g",
          chinese: "没有找到每人负重不超过 \(limit / 1000) 克的方案；已知有方案需一人负重 \((heaviest + 999) / 1000) 克"))
    }
    return nil
  }

  private func radius() throws -> Conflict? {
    guard let asked = problem.radius else { return nil }
    var best: Int?
    for variant in variants {
      guard let metres = try leastRadius(of: variant), metres < best ?? .max,
        try isPlanned(variant.revised({ $0.within(metres: metres) }))
      else { continue }
      best = metres
    }
    guard let best else { return nil }
    return Conflict(
      slots: [],
      reason: LocalizedText(
        english: "stalls within \(asked) m do not suffice; those within \(best) m do: `--radius \(best)`",
        chinese: "\(asked) 米内的档口不够；\(best) 米内可以：`--radius \(best)`"),
      remedy: PlanRemedy(option: .radius, value: "\(best)"))
  }

  /// The least radius, in metres, within which every slot has an offer; nil where some slot has none at any distance.
  private func leastRadius(of variant: PreparedVariant) throws -> Int? {
    let wide = try variant.revised { $0.within(metres: nil) }
    guard wide.isOpen else { return nil }
    let distances = try wide.run.network.centimetresFromStart(wide.run.problem)
    let model = wide.run.model
    let needed = (0..<model.instance.slotCount).map { slot in
      model.instance.optionRange(of: slot).flatMap { index -> [Int] in
        let product = Int(model.instance.options[index].product)
        guard product >= 0 else { return [] }
        return model.instance.offerRange(of: product).map { distances[model.offers[$0].stall] ?? 0 }
      }.min() ?? 0
    }
    return needed.max().map { ($0 + 99) / 100 }
  }

  private func date() throws -> Conflict? {
    let isClosed = variants.contains { $0.run.model.unsourced.values.contains { $0[.closed] ?? 0 > 0 } }
    guard isClosed else { return nil }
    for ahead in 1...Self.daysAhead {
      guard let date = problem.date.adding(days: ahead) else { return nil }
      // Most closed days are told by their calendar alone, without a model.
      let open = variants.filter { $0.isSourced(on: date) }
      for variant in open {
        guard try isPlanned(variant.revised({ $0.on(date) })) else { continue }
        return Conflict(
          slots: [],
          reason: LocalizedText(
            english: "stalls are closed on \(problem.date); the next day with a plan is \(date): `--date \(date)`",
            chinese: "\(problem.date) 档口不营业；下一个有方案的日子是 \(date)：`--date \(date)`"),
          remedy: PlanRemedy(option: .date, value: "\(date)"))
      }
      if !open.isEmpty { return nil }
    }
    return nil
  }

  // MARK: All at once

  /// Where no limit alone is found to be the cause: a budget and a finish that do together.
  private func together() throws -> Conflict? {
    let finish = problem.hours.finish
    guard let asked = problem.budget, finish < Self.endOfDay else { return nil }
    for variant in variants {
      let free = try variant.revised { $0.budgeted(nil).finishing(by: Self.endOfDay) }
      guard free.isOpen, let solution = search.solve(free.run.model.instance) else { continue }
      let cash = solution.cash
      let back = Self.wholeMinutes(solution.lastReturn(in: free.run.model.instance))
      // A limit that this plan keeps is no problem: it stays as it is asked for.
      guard cash > asked || back > finish else { continue }
      let holds = try isPlanned(
        variant.revised {
          let dearer = cash > asked ? $0.budgeted(cash) : $0
          return back > finish ? dearer.finishing(by: back) : dearer
        })
      guard holds, let time = LocalTime(problem.date, secondOfDay: back)?.clock else { continue }
      if back <= finish { return dearer(cash, than: asked) }
      if cash <= asked { return later(time) }
      return Conflict(
        slots: [],
        reason: LocalizedText(
          english: "no plan was found with more than the budget of ¥\(Amount(asked)) alone, nor with a later finish "
            + "alone; with `--budget \(Amount(cash)) --finish \(time)` one is known",
          chinese: "单独提高预算 ¥\(Amount(asked)) 或单独推迟收工都没有找到方案；已知 `--budget \(Amount(cash)) "
            + "--finish \(time)` 有方案"))
    }
    return nil
  }

  /// Whether a plan of the whole is found for a variant, and the verifier accepts it.
  private func isPlanned(_ variant: PreparedVariant) throws -> Bool {
    guard !search.isCancelled, let solution = search.plan(variant) else { return false }
    return try isVerified(solution, of: variant)
  }

  /// Whether a solution, found under other costs perhaps, is one of a variant's day, and the verifier accepts its plan.
  private func isVerified(_ solution: Optimizer.Solution, of variant: PreparedVariant) throws -> Bool {
    guard let solution = solution.costed(in: variant.run.model.instance) else { return false }
    let outcome = Outcome(status: .feasible, solution: solution, bound: 0)
    let plan = try variant.run.document(solution, outcome: outcome, status: .feasible, baselines: [], conflict: [])
    return verify(plan).isEmpty
  }
}

extension PreparedVariant {
  /// Whether every slot has an offer on a date, by the stalls' hours alone.
  fileprivate func isSourced(on date: LocalDate) -> Bool {
    var other = filter
    other.date = date
    return run.problem.slots.allSatisfy { slot in
      slot.candidates.contains { part in
        (run.problem.offers[part.id] ?? []).contains { offer in
          run.problem.stalls[offer.stall].map { other.refusal(of: offer, at: $0, under: slot.policy) == nil } ?? false
        }
      }
    }
  }
}

extension Instance {
  /// Milligrams that each buyer of a solution carries.
  fileprivate func loads(of solution: Optimizer.Solution) -> [Int64] {
    let quantities = Dictionary(uniqueKeysWithValues: solution.purchases.map { ($0.offer, Int64($0.quantity)) })
    return solution.walks.map { walk in
      walk.visits.flatMap(\.offers).reduce(0) { $0 + productMass[product(of: Int($1))] * quantities[$1, default: 0] }
    }
  }
}
