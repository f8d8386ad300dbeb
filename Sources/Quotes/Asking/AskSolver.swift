internal import LinearProgramming

/// Solves an `AskProblem` by branch and bound over a linear program of whole sets: a column for each set of sellers that a line may be
/// asked of, of which each line takes one.
///
/// The program over sets bounds better than one over pairs, since the value of a set is exact in it. A fractional solution is branched on a
/// seller's message, then on a pair of line and seller. Columns: lines × sets of at most `sellersPerLine` of a line's sellers, of whom at most
/// the `pool` likeliest are looked at; a line with more leaves the rest to its bound.
package struct AskSolver: ~Copyable {
  /// Nodes after which the best choice so far is given, with the bound of what is left.
  package static let usualNodes = 2_000
  private static let pool = 12
  private static let tolerance = 1e-7

  private struct Column {
    var line: Int
    var sellers: [Int]
    var saving: Double
  }

  /// What a node of the search has decided.
  private enum Decision {
    case message(Int, Bool)
    case pair(line: Int, seller: Int, Bool)
  }

  private let problem: AskProblem
  private var columns: [Column] = []
  /// For each line, its columns.
  private var ranges: [Range<Int>] = []
  private var program = LinearProgram()
  private var best: AskChoice
  /// What lines could save with sellers that the pool leaves out, beyond the program's own.
  private var slack = 0.0

  /// The best choice, within `nodes` of search.
  package static func solve(_ problem: AskProblem, nodes: Int = usualNodes) -> AskChoice {
    if problem.worth.isEmpty || problem.linesPerSeller.isEmpty {
      return AskChoice(asks: problem.worth.map { _ in [] }, saving: 0, bound: 0)
    }
    var solver = AskSolver(problem)
    solver.search(nodes)
    return solver.best
  }

  private init(_ problem: AskProblem) {
    self.problem = problem
    let start = AskSolver.greedy(problem)
    best = AskChoice(asks: start, saving: problem.saving(of: start), bound: .infinity)
    for line in problem.worth.indices {
      let all = problem.linesPerSeller.indices.filter { problem.chance[line][$0] > 0 }
        .sorted { (problem.chance[line][$1], $0) < (problem.chance[line][$0], $1) }
      let sellers = Array(all.prefix(AskSolver.pool)).sorted()
      let first = columns.count
      for set in AskSolver.sets(of: sellers, atMost: problem.sellersPerLine) {
        columns.append(Column(line: line, sellers: set, saving: problem.saving(of: line, asking: set)))
      }
      ranges.append(first..<columns.count)
      // A seller beyond the pool is no likelier than the last one in it, so a line gains at most what the likeliest in the pool save.
      if all.count > sellers.count {
        slack += problem.saving(of: line, asking: all.prefix(problem.sellersPerLine))
      }
    }
    build()
  }

  /// Sets of at most `count` items, the empty one first.
  private static func sets(of items: [Int], atMost count: Int) -> [[Int]] {
    var sets: [[Int]] = [[]]
    var last: [[Int]] = [[]]
    for _ in 0..<min(count, items.count) {
      last = last.flatMap { set in items.filter { $0 > set.last ?? -1 }.map { set + [$0] } }
      sets += last
    }
    return sets
  }

  /// The ask that adds most, one after the other.
  private static func greedy(_ problem: AskProblem) -> [[Int]] {
    var asks: [[Int]] = problem.worth.map { _ in [] }
    var left = problem.linesPerSeller
    var used: Set<Int> = []
    while true {
      var found: (gain: Double, line: Int, seller: Int)?
      for line in asks.indices where asks[line].count < problem.sellersPerLine {
        let now = problem.saving(of: line, asking: asks[line])
        for seller in left.indices
        where left[seller] > 0 && problem.chance[line][seller] > 0 && !asks[line].contains(seller) {
          if !used.contains(seller), used.count >= problem.messages { continue }
          let gain = problem.saving(of: line, asking: asks[line] + [seller]) - now
          if gain > found?.gain ?? 0 { found = (gain, line, seller) }
        }
      }
      guard let found else { return asks.map { $0.sorted() } }
      asks[found.line].append(found.seller)
      left[found.seller] -= 1
      used.insert(found.seller)
    }
  }

  // MARK: The program

  private var sellerCount: Int { problem.linesPerSeller.count }

  /// Rows: a set for each line; each seller's cap, none without a message; the number of messages; a pair only with its message.
  private mutating func build() {
    var batch = LinearBatch()
    for _ in ranges { batch.closeRow(lower: 1, upper: 1) }
    for _ in 0..<sellerCount { batch.closeRow(lower: -.infinity, upper: 0) }
    batch.closeRow(lower: -.infinity, upper: Double(problem.messages))
    for _ in 0..<(ranges.count * sellerCount) { batch.closeRow(lower: -.infinity, upper: 0) }
    program.addRows(batch)
    let (caps, messages) = (ranges.count, ranges.count + sellerCount)
    var all = LinearBatch()
    for column in columns {
      all.append(column.line, 1)
      for seller in column.sellers { all.append(caps + seller, 1) }
      for seller in column.sellers { all.append(messages + 1 + column.line * sellerCount + seller, 1) }
      all.closeColumn(lower: 0, upper: 1, cost: -column.saving)
    }
    for seller in 0..<sellerCount {
      all.append(caps + seller, -Double(problem.linesPerSeller[seller]))
      all.append(messages, 1)
      for line in ranges.indices { all.append(messages + 1 + line * sellerCount + seller, -1) }
      all.closeColumn(lower: 0, upper: 1, cost: 0)
    }
    program.addColumns(all)
  }

  private mutating func fix(_ decisions: [Decision]) {
    var isOpen = Array(repeating: true, count: columns.count)
    var messages: [(Double, Double)] = Array(repeating: (0, 1), count: sellerCount)
    for decision in decisions {
      switch decision {
      case .message(let seller, let isSent): messages[seller] = isSent ? (1, 1) : (0, 0)
      case .pair(let line, let seller, let isAsked):
        for index in ranges[line] where columns[index].sellers.contains(seller) != isAsked { isOpen[index] = false }
      }
    }
    for index in columns.indices { program.setBounds(ofColumn: index, lower: 0, upper: isOpen[index] ? 1 : 0) }
    for seller in 0..<sellerCount {
      program.setBounds(ofColumn: columns.count + seller, lower: messages[seller].0, upper: messages[seller].1)
    }
  }

  // MARK: Search

  private mutating func search(_ nodes: Int) {
    // Depth first; each node with the bound of its parent.
    var open: [(bound: Double, decisions: [Decision])] = [(.infinity, [])]
    var (count, closed) = (0, best.saving)
    var values: [Double] = []
    while let node = open.popLast() {
      if node.bound <= best.saving + AskSolver.tolerance { continue }
      if count >= nodes {
        closed = max(closed, node.bound, open.map(\.bound).max() ?? 0)
        break
      }
      count += 1
      fix(node.decisions)
      guard program.solveDual() == .optimal else { continue }
      let bound = min(node.bound, -program.objective)
      if count == 1 { rootBound = bound }
      if bound <= best.saving + AskSolver.tolerance { continue }
      program.copyValues(into: &values)
      guard let branch = branch(values) else {
        take(values)
        closed = max(closed, best.saving)
        continue
      }
      open.append((bound, node.decisions + [branch.1]))
      open.append((bound, node.decisions + [branch.0]))
    }
    best.bound = max(best.saving, min(closed, rootBound) + slack)
  }

  private var rootBound = Double.infinity

  /// What to decide next, the likelier way first; nil where nothing is fractional.
  private func branch(_ values: [Double]) -> (Decision, Decision)? {
    func isFractional(_ value: Double) -> Bool { abs(value - value.rounded()) > 1e-6 }
    let sent = (0..<sellerCount).map { values[columns.count + $0] }
    if let seller = sent.indices.filter({ isFractional(sent[$0]) }).min(by: {
      abs(sent[$0] - 0.5) < abs(sent[$1] - 0.5)
    }) {
      return (.message(seller, sent[seller] > 0.5), .message(seller, sent[seller] <= 0.5))
    }
    for line in ranges.indices {
      var shares = Array(repeating: 0.0, count: sellerCount)
      for index in ranges[line] where values[index] > 1e-9 {
        for seller in columns[index].sellers { shares[seller] += values[index] }
      }
      if let seller = shares.indices.first(where: { isFractional(shares[$0]) }) {
        let isAsked = shares[seller] > 0.5
        return (.pair(line: line, seller: seller, isAsked), .pair(line: line, seller: seller, !isAsked))
      }
    }
    return nil
  }

  private mutating func take(_ values: [Double]) {
    let asks = ranges.map { range in range.first { values[$0] > 0.5 }.map { columns[$0].sellers } ?? [] }
    let saving = problem.saving(of: asks)
    if problem.allows(asks), saving > best.saving { best = AskChoice(asks: asks, saving: saving, bound: best.bound) }
  }
}
