internal import Base
internal import Market
internal import SourcingPlan

/// What the user's walks found on the floors of a market, weighed against its settings.
///
///     chance  = (weight × setting + found) / (weight + asked)          of that kind, on that floor; in millionths, half up
///     minutes = (weight × setting + minutes taken) / (weight + timed)  on that floor; half up
///     factor  = (weight × setting + prices / list) / (weight + priced) of that condition, in the whole market; in per mille, half up
///
/// A price counts as a quarter of the setting at least and as four times it at most, so that one odd price does not change all; a time
/// outside of that is a break, or several lines ticked at once, and does not count. The mean of a beta distribution whose prior is worth
/// `weight` observations, and the same for the others.
struct FloorExperience {
  let settings: AskSettings
  let answers: [FloorAnswer]

  init(_ settings: AskSettings, _ answers: [FloorAnswer]) {
    self.settings = settings
    // Without a weight nobody knows what an answer counts beside the settings.
    self.answers = settings.weight == nil ? [] : answers
  }

  /// The chance that a floor has a line, in millionths, and what it is learned from; nil there where it is the settings' own.
  func chance(_ kind: AskSettings.Kind, on floor: AskedFloor) -> (millionths: Int, learned: PlanEstimate.Learned?) {
    let setting = min(1_000_000, (settings.chances[kind] ?? 0) * floor.perMille)
    let own = answers.filter { $0.floor == floor.stall.id && $0.kind == kind }
    if own.isEmpty { return (setting, nil) }
    let found = own.count(where: \.isFound)
    return (
      mean(of: setting, and: found * 1_000_000, count: own.count), PlanEstimate.Learned(asked: own.count, found: found)
    )
  }

  /// Seconds of asking for a line on a floor: whole minutes where they are learned.
  func lineSeconds(on floor: AskedFloor) -> Int {
    let usual = settings.lineSeconds
    let taken = answers.filter { $0.floor == floor.stall.id }.compactMap(\.seconds).filter {
      usual <= 4 * $0 && $0 <= 4 * usual
    }
    if taken.isEmpty { return usual }
    let seconds = taken.reduce(0, +)
    return mean(of: usual, and: seconds, count: taken.count, unit: 60) * 60
  }

  /// The price of goods of a condition against the list price, in per mille.
  func factor(_ condition: Condition) -> Int {
    let usual = settings.factors[condition] ?? 1_000
    let prices = answers.compactMap(\.price).filter { $0.condition == condition }.map {
      min(max($0.perMille, usual / 4), 4 * usual)
    }
    if prices.isEmpty { return usual }
    return min(mean(of: usual, and: prices.reduce(0, +), count: prices.count), AskSettings.factorRange.upperBound)
  }

  /// `(weight × setting + sum) / (weight + count)` in units, half up.
  private func mean(of setting: Int, and sum: Int, count: Int, unit: Int = 1) -> Int {
    let weight = settings.weight ?? 0
    let divisor = (weight + count) * unit
    return (2 * (weight * setting + sum) + divisor) / (2 * divisor)
  }
}
