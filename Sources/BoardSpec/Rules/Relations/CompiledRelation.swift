internal import Base
internal import Diagnostics
internal import Electronics
internal import Selection

/// A relation worked out over the candidates of its slots.
struct CompiledRelation {
  let relation: Relation
  /// Whether some combination holds, is broken, or is unknown.
  private(set) var canHold = false
  private(set) var canBreak = false
  /// Slots whose candidates lack a fact, each with the parameter; in the order of the scope.
  private(set) var missing: [(slot: Int, parameter: String)] = []
  /// What is wrong with the first few combinations, as notes.
  private(set) var reasons: [String] = []
  private(set) var brokenCount = 0
  /// Of a sum that cannot hold: what each slot demands at least, the most first.
  private(set) var leastShares: [(slot: Int, least: Int64)] = []
  /// The same as a constraint on choices; nil where it never breaks, and for facts.
  private(set) var constraint: ChoiceConstraint?
  /// The message where nothing satisfies the relation.
  private(set) var claim: String

  /// Whether none of the combinations looked at satisfies the relation while there are too many to look at all.
  private(set) var isUndecided = false

  /// Combinations of classes that a table may have.
  static let tableLimit = 1 << 18
  private static let reasonLimit = 3

  /// `candidates` by slot, none empty for the relation's slots. O(combinations of classes of candidates), or O(candidates)
  /// for a sum.
  init(_ relation: Relation, candidates: [[Part]]) {
    self.relation = relation
    claim = relation.claim
    switch relation.form {
    case .fact(let judgement): take(judgement)
    case .table(let terms, let judge): compile(terms, judge, candidates)
    case .sum(let sum): compile(sum, candidates)
    }
  }

  private mutating func take(_ judgement: Judgement) {
    switch judgement {
    case .holds: canHold = true
    case .broken: canBreak = true
    case .unknown(let facts):
      canHold = true
      missing = facts.map { (-1, $0.parameter) }
    }
  }

  private mutating func compile(
    _ terms: [Relation.Term], _ judge: @escaping @Sendable ([Part]) -> Judgement, _ candidates: [[Part]]
  ) {
    let grouped = terms.map { PartClasses(candidates[$0.slot], reads: $0.reads) }
    let cells = grouped.reduce(1) { min(Self.tableLimit + 1, $0 * $1.representatives.count) }
    guard cells > 0 else {
      canHold = true
      return
    }
    guard cells <= Self.tableLimit else { return compile(terms, judge, grouped) }
    var allowed: [Bool] = []
    allowed.reserveCapacity(cells)
    var lacking: [MissingFact] = []
    var digits = [Int](repeating: 0, count: terms.count)
    for _ in 0..<cells {
      let parts = digits.indices.map { grouped[$0].representatives[digits[$0]] }
      switch judge(parts) {
      case .holds:
        canHold = true
        allowed.append(true)
      case .unknown(let facts):
        canHold = true
        for fact in facts where !lacking.contains(fact) { lacking.append(fact) }
        allowed.append(true)
      case .broken(let reason):
        canBreak = true
        brokenCount += 1
        if reasons.count < Self.reasonLimit, !reason.isEmpty { reasons.append(Self.sentence(parts, reason)) }
        allowed.append(false)
      }
      for position in stride(from: digits.count - 1, through: 0, by: -1) {
        digits[position] += 1
        if digits[position] < grouped[position].representatives.count { break }
        digits[position] = 0
      }
    }
    missing = lacking.map { (terms[$0.position].slot, $0.parameter) }
    if canBreak {
      constraint = .table(
        ChoiceTable(
          scope: terms.map(\.slot), classes: grouped.map(\.classes),
          classCounts: grouped.map(\.representatives.count), allowed: allowed))
    }
  }

