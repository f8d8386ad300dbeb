package import Base
package import Market

/// What a plan's prices rest on: lines and money by how each price is known. Follows from the plan's lines.
package struct PlanFooting: Sendable, Hashable, Codable {
  package struct Row: Sendable, Hashable, Codable {
    package var kind: PriceFooting
    /// Lines of which no price is less firm.
    package var lines: Int
    /// What is paid at such prices, or expected to be.
    package var amount: Amount
    /// The day of the oldest of these prices; nil where nobody saw any.
    package var oldest: LocalDate?
  }

  /// The oldest price that somebody saw or told.
  package struct Oldest: Sendable, Hashable, Codable {
    package var seen: LocalDate
    /// Days from then to the plan's day.
    package var days: Int
    package var mpn: String
    package var stall: PlaceID
  }

  /// Those kinds that the plan has, in their order.
  package var rows: [Row]
  package var oldest: Oldest?
}

extension PlanBuy {
  /// How the price is known.
  package var footing: PriceFooting {
    if isSample { return .sample }
    if let source, Offer.isListed(source: source) { return .listed }
    return price?.basis == .quoted ? .quoted : .seen
  }
}

extension PlanDocument {
  /// Nil where nothing is bought or asked for.
  package var footing: PlanFooting? {
    var lines: [PriceFooting: Int] = [:]
    var amounts: [PriceFooting: Int64] = [:]
    var days: [PriceFooting: LocalDate] = [:]
    var oldest: PlanFooting.Oldest?
    for line in self.lines {
      let kinds = line.buys.map(\.footing)
      if let weakest = PriceFooting.allCases.last(where: kinds.contains) { lines[weakest, default: 0] += 1 }
      for (buy, kind) in zip(line.buys, kinds) {
        amounts[kind, default: 0] += buy.amount.money.microYuan
        guard kind != .sample, let seen = LocalDate(buy.seen) else { continue }
        days[kind] = days[kind].map { min($0, seen) } ?? seen
        if oldest.map({ seen < $0.seen }) ?? true {
          oldest = .init(seen: seen, days: date.dayNumber - seen.dayNumber, mpn: line.mpn, stall: buy.stall)
        }
      }
    }
    for line in asked ?? [] {
      let expected = line.estimate?.amount?.money.microYuan
      lines[expected == nil ? PriceFooting.none : .estimate, default: 0] += 1
      if let expected { amounts[.estimate, default: 0] += expected }
    }
    let rows = PriceFooting.allCases.filter { lines[$0] != nil || amounts[$0] != nil }.map { kind in
      PlanFooting.Row(
        kind: kind, lines: lines[kind, default: 0], amount: Amount(Money(microYuan: amounts[kind, default: 0])),
        oldest: days[kind])
    }
    return rows.isEmpty ? nil : PlanFooting(rows: rows, oldest: oldest)
  }
}

/// The one answer that is expected to save most: which line, and whom or where to ask.
package struct PlanAnswer: Sendable, Hashable, Codable {
  package struct Seller: Sendable, Hashable, Codable {
    package var id: String
    package var name: String

    package init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  package var mpn: String
  /// Nil where nobody knows it.
  package var maker: String?
  /// What a better price would save.
  package var worth: Amount
  /// The user's seller who is likeliest to have one; nil where none is to be asked.
  package var seller: Seller?
  /// A floor whose counters sell such goods; nil where no walked market has one.
  package var floor: Floor?

  package struct Floor: Sendable, Hashable, Codable {
    package var building: String
    package var buildingName: LocalizedText
    package var floor: Int

    package init(building: String, buildingName: LocalizedText, floor: Int) {
      self.building = building
      self.buildingName = buildingName
      self.floor = floor
    }
  }

  package init(mpn: String, maker: String?, worth: Amount, seller: Seller?, floor: Floor?) {
    self.mpn = mpn
    self.maker = maker
    self.worth = worth
    self.seller = seller
    self.floor = floor
  }
}
