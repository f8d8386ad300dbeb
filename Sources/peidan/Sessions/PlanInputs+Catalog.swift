import BoardSpec
import CatalogStore
import Foundation
import Planning
import SourcingPlan

extension PlanInputs {
  /// What a plan is made from: a spec, a catalog with all that stands beside it, and what is asked of the plan.
  init(spec: String, specDigest: String, catalog: Catalog, _ request: PlanRequest) {
    self.init(
      spec: spec, specDigest: specDigest, catalogDigest: catalog.digest, boards: request.boards, date: request.date,
      start: request.start, finish: request.finish, buyers: request.buyers, budget: request.budget.map { Amount($0) },
      market: request.market, markets: request.markets, radius: request.radius, priceAge: request.priceAge,
      sample: request.usesSample,
      stock: request.stock.isEmpty
        ? nil
        : request.stock.map {
          PlanStock(mpn: $0.mpn, maker: $0.maker, value: $0.value, package: $0.package, quantity: $0.quantity)
        },
      version: Peidan.version, sources: Self.sources(of: catalog), search: PlanSearch(request.search))
  }

  private static func sources(of catalog: Catalog) -> [PlanInputSource] {
    let closed = catalog.closed.stalls.isEmpty ? nil : try? catalog.closed.json()
    let floors = catalog.floors.answers.isEmpty ? nil : try? catalog.floors.json()
    return [PlanInputSource(kind: .catalog, digest: catalog.ownDigest)]
      + catalog.lists.map { PlanInputSource(kind: .list, name: $0.name, digest: $0.digest) }
      + catalog.sheets.map { sheet in
        PlanInputSource(
          kind: sheet.facts.format == "quotes" ? .quotes : .prices, name: sheet.name, digest: sheet.digest)
      }
      + (closed.map { [PlanInputSource(kind: .closed, digest: ContentDigest.hexadecimal(of: $0))] } ?? [])
      + (floors.map { [PlanInputSource(kind: .floors, digest: ContentDigest.hexadecimal(of: $0))] } ?? [])
  }
}

extension PlanSearch {
  init(_ limits: SearchLimits) {
    self.init(
      seed: limits.seed, timeLimit: limits.workLimit == nil ? limits.timeLimit : nil, workLimit: limits.workLimit,
      gap: limits.gap > 0 ? limits.gap : nil, comparesVariants: limits.comparesVariants ? true : nil)
  }
}
