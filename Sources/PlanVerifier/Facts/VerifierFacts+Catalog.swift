internal import Base
package import BoardSpec
package import CatalogStore
internal import Electronics
internal import Foundation
internal import Market
package import SourcingPlan

/// Why a plan cannot be held against a board and a catalog at all.
package enum VerifierFactsError: Error, Hashable, Sendable {
  /// The catalog has no market of this id.
  case unknownMarket(String)
  /// More than one market is walked.
  case severalWalkedMarkets([String])
  /// A setting of the market that is no holiday as it is written.
  case unreadableCalendar(setting: String, value: String)
  /// The board's date is no date.
  case unreadableDate(String)
}

extension VerifierFacts {
  /// What `plan` is to be held against: the board with the plan's options in it, and of the catalog what the plan names.
  ///
  /// - Parameter specDigest: `ContentDigest` of the spec file's bytes.
  /// - Throws: `VerifierFactsError`, `CatalogError`.
  package init(for plan: PlanDocument, board: Board, specDigest: String, catalog: Catalog) throws {
    let profiles = try Self.markets(plan.inputs.markets ?? plan.inputs.market.map { [$0] } ?? board.markets, catalog)
    let profile = profiles[0]
    let market = profile.id
    // A plan of a variant that the spec does not have is held against the first one; `VariantCheck` reports it.
    let variants = board.everyVariant
    let named = VariantFacts.designs(of: plan.fillings ?? [])
    let board = variants.first { VariantFacts($0).designs == named } ?? variants[0]
    let usesSample = plan.inputs.sample ?? board.usesSample
    self.init(
      specDigest: specDigest, catalogDigest: catalog.digest,
      board: try BoardFacts(board, among: variants, inputs: plan.inputs, catalog: catalog),
      day: try DayFacts(
        board, inputs: plan.inputs, profile: profile, hasWays: try !catalog.nodeIDs(market: market).isEmpty),
      market: try MarketFacts(
        for: plan, profile: profile, others: Array(profiles.dropFirst()), usesSample: usesSample, catalog: catalog))
    try addSupply(for: plan, of: board, catalog: catalog, markets: profiles.map(\.id))
  }

  /// The profiles of markets; the one on foot is where the day is, wherever it stands.
  private static func markets(_ ids: [String], _ catalog: Catalog) throws -> [MarketProfile] {
    var onFoot: [MarketProfile] = []
    var shipping: [MarketProfile] = []
    for id in ids {
      guard let profile = try catalog.market(id) else { throw VerifierFactsError.unknownMarket(id) }
      if profile.kind == .walking { onFoot.append(profile) } else { shipping.append(profile) }
    }
    if onFoot.count > 1 { throw VerifierFactsError.severalWalkedMarkets(onFoot.map(\.id)) }
    guard !ids.isEmpty else { throw VerifierFactsError.unknownMarket("") }
    return onFoot + shipping
  }
}

extension BoardFacts {
  fileprivate init(_ board: Board, among variants: [Board], inputs: PlanInputs, catalog: Catalog) throws {
    let ruled = try RuledBoard(board, catalog: catalog)
    // A price counts whole square millimetres, rounded up; the spec gives micrometres.
    let area = board.pcb.map { Arithmetic.roundedUp(Int128($0.width) * Int128($0.height), over: 1_000_000) } ?? 0
    self.init(
      name: board.name, boards: inputs.boards ?? board.quantity, invoice: board.policy.invoice,
      slots: board.slots.map { SlotFacts($0, board: board.policy) },
      work: WorkFacts(
        services: board.process.services.reduce(into: [:]) { $0.updateValue(board.process.chosen[$1], forKey: $1) },
        area: Int(clamping: area), layers: board.pcb?.layers ?? 0, joints: board.process.joints ?? 0,
        sides: board.process.sides),
      missing: (board.bill?.missing ?? []).map {
        MissingFacts(references: $0.references, row: $0.row, says: $0.says, grade: $0.grade)
      }, bomLines: board.bill?.fittedLines,
      variant: VariantFacts(board), variants: variants.map { VariantFacts($0) },
      breaches: { parts in
        RuleBook.breaches(on: ruled) { parts[$0] }.map { RuleBreach(code: $0.code, text: $0.text) }
      })
    title = board.title
  }
}

extension RuledBoard {
  /// The board with every part of the catalog that fits its slots.
  fileprivate init(_ board: Board, catalog: Catalog) throws {
    var ofKind: [String: [Part]] = [:]
    let candidates = try board.slots.map { slot in
      var found: [PartID: Part] = [:]
      for requirement in slot.requirements {
        if let category = requirement.category, requirement.mpn == nil, ofKind[category] == nil {
          ofKind[category] = try catalog.parts(category: category)
        }
        let pool =
          try requirement.mpn.map { try catalog.parts(mpn: $0) } ?? requirement.category.flatMap { ofKind[$0] } ?? []
        for part in pool where requirement.matches(part) { found[part.id] = part }
      }
      for part in try catalog.quotedParts(of: slot) { found[part.id] = part }
      return found.values.sorted { $0.id < $1.id }
    }
    self.init(board, candidates: candidates)
  }
}

