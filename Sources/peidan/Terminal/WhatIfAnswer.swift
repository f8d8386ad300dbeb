import Base
import Foundation
import Market
import Phrases
import SourcingPlan
import TerminalText

/// What a plan would be under changes.
struct WhatIfAnswer: Encodable {
  /// The figures of a plan of the whole.
  struct Figures: Encodable {
    var total: Amount
    var bound: Amount?
    var gap: Share?
    var minutes: Int
    var stalls: Int
    /// When the last buyer is back; nil where nobody walks.
    var finish: LocalTime?

    /// Nil for a plan that does not buy everything that can be bought or asked for.
    init?(_ plan: PlanDocument) {
      guard plan.status == .optimal || plan.status == .feasible else { return nil }
      total = plan.cost.total
      (bound, gap) = (plan.bound, plan.gap)
      minutes = plan.minutesAway
      stalls = plan.stalls.count
      finish = plan.walks.map(\.finish).max()
    }
  }

  /// One change, or all of them together.
  struct Case: Encodable {
    /// As they were typed.
    var changes: [String]
    var status: PlanDocument.Status
    var figures: Figures?
    /// What it costs more than the plan; nil where either has no plan of the whole.
    var difference: Amount?
    /// Why there is no plan, and what would do.
    var conflict: [Conflict]
  }

  var schema = "peidan.what-if/1"
  var board: String
  var title: LocalizedText
  var boards: Int
  var date: LocalDate
  var plan: Figures?
  /// Each change alone, in the order given, then all together where there are several.
  var cases: [Case] = []
  /// Limits of each search.
  var seconds: Double?
  var work: Int?

  init(_ plan: PlanDocument, seconds: Double?, work: Int?) {
    board = plan.board
    title = plan.title
    boards = plan.boards
    date = plan.date
    self.plan = Figures(plan)
    self.seconds = seconds
    self.work = work
  }

  mutating func add(_ changes: [String], _ found: PlanDocument) {
    let figures = Figures(found)
    cases.append(
      Case(
        changes: changes, status: found.status, figures: figures,
        difference: figures.flatMap { found in plan.map { Amount(found.total.money - $0.total.money) } },
        conflict: found.conflict))
  }

  /// A change under which nothing could be planned at all.
  mutating func add(_ changes: [String], refused reason: String) {
    cases.append(
      Case(
        changes: changes, status: .infeasible, figures: nil, difference: nil,
        conflict: [Conflict(slots: [], reason: LocalizedText(english: reason, chinese: reason))]))
  }

  /// Whether each change has a plan.
  var hasEveryPlan: Bool { cases.allSatisfy { $0.figures != nil } }
}

extension WhatIfAnswer {
  func report(_ language: Language) -> Report {
    func say(_ phrase: WhatIfPhrase) -> String { phrase(language) }
    var report = Report(title: say(.title(board: title, boards: boards, date: "\(date)")))
    let titles: [WhatIfPhrase] = [.total, .difference, .minutes, .stalls, .back, .gap]
    let rows =
      [[say(.asPlanned)] + cells(plan, nil, language)]
      + cases.map { [name(of: $0, language)] + cells($0.figures, $0.difference, language) }
    let limit: WhatIfPhrase? = work.map { .worked($0) } ?? seconds.map { .searched(seconds: Self.text($0)) }
    report.add(
      "", [.table([""] + titles.map(say), rows: rows), .sentence(limit.map(say) ?? "")])
    for item in cases where item.figures == nil {
      report.add(
        say(.against(name(of: item, language))),
        item.conflict.map { conflict in
          let slots = conflict.slots.isEmpty ? "" : "\(ReferenceList(conflict.slots)): "
          return .sentence(slots + conflict.reason(language))
        })
    }
    return report
  }

  private func name(of item: Case, _ language: Language) -> String {
    item.changes.count > 1 ? WhatIfPhrase.together(language) : item.changes.first ?? ""
  }

  private func cells(_ figures: Figures?, _ difference: Amount?, _ language: Language) -> [String] {
    guard let figures else { return [WhatIfPhrase.noPlan(language), "", "", "", "", ""] }
    let sign = difference.map { $0.money > .zero ? "+" : "" } ?? ""
    return [
      "\(figures.total)", difference.map { sign + "\($0)" } ?? "", "\(figures.minutes)", "\(figures.stalls)",
      figures.finish?.clock ?? "", figures.gap?.percent ?? "",
    ]
  }

  /// Seconds with at most two digits behind the point.
  private static func text(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100).rounded())
    return DecimalText.text(Int64(hundredths), digits: 2, least: 0)
  }
}
