internal import Base
internal import BoardSpec
internal import CatalogStore
internal import Market
internal import Optimizer
internal import Selection
internal import SourcingPlan

extension DayModel {
  /// Whether every slot can be bought and some selection breaks no rule, as far as can be told without a search.
  var isOpen: Bool { unsourced.isEmpty && choices.search() != .impossible }
}

/// One variant of a board, with its day laid out for the search.
struct PreparedVariant {
  var run: PlanAssembler
  let filter: OfferFilter
  /// Whether every slot can be bought and some selection breaks no rule, as far as can be told without a search.
  let isOpen: Bool

  /// Every variant of the board, those first that services can make; one variant where the board leaves no choice. Throws
  /// `PlanningError` when services can make none, and `CatalogError`.
  static func all(
    of board: Board, catalog: Catalog, request: PlanRequest, inputs: PlanInputs
  ) throws -> (variants: [PreparedVariant], unserved: [PlanVariant]) {
    var variants: [PreparedVariant] = []
    var unserved: [PlanVariant] = []
    var refusal: PlanningError?
    for variant in board.everyVariant {
      do {
        variants.append(try PreparedVariant(variant, catalog: catalog, request: request, inputs: inputs))
      } catch let error as PlanningError {
        guard case .noService(let kind, _, _, _) = error else { throw error }
        refusal = refusal ?? error
        unserved.append(
          PlanVariant(
            fillings: variant.planFillings ?? [],
            reason: LocalizedText(
              english: "no `\(kind)` service takes the board", chinese: "没有承接该板的 `\(kind)` 服务")))
      }
    }
    if variants.isEmpty, let refusal { throw refusal }
    return (variants, unserved)
  }

  private init(_ board: Board, catalog: Catalog, request: PlanRequest, inputs: PlanInputs) throws {
    var problem = try PlanningProblem(board, catalog: catalog, request: request, inputs: inputs)
    let services = try ServicePlan(problem)
    let network = try MarketNetwork(problem, catalog: catalog)
    problem.keepFloors(reachableIn: network)
    filter = try network.filter(problem)
    let model = try DayModel(problem, filter: filter, travel: network.travelSeconds)
    run = PlanAssembler(problem: problem, services: services, model: model, network: network, request: request)
    isOpen = model.isOpen
  }

  /// A variant of a problem that is known.
  init(_ run: PlanAssembler) throws(PlanningError) {
    filter = try run.network.filter(run.problem)
    self.run = run
    isOpen = run.model.isOpen
  }

  /// The variant of a changed problem: everything that follows from it is made anew.
  func revised(
    _ change: (PlanningProblem) -> PlanningProblem = { $0 }, vacancy: DayModel.Vacancy = .none
  ) throws(PlanningError) -> PreparedVariant {
    var copy = run
    copy.problem = change(run.problem)
    let filter = try copy.network.filter(copy.problem)
    copy.model = try DayModel(copy.problem, filter: filter, travel: copy.network.travelSeconds, vacancy: vacancy)
    return try PreparedVariant(copy)
  }

  /// A variant that cannot be taken, with the first reason.
  var excluded: PlanVariant {
    let reporter = ConflictReporter(problem: run.problem, model: run.model)
    let conflict = (reporter.unsourced() + reporter.rules()).first
    let slots = conflict?.slots.joined(separator: ", ") ?? ""
    return PlanVariant(
      fillings: run.problem.order.board.planFillings ?? [],
      reason: conflict.map { conflict in
        LocalizedText(
          english: "\(slots): \(conflict.reason.english)", chinese: "\(slots)：\(conflict.reason.chinese)")
      })
  }

  /// A variant for which the search found nothing.
  var withoutPlan: PlanVariant {
    PlanVariant(
      fillings: run.problem.order.board.planFillings ?? [],
      reason: LocalizedText(english: "no plan was found within the day and the search", chinese: "当天与搜索限度内没有找到方案"))
  }
}

extension PlanVariant {
  /// What a plan says of its own variant.
  init(_ plan: PlanDocument) {
    let seconds = plan.walks.reduce(0) { $0 + $1.finish.seconds(since: $1.start) }
    self.init(
      fillings: plan.fillings ?? [], cost: plan.cost, bound: plan.bound, gap: plan.gap, minutes: (seconds + 59) / 60,
      stalls: plan.stalls.count, lines: plan.lines.count)
  }
}

extension Board {
  /// How the board's groups are filled, for the plan; nil where it has none.
  var planFillings: [PlanFilling]? {
    fillings.isEmpty
      ? nil : fillings.map { PlanFilling(group: $0.group, design: $0.design?.id, name: $0.design?.name) }
  }

  /// What no source backs of the designs taken and of what is spent once.
  var assumptions: [Assumption] {
    oneTimeCosts.filter(\.isAssumed).map {
      Assumption(name: "nre", value: "\(Amount($0.amount))", why: $0.purpose.english)
    }
      + designs.filter { $0.minimumSets > 1 }.map {
        Assumption(name: "\($0.id).minimum", value: "\($0.minimumSets)", why: "the least lot of its chipset")
      }
  }

  var planOneTimeCosts: [PlanOneTimeCost]? {
    oneTimeCosts.isEmpty
      ? nil
      : oneTimeCosts.map {
        PlanOneTimeCost(
          amount: Amount($0.amount), purpose: $0.purpose, isAssumed: $0.isAssumed, source: $0.source)
      }
  }
}
