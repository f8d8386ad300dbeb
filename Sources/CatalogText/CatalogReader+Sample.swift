internal import Base
internal import Diagnostics
internal import Electronics
internal import MarkedText
internal import Market
internal import MarketSample

extension CatalogReader {
  func readSample(_ market: MarketNames) -> SampleSettings? {
    guard let root = root("\(market.folder)/sample.yaml", schema: "peidan.sample/1", isRequired: false) else {
      return nil
    }
    let seed = root.required("seed")?.integer("seed", in: 0...Int.max, into: sink)
    let newest = root.required("newest")?.word("newest", into: sink)
    let stalls = root.required("stalls")?.integer("stalls", in: 0...1_000_000, into: sink)
    let families = self.families(root.required("families"))
    let shops = (root.optional("shops")?.sequence ?? []).compactMap { shop($0, families.keys.sorted()) }
    let prices = root.required("prices").flatMap { samplePrices($0) }
    let stallHabits = root.required("stall_habits").flatMap { sampleStallHabits($0) }
    let offerHabits = root.required("offer_habits").flatMap { sampleOfferHabits($0) }
    root.finish()
    guard let seed, let newest, let stalls, let prices, let stallHabits, let offerHabits else { return nil }
    return SampleSettings(
      seed: UInt64(seed), newest: newest, stalls: stalls, shops: shops, families: families, prices: prices,
      stallHabits: stallHabits, offerHabits: offerHabits)
  }

  private func families(_ node: MarkedNode?) -> [String: SampleFamily] {
    var families: [String: SampleFamily] = [:]
    for entry in node?.mapping ?? [] {
      guard reference(entry.key, to: "family", among: names.families, at: entry.keySpan),
        let reader = MappingReader(entry.value, "family `\(entry.key)`", into: sink)
      else { continue }
      let english = reader.required("en")?.word("en", into: sink)
      let chinese = reader.required("zh")?.word("zh", into: sink)
      let weight = reader.required("weight")?.integer("weight", in: 0...1_000_000, into: sink)
      let offers = range(reader, "offers", 0...10_000)
      let conditions = reader.required("conditions").flatMap { self.conditions($0) }
      reader.finish()
      guard let english, let chinese, let weight, let offers, let conditions else { continue }
      families[entry.key] = SampleFamily(
        en: english, zh: chinese, weight: weight, offers: offers, conditions: conditions)
    }
    return families
  }

  private func shop(_ node: MarkedNode, _ known: [String]) -> SampleShop? {
    guard let reader = MappingReader(node, "shop", into: sink) else { return nil }
    let id = reader.required("id")?.word("id", into: sink)
    let english = reader.required("en")?.word("en", into: sink)
    let chinese = reader.required("zh")?.word("zh", into: sink)
    let families = reader.required("families")?.list("families", into: sink)?.compactMap { node -> String? in
      guard let word = node.word("family", into: sink),
        reference(word, to: "family", among: known + ["all"], at: node.span)
      else { return nil }
      return word
    }
    let share = permille(reader, "share")
    let shipping = reader.required("shipping")?.integer(
      "shipping", in: 0...Int(Limits.shipping.upperBound.microYuan), into: sink)
    let days = reader.required("days")?.integer("days", in: Limits.shippingDays, into: sink)
    reader.finish()
    guard let id, let english, let chinese, let families, let share, let shipping, let days else { return nil }
    return SampleShop(
      id: id, en: english, zh: chinese, families: families.contains("all") ? known : families, share: share,
      shipping: Int64(shipping), days: days)
  }

  private func samplePrices(_ node: MarkedNode) -> SamplePrices? {
    guard let reader = MappingReader(node, "prices", into: sink) else { return nil }
    let rates =
      reader.optional("rates").flatMap { numbers($0, "rate", 1...Int(Limits.exchangeRate.upperBound.microYuan)) } ?? [:]
    let margin = range(reader, "margin", 0...10_000)
    let noise = range(reader, "noise", 0...10_000)
    let conditions = reader.required("conditions").flatMap { self.conditions($0) }
    let popular = reader.optional("popular").flatMap { numbers($0, "weight", 0...1_000_000) } ?? [:]
    reader.finish()
    guard let margin, let noise, let conditions else { return nil }
    return SamplePrices(
      rates: rates.mapValues { Int64($0) }, margin: margin, noise: noise, conditions: conditions, popular: popular)
  }

