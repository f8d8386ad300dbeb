internal import Base
internal import Market
internal import SourcingPlan

/// Each agent walks once, from where to where and in the hours that are the agent's, no faster than people walk; stalls are open
/// while they serve. Several agents may visit one stall.
enum WalkCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    var found: [Violation] = []
    let graph = ShortestWalk(facts.market)
    var seen: Set<AgentID> = []
    for (index, walk) in plan.walks.enumerated() {
      let path = "walks[\(index)]"
      let agent = facts.agent(walk.agent)
      if agent == nil || !seen.insert(walk.agent).inserted { found.append(.buyerUnknown(walk, "\(path).buyer")) }
      if let agent { found += day(of: walk, agent, path, facts) }
      let stops = plan.checkedStops(of: index)
      found += clock(of: walk, stops, agent, path, facts, graph)
      for stop in stops where !stop.isOrder { found += opening(of: stop.visit, stop.path, facts) }
    }
    return found
  }

  private static func day(
    of walk: PlanWalk, _ agent: AgentFacts, _ path: String, _ facts: VerifierFacts
  ) -> [Violation] {
    var found: [Violation] = []
    if let start = LocalTime(facts.day.date, secondOfDay: agent.start), walk.start < start {
      found.append(.startsTooEarly(walk, "\(path).start", earliest: start))
    }
    if let finish = LocalTime(facts.day.date, secondOfDay: agent.finish), walk.finish > finish {
      found.append(.finishesTooLate(walk, "\(path).finish", latest: finish))
    }
    if facts.day.isWalked {
      if walk.from != agent.from { found.append(.endsElsewhere(walk.from, "\(path).from", right: agent.from)) }
      if walk.to != agent.to { found.append(.endsElsewhere(walk.to, "\(path).to", right: agent.to)) }
    }
    return found
  }

  private static func clock(
    of walk: PlanWalk, _ stops: [CheckedStop], _ agent: AgentFacts?, _ path: String, _ facts: VerifierFacts,
    _ graph: ShortestWalk
  ) -> [Violation] {
    var found: [Violation] = []
    let desk = ShortestWalk.Place.node(agent?.from ?? facts.day.from)
    let end = agent?.to ?? facts.day.to
    /// Nobody has to walk to where they stand, on a graph or without one.
    func seconds(from start: ShortestWalk.Place, to end: ShortestWalk.Place) -> Int? {
      start == end ? 0 : graph.seconds(from: start, to: end)
    }
    var place = desk
    var clock = walk.start
    for stop in stops {
      let (visit, own) = (stop.visit, stop.path)
      var walking = 0
      if let stall = facts.market.stalls[visit.stall] {
        // Orders are placed from where the agent's day starts.
        let next = stall.position.map { ShortestWalk.Place.counter($0) } ?? desk
        if let seconds = seconds(from: place, to: next) {
          walking = seconds
        } else {
          found.append(.unreachable(visit.stall.text, own))
          walking = visit.walkSeconds
        }
        place = next
      }
      if visit.walkSeconds != walking { found.append(.walkingTimeWrong(visit, "\(own).walkSeconds", right: walking)) }
      if visit.arrive.seconds(since: clock) != visit.walkSeconds {
        found.append(.arrivalWrong(visit, "\(own).arrive", left: clock))
      }
      if visit.begin < visit.arrive { found.append(.beginsBeforeArrival(visit, "\(own).begin")) }
      clock = visit.depart
    }
    guard let home = seconds(from: place, to: .node(end)) else { return found + [.unreachable(end, "\(path).to")] }
    if walk.finish.seconds(since: clock) != home {
      found.append(.finishWrong(walk, "\(path).finish", left: clock, walking: home))
    }
    return found
  }

  private static func opening(of visit: PlanVisit, _ path: String, _ facts: VerifierFacts) -> [Violation] {
    guard let stall = facts.market.stalls[visit.stall] else { return [.stallUnknown(visit, "\(path).stall")] }
    guard let position = stall.position else { return [] }
    if let building = facts.market.buildings[position.building], let closed = building.closed {
      return [.buildingClosed(visit, "\(path).stall", building: building.id, closed: closed)]
    }
    let day = visit.begin.date
    let span =
      visit.begin.second...max(visit.begin.second, visit.depart.seconds(since: visit.begin) + visit.begin.second)
    let isOpen = facts.market.calendar.hours(of: stall, on: day).contains {
      $0.open <= span.lowerBound && span.upperBound <= $0.close
    }
    return isOpen ? [] : [.stallClosed(visit, "\(path).begin")]
  }
}