extension VariantFacts {
  fileprivate init(_ board: Board) {
    self.init(
      designs: board.fillings.reduce(into: [:]) { $0.updateValue($1.design?.id, forKey: $1.group) },
      oneTimeCosts: board.oneTimeCosts.map(\.amount))
  }

  /// By group, as a plan states them.
  static func designs(of fillings: [PlanFilling]) -> [String: String?] {
    fillings.reduce(into: [:]) { $0.updateValue($1.design, forKey: $1.group) }
  }
}

extension SlotFacts {
  fileprivate init(_ slot: Slot, board: SourcingPolicy) {
    let own = slot.policy
    let requirements = slot.requirements
    self.init(
      references: slot.references, count: slot.count, minimumSets: slot.minimumSets,
      sparesPerMille: (slot.spares ?? board.spares).perMille,
      policy: SlotPolicyFacts(
        conditions: own.conditions ?? board.conditions,
        pinned: Set(own.pinnedStalls.isEmpty ? board.pinnedStalls : own.pinnedStalls),
        banned: Set(own.bannedStalls + board.bannedStalls), singleLot: own.singleLot, loss: own.loss ?? board.loss,
        dateCodeYears: (own.dateCode ?? board.dateCode).years),
      accepts: { part in requirements.contains { $0.matches(part) } || slot.isAnswered(by: part) })
  }
}

extension Slot {
  /// Whether a part that somebody quoted is what the slot asks for: by its number, and by the maker unless the quote names none.
  fileprivate func isAnswered(by part: Part) -> Bool {
    guard let asked, let number = asked.mpn, number.caseInsensitiveCompare(part.id.mpn) == .orderedSame else {
      return false
    }
    guard let maker = asked.maker, part.id.maker != "-" else { return true }
    return maker.caseInsensitiveCompare(part.id.maker) == .orderedSame
  }
}

extension Catalog {
  /// Parts that only quotes know, of which one may fill the slot.
  func quotedParts(of slot: Slot) throws -> [Part] {
    guard let number = slot.asked?.mpn else { return [] }
    return try quotedParts(mpn: number).filter { slot.isAnswered(by: $0) }
  }
}

extension DayFacts {
  fileprivate init(_ board: Board, inputs: PlanInputs, profile: MarketProfile, hasWays: Bool) throws(VerifierFactsError)
  {
    guard let date = inputs.date ?? LocalDate(board.day.date) else { throw .unreadableDate(board.day.date) }
    // Another market than the board's has other places: its own default stands.
    let isOwn = profile.id == board.market && hasWays
    let home = hasWays ? profile.defaultStart ?? "" : ""
    self.init(
      date: date, start: inputs.start ?? board.day.start, finish: inputs.finish ?? board.day.finish,
      from: (isOwn ? board.day.from : nil) ?? home, to: (isOwn ? board.day.to : nil) ?? home,
      buyers: BuyerFacts.all(of: board, inputs: inputs, hasOwnPlaces: isOwn),
      budget: inputs.budget?.money ?? board.policy.budget)
    // Whom the hours leave no time stays at home.
    buyers = buyers.filter { buyer in
      let agent = AgentFacts(buyer, on: self)
      return agent.start < agent.finish
    }
  }
}

extension BuyerFacts {
  /// The board's buyers, or as many as the plan's options say: the board's first ones, then others like its first, under the next
  /// numbers that make no name twice. A start or finish among the options cuts the own hours of a buyer who has any.
  ///
  /// - Parameter hasOwnPlaces: whether the places that the spec names are those of the plan's market.
  fileprivate static func all(of board: Board, inputs: PlanInputs, hasOwnPlaces: Bool) -> [BuyerFacts] {
    let own = board.day.buyers.map { buyer in
      BuyerFacts(
        name: AgentID(buyer.name), ratePerHour: buyer.ratePerHour, load: buyer.load,
        start: buyer.start.map { max($0, inputs.start ?? 0) },
        finish: buyer.finish.map { min($0, inputs.finish ?? 86_400) },
        from: hasOwnPlaces ? buyer.from : nil, to: hasOwnPlaces ? buyer.to : nil)
    }
    guard let count = inputs.buyers, let first = own.first else { return own }
    var all = Array(own.prefix(count))
    var names = Set(all.map(\.id))
    var number = own.count + 1
    while all.count < count {
      var other = first
      other.id = AgentID("\(first.id)\(number)")
      if names.insert(other.id).inserted { all.append(other) }
      number += 1
    }
    return all
  }
}

