internal import Base
internal import Market
internal import Optimizer
internal import SourcingPlan

/// The answer where no variant of a board has a plan of the whole: whether that is proven, why, what would make a plan
/// possible as far as that is found, and a plan of what fits.
struct NoPlanReport {
  /// The variants that were searched; all of them where none could be.
  let variants: [PreparedVariant]
  /// How the search of each ended; empty where none was searched.
  let outcomes: [Outcome]
  let options: SolverOptions
  let verify: Planner.Verification

  init(
    _ variants: [PreparedVariant], _ outcomes: [Outcome], _ options: SolverOptions,
    _ verify: @escaping Planner.Verification
  ) {
    self.variants = variants
    self.outcomes = outcomes
    self.options = options
    self.verify = verify
  }

  func document() throws -> PlanDocument {
    let (variant, outcome) = nearest
    if options.cancellation?.isCancelled ?? false {
      return try variant.run.document(
        nil, outcome: outcome ?? Self.nothing, status: .unknown, baselines: [], conflict: [Self.interrupted])
    }
    let model = variant.run.model
    let uncovered = outcome?.uncoveredSlots ?? []
    let partial = try PartialPlanner(
      variant: variant, options: options, hasGaps: !variant.isOpen || !uncovered.isEmpty
    ).best()
    let reporter = ConflictReporter(problem: variant.run.problem, model: model)
    var conflict = reporter.unsourced() + reporter.rules()
    if let solution = partial.outcome.solution {
      conflict += reporter.leftOut(solution, of: partial.run.model, uncovered: uncovered)
    }
    conflict += try RemedySearch(variants: variants, options: options, verify: verify).conflicts()
    if conflict.isEmpty { conflict = [Self.notFound] }
    return try partial.run.document(
      partial.outcome.solution, outcome: partial.outcome, status: isProven ? .infeasible : .unknown, baselines: [],
      conflict: conflict)
  }

  /// Whether every variant is known to have no plan; a search that merely found none proves nothing.
  private var isProven: Bool {
    variants.indices.allSatisfy { index in
      !outcomes.indices.contains(index) || outcomes[index].status == .infeasible || variants[index].isAboveBudget
    }
  }

  /// The variant that lacks the fewest slots, the first of equal ones.
  private var nearest: (variant: PreparedVariant, outcome: Outcome?) {
    let lacking = variants.indices.map { index in
      variants[index].run.model.unsourced.count
        + (outcomes.indices.contains(index) ? outcomes[index].uncoveredSlots.count : 0)
    }
    let best = lacking.indices.min { (lacking[$0], $0) < (lacking[$1], $1) } ?? 0
    return (variants[best], outcomes.indices.contains(best) ? outcomes[best] : nil)
  }

  private static let nothing = Outcome(status: .unknown, solution: nil, bound: 0)

  private static let interrupted = Conflict(
    slots: [],
    reason: LocalizedText(
      english: "the search was interrupted before it found a plan; whether one exists is not known",
      chinese: "搜索在找到方案之前被中断；是否存在方案尚不可知"))

  private static let notFound = Conflict(
    slots: [],
    reason: LocalizedText(
      english: "no plan was found within the search's limit; whether one exists is not known",
      chinese: "在搜索限度内没有找到方案；是否存在方案尚不可知"))
}

extension PreparedVariant {
  /// What is paid for goods at least, whatever is bought where; nil where only an excerpt of the market was read.
  var leastPaid: Money? {
    run.problem.excerpt == nil
      ? Money(microYuan: LeastGoods(run.model.instance, countsRisk: false).total) : nil
  }

  /// Whether the goods alone cost more than the budget however they are bought.
  var isAboveBudget: Bool {
    run.problem.budget.flatMap { budget in leastPaid.map { $0 > budget } } ?? false
  }
}
