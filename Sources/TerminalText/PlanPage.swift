internal import Base
internal import Market
package import Phrases
package import SourcingPlan

/// The printed plan: a page that reads from the money to the walk to the lines.
///
/// From 60 to 120 cells wide; below 90 tables leave out what other parts of the page show as well. No line is wider than
/// the page.
package struct PlanPage: Sendable {
  let plan: PlanDocument
  let language: Language
  /// Cells of the page, at least 60.
  let width: Int
  let style: PageStyle
  /// Whether the build variants are set side by side, term by term.
  let explainsVariants: Bool

  /// Below it tables are set narrow.
  static let wide = 90

  package init(_ plan: PlanDocument, language: Language, width: Int, usesColor: Bool, explainsVariants: Bool = false) {
    self.plan = plan
    self.explainsVariants = explainsVariants
    self.language = language
    self.width = max(60, min(width, 120))
    style = PageStyle(usesColor: usesColor)
  }

  /// The whole page, ending in a line break. The same plan gives the same text.
  package func text() -> String {
    var lines = header
    lines += section(.cost, costLines)
    lines += section(.variants, variantLines)
    lines += section(.footing, footingLines)
    lines += section(.comparison, baselineLines)
    if !plan.conflict.isEmpty { lines += section(.conflict, conflictLines) }
    for walk in plan.walks { lines += section(.walk(of: walk.agent.text.plain), WalkPage(self, walk).lines()) }
    if !plan.lines.isEmpty { lines += section(.lines, lineTable) }
    lines += section(.askedFor, (plan.asked ?? []).flatMap(askedLines))
    lines += section(.onHand, (plan.onHand ?? []).flatMap { "  \($0.text.plain)".wrapped(toCells: width) })
    if !plan.schedule.isEmpty { lines += section(.schedule, scheduleLines) }
    if !plan.warnings.isEmpty { lines += section(.warnings, warningLines) }
    if !plan.assumptions.isEmpty { lines += section(.assumptions, assumptionLines) }
    lines += style.legend(language)
    return lines.map { $0.cut(toCells: width) }.joined(separator: "\n") + "\n"
  }

  // MARK: Head

  private var header: [String] {
    let title = "\(said(plan.title)) × \(plan.boards)"
    let place = "\(said(plan.marketNames)) · \(plan.date) \(PlanPhrase.weekday(plan.date.weekday)(language))"
    let gap = width - title.cellWidth - place.cellWidth
    var lines =
      gap >= 2
      ? [style.bold(title) + String(repeating: " ", count: gap) + place] : [style.bold(title), place]
    lines.append(style.rule(width))
    for notice in plan.sampleNotices { lines += said(notice).wrapped(toCells: width).map(style.warning) }
    lines += stateLines + missingLines
    let excerpt = plan.excerpt.map { say(.excerpt(stalls: $0.stalls, of: $0.ofStalls)).wrapped(toCells: width) }
    return lines + status(language).wrapped(toCells: width) + (excerpt ?? [])
  }

  /// How many lines are bought, on hand, and so on.
  private var stateLines: [String] {
    guard let counts = plan.notableStates else { return [] }
    let text = PlanPhrase.lineStates(
      onHand: counts[.onHand], bought: counts[.bought], askedFor: counts[.askedFor],
      toBeFoundOut: counts[.toBeFoundOut], leftOut: counts[.leftOut])
    return say(text).wrapped(toCells: width)
  }

  /// What the plan does not buy though the bill of materials asks for it.
  private var missingLines: [String] {
    var lines: [String] = []
    if let missing = plan.missing, !missing.isEmpty {
      lines += say(.notComplete(missing: missing.count, of: plan.bomLines)).wrapped(toCells: width)
      lines += missing.flatMap { "  \(said($0.text))".wrapped(toCells: width) }
    }
    if let asked = plan.asked, !asked.isEmpty { lines += say(.asked(asked.count)).wrapped(toCells: width) }
    return lines.map(style.warning)
  }

  private var status: PlanPhrase {
    switch plan.status {
    case .optimal: return .provenOptimal
    case .feasible:
      guard let bound = plan.bound, let gap = plan.gap else { return .valid }
      guard let decidable = plan.decidableGap else { return .provenWithin(bound: "\(bound)", percent: gap.percent) }
      return .provenWithinDecidable(bound: "\(bound)", percent: gap.percent, decidable: decidable.percent)
    case .infeasible: return .partial
    case .unknown: return .stopped
    }
  }

  // MARK: Money

  private var secondsAway: Int { plan.walks.reduce(0) { $0 + $1.finish.seconds(since: $1.start) } }

  private var costLines: [String] {
    var table = TextTable(
      [.init(title: "", alignment: .left), .init(title: "", alignment: .right), .init(title: "", alignment: .left)],
      indent: 2)
    table.rows = CostTerms.all.compactMap { term in
      plan.cost[term.id].map { [said(term.name), "\($0)", remark(on: term.id)] }
    }
    table.rows += [
      [style.bold(say(.total)), style.bold("\(plan.cost.total)"), "CNY"], [say(.cash), "\(plan.cost.cash)", ""],
    ]
    table.wrapLastColumn(within: width)
    return table.lines(showsTitles: false)
  }

  /// What the page adds to a term's amount.
  private func remark(on term: CostTermID) -> String {
    switch term {
    case .time: say(.away(minutes: minutes(secondsAway)))
    case .risk: say(.riskNote)
    case .asking: say(.askingNote)
    case .services: plan.services.map { said($0.name) }.joined(separator: ", ")
    case .oneTime: oneTimeReasons
    default: ""
    }
  }

  private var baselineLines: [String] {
    guard !plan.baselines.isEmpty else { return [] }
    var table = TextTable(
      [
        .init(title: "", alignment: .left), .init(title: say(.total), alignment: .right),
        .init(title: say(.more), alignment: .right), .init(title: say(.minutes), alignment: .right),
      ] + (width < Self.wide ? [] : [.init(title: say(.stalls), alignment: .right)]), indent: 2)
    let stalls = plan.stalls.count
    table.rows = [[say(.thisPlan), "\(plan.cost.total)", "", "\(minutes(secondsAway))", "\(stalls)"]]
    var notes: [String] = []
    for baseline in plan.baselines {
      let more = baseline.total.map { Amount($0.money - plan.cost.total.money) }
      table.rows.append([
        say(baseline.name == .cheapestOffers ? .cheapestOffers : .fewestStalls) + (baseline.note == nil ? "" : " *"),
        baseline.total.map { "\($0)" } ?? "–", more.map { ($0.money > .zero ? "+" : "") + "\($0)" } ?? "–",
        baseline.minutes.map(String.init) ?? "–", baseline.stalls.map(String.init) ?? "–",
      ])
      if let note = baseline.note { notes.append("  * \(said(note))") }
    }
    table.rows = table.rows.map { Array($0.prefix(table.columns.count)) }
    return table.lines(within: width) + notes.flatMap { $0.wrapped(toCells: width) }
  }

  // MARK: Below the walks

  private var lineTable: [String] {
    let isWide = width >= Self.wide
    var table = TextTable(
      (isWide ? [.init(title: say(.slots), alignment: .left, limit: 18)] : [])
        + [
          .init(title: say(.part), alignment: .left, limit: isWide ? 30 : 20),
          .init(title: say(.need), alignment: .right), .init(title: say(.buy), alignment: .right),
        ] + (isWide ? [.init(title: say(.each), alignment: .right)] : [])
        + [.init(title: say(.amount), alignment: .right), .init(title: say(.stall), alignment: .left, limit: 16)],
      indent: 2)
    for line in plan.lines {
      for (index, buy) in line.buys.enumerated() {
        let isFirst = index == 0
        table.rows.append(
          (isWide ? [isFirst ? ReferenceList(line.slots).description.plain : ""] : [])
            + [isFirst ? line.mpn.plain : "", isFirst ? "\(line.need)" : "", "\(buy.quantity)"]
            + (isWide ? ["\(buy.unitPrice)"] : []) + ["\(buy.amount)", buy.stall.text.plain + mark(of: buy)])
      }
    }
    let isSample = plan.lines.flatMap(\.buys).contains(where: \.isSample)
    let isStale = plan.lines.flatMap(\.buys).contains { $0.isStale == true }
    return table.lines() + (isSample ? ["  " + say(.sampleLegend)] : [])
      + (isStale ? ["  " + say(.staleLegend)] : [])
  }

  private func mark(of buy: PlanBuy) -> String { (buy.isSample ? "°" : "") + (buy.isStale == true ? "†" : "") }

  /// What is asked for, how, and what is done when nobody has it.
  private func askedLines(_ line: AskedLine) -> [String] {
    let hints = [line.asking(in: plan), line.otherwise(in: plan)].compactMap(\.self)
    return "  \(said(line.text))".wrapped(toCells: width)
      + hints.flatMap { said($0).wrapped(toCells: width - 6).map { "      " + $0 } }
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
      let what = conflict.slots.isEmpty ? "" : ReferenceList(conflict.slots).description.plain + ": "
      return "  \(what)\(said(conflict.reason))".wrapped(toCells: width)
    }
  }

  private var warningLines: [String] {
    plan.warnings.flatMap { "  \(said($0.message)) [\($0.code)]".wrapped(toCells: width).map(style.warning) }
  }

  private var assumptionLines: [String] {
    let text = plan.assumptions.map { "\($0.name) = \($0.value)" }.joined(separator: " · ")
    return "  \(text.plain)".wrapped(toCells: width)
  }

  // MARK: Words

  private func section(_ title: PlanPhrase, _ body: [String]) -> [String] {
    body.isEmpty ? [] : ["", style.heading(title(language))] + body
  }

  func minutes(_ seconds: Int) -> Int { (seconds + 59) / 60 }
  func say(_ phrase: PlanPhrase) -> String { phrase(language) }
  func said(_ text: LocalizedText) -> String { text(language).plain }
}

extension LocalizedText {
  var plain: LocalizedText { LocalizedText(english: english.plain, chinese: chinese.plain) }
}

extension String {
  /// Without what a terminal would obey or be confused by: control characters become blanks, marks that turn the direction
  /// of text are left out.
  var plain: String {
    guard unicodeScalars.contains(where: \.isUnruly) else { return self }
    return unicodeScalars.reduce(into: "") { result, scalar in
      if !scalar.isUnruly {
        result.unicodeScalars.append(scalar)
      } else if scalar.properties.generalCategory == .control {
        result += " "
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isUnruly: Bool {
    switch self {
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200E}", "\u{200F}", "\u{61C}", "\u{202A}"..."\u{202E}",
      "\u{2066}"..."\u{2069}", "\u{2028}", "\u{2029}":
      true
    default: false
    }
  }
}