extension MarketFacts {
  /// All offers of the plan's parts; of a plan in an excerpt of a large market those that the plan names, and what else the
  /// stalls on its way have.
  private static func offers(
    for plan: PlanDocument, parts: Set<PartID>, market: String, catalog: Catalog
  ) throws(CatalogError) -> [PartID: [Offer]] {
    guard plan.excerpt != nil else { return try catalog.offers(of: parts, market: market) }
    let visited = plan.stalls
    var numbers: [PlaceID: Int32] = [:]
    for id in visited.union(plan.lines.flatMap { $0.buys.map(\.stall) + [$0.fallback?.stall].compactMap(\.self) }) {
      numbers[id] = try catalog.stallNumber(id, market: market)
    }
    var pairs: [PartID: Set<Int32>] = [:]
    for line in plan.lines {
      let stalls = visited.union(line.buys.map(\.stall) + [line.fallback?.stall].compactMap(\.self))
      pairs[line.part, default: []].formUnion(stalls.compactMap { numbers[$0] })
    }
    return try catalog.offers(at: pairs, market: market)
  }

  private static func calendar(of profile: MarketProfile) throws -> MarketCalendar {
    do { return try profile.calendar() } catch {
      guard case .unreadable(let name, let value, _) = error else { throw error }
      throw VerifierFactsError.unreadableCalendar(setting: name, value: value)
    }
  }

  /// Reads what the plan's parts need and no more: their offers and stalls, and the market's ways; of further markets all offers of
  /// the parts.
  ///
  /// - Parameter usesSample: whether generated offers count; otherwise only those that the plan names are kept.
  fileprivate init(
    for plan: PlanDocument, profile: MarketProfile, others: [MarketProfile], usesSample: Bool, catalog: Catalog
  ) throws {
    let market = profile.id
    let partIDs = Set(plan.lines.map(\.part))
    var offers = try Self.offers(for: plan, parts: partIDs, market: market, catalog: catalog).values.flatMap(\.self)
    var stalls = try catalog.stalls(plan.stalls.union(offers.map(\.stall)), market: market)
    var marketOfStall: [PlaceID: String] = [:]
    for other in others {
      let more = try catalog.offers(of: partIDs, market: other.id).values.flatMap(\.self)
      for (id, stall) in try catalog.stalls(plan.stalls.union(more.map(\.stall)), market: other.id)
      where stalls[id] == nil {
        stalls[id] = stall
        marketOfStall[id] = other.id
      }
      offers += more.filter { marketOfStall[$0.stall] == other.id }
    }
    if !usesSample {
      let named = Set(plan.lines.flatMap { $0.buys.map(\.offer) + [$0.fallback?.offer].compactMap(\.self) })
      offers.removeAll { $0.isSample && !named.contains($0.id) }
    }
    let parts = try catalog.parts(partIDs)
    self.init(
      profile: profile,
      buildings: Dictionary(
        try catalog.buildings(market: market).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
      nodes: try catalog.nodes(market: market), links: try catalog.links(market: market),
      stalls: stalls,
      offers: Dictionary(offers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
      parts: parts,
      categories: Dictionary(try catalog.categories().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
      attrition: Dictionary(
        try catalog.attrition().map { ($0.handling, $0) }, uniquingKeysWith: { first, _ in first }),
      services: try catalog.services(market: market), calendar: try Self.calendar(of: profile), others: others,
      marketOfStall: marketOfStall, packages: try Self.packages(of: plan.lines, parts, catalog))
    self.usesSample = usesSample
    if plan.asked != nil {
      try addFloors(catalog.buildings(market: market), answers: catalog.floors.of(market: market))
    }
  }

  /// Adds the market's floors as places where one asks.
  private mutating func addFloors(_ buildings: [Building], answers: [FloorAnswer]) throws {
    do throws(MarketSettingError) {
      addFloors(
        try AskedFloor.all(of: profile, buildings: buildings), try profile.asking(), answers: answers)
    } catch {
      guard case .unreadable(let name, let value, _) = error else { throw error }
      throw VerifierFactsError.unreadableCalendar(setting: name, value: value)
    }
  }

  /// The parts of lines in packages other than those first known.
  private static func packages(
    of lines: [PlanLine], _ parts: [PartID: Part], _ catalog: Catalog
  ) throws -> [PartID: [Part]] {
    var packages: [PartID: [Part]] = [:]
    for line in lines where parts[line.part].map({ $0.package != line.package }) ?? false {
      packages[line.part] = try catalog.parts(mpn: line.mpn).filter { $0.id == line.part }
    }
    return packages
  }
}
