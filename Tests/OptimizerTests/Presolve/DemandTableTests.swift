import Testing

@testable import Optimizer

@Suite struct DemandTableTests {
  @Test func entriesOfADemandRiseInCostAndMarketsKnowTheirs() {
    var kinds: Set<DemandTable.Kind> = []
    for seed in 1...600 as ClosedRange<UInt64> {
      let instance = SmallDay(seed: seed).instance
      let demands = PresolvedInstance(instance).demands
      var listed = [Int](repeating: 0, count: demands.entryMarket.count)
      for market in 0..<instance.marketCount {
        for index in Int(demands.marketStart[market])..<Int(demands.marketStart[market + 1]) {
          let entry = Int(demands.marketEntries[index])
          listed[entry] += 1
          #expect(Int(demands.entryMarket[entry]) == market, "seed \(seed)")
        }
      }
      #expect(listed.allSatisfy { $0 == 1 }, "seed \(seed)")
      for demand in 0..<demands.count {
        kinds.insert(demands.kind[demand])
        let range = Int(demands.entryStart[demand])..<Int(demands.entryStart[demand + 1])
        #expect(range.allSatisfy { Int(demands.entryDemand[$0]) == demand }, "seed \(seed)")
        #expect(Set(demands.entryMarket[range]).count == range.count, "one entry a market, seed \(seed)")
        let keys = range.map { entry in
          demands.kind[demand] == .whole
            ? min(demands.entryCost[entry], demands.entryFloor[entry]) : demands.entryCost[entry]
        }
        #expect(keys == keys.sorted(), "seed \(seed)")
        for entry in range where demands.entryOffer[entry] >= 0 {
          #expect(
            instance.offers[Int(demands.entryOffer[entry])].market == demands.entryMarket[entry], "seed \(seed)")
        }
      }
    }
    #expect(kinds == [.best, .level, .whole, .general])
  }

  @Test func everySlotBelongsToOneDemandOrNone() {
    for seed in 1...300 as ClosedRange<UInt64> {
      let instance = SmallDay(seed: seed).instance
      let demands = PresolvedInstance(instance).demands
      var owner = [Int32](repeating: -1, count: instance.slotCount)
      for demand in 0..<demands.count {
        for slot in demands.slots[demand] {
          #expect(owner[slot] == -1, "slot \(slot), seed \(seed)")
          owner[slot] = Int32(demand)
        }
      }
      #expect(owner == demands.demandOfSlot, "seed \(seed)")
    }
  }
}
