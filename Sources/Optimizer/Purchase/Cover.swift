/// The cheapest way to buy a need of one product from a few offers: a branch and bound over quantities.
///
/// All-units discounts make an offer's cost piecewise linear with jumps down at the breaks. Where multiples are 1, an
/// optimal cover has at most one offer inside a piece; all others stand at an end of one, for otherwise pieces could be
/// moved from one to the other at no loss (Manerba and Mansini 2012, doi:10.1016/j.ejor.2012.04.001). So each offer is
/// tried at the ends of its pieces, and one, the filler, takes what is left. Where an offer has few quantities at all,
/// every one is tried, which is exact with multiples and rounding too.
struct Cover: ~Copyable {
  typealias Cost = Instance.Cost

  static let unreachable: Cost = .max / 4
  /// Quantities of one offer that are tried one by one.
  private static let fewQuantities = 24
  private static let nodeLimit = 4_000

  /// Candidates that a split can buy from, and their positions among all.
  private var offers: [Int32] = []
  private var positions: [Int] = []
  private var leastUnits: [Cost] = []
  private var suffixUnit: [Cost] = []
  private var suffixMost: [Int] = []
  private var trail: [Int32] = []
  private var bestTrail: [Int32] = []
  private var best: Cost = 0
  /// Nodes of the last branch and bound; 0 where a bound spared it.
  private(set) var nodes = 0

  init() {}

  /// Cost of the cheapest cover of `need` by `candidates`; `unreachable` when they cannot.
  ///
  /// Quantities are left in `quantity(of:)`, by position in `candidates`. Complexity: O(offers × pieces) where one
  /// offer is best and a bound shows it; otherwise exponential in the offers, cut off after 4,000 nodes with the best
  /// cover found.
  mutating func cost(
    need: Int, candidates: borrowing [Int32], singleLot: Bool, curves: borrowing OfferCurves
  ) -> Cost {
    best = Self.unreachable
    nodes = 0
    offers.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
    bestTrail.removeAll(keepingCapacity: true)
    for _ in 0..<candidates.count { bestTrail.append(0) }
    guard need > 0 else { return 0 }
    var leastUnit = Cost.max
    var leastFixed = Cost.max / 8
    var secondFixed = Cost.max / 8
    for index in 0..<candidates.count {
      let offer = Int(candidates[index])
      if !singleLot, let unit = curves.leastUnit(offer, below: need) {
        offers.append(candidates[index])
        positions.append(index)
        leastUnit = min(leastUnit, unit)
        let fixed = curves.fixed[offer]
        if fixed < leastFixed {
          (leastFixed, secondFixed) = (fixed, leastFixed)
        } else {
          secondFixed = min(secondFixed, fixed)
        }
      }
      if let single = curves.cheapest(offer, atLeast: need), single.cost < best {
        best = single.cost
        for other in 0..<candidates.count { bestTrail[other] = 0 }
        bestTrail[index] = Int32(single.quantity)
      }
    }
    if offers.count < 2 { return best }
    // A split pays two fixed parts and no unit below the least; each purchase may round down.
    let splitBound = Cost(need) * leastUnit + leastFixed + secondFixed - 2 * curves.loss
    if best <= splitBound { return best }
    branch(need: need, curves: curves)
    return best
  }

  /// Pieces bought from the candidate at `position` in the cover last computed.
  func quantity(at position: Int) -> Int { Int(bestTrail[position]) }

  private mutating func branch(need: Int, curves: borrowing OfferCurves) {
    let count = offers.count
    suffixUnit.removeAll(keepingCapacity: true)
    suffixMost.removeAll(keepingCapacity: true)
    trail.removeAll(keepingCapacity: true)
    leastUnits.removeAll(keepingCapacity: true)
    for _ in 0...count {
      leastUnits.append(.max / 8)
      suffixUnit.append(.max / 8)
      suffixMost.append(0)
      trail.append(0)
    }
    for index in stride(from: count - 1, through: 0, by: -1) {
      let offer = Int(offers[index])
      leastUnits[index] = curves.leastUnit(offer, below: need) ?? .max / 8
      suffixUnit[index] = min(suffixUnit[index + 1], leastUnits[index])
      suffixMost[index] = min(Int(Int32.max), suffixMost[index + 1] + curves.most(offer))
    }
    descend(0, left: need, paid: 0, filler: -1, curves: curves)
  }

  /// Tries the quantities of the offer at `index`; `filler` is the position that will take what is left, or −1.
  private mutating func descend(_ index: Int, left: Int, paid: Cost, filler: Int, curves: borrowing OfferCurves) {
    nodes += 1
    if left <= 0 {
      // A filler that has nothing to take is the same cover without it.
      if paid < best {
        best = paid
        keep(upTo: index)
        if filler >= 0 { bestTrail[positions[filler]] = 0 }
      }
      return
    }
    if index == offers.count {
      guard filler >= 0, let last = curves.cheapest(Int(offers[filler]), atLeast: left) else { return }
      if paid + last.cost < best {
        best = paid + last.cost
        keep(upTo: offers.count)
        bestTrail[positions[filler]] = Int32(last.quantity)
      }
      return
    }
    if nodes > Self.nodeLimit { return }
    var unit = suffixUnit[index]
    var most = suffixMost[index]
    if filler >= 0 {
      unit = min(unit, leastUnits[filler])
      most += curves.most(Int(offers[filler]))
    }
    if most < left || paid + Cost(left) * unit - Cost(offers.count) * curves.loss >= best { return }

    let offer = Int(offers[index])
    if filler < 0 {
      trail[index] = 0
      descend(index + 1, left: left, paid: paid, filler: index, curves: curves)
    }
    trail[index] = 0
    descend(index + 1, left: left, paid: paid, filler: filler, curves: curves)
    let step = Int(curves.multiple[offer])
    let total = min(curves.most(offer), left + step) / step
    for position in Int(curves.pieceStart[offer])..<Int(curves.pieceStart[offer + 1]) {
      let piece = curves.pieces[position]
      let low = Int(piece.low)
      let high = Int(piece.high)
      if total <= Self.fewQuantities {
        var quantity = low
        while quantity <= high && quantity < left + step {
          take(quantity, index, left, paid, filler, curves, piece)
          quantity += step
        }
      } else {
        take(low, index, left, paid, filler, curves, piece)
        if high != low && high < left { take(high, index, left, paid, filler, curves, piece) }
      }
    }
    trail[index] = 0
  }

  private mutating func take(
    _ quantity: Int, _ index: Int, _ left: Int, _ paid: Cost, _ filler: Int, _ curves: borrowing OfferCurves,
    _ piece: OfferCurves.Piece
  ) {
    let cost = paid + curves.cost(quantity, of: Int(offers[index]), in: piece)
    guard cost < best else { return }
    trail[index] = Int32(quantity)
    descend(index + 1, left: left - quantity, paid: cost, filler: filler, curves: curves)
  }

  /// Keeps the first `count` quantities of the trail as the best cover, and nothing of the other candidates.
  private mutating func keep(upTo count: Int) {
    for position in bestTrail.indices { bestTrail[position] = 0 }
    for index in 0..<count { bestTrail[positions[index]] = trail[index] }
  }
}