  private func sampleStallHabits(_ node: MarkedNode) -> SampleStallHabits? {
    guard let reader = MappingReader(node, "stall_habits", into: sink) else { return nil }
    let surcharges = reader.required("invoice_surcharges")?.list("invoice_surcharges", into: sink)?.compactMap {
      $0.integer("surcharge", in: 0...1_000, into: sink)
    }
    let (setup, line) = (
      range(reader, "setup_seconds", Limits.stallSeconds), range(reader, "line_seconds", Limits.stallSeconds)
    )
    let (late, early) = (range(reader, "late_minutes", 0...1_440), range(reader, "early_minutes", 0...1_440))
    let (invoice, risk) = (permille(reader, "invoice"), range(reader, "risk", Limits.riskPerMille))
    let (lateOpeners, earlyClosers) = (permille(reader, "late_openers"), permille(reader, "early_closers"))
    let (sunday, agents) = (permille(reader, "sunday_closed"), permille(reader, "agents"))
    let second = permille(reader, "second_family")
    reader.finish()
    guard let surcharges, let setup, let line, let late, let early, let invoice, let risk, let lateOpeners,
      let earlyClosers, let sunday, let agents, let second
    else { return nil }
    return SampleStallHabits(
      setupSeconds: setup, lineSeconds: line, invoice: invoice, invoiceSurcharges: surcharges, risk: risk,
      lateOpeners: lateOpeners, lateMinutes: late, earlyClosers: earlyClosers, earlyMinutes: early,
      sundayClosed: sunday, agents: agents, secondFamily: second)
  }

  private func sampleOfferHabits(_ node: MarkedNode) -> SampleOfferHabits? {
    guard let reader = MappingReader(node, "offer_habits", into: sink) else { return nil }
    let (tax, runner) = (permille(reader, "tax_included"), permille(reader, "runner"))
    let (minutes, reel) = (range(reader, "runner_minutes", Limits.runnerMinutes), permille(reader, "reel"))
    let pieces = reader.required("reel_pieces")?.integer("reel_pieces", in: 1...1_000_000, into: sink)
    let (soldOut, age) = (permille(reader, "sold_out"), range(reader, "age_days", Limits.priceAge))
    reader.finish()
    guard let tax, let runner, let minutes, let reel, let pieces, let soldOut, let age else { return nil }
    return SampleOfferHabits(
      taxIncluded: tax, runner: runner, runnerMinutes: minutes, reel: reel, reelPieces: pieces, soldOut: soldOut,
      ageDays: age)
  }

  private func range(_ reader: MappingReader, _ key: String, _ range: ClosedRange<Int>) -> SampleRange? {
    reader.required(key).flatMap { span($0, key, in: range) }.map { SampleRange($0.lowerBound, $0.upperBound) }
  }

  private func permille(_ reader: MappingReader, _ key: String) -> Int? {
    reader.required(key)?.integer(key, in: 0...1_000, into: sink)
  }

  private func conditions(_ node: MarkedNode) -> [Condition: Int]? {
    guard let numbers = numbers(node, "condition", 0...10_000) else { return nil }
    var conditions: [Condition: Int] = [:]
    for (name, value) in numbers {
      guard let condition = Condition(rawValue: name) else {
        _ = reference(name, to: "condition", among: Condition.allCases.map(\.rawValue), at: node.span)
        return nil
      }
      conditions[condition] = value
    }
    return conditions
  }

  private func numbers(_ node: MarkedNode, _ subject: String, _ range: ClosedRange<Int>) -> [String: Int]? {
    guard let entries = node.mapping else {
      report(CatalogCodes.value, "\(subject)s must be a mapping, not \(node.kindName)", at: node.span)
      return nil
    }
    var numbers: [String: Int] = [:]
    for entry in entries {
      numbers[entry.key] = entry.value.integer("`\(entry.key)`", in: range, into: sink)
    }
    return numbers
  }
}
