internal import Base
internal import Market
internal import Phrases
internal import SourcingPlan

/// The page as its template sees it: every value is ready to be shown.
struct SheetPage: PageValue {
  struct Row: PageValue {
    var label: PageWords
    var value: String
    var isStrong = false
  }

  struct Walk: PageValue {
    var buyer: String
    var name: String
    var heading: PageWords
    var start: String
    var finish: String
    var summary: PageWords
    var wallet: String
    var walletFen: Int64
    var goods: String
    var count: Int
    var progressName: String
    var origin: PageWords?
    var end: PageWords?
    var stops: [PageStop]
  }

  struct Step: PageValue {
    var name: PageWords
    var start: String
    var finish: String
  }

  struct Note: PageValue {
    var code: String
    var text: PageWords
  }

  struct Maps: PageValue {
    var samplePlaces: Bool
    var drawings: [PageDrawing]
  }

  /// A text that the script says.
  struct Message: PageValue {
    var name: String
    var text: String
  }

  /// A state of goods that a seller may name.
  struct Grade: PageValue {
    var name: String
    var text: String
  }

  struct Answer: PageValue {
    var chinese: String
    var english: String?
  }

  var htmlLanguage: String
  var digest: String
  var board: String
  var title: PageWords
  var pageTitle: String
  var date: String
  var boards: PageWords
  var market: PageWords
  var sampleNotice: PageWords?
  /// How many lines are in each state.
  var states: PageWords?
  /// That lines are not bought, and which.
  var missingHeading: PageWords?
  var missing: [PageWords]
  /// What is taken from stock.
  var handHeading: PageWords?
  var hand: [String]
  var contentsName: String
  var showName: String
  var nothing: Bool
  var costs: [Row]
  var proof: [Row]
  /// What is paid once, and for what.
  var once: [Row]
  /// What the prices rest on: a row for each way in which prices are known, then what is to be said of them.
  var footingHeading: PageWords?
  var footing: [Row]
  var footingNotes: [PageWords]
  var variantsHeading: PageWords?
  var variants: [Row]
  var walks: [Walk]
  var maps: Maps?
  var steps: [Step]
  var notesHeading: Bool
  var notes: [Note]
  var conflicts: [Note]
  var assumptionsHeading: Bool
  var assumptions: [Row]
  var hasAsks: Bool
  var conditions: [Grade]
  var answers: [Answer]
  var messages: [Message]
  var style = PageTemplate.style
  var script = PageTemplate.script
}