  /// Too many combinations for a table: the relation stays as a rule, and some combinations, drawn by a fixed seed, say what it
  /// can be.
  private mutating func compile(
    _ terms: [Relation.Term], _ judge: @escaping @Sendable ([Part]) -> Judgement, _ grouped: [PartClasses]
  ) {
    let representatives = grouped.map(\.representatives)
    var random = SplitMix64(seed: 1)
    var lacking: [MissingFact] = []
    for drawn in 0..<Self.tableLimit where drawn < Self.sampleSize || !canHold {
      let parts = representatives.map { $0[random.below($0.count)] }
      switch judge(parts) {
      case .holds: canHold = true
      case .unknown(let facts):
        canHold = true
        for fact in facts where !lacking.contains(fact) { lacking.append(fact) }
      case .broken(let reason):
        canBreak = true
        brokenCount += 1
        if reasons.count < Self.reasonLimit, !reason.isEmpty { reasons.append(Self.sentence(parts, reason)) }
      }
    }
    missing = lacking.map { (terms[$0.position].slot, $0.parameter) }
    isUndecided = !canHold
    canHold = true
    constraint = .rule(
      ChoiceRule(
        scope: terms.map(\.slot), classes: grouped.map(\.classes), classCounts: representatives.map(\.count),
        allows: { digits in
          if case .broken = judge(digits.indices.map { representatives[$0][digits[$0]] }) { return false }
          return true
        }))
  }

  /// Combinations of a large relation that are always looked at.
  private static let sampleSize = 2_000

  private static func sentence(_ parts: [Part], _ reason: String) -> String {
    let names = parts.map { "`\($0.id.mpn)` (\($0.id.maker))" }
    return names.count == 1 ? "\(names[0]) \(reason)" : names.joined(separator: " with ") + ": \(reason)"
  }
}

extension CompiledRelation {
  /// More than any sum has, and far from overflow.
  private static let plenty: Int64 = 1 << 58

  private mutating func compile(_ sum: Relation.Sum, _ candidates: [[Part]]) {
    var terms: [Int: [Int64]] = [:]
    var leastDemand: Int64 = 0
    var mostDemand: Int64 = 0
    var leastSupply = sum.limit
    var mostSupply = sum.limit
    var shares: [(slot: Int, least: Int64)] = []
    func weights(_ share: Relation.Share, unknown: Int64, _ missing: inout [(slot: Int, parameter: String)]) -> [Int64]
    {
      candidates[share.term.slot].map { part in
        switch share.weigh(part) {
        case .known(let weight): return min(weight, Self.plenty)
        case .unknown(let parameter):
          if !missing.contains(where: { $0 == (share.term.slot, parameter) }) {
            missing.append((share.term.slot, parameter))
          }
          return unknown
        }
      }
    }
    for share in sum.demands {
      let weights = weights(share, unknown: 0, &missing)
      let least = weights.min() ?? 0
      leastDemand += least
      mostDemand += weights.max() ?? 0
      if least > 0 { shares.append((share.term.slot, least)) }
      terms[share.term.slot] = zip(weights, terms[share.term.slot] ?? weights.map { _ in 0 }).map { $0 + $1 }
    }
    for share in sum.supplies {
      let weights = weights(share, unknown: Self.plenty, &missing)
      leastSupply += weights.min() ?? 0
      mostSupply += weights.max() ?? 0
      terms[share.term.slot] = zip(weights, terms[share.term.slot] ?? weights.map { _ in 0 }).map { $1 - $0 }
    }
    canHold = leastDemand <= mostSupply
    canBreak = mostDemand > leastSupply
    if !canHold {
      claim = sum.claim(leastDemand, mostSupply)
      leastShares = shares.sorted { ($1.least, $0.slot) < ($0.least, $1.slot) }
    }
    guard canBreak else { return }
    constraint = .sum(
      ChoiceSum(
        terms: terms.keys.sorted().map { .init(variable: $0, weights: terms[$0] ?? []) }, limit: sum.limit))
  }
}
