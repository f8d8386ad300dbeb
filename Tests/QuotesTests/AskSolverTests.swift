import Base
import Quotes
import TestSupport
import Testing

/// The choice of asks against every choice there is.
struct AskSolverTests {
  private static func problem(seed: UInt64, lines: Int, sellers: Int) -> AskProblem {
    var random = SeededGenerator(seed: seed)
    return AskProblem(
      worth: (0..<lines).map { _ in Int64.random(in: 0...50_000_000, using: &random) },
      chance: (0..<lines).map { _ in
        (0..<sellers).map { _ in Bool.random(using: &random) ? Double(Int.random(in: 1...9, using: &random)) / 10 : 0 }
      }, linesPerSeller: (0..<sellers).map { _ in Int.random(in: 0...3, using: &random) },
      sellersPerLine: Int.random(in: 1...3, using: &random), messages: Int.random(in: 1...sellers, using: &random))
  }

  /// The most that any set of pairs saves: tries all of them.
  private static func most(_ problem: AskProblem) -> Double {
    let (lines, sellers) = (problem.worth.count, problem.linesPerSeller.count)
    var best = 0.0
    for set in 0..<(1 << (lines * sellers)) {
      var counts = Array(repeating: 0, count: sellers)
      var isAllowed = true
      var saving = 0.0
      for line in 0..<lines {
        var (missed, asked) = (1.0, 0)
        for seller in 0..<sellers where set >> (line * sellers + seller) & 1 == 1 {
          isAllowed = isAllowed && problem.chance[line][seller] > 0
          missed *= 1 - problem.chance[line][seller]
          counts[seller] += 1
          asked += 1
        }
        isAllowed = isAllowed && asked <= problem.sellersPerLine
        saving += Double(problem.worth[line]) / 1e6 * (1 - missed)
      }
      guard isAllowed, zip(counts, problem.linesPerSeller).allSatisfy({ $0 <= $1 }),
        counts.filter({ $0 > 0 }).count <= problem.messages
      else { continue }
      best = max(best, saving)
    }
    return best
  }

  @Test func choosesTheMostThatAnySetOfAsksSaves() {
    for seed in 0..<120 as Range<UInt64> {
      let problem = AskSolverTests.problem(seed: seed, lines: 3, sellers: 3)
      let choice = AskSolver.solve(problem)
      let most = AskSolverTests.most(problem)
      #expect(problem.allows(choice.asks), "seed \(seed)")
      #expect(abs(choice.saving - problem.saving(of: choice.asks)) < 1e-9, "seed \(seed)")
      #expect(abs(choice.saving - most) < 1e-6, "seed \(seed): \(choice.saving) of \(most)")
      #expect(
        choice.bound >= most - 1e-6 && choice.isProven, "seed \(seed): bound \(choice.bound), \(most) is possible")
    }
  }

  @Test func boundHoldsWhereTheSearchIsCutOff() {
    for seed in 0..<40 as Range<UInt64> {
      let problem = AskSolverTests.problem(seed: seed, lines: 3, sellers: 4)
      let choice = AskSolver.solve(problem, nodes: 1)
      #expect(problem.allows(choice.asks), "seed \(seed)")
      #expect(choice.bound >= AskSolverTests.most(problem) - 1e-6, "seed \(seed)")
    }
  }

  @Test func aBoardOfThirtyLinesIsProven() {
    var problem = AskSolverTests.problem(seed: 7, lines: 30, sellers: 6)
    problem.linesPerSeller = [10, 10, 8, 8, 6, 6]
    problem.sellersPerLine = 2
    problem.messages = 4
    let choice = AskSolver.solve(problem)
    #expect(problem.allows(choice.asks))
    #expect(choice.isProven, "\(choice.saving) of at most \(choice.bound)")
  }

  @Test func nobodyToAskSavesNothing() {
    let choice = AskSolver.solve(
      AskProblem(worth: [1], chance: [[]], linesPerSeller: [], sellersPerLine: 2, messages: 3))
    #expect(choice == AskChoice(asks: [[]], saving: 0, bound: 0))
  }
}
