/// Mixed-integer rounding cuts on level rows, the sharpener for limited supply.
///
/// A level row `w + Σ supply_i y_i ≥ need` is first aggregated: of disjoint sets S, the members' terms become
/// `min(need, supply(S)) z_S` with `z_S = x(δ(S)) / 2`, a whole number in every tour. Visits near 1 are complemented. With a
/// divisor d and r = right mod d, r > 0,
///
///     w + Σ_j (⌊a_j / d⌋ r + min(a_j mod d, r)) v_j ≥ r ⌈right / d⌉
///
/// holds for whole v_j ≥ 0 (Nemhauser, Wolsey 1990; separation after Marchand, Wolsey 2001, doi:10.1287/opre.49.3.363.11211).
struct RoundingCuts: CutFamily {
  let model: ProofModel
  /// Least violation, as a share of the row's length.
  var tolerance = 0.01

  private struct Entry {
    /// A place, or −1 − set.
    var index: Int32
    var coefficient: Int64
    var value: Double
    var complemented = false
  }

  init(_ model: ProofModel) { self.model = model }

  func violated(at point: FractionalPoint, _ sets: inout VertexSetPool) -> [CutRow] {
    cuts(point, pool: Array(0..<Int32(sets.count)), sets: sets)
  }

  /// The most violated cut of each level, over the rows with and without aggregation by `sets`.
  func cuts(_ point: FractionalPoint, pool: [Int32], sets: VertexSetPool) -> [CutRow] {
    let half = pool.map { point.crossing(Int($0), sets) / 2 }
    var found: [CutRow] = []
    for level in 0..<model.levelCount {
      let need = model.levelNeed[level]
      if need < 2 { continue }
      let offers = model.offers(upToLevel: level)
      let plain = entries(offers, need, point)
      let value = plain.reduce(point.shortfall[level]) { $0 + Double($1.coefficient) * $1.value }
      if value > 1.5 * Double(need) { continue }
      if let cut = round(plain, level, point) { found.append(cut) }
      let grouped = aggregate(offers, need, point, pool, half, sets)
      if grouped.count < plain.count, let cut = round(grouped, level, point) { found.append(cut) }
    }
    return found
  }

  private func entries(_ offers: Range<Int>, _ need: Int64, _ point: FractionalPoint) -> [Entry] {
    offers.map {
      Entry(
        index: model.offerPlace[$0], coefficient: min(need, model.offerSupply[$0]),
        value: point.visit[Int(model.offerPlace[$0])])
    }
  }

  /// Replaces members of disjoint sets by their set, greedily by what that takes off the row at the point.
  private func aggregate(
    _ offers: Range<Int>, _ need: Int64, _ point: FractionalPoint, _ pool: [Int32], _ half: [Double],
    _ sets: VertexSetPool
  ) -> [Entry] {
    var left = entries(offers, need, point)
    var grouped: [Entry] = []
    var candidates: [(gain: Double, at: Int)] = []
    for (at, set) in pool.enumerated() where half[at] < 0.999 {
      let (supply, paid) = supply(left, Int(set), sets)
      let gain = paid - Double(min(need, supply)) * half[at]
      if gain > 1e-3 * Double(need) { candidates.append((gain, at)) }
    }
    candidates.sort { ($1.gain, $0.at) < ($0.gain, $1.at) }
    for (_, at) in candidates.prefix(12) {
      let set = Int(pool[at])
      let (supply, paid) = supply(left, set, sets)
      if paid - Double(min(need, supply)) * half[at] <= 1e-3 * Double(need) { continue }
      left.removeAll { sets.contains(set, Int($0.index)) }
      grouped.append(Entry(index: -1 - pool[at], coefficient: min(need, supply), value: half[at]))
    }
    return left + grouped
  }

  private func supply(_ entries: [Entry], _ set: Int, _ sets: VertexSetPool) -> (supply: Int64, paid: Double) {
    var supply: Int64 = 0
    var paid = 0.0
    for entry in entries where sets.contains(set, Int(entry.index)) {
      supply += entry.coefficient
      paid += Double(entry.coefficient) * entry.value
    }
    return (supply, paid)
  }

  /// The most violated rounding of a row over the divisors that its fractional terms suggest.
  private func round(_ row: [Entry], _ level: Int, _ point: FractionalPoint) -> CutRow? {
    var entries = row
    var right = model.levelNeed[level]
    for e in entries.indices where entries[e].index >= 0 && entries[e].value > 0.5 {
      entries[e].complemented = true
      right -= entries[e].coefficient
    }
    var divisors: Set<Int64> = []
    for entry in entries where entry.value > 1e-4 && entry.value < 1 - 1e-4 && entry.coefficient > 1 {
      divisors.insert(entry.coefficient)
      divisors.insert(entry.coefficient + 1)
    }
    var best: (depth: Double, divisor: Int64)?
    for divisor in divisors.sorted() {
      guard let (short, length) = violation(entries, right, divisor, point.shortfall[level]) else { continue }
      if short / length > best?.depth ?? tolerance { best = (short / length, divisor) }
    }
    return best.map { cut(entries, right, $0.divisor, level) }
  }

  private func rounded(_ coefficient: Int64, _ divisor: Int64, _ remainder: Int64) -> Int64 {
    let rest = modulo(coefficient, divisor)
    return (coefficient - rest) / divisor * remainder + min(rest, remainder)
  }

  private func modulo(_ value: Int64, _ divisor: Int64) -> Int64 {
    let rest = value % divisor
    return rest < 0 ? rest + divisor : rest
  }

  private func violation(
    _ entries: [Entry], _ right: Int64, _ divisor: Int64, _ shortfall: Double
  ) -> (short: Double, length: Double)? {
    let remainder = modulo(right, divisor)
    if remainder == 0 { return nil }
    var value = shortfall
    var length = 1.0
    for entry in entries {
      let factor = Double(
        rounded(entry.complemented ? -entry.coefficient : entry.coefficient, divisor, remainder))
      value += factor * (entry.complemented ? 1 - entry.value : entry.value)
      length += factor * factor
    }
    let ceiling = (right - remainder) / divisor + 1
    return (Double(remainder * ceiling) - value, length.squareRoot())
  }

  /// The cut with every term doubled, since a set's term is half its crossing edges.
  private func cut(_ entries: [Entry], _ right: Int64, _ divisor: Int64, _ level: Int) -> CutRow {
    let remainder = modulo(right, divisor)
    var row = CutRow(right: 2 * remainder * ((right - remainder) / divisor + 1))
    if model.levelStep[level] != .max { row.levels = [.init(index: Int32(level), coefficient: 2)] }
    for entry in entries {
      let factor = rounded(entry.complemented ? -entry.coefficient : entry.coefficient, divisor, remainder)
      if factor == 0 { continue }
      if entry.index < 0 {
        row.sets.append(.init(index: -1 - entry.index, coefficient: factor))
      } else if entry.complemented {
        row.places.append(.init(index: entry.index, coefficient: -2 * factor))
        row.right -= 2 * factor
      } else {
        row.places.append(.init(index: entry.index, coefficient: 2 * factor))
      }
    }
    return row
  }
}
