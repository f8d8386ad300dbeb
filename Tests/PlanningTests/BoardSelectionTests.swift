import Base
import BoardSpec
import Diagnostics
import Optimizer
import Selection
import TestSupport
import Testing

/// Validator and search work from one definition: held against enumeration of random small boards.
@Suite struct BoardSelectionTests {
  #if DEBUG
    private static let boards: UInt64 = 120
    private static let optimaAmong: UInt64 = 6
  #else
    private static let boards: UInt64 = 2_400
    private static let optimaAmong: UInt64 = 1
  #endif

  @Test func theSearchAcceptsWhatTheValidatorAcceptsAndFindsTheOptimum() throws {
    var possible = 0
    for seed in 0..<Self.boards {
      let made = RandomBoard(seed: seed)
      let ruled = RuledBoard(made.board, candidates: made.candidates)
      let selection = BoardSelection(ruled, options: made.candidates)
      var random = SeededGenerator(seed: seed &+ 1_000_000)
      let costs = made.candidates.map { $0.map { _ in Int64.random(in: 1...99, using: &random) } }
      var least: Int64?
      for choice in made.selections {
        let isValid = made.isValid(choice)
        #expect(selection.choices.allows(choice) == isValid, "seed \(seed), selection \(choice)")
        let breaches = RuleBook.breaches(on: ruled) { made.candidates[$0][choice[$0]] }
        #expect(breaches.isEmpty == isValid, "seed \(seed), selection \(choice): \(breaches)")
        if isValid { least = min(least ?? .max, Self.cost(choice, costs)) }
      }
      let found = selection.choices.cheapestSelection(costs: costs)
      #expect(found.map { Self.cost($0, costs) } == least, "seed \(seed)")
      #expect((selection.conflict() == nil) == (least != nil), "seed \(seed)")
      let sink = DiagnosticSink()
      BoardCheck.run(ruled, into: sink)
      #expect(sink.hasErrors == (least == nil), "seed \(seed): \(sink.diagnostics.map(\.message))")
      if least != nil { possible += 1 }
      if seed % Self.optimaAmong == 0 { expectOptimum(least, selection, costs, seed: seed) }
    }
    #expect(possible > Self.boards / 20 && possible < Self.boards * 19 / 20, "\(possible) of \(Self.boards)")
  }

  private static func cost(_ choice: [Int], _ costs: [[Int64]]) -> Int64 {
    zip(choice, costs).reduce(0) { $0 + $1.1[$1.0] }
  }

  /// The optimizer, buying at one market, pays what the cheapest allowed selection costs.
  private func expectOptimum(_ least: Int64?, _ selection: BoardSelection, _ costs: [[Int64]], seed: UInt64) {
    guard let least else { return }
    var builder = InstanceBuilder()
    builder.addMarket(windows: [.init(open: 0, close: 100)], setupSeconds: 0, lineSeconds: 0)
    for slot in costs {
      var options: [Instance.SlotOption] = []
      for cost in slot {
        let product = builder.addProduct(.init(), mass: 0, singleLot: false)
        builder.addOffer(of: product, .init(market: 0), breaks: [.init(from: 1, unitPrice: cost)])
        options.append(.init(product: Int32(product), amount: 1))
      }
      builder.addSlot(options)
    }
    builder.addBuyer(.init(ratePerHour: 0, earliest: 0, latest: 100))
    var day = builder.build(travelSeconds: .init(repeating: 0, count: 9), travelCost: []).instance
    day.choices = selection.choices
    let found = Solver(day, options: SolverOptions(seed: 1, workLimit: 1, proves: false)).run().solution
    #expect(found?.cost.total == least, "seed \(seed)")
    if let found { #expect(selection.choices.allows(found.selection.map { Int($0) }), "seed \(seed)") }
  }
}
