internal import Market
internal import Phrases
internal import SourcingPlan

/// One buyer's walk on the printed page: stop by stop, with what to buy there.
struct WalkPage {
  private let page: PlanPage
  private let plan: PlanDocument
  private let walk: PlanWalk

  init(_ page: PlanPage, _ plan: PlanDocument, _ walk: PlanWalk) {
    self.page = page
    self.plan = plan
    self.walk = walk
  }

  func lines() -> [String] {
    var lines = [
      "  "
        + page.say(
          "\(walk.start.clock) to \(walk.finish.clock), \(walk.visits.count) stops, ¥\(walk.cash) to carry",
          "\(walk.start.clock) 至 \(walk.finish.clock)，\(walk.visits.count) 站，携带 ¥\(walk.cash)")
    ]
    var building = ""
    for visit in walk.visits {
      if let place = visit.place, place.building != building {
        building = place.building
        lines.append("")
        lines.append("  " + page.style.bold("\(place.buildingName.chinese) \(place.buildingName.english)"))
      }
      lines += stop(visit)
    }
    return lines
  }

  private func stop(_ visit: PlanVisit) -> [String] {
    let floor =
      visit.place.map { page.say("floor \($0.floor), counter \($0.counter)", "\($0.floor) 楼 \($0.counter)") } ?? ""
    let head = "  \(visit.arrive.clock)  \(visit.stall)  \(page.said(visit.name))" + (floor.isEmpty ? "" : "  \(floor)")
    let waits = visit.begin.seconds(since: visit.arrive)
    var lines = [head.cut(toCells: page.width)]
    if waits >= 60 { lines.append("         " + page.say("opens \(visit.begin.clock)", "\(visit.begin.clock) 开门")) }
    var table = TextTable(
      [
        .init(title: "", alignment: .right), .init(title: "", alignment: .left, limit: page.width > 90 ? 30 : 22),
        .init(title: "", alignment: .left, limit: page.width > 90 ? 24 : 14), .init(title: "", alignment: .right),
        .init(title: "", alignment: .left),
      ], indent: 9)
    for index in visit.lines {
      let line = plan.lines[index]
      for buy in line.buys where buy.stall == visit.stall {
        table.rows.append([
          "\(buy.quantity)", line.mpn, page.said(line.name), "\(buy.amount)", page.said(buy.condition.text),
        ])
      }
    }
    lines += table.lines(showsTitles: false)
    for index in visit.pickUps {
      lines.append("         " + page.say("pick up \(plan.lines[index].mpn)", "取货 \(plan.lines[index].mpn)"))
    }
    return lines
  }
}

/// References as people write them: `R1..R4, R7`.
struct ReferenceList: CustomStringConvertible {
  private let references: [String]

  init(_ references: [String]) { self.references = references }

  var description: String {
    var runs: [(prefix: String, first: Int, last: Int, text: String)] = []
    for reference in references {
      let prefix = String(reference.prefix { !$0.isNumber })
      let number = Int(reference.dropFirst(prefix.count))
      if let number, let run = runs.last, run.prefix == prefix, run.last + 1 == number, run.last >= 0 {
        runs[runs.count - 1].last = number
      } else {
        runs.append((prefix, number ?? -1, number ?? -1, reference))
      }
    }
    return runs.map { run in
      run.first == run.last ? run.text : "\(run.text)\(run.last == run.first + 1 ? ", " : "..")\(run.prefix)\(run.last)"
    }.joined(separator: ", ")
  }
}
