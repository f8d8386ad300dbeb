internal import Base
internal import LinearProgramming

/// The optimizer's hot loops under work that depends on nothing but the number of rounds, so that their instructions can
/// be counted and kept as limits (`Scripts/kernels`).
///
/// Laying an instance down costs the same for any number of rounds: what a kernel costs is the difference of two counts.
package enum FixedWork: String, CaseIterable, Sendable {
  /// Cheapest insertions and removals on a walk of 60 stops among 400 markets.
  case insertion
  /// Toggles on the ledger of unlimited supply, half of them rolled back.
  case ledger
  /// The same on the ledger of limited supply.
  case limitedLedger = "limited-ledger"
  /// Covers with price breaks and minimum quantities, and what each market adds to them.
  case pricer
  /// 2-opt and Or-opt of a shuffled walk of 80 stops.
  case walk
  /// Subtour cuts of a point between three tours of 120 places.
  case flow
  /// Dual re-solves of a covering program after a change of bounds.
  case program
  /// Steps of the whole proof: linear programs, separation, pricing, branching.
  case proof

  private static let seed: UInt64 = 2026

  /// Does `rounds` rounds and returns a sum over what came out, which nothing else depends on.
  package func run(rounds: Int) -> Int64 {
    var random = Generator(seed: Self.seed, lane: 0)
    switch self {
    case .insertion: return Self.insert(PresolvedInstance(Self.purchaser(400, .unlimited, &random)), rounds, &random)
    case .ledger: return Self.toggle(PresolvedInstance(Self.purchaser(200, .unlimited, &random)), rounds, &random)
    case .limitedLedger: return Self.toggle(PresolvedInstance(Self.purchaser(200, .limited, &random)), rounds, &random)
    case .pricer: return Self.price(PresolvedInstance(Self.purchaser(80, .breaks, &random)), rounds, &random)
    case .walk: return Self.shorten(PresolvedInstance(Self.purchaser(80, .unlimited, &random)), rounds, &random)
    case .flow: return Self.cut(Relaxation(Self.purchaser(120, .limited, &random)), rounds, &random)
    case .program: return Self.resolve(rounds, &random)
    case .proof: return Self.prove(Relaxation(Self.purchaser(60, .limited, &random)), rounds)
    }
  }

  private enum Supply { case unlimited, limited, breaks }

  /// Markets on a square, fifty products that half of the markets sell.
  private static func purchaser(_ markets: Int, _ supply: Supply, _ random: inout Generator) -> Instance {
    var builder = InstanceBuilder()
    for _ in 0..<markets { builder.addMarket(windows: [.init(open: 0, close: 1)]) }
    for _ in 0..<50 {
      let product = builder.addProduct()
      let need = 10 + random.below(40)
      builder.addSlot([.init(product: Int32(product), amount: Int64(need))])
      for market in 0..<markets where random.below(2) == 0 {
        let price = Int64(100 + random.below(400))
        let most = supply == .unlimited ? need : 1 + random.below(need)
        var offer = Instance.Offer(market: Int32(market), stock: Int32(most))
        var breaks = [Instance.PriceBreak(from: 1, unitPrice: price)]
        if supply == .breaks {
          offer.stock += Int32(need / 2)
          offer.stockForBound = offer.stock
          offer.minimum = Int32(1 + random.below(5))
          breaks.append(.init(from: Int32(6 + random.below(10)), unitPrice: price * 9 / 10))
        }
        builder.addOffer(of: product, offer, breaks: breaks)
      }
    }
    builder.addBuyer(.init(ratePerHour: 0, earliest: 0, latest: 1))
    let points = (0..<(markets + 1)).map { _ in (random.below(1_000), random.below(1_000)) }
    let places = points + [points[markets]]
    let legs = places.flatMap { a in places.map { b in Int32(abs(a.0 - b.0) + abs(a.1 - b.1)) } }
    return builder.build(travelSeconds: [Int32](repeating: 0, count: legs.count), travelCost: legs).instance
  }

  private static func insert(_ problem: PresolvedInstance, _ rounds: Int, _ random: inout Generator) -> Int64 {
    let markets = problem.instance.marketCount
    var routes = Routes(problem)
    for market in 0..<60 {
      let spot = routes.insertion(of: market)
      routes.insert(market, buyer: spot.buyer, after: spot.position)
    }
    var sum: Int64 = 0
    for _ in 0..<rounds {
      let position = 1 + random.below(60)
      sum += routes.removalGain(0, position)
      routes.remove(routes.place(0, position))
      var best = (cost: Int64.max, market: 0)
      for market in 0..<markets where routes.owner[market] < 0 {
        // The cheapest alone would come back at once.
        let cost = routes.insertionCost(of: market) + Int64(random.below(200))
        if cost < best.cost { best = (cost, market) }
      }
      let spot = routes.insertion(of: best.market)
      routes.insert(best.market, buyer: spot.buyer, after: spot.position)
      sum += best.cost
    }
    return sum
  }

  private static func toggle(_ problem: PresolvedInstance, _ rounds: Int, _ random: inout Generator) -> Int64 {
    let markets = problem.instance.marketCount
    var ledger = SelectionCost(problem)
    for market in stride(from: 0, to: markets, by: 8) { ledger.toggle(market) }
    ledger.refresh()
    var sum: Int64 = 0
    for round in 0..<rounds {
      ledger.begin()
      for _ in 0..<3 { ledger.toggle(random.below(markets)) }
      ledger.refresh()
      sum &+= ledger.total &+ ledger.worth[random.below(markets)]
      if round % 2 == 0 { ledger.rollBack() } else { ledger.commit() }
    }
    return sum
  }

  private static func price(_ problem: PresolvedInstance, _ rounds: Int, _ random: inout Generator) -> Int64 {
    let demands = problem.demands
    let markets = problem.instance.marketCount
    var pricer = GeneralPricer(problem)
    var visited = [Bool](repeating: false, count: markets)
    var sum: Int64 = 0
    for _ in 0..<rounds {
      for market in 0..<markets { visited[market] = random.below(5) == 0 }
      for demand in 0..<demands.count where [.whole, .general].contains(demands.kind[demand]) {
        sum &+= pricer.price(demand, visited: visited)
        for entry in Int(demands.entryStart[demand])..<Int(demands.entryStart[demand + 1]) {
          sum &+= pricer.difference(entry, isVisited: visited[Int(demands.entryMarket[entry])])
        }
      }
    }
    return sum
  }

  private static func shorten(_ problem: PresolvedInstance, _ rounds: Int, _ random: inout Generator) -> Int64 {
    var routes = Routes(problem)
    var order = (0..<Int32(problem.instance.marketCount)).map { $0 }
    var sum: Int64 = 0
    for _ in 0..<rounds {
      order.shuffle(using: &random)
      routes.setRoute(0, order)
      sum += Int64(routes.shorten(0)) + routes.legCost()
    }
    return sum
  }

  private static func cut(_ relaxation: Relaxation, _ rounds: Int, _ random: inout Generator) -> Int64 {
    let count = relaxation.placeCount
    let model = ProofModel(relaxation, keep: [Bool](repeating: true, count: count))
    var subtours = SubtourCuts(model)
    var sum: Int64 = 0
    for _ in 0..<rounds {
      let tours = (0..<3).map { _ in
        FractionalPoint(model, tour: Array((1..<Int32(count)).shuffled(using: &random).prefix(count / 2)))
      }
      let point = tours[0].mixed(with: tours[1], share: 0.5, placeCount: count)
        .mixed(with: tours[2], share: 0.6, placeCount: count)
      // Doubled wishes make most of the flows run to their end.
      var strained = point
      for place in 1..<count { strained.visit[place] = min(1, 2 * point.visit[place]) }
      for set in subtours.sets(strained) { sum += Int64(set.count) }
    }
    return sum + subtours.takeWork()
  }

  private static func resolve(_ rounds: Int, _ random: inout Generator) -> Int64 {
    let (rows, columns) = (200, 400)
    var program = LinearProgram()
    var cover = LinearBatch()
    for _ in 0..<rows { cover.closeRow(lower: 1, upper: .infinity) }
    program.addRows(cover)
    var visits = LinearBatch()
    for _ in 0..<columns {
      for row in 0..<rows where random.below(20) == 0 { visits.append(row, Double(1 + random.below(4)) / 4) }
      visits.closeColumn(lower: 0, upper: 1, cost: Double(100 + random.below(400)))
    }
    program.addColumns(visits)
    var sum = program.solveDual() == .optimal ? program.objective : 0
    for _ in 0..<rounds {
      let column = random.below(columns)
      program.setBounds(ofColumn: column, lower: 1, upper: 1)
      if program.solveDual() == .optimal { sum += program.objective }
      program.setBounds(ofColumn: column, lower: 0, upper: random.below(4) == 0 ? 0 : 1)
      if program.solveDual() == .optimal { sum += program.objective }
    }
    return Int64(sum)
  }

  private static func prove(_ relaxation: Relaxation, _ rounds: Int) -> Int64 {
    var prover = Prover(relaxation)
    for _ in 0..<rounds { prover.advance(work: 1, cutoff: .max, tour: []) }
    return prover.bound + prover.statistics.work
  }
}