extension Violation {
  fileprivate static func buyerUnknown(_ walk: PlanWalk, _ path: String) -> Violation {
    Violation(
      .buyerUnknown, at: path, english: "the day has no buyer `\(walk.agent)`, or the buyer walks twice",
      chinese: "当天没有采购员 `\(walk.agent)`，或其重复出行")
  }

  fileprivate static func startsTooEarly(_ walk: PlanWalk, _ path: String, earliest: LocalTime) -> Violation {
    Violation(
      .startsTooEarly, at: path,
      english: "buyer `\(walk.agent)` leaves at \(walk.start), before the hours that start at \(earliest)",
      chinese: "采购员 `\(walk.agent)` 于 \(walk.start) 出发，早于其开始时间 \(earliest)")
  }

  fileprivate static func finishesTooLate(_ walk: PlanWalk, _ path: String, latest: LocalTime) -> Violation {
    Violation(
      .finishesTooLate, at: path,
      english: "buyer `\(walk.agent)` is back at \(walk.finish), after the hours that end at \(latest)",
      chinese: "采购员 `\(walk.agent)` 于 \(walk.finish) 返回，晚于其结束时间 \(latest)")
  }

  fileprivate static func endsElsewhere(_ node: String, _ path: String, right: String) -> Violation {
    Violation(
      .endsElsewhere, at: path, english: "the walk starts or ends at `\(node)`, but its buyer does so at `\(right)`",
      chinese: "路线端点为 `\(node)`，该采购员应为 `\(right)`")
  }

  fileprivate static func unreachable(_ place: String, _ path: String) -> Violation {
    Violation(.unreachable, at: path, english: "`\(place)` cannot be reached on foot", chinese: "无路可达 `\(place)`")
  }

  fileprivate static func walkingTimeWrong(_ visit: PlanVisit, _ path: String, right: Int) -> Violation {
    Violation(
      .walkingTimeWrong, at: path,
      english: "walking to stall `\(visit.stall)` takes \(right) s, not \(visit.walkSeconds) s",
      chinese: "走到档口 `\(visit.stall)` 需要 \(right) 秒，而不是 \(visit.walkSeconds) 秒")
  }

  fileprivate static func arrivalWrong(_ visit: PlanVisit, _ path: String, left: LocalTime) -> Violation {
    Violation(
      .arrivalWrong, at: path,
      english:
        "leaving at \(left) and walking \(visit.walkSeconds) s does not arrive at stall `\(visit.stall)` at \(visit.arrive)",
      chinese: "\(left) 离开、步行 \(visit.walkSeconds) 秒，不会在 \(visit.arrive) 到达档口 `\(visit.stall)`")
  }

  fileprivate static func beginsBeforeArrival(_ visit: PlanVisit, _ path: String) -> Violation {
    Violation(
      .beginsBeforeArrival, at: path,
      english: "stall `\(visit.stall)` serves from \(visit.begin), before the arrival at \(visit.arrive)",
      chinese: "档口 `\(visit.stall)` 在 \(visit.begin) 开始，早于到达时间 \(visit.arrive)")
  }

  fileprivate static func finishWrong(_ walk: PlanWalk, _ path: String, left: LocalTime, walking: Int) -> Violation {
    Violation(
      .finishWrong, at: path,
      english: "leaving at \(left) and walking \(walking) s does not end at \(walk.finish)",
      chinese: "\(left) 离开、步行 \(walking) 秒，不会在 \(walk.finish) 结束")
  }

  fileprivate static func stallUnknown(_ visit: PlanVisit, _ path: String) -> Violation {
    Violation(
      .stallUnknown, at: path, english: "the market has no stall `\(visit.stall)`", chinese: "市场中没有档口 `\(visit.stall)`")
  }

  fileprivate static func buildingClosed(
    _ visit: PlanVisit, _ path: String, building: String, closed: String
  ) -> Violation {
    Violation(
      .buildingClosed, at: path,
      english: "stall `\(visit.stall)` is in building `\(building)`, which is closed (\(closed))",
      chinese: "档口 `\(visit.stall)` 所在的 `\(building)` 已关闭（\(closed)）")
  }

  fileprivate static func stallClosed(_ visit: PlanVisit, _ path: String) -> Violation {
    Violation(
      .stallClosed, at: path,
      english: "stall `\(visit.stall)` is not open from \(visit.begin) to \(visit.depart)",
      chinese: "档口 `\(visit.stall)` 在 \(visit.begin) 至 \(visit.depart) 之间并非全程营业")
  }
}
