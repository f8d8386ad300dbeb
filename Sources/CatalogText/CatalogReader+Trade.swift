internal import Base
internal import Diagnostics
internal import Electronics
internal import MarkedText
internal import Market
internal import MarketSample

extension CatalogReader {
  func readStalls(_ market: inout MarketNames) -> [Stall] {
    let columns = [
      "id", "name_en", "name_zh", "building", "floor", "counter", "east_m", "north_m", "hours", "setup_s", "line_s",
      "invoice", "invoice_percent", "risk", "shipping", "shipping_days", "source",
    ]
    var stalls: [Stall] = []
    for row in rows("\(market.folder)/stalls.csv", columns.map { CSVReader.Column($0) }, isRequired: false) {
      guard let id = required(row, "id").map(PlaceID.init(_:)), let place = position(row, market),
        let hours = hours(row, market),
        let setup = integer(row, "setup_s", Limits.stallSeconds, absent: 120),
        let line = integer(row, "line_s", Limits.stallSeconds, absent: 30), let invoice = flag(row, "invoice"),
        let percent = share(row, "invoice_percent", digits: 1, Limits.invoicePerMille, absent: 0),
        let risk = share(row, "risk", digits: 3, Limits.riskPerMille, absent: 1_000),
        let shipping = amount(row, "shipping", in: Limits.shipping, absent: .zero),
        let days = integer(row, "shipping_days", Limits.shippingDays, absent: 0), let source = ownSource(row),
        claim(id, in: &market.stalls, as: "stall `\(id)`", at: row["id"]?.span ?? row.span)
      else { continue }
      stalls.append(
        Stall(
          id: id, english: row.text("name_en"), chinese: row.text("name_zh"), position: place.position,
          counter: row.text("counter"), hours: hours, setupSeconds: setup, lineSeconds: line, givesInvoice: invoice,
          invoicePerMille: percent, riskPerMille: risk, shipping: shipping,
          shippingDays: days, source: source))
    }
    return stalls
  }

  /// A share in thousandths, written with `digits` decimals.
  private func share(_ row: CSVRow, _ column: String, digits: Int, _ range: ClosedRange<Int>, absent: Int) -> Int? {
    decimal(
      row, column, digits: digits, in: Int64(range.lowerBound)...Int64(range.upperBound), absent: Int64(absent)
    ).map { Int($0) }
  }

  private func hours(_ row: CSVRow, _ market: MarketNames) -> [[OpeningHours]]? {
    guard let cell = row["hours"] else { return market.hours }
    if cell.text.isEmpty { return market.hours }
    return hours(cell.text, at: cell.span)
  }

  func hours(_ text: String, at span: SourceSpan) -> [[OpeningHours]]? {
    do {
      return try WeeklyHours.read(text)
    } catch {
      let detail =
        switch error {
        case .empty: "nothing is written"
        case .notADay(let word): "`\(word)` is not a day"
        case .notASpan(let word): "`\(word)` is not a span of hours"
        case .repeatedDay(let word): "\(word) is given twice"
        case .spansOverlap(let word): "the spans of `\(word)` overlap or are out of order"
        }
      report(CatalogCodes.value, "hours: \(detail)", at: span, help: "write `Mon-Sat 09:30-18:30; Sun 10:00-18:00`")
      return nil
    }
  }

  /// Ids of the stalls that the market's generator makes; made only where a quote of the user's may name one.
  func sampleStalls(_ market: MarketContent, parts: [Part], categories: [PartCategory]) -> Set<PlaceID> {
    guard let settings = market.sample else { return [] }
    do {
      let sample = try MarketSample(
        profile: market.profile, settings: settings, buildings: market.buildings, parts: parts, categories: categories)
      guard hasRows("markets/\(market.profile.id)/offers.csv") else { return [] }
      var ids: Set<PlaceID> = []
      sample.generate { item in
        if case .stall(let stall) = item { ids.insert(stall.id) }
      }
      return ids
    } catch {
      let place = texts.last { $0.file.hasSuffix("\(market.profile.id)/sample.yaml") }
      report(
        CatalogCodes.sample, words(of: error), at: (place ?? SourceText(file: "sample.yaml", text: "")).span(0..<0))
      return []
    }
  }

  private func words(of error: MarketSampleError) -> String {
    switch error {
    case .missingRate(let currency): "parts have prices in \(currency), which has no rate"
    case .unknownCategory(let id): "a part has the unknown category `\(id)`"
    case .dearerThanLimits(let part):
      "offers of `\(part)` would have a price that is not \(Limits.unitPrice.words), or cost more than "
        + "\(Limits.purchase.upperBound) for its `best_from` pieces"
    case .conditionsOffBalance(let family, let total): "conditions of `\(family)` add up to \(total), not 1000"
    case .reusedCells: "cells and packs are never offered pulled or refurbished"
    case .newestIsNoDate(let text): "`newest` is not a date: `\(text)`"
    case .unreadableHours: "the market's hours cannot be read"
    }
  }