extension SheetPage {
  init(_ sheet: WalkSheet, digest: String) {
    let (plan, language) = (sheet.plan, sheet.language)
    func words(_ phrase: Phrase) -> PageWords { PageWords(phrase, language) }
    func words(_ text: LocalizedText) -> PageWords { PageWords(text, language) }
    let cost = plan.cost
    let terms = CostTerms.all.compactMap { term in cost[term.id].map { (term.name, $0) } }
    let fillings = (plan.fillings ?? []).map { filling in
      Row(
        label: words(LocalizedText(english: filling.group, chinese: filling.group)),
        value: filling.name.map { language($0) } ?? language(Phrase.discreteParts))
    }
    let steps = plan.schedule.map { step in
      Step(
        name: words(step.name), start: "\(step.start.date) \(step.start.clock)",
        finish: "\(step.finish.date) \(step.finish.clock)")
    }
    let messages: [(String, SheetPhrase)] = [
      ("saved", .recordSaved), ("read", .recordRead), ("unreadable", .recordUnreadable),
      ("other", .recordOfAnotherPlan),
    ]
    self.init(
      htmlLanguage: language == .english ? "en" : "zh-CN", digest: digest, board: plan.board, title: words(plan.title),
      pageTitle: "\(language(.walkSheet)) · \(language(plan.title))", date: "\(plan.date)",
      boards: words(.boardCount(plan.boards)), market: words(plan.marketNames),
      sampleNotice: plan.sampleNotices.joined.map(words), states: sheet.states.map(words),
      missingHeading: sheet.incomplete.map(words), missing: sheet.unbought.map { words($0.text) },
      handHeading: plan.onHand.map { _ in words(PlanPhrase.onHand.text) }, hand: (plan.onHand ?? []).map(\.text),
      contentsName: language(SheetPhrase.contents),
      showName: language(SheetPhrase.showCard), nothing: plan.walks.isEmpty,
      costs: [Row(label: words(.total), value: "¥\(cost.total)", isStrong: true)]
        + terms.map { Row(label: words($0.0), value: "¥\($0.1)") }
        + [Row(label: words(.cash), value: "¥\(cost.cash)", isStrong: true)] + fillings,
      proof: SheetPage.proof(of: plan, language),
      once: plan.oneTimeReasons.map { Row(label: words($0.purpose), value: language($0.value)) },
      footingHeading: sheet.footing.map { _ in words(PlanPhrase.footing.text) },
      footing: (sheet.footing?.rows ?? []).map { Row(label: words($0.kind.text), value: language($0.words)) },
      footingNotes: (sheet.footing?.sentences ?? []).map(words),
      variantsHeading: plan.ways.map { _ in words(PlanPhrase.variants.text) },
      variants: plan.namedVariants.map { Row(label: words($0.name), value: language($0.value), isStrong: $0.isPlan) },
      walks: plan.walks.indices.map { Walk($0, in: sheet) }, maps: Maps(sheet), steps: steps,
      notesHeading: !plan.warnings.isEmpty,
      notes: plan.warnings.map { Note(code: $0.code, text: words($0.message)) },
      conflicts: plan.conflict.map { Note(code: $0.slots.joined(separator: ", "), text: words($0.reason)) },
      assumptionsHeading: !plan.assumptions.isEmpty,
      assumptions: plan.assumptions.map {
        Row(label: words(LocalizedText(english: $0.name, chinese: $0.name)), value: "\($0.value) — \($0.why)")
      },
      hasAsks: plan.walks.flatMap(\.visits).contains { $0.asks != nil },
      conditions: Condition.allCases.map { Grade(name: $0.rawValue, text: language($0.text)) },
      answers: sheet.phrases.answers.map {
        Answer(chinese: $0.text.chinese, english: language == .chinese ? nil : $0.text.english)
      },
      messages: messages.map { Message(name: $0.0, text: language($0.1)) })
  }

  private static func proof(of plan: PlanDocument, _ language: Language) -> [Row] {
    var rows: [Row] = []
    if let bound = plan.bound { rows.append(Row(label: PageWords(.bound, language), value: "¥\(bound)")) }
    if let gap = plan.gap { rows.append(Row(label: PageWords(.gap, language), value: "\(gap.percent) %")) }
    return rows
  }
}

extension SheetPage.Walk {
  fileprivate init(_ index: Int, in sheet: WalkSheet) {
    let (walk, language) = (sheet.plan.walks[index], sheet.language)
    let minutes = (walk.finish.seconds(since: walk.start) + 59) / 60
    let stops = Phrase.stopCount(sheet.plan.stops(of: walk).count).text
    let time = Phrase.minuteCount(minutes).text
    let own = SheetStop.stops(of: walk, in: sheet.plan)
    let goods =
      own.flatMap(\.deals).reduce(Money.zero) { $0 + $1.buy.amount.money }
      + own.flatMap(\.asks).reduce(Money.zero) { $0 + ($1.estimate.amount?.money ?? .zero) }
    let ends = sheet.plan.ends(of: walk)
    self.init(
      buyer: walk.agent.text, name: "\(language(.walk)) \(walk.agent.text)", heading: PageWords(.buyer, language),
      start: walk.start.clock, finish: walk.finish.clock,
      summary: PageWords(
        LocalizedText(
          english: "\(stops.english), \(time.english)", chinese: "\(stops.chinese)，\(time.chinese)"), language),
      wallet: "¥\(walk.cash)", walletFen: walk.cash.fen, goods: "¥\(Amount(goods))",
      count: own.reduce(0) { $0 + $1.deals.count + $1.pickUps.count + $1.asks.count },
      progressName: language(SheetPhrase.doneOf),
      origin: ends.map { PageWords($0.from, language) }, end: ends.map { PageWords($0.to, language) },
      stops: own.map { PageStop($0, walk: index, in: sheet) })
  }
}

extension SheetPage.Maps {
  fileprivate init?(_ sheet: WalkSheet) {
    guard let map = sheet.plan.map else { return nil }
    let floors = map.floors.indices.map { PageDrawing(floor: $0, of: map, in: sheet) }
    self.init(
      samplePlaces: sheet.plan.walks.flatMap(\.visits).contains(where: \.isSample),
      drawings: [PageDrawing(streetOf: map, in: sheet)] + floors)
  }
}
