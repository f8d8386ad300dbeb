import Base
import CatalogStore
import Market
import Quotes
import SourcingPlan

/// What one answer would be worth most to a plan, by the rule of `ask`.
struct BestAnswer {
  let catalog: Catalog
  let common: CommonOptions

  /// Nil where the plan has nothing to ask about. What was asked and answered before the plan's day counts; a file of sellers that cannot
  /// be read is reported, and nobody is named.
  func answer(to plan: PlanDocument) throws -> PlanAnswer? {
    var asked = try AskLines(catalog)
    try asked.add(plan)
    let store = QuoteStore(catalog: catalog)
    let sellers = store.hasSellers ? (try? store.sellers(common).sellers) ?? [] : []
    let chance =
      sellers.isEmpty ? nil : AskChance(log: try store.asks(), ledgers: try store.ledgers(), today: plan.date)
    var best: (expected: Double, line: AskLine, seller: Seller?)?
    for line in asked.lines where line.worth > 0 {
      let known = sellers.map { ($0, chance?.of($0, mpn: line.mpn, family: line.family) ?? 0) }.filter { $0.1 > 0 }
      let likeliest = known.max { ($0.1, $1.0.id) < ($1.1, $0.0.id) }
      // Where no seller of the user's own is to be asked, one unknown is as good as another.
      let expected = Double(line.worth) * (likeliest?.1 ?? AskChance.ofUnknown)
      if best.map({ expected > $0.expected }) ?? true { best = (expected, line, likeliest?.0) }
    }
    guard let best else { return nil }
    return PlanAnswer(
      mpn: best.line.mpn, maker: best.line.maker.isEmpty ? nil : best.line.maker,
      worth: Amount(Money(microYuan: best.line.worth).roundedToFen),
      seller: best.seller.map { PlanAnswer.Seller(id: $0.id, name: $0.name) },
      floor: try floor(selling: best.line.family, plan))
  }

  /// A floor of the day's market that sells a family of goods: one that the walk visits, else the one that sells fewest others.
  private func floor(selling family: String?, _ plan: PlanDocument) throws -> PlanAnswer.Floor? {
    guard let family else { return nil }
    let visited = Set(plan.walks.flatMap(\.visits).compactMap { $0.place.map { "\($0.building)/\($0.floor)" } })
    let floors = try catalog.buildings(market: plan.market.id).filter { $0.closed == nil }.flatMap { building in
      building.floors.filter { $0.families.contains(family) }.map { (building, $0) }
    }
    let best = floors.min { left, right in
      func rank(_ item: (Building, Floor)) -> (Int, Int, String, Int) {
        let isOnTheWay = visited.contains("\(item.0.id)/\(item.1.number)")
        return (isOnTheWay ? 0 : 1, item.1.families.count, item.0.id, item.1.number)
      }
      return rank(left) < rank(right)
    }
    return best.map { building, floor in
      PlanAnswer.Floor(
        building: building.id,
        buildingName: LocalizedText(english: building.english, chinese: building.chinese), floor: floor.number)
    }
  }
}