  func readOffers(_ market: MarketNames, sampleStalls: Set<PlaceID>) -> [Offer] {
    let columns = [
      "stall", "maker", "mpn", "condition", "breaks", "minimum", "multiple", "stock", "tax", "runner_min", "seen",
      "source",
    ]
    var offers: [Offer] = []
    var keys: [SupplyID: SourceSpan] = [:]
    for row in rows("\(market.folder)/offers.csv", columns.map { CSVReader.Column($0) }, isRequired: false) {
      guard let offer = offer(row, market, sampleStalls), claim(offer.id, in: &keys, as: "offer", at: row.span)
      else { continue }
      offers.append(offer)
    }
    return offers
  }

  private func offer(_ row: CSVRow, _ market: MarketNames, _ sampleStalls: Set<PlaceID>) -> Offer? {
    guard let stall = required(row, "stall").map(PlaceID.init(_:)), let maker = required(row, "maker"),
      let mpn = required(row, "mpn"),
      let condition = choice(row, "condition", of: Condition.self),
      let minimum = integer(row, "minimum", Limits.pieces, absent: 1),
      let multiple = integer(row, "multiple", Limits.pieces, absent: 1),
      let stock = integer(row, "stock", Limits.stock),
      let tax = taxIncluded(row), let runner = integer(row, "runner_min", Limits.runnerMinutes, absent: 0),
      let seen = required(row, "seen"), let source = ownSource(row), let breaks = breaks(row, minimum: minimum)
    else { return nil }
    let part = PartID(maker: maker, mpn: mpn)
    if names.parts[part] == nil {
      if incomplete.contains("part") { return nil }
      let makers = names.parts.keys.filter { $0.mpn == mpn }.map(\.maker).sorted()
      let help =
        makers.isEmpty
        ? closestMatch(to: mpn, among: names.parts.keys.map(\.mpn)).map { "did you mean `\($0)`?" }
        : "its makers: \(makers.joined(separator: ", "))"
      report(
        CatalogCodes.dangling, "there is no part `\(mpn)` of `\(maker)`", at: row["mpn"]?.span ?? row.span, help: help)
      return nil
    }
    if market.stalls[stall] == nil, !sampleStalls.contains(stall) {
      let known = market.stalls.keys.sorted() + sampleStalls.sorted()
      _ = reference(stall.text, to: "stall", among: known.map(\.text), at: row["stall"]?.span ?? row.span)
      return nil
    }
    if LocalDate(seen) == nil {
      report(CatalogCodes.value, "`\(seen)` is not a date like 2026-11-20", at: row["seen"]?.span ?? row.span)
      return nil
    }
    let offer = Offer(
      id: Offer.id(stall: stall, part: part, condition: condition), stall: stall, part: part, condition: condition,
      breaks: breaks, minimum: minimum, multiple: multiple, stock: stock, taxIncluded: tax, runnerMinutes: runner,
      seen: seen, source: source)
    if let excess = offer.excess {
      report(CatalogCodes.value, excess, at: row["breaks"]?.span ?? row.span)
      return nil
    }
    return offer
  }

  private func taxIncluded(_ row: CSVRow) -> Bool? {
    switch required(row, "tax") {
    case "included": return true
    case "excluded": return false
    case .some(let word):
      report(
        CatalogCodes.value, "unknown tax `\(word)`", at: row["tax"]?.span ?? row.span,
        help: "one of `included`, `excluded`")
      return nil
    case nil: return nil
    }
  }

  /// `1:0.35 100:0.21`: rising quantities, prices in yuan that do not rise.
  private func breaks(_ row: CSVRow, minimum: Int) -> [PriceBreak]? {
    guard let text = required(row, "breaks"), let cell = row["breaks"] else { return nil }
    var breaks: [PriceBreak] = []
    for pair in text.split(separator: " ") {
      let halves = pair.split(separator: ":", omittingEmptySubsequences: false)
      guard halves.count == 2, let from = Int(halves[0]), from > 0,
        let price = DecimalText.plain(halves[1], digits: 6)
      else {
        report(CatalogCodes.value, "`\(pair)` is not `quantity:price`", at: cell.span, help: "write `1:0.35 100:0.21`")
        return nil
      }
      if let last = breaks.last, from <= last.from || price > last.unitPrice.microYuan {
        report(CatalogCodes.priceOrder, "break `\(pair)` is out of order", at: cell.span)
        return nil
      }
      breaks.append(PriceBreak(from: from, unitPrice: Money(microYuan: price)))
    }
    if let first = breaks.first, first.from > minimum {
      report(CatalogCodes.priceOrder, "the first break is above the least quantity of \(minimum)", at: cell.span)
      return nil
    }
    return breaks
  }
}
