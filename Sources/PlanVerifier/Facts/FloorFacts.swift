internal import Base
package import Market
internal import SourcingPlan

/// What the user's walks found on floors, weighed against the settings once more. `docs/model.md` has the formulas.
extension MarketFacts {
  /// Takes in the floors where one asks, and what walks found there.
  package mutating func addFloors(_ floors: [AskedFloor], _ settings: AskSettings?, answers: [FloorAnswer]) {
    asking = settings
    floorAnswers = settings?.weight == nil ? [] : answers
    for floor in floors {
      var place = floor.stall
      place.lineSeconds = minutes(on: place.id) * 60
      stalls[place.id] = place
      floorFamilies[place.id] = floor.families
    }
  }

  /// How often a floor was asked for lines of a kind, and how often such a line was there; nil where it never was.
  func asks(for kind: AskSettings.Kind, on floor: PlaceID) -> PlanEstimate.Learned? {
    var (asked, found) = (0, 0)
    for answer in floorAnswers where answer.floor == floor && answer.kind == kind {
      asked += 1
      if answer.isFound { found += 1 }
    }
    return asked == 0 ? nil : PlanEstimate.Learned(asked: asked, found: found)
  }

  /// In millionths; nil for what is no floor of a market where one asks.
  func chance(of kind: AskSettings.Kind, on floor: PlaceID) -> Int? {
    guard let asking, let (building, number) = floor.floor else { return nil }
    let whole = Int128(1_000_000)
    let setting = min(
      whole, Int128(asking.chances[kind] ?? 0) * Int128(asking.perMille(building: building, floor: number)))
    guard let asks = asks(for: kind, on: floor), let weight = asking.weight else { return Int(setting) }
    let sum = Int128(weight) * setting + Int128(asks.found) * whole
    return Int(Arithmetic.roundedHalfUp(sum, over: Int128(weight + asks.asked)))
  }

  /// Minutes of asking for a line on a floor.
  func minutes(on floor: PlaceID) -> Int {
    guard let asking else { return 0 }
    let usual = Int128(asking.lineSeconds)
    var (sum, count) = (Int128(0), Int128(0))
    for answer in floorAnswers where answer.floor == floor {
      guard let seconds = answer.seconds.map({ Int128($0) }), seconds * 4 >= usual, seconds <= usual * 4 else {
        continue
      }
      sum += seconds
      count += 1
    }
    guard count > 0, let weight = asking.weight.map({ Int128($0) }) else { return Int(usual / 60) }
    return Int(Arithmetic.roundedHalfUp(weight * usual + sum, over: 60 * (weight + count)))
  }

  /// The price of goods of a condition against the list price, in per mille.
  func factor(of condition: Condition) -> Int {
    guard let asking else { return 1_000 }
    let usual = Int128(asking.factors[condition] ?? 1_000)
    let seen = floorAnswers.compactMap { answer in
      answer.price?.condition == condition ? answer.price.map { Int128($0.perMille) } : nil
    }
    guard !seen.isEmpty, let weight = asking.weight.map({ Int128($0) }) else { return Int(usual) }
    // An odd price counts as a quarter of the setting, or as four times it.
    let sum = seen.reduce(weight * usual) { $0 + ($1 < usual / 4 ? usual / 4 : $1 > usual * 4 ? usual * 4 : $1) }
    let mean = Arithmetic.roundedHalfUp(sum, over: weight + Int128(seen.count))
    return min(Int(mean), AskSettings.factorRange.upperBound)
  }
}
