import Base
import Selection

@testable import Optimizer

/// Seeded market days of two to eight markets and one to five products, small enough to be solved by trying everything.
struct SmallDay {
  var instance: Instance
  var seed: UInt64

  init(seed: UInt64) {
    self.seed = seed
    var random = Generator(seed: seed, lane: 77)
    var builder = InstanceBuilder()
    let markets = 2 + random.below(7)
    let isTimed = random.below(3) > 0
    let hasHours = isTimed && random.below(2) == 0
    for _ in 0..<markets {
      var windows = [Instance.Window(open: 0, close: 200)]
      if hasHours {
        let open = Int32(random.below(25))
        windows = [.init(open: open, close: open + 12 + Int32(random.below(20)))]
        if random.below(2) == 0 {
          let again = windows[0].close + 1 + Int32(random.below(6))
          windows.append(.init(open: again, close: again + 10 + Int32(random.below(10))))
        }
      }
      builder.addMarket(
        windows: windows, setupSeconds: isTimed ? Int32(random.below(3)) : 0,
        lineSeconds: isTimed ? Int32(random.below(3)) : 0)
    }
    let products = 1 + random.below(5)
    let isLimited = random.below(2) == 0
    let hasBreaks = random.below(2) == 0
    // Goods that are left and picked up make the oracle's walks many: fewer at the largest sizes.
    let hasRunners = isTimed && random.below(markets > 6 ? 8 : 3) == 0
    for _ in 0..<products {
      let product = builder.addProduct(
        .init(attritionMinimum: Int32(random.below(2)), attritionPerMille: Int32(100 * random.below(3))),
        mass: Int64(random.below(4)), singleLot: random.below(6) == 0)
      for market in 0..<markets where random.below(3) > 0 {
        var breaks = [Instance.PriceBreak(from: 1, unitPrice: Int64(10 + random.below(40)))]
        if hasBreaks && random.below(2) == 0 {
          breaks.append(.init(from: Int32(2 + random.below(4)), unitPrice: Int64(5 + random.below(35))))
        }
        builder.addOffer(
          of: product,
          .init(
            market: Int32(market), minimum: hasBreaks ? Int32(1 + random.below(3)) : 1,
            multiple: hasBreaks ? Int32(1 + random.below(2)) : 1,
            stock: isLimited ? Int32(1 + random.below(6)) : Self.plenty,
            riskPerUnit: random.below(4) == 0 ? 3 : 0,
            readySeconds: hasRunners && random.below(2) == 0 ? Int32(1 + random.below(12)) : 0),
          breaks: breaks)
      }
    }
    let slots = 1 + random.below(products + 2)
    for _ in 0..<slots {
      var options: [Instance.SlotOption] = []
      for _ in 0..<(1 + random.below(3) / (slots > 5 ? 2 : 1)) {
        options.append(
          .init(
            product: Int32(random.below(products)), amount: Int64(1 + random.below(4)), cost: Int64(random.below(10))))
      }
      if random.below(5) == 0 { options.append(.init(product: -1, amount: 0, cost: Int64(60 + random.below(200)))) }
      builder.addSlot(options)
    }
    let buyers = isTimed && random.below(3) == 0 ? 2 : 1
    for _ in 0..<buyers {
      builder.addBuyer(
        .init(
          ratePerHour: isTimed ? Int64(3600 * (1 + random.below(4))) : 0, earliest: Int32(random.below(4)),
          latest: isTimed ? Int32(35 + 2 * markets + random.below(30)) : 200,
          loadLimit: random.below(markets > 6 ? 8 : 3) == 0 ? Int64(3 * slots + random.below(7 * slots)) : .max))
    }
    let points = (0..<(markets + 1)).map { _ in (random.below(7), random.below(7)) }
    let places = points + [random.below(4) == 0 ? (random.below(7), random.below(7)) : points[markets]]
    var matrix: [Int32] = []
    for origin in places {
      for place in places { matrix.append(Int32(abs(origin.0 - place.0) + abs(origin.1 - place.1))) }
    }
    let none = [Int32](repeating: 0, count: matrix.count)
    let hasFares = !isTimed || random.below(3) == 0
    instance =
      builder.build(
        travelSeconds: isTimed ? matrix : none, travelCost: hasFares ? matrix.map { $0 * 3 } : [],
        cashLimit: random.below(6) == 0 ? Int64(slots * (50 + random.below(120))) : .max,
        rounding: random.below(3) == 0 ? 10 : 1
      ).instance
    if random.below(2) == 0 { instance.choices = Self.choices(over: instance, &random) }
    var more = Generator(seed: seed, lane: 78)
    addDeliveries(&more)
    addDepots(points: points.count, &more)
    var last = Generator(seed: seed, lane: 79)
    chooseOrderer(&last)
  }

  /// Makes visits cost something, and some markets remote.
  private mutating func addDeliveries(_ random: inout Generator) {
    if random.below(3) == 0 {
      for market in 0..<instance.marketCount { instance.visitCost[market] = Int64(random.below(30)) }
    }
    guard random.below(4) == 0 else { return }
    let isAll = random.below(3) == 0
    for market in 0..<instance.marketCount where isAll || random.below(2) == 0 { instance.isRemote[market] = true }
  }

  /// The first buyer of least rate places orders, sometimes any buyer.
  private mutating func chooseOrderer(_ random: inout Generator) {
    let least = instance.buyers.map(\.ratePerHour).min()
    instance.orderer = instance.buyers.firstIndex { $0.ratePerHour == least } ?? 0
    if random.below(2) == 0 { instance.orderer = random.below(instance.buyerCount) }
  }

