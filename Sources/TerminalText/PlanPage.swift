internal import Market
public import Phrases
public import SourcingPlan

/// The printed plan: a page that reads from the money to the walk to the lines.
public struct PlanPage: Sendable {
  private let plan: PlanDocument
  let language: Language
  /// Cells of the page, at least 60.
  let width: Int
  let style: PageStyle

  public init(_ plan: PlanDocument, language: Language, width: Int, usesColor: Bool) {
    self.plan = plan
    self.language = language
    self.width = max(60, min(width, 120))
    style = PageStyle(usesColor: usesColor)
  }

  /// The whole page, ending in a line break. The same plan gives the same text.
  public func text() -> String {
    var lines = header
    lines += section(.cost, costLines)
    lines += section(.comparison, baselineLines)
    if !plan.conflict.isEmpty { lines += section(.conflict, conflictLines) }
    for walk in plan.walks { lines += walkSection(walk) }
    if !plan.lines.isEmpty { lines += section(.lines, lineTable) }
    if !plan.schedule.isEmpty { lines += section(.schedule, scheduleLines) }
    if !plan.warnings.isEmpty { lines += section(.warnings, warningLines) }
    if !plan.assumptions.isEmpty { lines += section(.assumptions, assumptionLines) }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Head

  private var header: [String] {
    let title = "\(said(plan.title)) × \(plan.boards)"
    let place = "\(said(plan.market.name)) · \(plan.date) \(weekday)"
    let gap = max(2, width - title.cellWidth - place.cellWidth)
    var lines = [style.bold(title) + String(repeating: " ", count: gap) + place, style.rule(width)]
    if let notice = plan.market.sampleNotice {
      lines += said(notice).wrapped(toCells: width).map(style.warning)
    }
    lines += statusLine.wrapped(toCells: width)
    return lines
  }

  private var weekday: String {
    let english = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    let chinese = ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"]
    return (language == .english ? english : chinese)[plan.date.weekday]
  }

  private var statusLine: String {
    switch plan.status {
    case .optimal: return say("Proven optimal: no plan of this day costs less.", "已证明最优：当天没有更省的方案。")
    case .feasible:
      guard let bound = plan.bound, let gap = plan.gap else { return say("A valid plan.", "可行方案。") }
      let decidable = plan.decidableGap.map {
        say("; \($0.percent) % of what planning decides", "；占可优化部分 \($0.percent) %")
      }
      return say(
        "Proven: no plan of this day costs less than ¥\(bound); this one is within \(gap.percent) %\(decidable ?? "").",
        "已证明：当天任何方案不低于 ¥\(bound)；本方案差距不超过 \(gap.percent) %\(decidable ?? "")。")
    case .infeasible:
      return say("Not everything can be bought; below is the best partial plan.", "无法买齐；以下是最好的部分方案。")
    case .unknown: return say("Stopped before a plan was found.", "在找到方案之前已停止。")
    }
  }

  // MARK: Money

  private var costLines: [String] {
    var table = TextTable(
      [.init(title: "", alignment: .left), .init(title: "", alignment: .right), .init(title: "", alignment: .left)],
      indent: 2)
    let cost = plan.cost
    let seconds = plan.walks.reduce(0) { $0 + $1.finish.seconds(since: $1.start) }
    table.rows = [
      [say("goods", "货款"), "\(cost.goods)", ""],
      [say("time", "时间"), "\(cost.time)", say("\(minutes(seconds)) min away", "外出 \(minutes(seconds)) 分钟")],
      [say("fares", "交通运费"), "\(cost.fares)", ""],
      [say("risk", "风险"), "\(cost.risk)", say("expected loss, not cash", "预期损失，非现金")],
      [say("services", "加工服务"), "\(cost.services)", plan.services.map { said($0.name) }.joined(separator: ", ")],
      [style.bold(say("total", "合计")), style.bold("\(cost.total)"), "CNY"],
      [say("cash to carry", "应带现金"), "\(cost.cash)", ""],
    ]
    return table.lines(showsTitles: false).map { $0.cut(toCells: width + (style.usesColor ? 16 : 0)) }
  }

  private var baselineLines: [String] {
    guard !plan.baselines.isEmpty else { return [] }
    var table = TextTable(
      [
        .init(title: "", alignment: .left), .init(title: say("total", "合计"), alignment: .right),
        .init(title: say("more", "多出"), alignment: .right), .init(title: say("minutes", "分钟"), alignment: .right),
        .init(title: say("stalls", "档口"), alignment: .right),
      ], indent: 2)
    let seconds = plan.walks.reduce(0) { $0 + $1.finish.seconds(since: $1.start) }
    let stalls = Set(plan.walks.flatMap(\.visits).map(\.stall)).count
    table.rows = [[say("this plan", "本方案"), "\(plan.cost.total)", "", "\(minutes(seconds))", "\(stalls)"]]
    var notes: [String] = []
    for baseline in plan.baselines {
      let name =
        baseline.name == .cheapestOffers
        ? say("each line at its cheapest", "每行取最低价") : say("fewest stalls", "档口最少")
      let more = baseline.total.map { Amount($0.money - plan.cost.total.money) }
      table.rows.append([
        name + (baseline.note == nil ? "" : " *"), baseline.total.map { "\($0)" } ?? "–",
        more.map { ($0.money > .zero ? "+" : "") + "\($0)" } ?? "–", baseline.minutes.map(String.init) ?? "–",
        baseline.stalls.map(String.init) ?? "–",
      ])
      if let note = baseline.note { notes.append("  * \(said(note))") }
    }
    return table.lines() + notes.flatMap { $0.wrapped(toCells: width) }
  }

  // MARK: Below the walks

  private var lineTable: [String] {
    var table = TextTable(
      [
        .init(title: say("slots", "位号"), alignment: .left, limit: width > 90 ? 18 : 12),
        .init(title: say("part", "物料"), alignment: .left, limit: width > 90 ? 30 : 20),
        .init(title: say("need", "需求"), alignment: .right), .init(title: say("buy", "购买"), alignment: .right),
        .init(title: say("at", "单价"), alignment: .right), .init(title: say("amount", "金额"), alignment: .right),
        .init(title: say("stall", "档口"), alignment: .left, limit: 16),
      ], indent: 2)
    for line in plan.lines {
      for (index, buy) in line.buys.enumerated() {
        table.rows.append([
          index == 0 ? ReferenceList(line.slots).description : "", index == 0 ? line.mpn : "",
          index == 0 ? "\(line.need)" : "", "\(buy.quantity)", "\(buy.unitPrice)", "\(buy.amount)",
          buy.stall + (buy.isSample ? "°" : ""),
        ])
      }
    }
    let legend =
      plan.lines.flatMap(\.buys).contains(where: \.isSample)
      ? ["  " + say("° sample offer, made by a generator", "° 样例报价，由生成器产生")] : []
    return table.lines() + legend
  }

  private var scheduleLines: [String] {
    var table = TextTable(
      [.init(title: "", alignment: .left), .init(title: "", alignment: .left), .init(title: "", alignment: .left)],
      indent: 2)
    table.rows = plan.schedule.map { step in
      ["\(step.start.date) \(step.start.clock)", "→ \(step.finish.date) \(step.finish.clock)", said(step.name)]
    }
    return table.lines(showsTitles: false)
  }

  private var conflictLines: [String] {
    plan.conflict.flatMap { conflict in
      let what = conflict.slots.isEmpty ? "" : ReferenceList(conflict.slots).description + ": "
      return "  \(what)\(said(conflict.reason))".wrapped(toCells: width)
    }
  }

  private var warningLines: [String] {
    plan.warnings.flatMap { "  \(said($0.message)) [\($0.code)]".wrapped(toCells: width).map(style.warning) }
  }

  private var assumptionLines: [String] {
    let text = plan.assumptions.map { "\($0.name) = \($0.value)" }.joined(separator: " · ")
    return "  \(text)".wrapped(toCells: width)
  }

  // MARK: Words

  private func section(_ title: PageSection, _ body: [String]) -> [String] {
    body.isEmpty ? [] : ["", style.heading(title.said(in: language))] + body
  }

  private func walkSection(_ walk: PlanWalk) -> [String] {
    ["", style.heading(say("Walk of \(walk.buyer)", "\(walk.buyer) 的扫货路线"))] + WalkPage(self, plan, walk).lines()
  }

  func minutes(_ seconds: Int) -> Int { (seconds + 59) / 60 }
  func say(_ english: String, _ chinese: String) -> String { language == .english ? english : chinese }
  func said(_ text: LocalizedText) -> String { say(text.english, text.chinese) }
}
