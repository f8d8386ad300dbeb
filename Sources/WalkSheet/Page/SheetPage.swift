internal import Market
internal import Phrases
internal import SourcingPlan

/// The page as its template sees it: every value is ready to be shown.
struct SheetPage {
  struct Row {
    var label: PageWords
    var value: String
    var isStrong = false
  }

  struct Walk {
    var buyer: String
    var heading: PageWords
    var start: String
    var finish: String
    var summary: PageWords
    var wallet: String
    var walletFen: Int64
    var walletLabel: PageWords
    var paidLabel: PageWords
    var remainingLabel: PageWords
    var stops: [PageStop]
  }

  struct Step {
    var name: PageWords
    var start: String
    var finish: String
  }

  struct Note {
    var code: String
    var text: PageWords
  }

  var htmlLanguage: String
  var digest: String
  var title: PageWords
  var pageTitle: String
  var date: String
  var boards: PageWords
  var market: PageWords
  var sampleLabel: PageWords
  var sampleNotice: PageWords?
  var nothing: PageWords?
  var costHeading: PageWords
  var costs: [Row]
  var riskNote: PageWords
  var proof: [Row]
  var walks: [Walk]
  var scheduleHeading: PageWords
  var steps: [Step]
  var notesHeading: PageWords?
  var notes: [Note]
  var conflictsHeading: PageWords?
  var conflicts: [Note]
  var assumptionsHeading: PageWords?
  var assumptions: [Row]
  var ticksKept: PageWords
  var ticksNotKept: PageWords
  var style = PageTemplate.style
  var script = PageTemplate.script
}

extension SheetPage {
  init(_ plan: PlanDocument, language: SheetLanguage, digest: String) {
    func words(_ phrase: Phrase) -> PageWords { PageWords(phrase, language) }
    func words(_ text: LocalizedText) -> PageWords { PageWords(text, language) }
    let cost = plan.cost
    let terms: [(Phrase, Amount)] = [
      (.goods, cost.goods), (.time, cost.time), (.fares, cost.fares), (.risk, cost.risk), (.services, cost.services),
    ]
    let steps = plan.schedule.map { step in
      Step(
        name: words(step.name), start: "\(step.start.date) \(step.start.clock)",
        finish: "\(step.finish.date) \(step.finish.clock)")
    }
    self.init(
      htmlLanguage: language == .chinese ? "zh-CN" : "en", digest: digest, title: words(plan.title),
      pageTitle: "\(language(.walkSheet)) · \(language(plan.title))", date: "\(plan.date)",
      boards: words(.boardCount(plan.boards)), market: words(plan.market.name), sampleLabel: words(.sample),
      sampleNotice: plan.market.sampleNotice.map(words), nothing: plan.walks.isEmpty ? words(.nothingToBuy) : nil,
      costHeading: words(.cost),
      costs: [Row(label: words(.total), value: "¥\(cost.total)", isStrong: true)]
        + terms.map { Row(label: words($0.0), value: "¥\($0.1)") }
        + [Row(label: words(.cash), value: "¥\(cost.cash)", isStrong: true)],
      riskNote: words(.riskIsExpected), proof: SheetPage.proof(of: plan, language),
      walks: plan.walks.map { Walk($0, in: plan, language) }, scheduleHeading: words(.schedule), steps: steps,
      notesHeading: plan.warnings.isEmpty ? nil : words(.warnings),
      notes: plan.warnings.map { Note(code: $0.code, text: words($0.message)) },
      conflictsHeading: plan.conflict.isEmpty ? nil : words(.conflicts),
      conflicts: plan.conflict.map { Note(code: $0.slots.joined(separator: ", "), text: words($0.reason)) },
      assumptionsHeading: plan.assumptions.isEmpty ? nil : words(.assumptions),
      assumptions: plan.assumptions.map {
        Row(label: words(LocalizedText(english: $0.name, chinese: $0.name)), value: "\($0.value) — \($0.why)")
      },
      ticksKept: words(.ticksKept), ticksNotKept: words(.ticksNotKept))
  }

  private static func proof(of plan: PlanDocument, _ language: SheetLanguage) -> [Row] {
    var rows: [Row] = []
    if let bound = plan.bound { rows.append(Row(label: PageWords(.bound, language), value: "¥\(bound)")) }
    if let gap = plan.gap { rows.append(Row(label: PageWords(.gap, language), value: "\(gap.percent) %")) }
    return rows
  }
}

extension SheetPage.Walk {
  fileprivate init(_ walk: PlanWalk, in plan: PlanDocument, _ language: SheetLanguage) {
    let minutes = (walk.finish.seconds(since: walk.start) + 59) / 60
    let stops = Phrase.stopCount(walk.visits.count).text
    let time = Phrase.minuteCount(minutes).text
    self.init(
      buyer: walk.buyer, heading: PageWords(.buyer, language), start: walk.start.clock, finish: walk.finish.clock,
      summary: PageWords(
        LocalizedText(
          english: "\(stops.english), \(time.english)", chinese: "\(stops.chinese)，\(time.chinese)"), language),
      wallet: "¥\(walk.cash)", walletFen: walk.cash.money.microYuan / Money.fen.microYuan,
      walletLabel: PageWords(.wallet, language), paidLabel: PageWords(.paid, language),
      remainingLabel: PageWords(.remaining, language),
      stops: SheetStop.stops(of: walk, in: plan).map { PageStop($0, in: plan, language) })
  }
}