  /// Gives buyers of their own starts, ends, hours and rates.
  private mutating func addDepots(points: Int, _ random: inout Generator) {
    let markets = instance.marketCount
    guard random.below(4) == 0 else { return }
    let isTimed = instance.travelSeconds.contains { $0 > 0 }
    let extra = 1 + random.below(2)
    let (old, new) = (instance.placeCount, instance.placeCount + extra)
    func widened(_ matrix: [Int32], _ factor: Int32, _ far: [[Int32]]) -> [Int32] {
      (0..<new * new).map { cell in
        let (row, column) = cell.quotientAndRemainder(dividingBy: new)
        if row < old && column < old { return matrix[row * old + column] }
        return row == column ? 0 : far[max(row, column) - old][min(row, column) % old] * factor
      }
    }
    // Further depots lie by a market, a step or two off, so that ways by them are not shorter than others.
    let near = (0..<extra).map { _ in (market: random.below(markets), off: Int32(random.below(3))) }
    let base = instance.travelSeconds.contains { $0 > 0 } ? instance.travelSeconds : instance.travelCost
    guard !base.isEmpty else { return }
    let scale: Int32 = isTimed ? 1 : 3
    let far = near.map { depot in
      (0..<old).map { place in base[depot.market * old + place] / scale + depot.off }
    }
    if isTimed { instance.travelSeconds = widened(instance.travelSeconds, 1, far) }
    if !isTimed { instance.travelSeconds = .init(repeating: 0, count: new * new) }
    if !instance.travelCost.isEmpty { instance.travelCost = widened(instance.travelCost, 3, far) }
    instance.depotCount += extra
    for buyer in 0..<instance.buyerCount {
      instance.buyers[buyer].startDepot = Int32(random.below(instance.depotCount))
      instance.buyers[buyer].endDepot = Int32(random.below(instance.depotCount))
      guard isTimed && instance.buyerCount > 1 else { continue }
      instance.buyers[buyer].earliest += Int32(random.below(12))
      instance.buyers[buyer].latest += Int32(random.below(12))
      instance.buyers[buyer].ratePerHour = Int64(3600 * (1 + random.below(4)) + 100 * random.below(3))
    }
    instance.validate()
  }

  /// Stock that no need of a day comes up to.
  private static let plenty: Int32 = 60

  /// What an oracle must have seen in many days.
  static let allFeatures = [
    "limited supply", "unlimited supply", "breaks", "minimum", "multiple", "windows", "two buyers", "runner", "fares",
    "load limit", "cash limit", "alternatives", "shared product", "single lot", "choices",
    "two places to start and end", "visits that cost", "remote", "walked and remote", "own starts and ends",
    "eight markets", "five products",
  ]

  /// Those of `allFeatures` that the day has.
  var features: [String] {
    let offers = instance.offers
    let options = instance.options
    let chosen = options.map(\.product).filter { $0 >= 0 }
    let has: [String: Bool] = [
      "limited supply": offers.contains { $0.stock < Self.plenty },
      "unlimited supply": offers.contains { $0.stock == Self.plenty },
      "breaks": instance.breaks.count > offers.count, "minimum": offers.contains { $0.minimum > 1 },
      "multiple": offers.contains { $0.multiple > 1 },
      "windows": instance.windows.contains { $0.open > 0 }, "two buyers": instance.buyerCount == 2,
      "runner": offers.contains { $0.readySeconds > 0 }, "fares": instance.travelCost.contains { $0 > 0 },
      "load limit": instance.buyers.contains { $0.loadLimit < .max }, "cash limit": instance.cashLimit < .max,
      "alternatives": options.count > instance.slotCount, "shared product": Set(chosen).count < chosen.count,
      "single lot": instance.singleLot.contains(true), "choices": instance.choices != nil,
      "two places to start and end": (0..<instance.marketCount).contains {
        instance.seconds(from: $0, to: instance.endPlace(of: 0))
          != instance.seconds(from: instance.startPlace(of: 0), to: $0)
          || instance.fare(from: $0, to: instance.endPlace(of: 0))
            != instance.fare(from: instance.startPlace(of: 0), to: $0)
      },
      "visits that cost": instance.visitCost.contains { $0 > 0 }, "remote": instance.isRemote.contains(true),
      "walked and remote": Set(instance.isRemote).count == 2, "own starts and ends": instance.depotCount > 2,
      "eight markets": instance.marketCount == 8, "five products": instance.productCount == 5,
    ]
    return Self.allFeatures.filter { has[$0] ?? false }
  }

  /// Random tables and sums over the options of two or more slots; nil where fewer have a choice.
  private static func choices(over instance: Instance, _ random: inout Generator) -> ChoiceModel? {
    let counts = (0..<instance.slotCount).map { instance.optionRange(of: $0).count }
    let open = counts.indices.filter { counts[$0] > 1 }
    guard open.count > 1 else { return nil }
    var constraints: [ChoiceConstraint] = []
    for _ in 0..<(1 + random.below(2)) {
      let first = open[random.below(open.count)]
      let second = open.filter { $0 != first }[random.below(open.count - 1)]
      if random.below(2) == 0 {
        constraints.append(
          .table(
            ChoiceTable(
              scope: [first, second], classes: [first, second].map { (0..<Int32(counts[$0])).map { $0 } },
              classCounts: [counts[first], counts[second]],
              allowed: (0..<(counts[first] * counts[second])).map { _ in random.below(3) > 0 })))
      } else {
        let terms = open.map { slot in
          ChoiceSum.Term(variable: slot, weights: (0..<counts[slot]).map { _ in Int64(random.below(9)) - 2 })
        }
        constraints.append(.sum(ChoiceSum(terms: terms, limit: Int64(random.below(10)))))
      }
    }
    return ChoiceModel(optionCounts: counts, constraints: constraints)
  }
}
