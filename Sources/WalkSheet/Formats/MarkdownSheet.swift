internal import Base
internal import Market
internal import Phrases
internal import SourcingPlan

extension WalkSheet.Format {
  /// A text with tick boxes.
  package static let md = Self("md", "a text with tick boxes", suffix: ".md") { $0.markdown() }
}

extension WalkSheet {
  /// The day by stall with tick boxes, in GitHub's Markdown.
  func markdown() -> String {
    var text = "# \(escaped(plan.title))\n\n"
    text += "\(plan.date) · \(language(.boardCount(plan.boards))) · \(escaped(plan.marketNames))\n\n"
    for notice in plan.sampleNotices { text += "> **\(language(.sample))** — \(escaped(notice))\n\n" }
    text += missing()
    text += summary()
    if plan.walks.isEmpty { text += "\(language(.nothingToBuy))\n\n" }
    for walk in plan.walks { text += self.walk(walk) }
    text += schedule() + notes()
    while text.hasSuffix("\n\n") { text.removeLast() }
    return text
  }

  /// What the plan does not buy though the bill of materials asks for it.
  private func missing() -> String {
    var text = states.map { "**\(escaped($0))**\n\n" } ?? ""
    if let heading = incomplete {
      text += "> **\(escaped(heading))**\n>\n" + unbought.map { "> - \(escaped($0.text))\n" }.joined() + "\n"
    }
    if let hand = plan.onHand {
      text += "\(language(PlanPhrase.onHand.text))\n\n" + hand.map { "- \(escaped($0.text))\n" }.joined() + "\n"
    }
    return text
  }

  private func summary() -> String {
    let cost = plan.cost
    let terms = CostTerms.all.compactMap { term in cost[term.id].map { (term.name, $0) } }
    let rows = [(Phrase.total.text, cost.total)] + terms + [(Phrase.cash.text, cost.cash)]
    var text = "| \(language(.cost)) | \(plan.currency) |\n|---|---:|\n"
    for (name, amount) in rows { text += "| \(language(name)) | \(amount) |\n" }
    for filling in plan.fillings ?? [] {
      text += "| \(escaped(filling.group)) | \(filling.name.map { escaped($0) } ?? language(.discreteParts)) |\n"
    }
    text += "\n"
    for cost in plan.oneTimeReasons { text += "- \(escaped(cost.purpose)): \(escaped(cost.value))\n" }
    if !plan.oneTimeReasons.isEmpty { text += "\n" }
    return text + prices() + variants()
  }

  /// What the prices rest on.
  private func prices() -> String {
    guard let footing else { return "" }
    var text =
      "| \(language(PlanPhrase.footing.text)) | \(language(PlanPhrase.lineCount.text)) | \(plan.currency) "
      + "| \(language(PlanPhrase.oldest.text)) |\n|---|---:|---:|---|\n"
    for row in footing.rows {
      let amount = row.kind == .none ? "" : "\(row.amount)"
      text += "| \(language(row.kind.text)) | \(row.lines) | \(amount) | \(row.oldest.map { "\($0)" } ?? "") |\n"
    }
    return text + "\n" + footing.sentences.map { "- \(escaped($0))\n" }.joined()
      + (footing.sentences.isEmpty ? "" : "\n")
  }

  /// The variants of the board side by side, the plan's own in bold.
  private func variants() -> String {
    guard plan.ways != nil else { return "" }
    var text = "| \(language(PlanPhrase.variants.text)) | \(plan.currency) |\n|---|---|\n"
    for variant in plan.namedVariants {
      let mark = variant.isPlan ? "**" : ""
      text += "| \(mark)\(escaped(variant.name))\(mark) | \(escaped(variant.value)) |\n"
    }
    return text + "\n"
  }

  private func walk(_ walk: PlanWalk) -> String {
    var text = "## \(language(.walk)) \(escaped(walk.agent.text)): \(walk.start.clock)–\(walk.finish.clock)\n\n"
    if let ends = plan.ends(of: walk) {
      text +=
        "\(language(SheetPhrase.start)): \(escaped(ends.from)) · \(language(SheetPhrase.finish)): \(escaped(ends.to))\n\n"
    }
    text += "\(language(.wallet)): ¥\(walk.cash)\n\n"
    for stop in SheetStop.stops(of: walk, in: plan) { text += self.stop(stop) }
    return text
  }

  private func stop(_ stop: SheetStop) -> String {
    let visit = stop.visit
    var text = "### \(stop.number). \(visit.arrive.clock) \(escaped(visit.name)) · \(escaped(visit.stall.text))"
    text += visit.isSample ? " (\(language(.sample)))\n\n" : "\n\n"
    text += "\(escaped(stop.placeOrParcel)) · "
    if stop.waits { text += "\(language(.begin)) \(visit.begin.clock) · " }
    text += "\(language(.depart)) \(visit.depart.clock)\n\n"
    for pickUp in stop.pickUps {
      text += "- [ ] \(language(.pickUpHere)) \(escaped(pickUp.line.mpn)) × \(pickUp.quantity)\n"
    }
    for deal in stop.deals {
      let buy = deal.buy
      text += "- [ ] **\(escaped(deal.article.mpn))** × \(buy.quantity) · ¥\(buy.unitPrice) → **¥\(buy.amount)** · "
      text += "\(escaped(buy.condition.text(packed: buy.packing)))"
      if let from = deal.reachedBreak { text += " · \(language(.fromPieces(from)))" }
      text += "  \n  \(escaped(deal.article.name)) · \(escaped(deal.article.package)) · "
      text += "\(escaped(deal.article.slots.joined(separator: ", ")))  \n"
      text += "  \(language(.say)): "
      text += "\(escaped(card(for: deal.article, quantity: buy.quantity, condition: buy.condition).sentence.chinese))\n"
      for hint in deal.hints { text += "  - \(escaped(hint.text))\n" }
      text += fallback(of: deal)
    }
    for ask in stop.asks { text += self.ask(ask) }
    return text + "\n"
  }

  /// What is asked for, what to expect and what next, and room for the answer.
  private func ask(_ ask: SheetAsk) -> String {
    let blanks = [
      SheetPhrase.priceEach.text, SheetPhrase.counter.text, Phrase.condition.text, SheetPhrase.codeOnLabel.text,
    ]
    var text = "- [ ] \(language(SheetPhrase.askedFor)): **\(escaped(ask.part))** × \(ask.line.need) · "
    text += "\(language(ask.estimate.condition.text))  \n"
    text +=
      "  \(escaped([ask.line.package, ask.line.slots.joined(separator: ", ")].compactMap(\.self).joined(separator: " · ")))  \n"
    text += "  \(language(.say)): \(escaped(sentence(for: ask)))\n"
    text += "  - \(escaped(ask.how))\n  - \(escaped(ask.otherwise))\n"
    return text + "  - " + blanks.map { "\(escaped($0)): \\_\\_\\_\\_\\_\\_" }.joined(separator: " · ") + "\n"
  }

  private func fallback(of deal: SheetPurchase) -> String {
    guard let instead = deal.fallback else { return "" }
    let fallback = instead.fallback
    let place = fallback.place.map { escaped($0.text) } ?? language(.shipped)
    var text =
      "  - \(language(SheetPhrase.soldOutGo)) **\(escaped(fallback.name))** (\(escaped(fallback.stall.text))), \(place)"
    if let when = instead.when { text += ", \(language(when))" }
    text += ": ¥\(fallback.unitPrice) → **¥\(fallback.amount)** · \(language(fallback.condition.text))"
    if let said = fallback.dateCode { text += " · \(escaped(language(Phrase.dateCode(said: said, oldest: nil))))" }
    text += " (\(language(.morePaid(instead.extra, minutes: fallback.extraMinutes))))"
    if let limit = deal.walkAway { text += " · \(language(SheetPhrase.sayNoAbove)) ¥\(limit)" }
    return text + "\n"
  }

  private func schedule() -> String {
    guard !plan.schedule.isEmpty else { return "" }
    var text =
      "## \(language(.schedule))\n\n| \(language(.step)) | \(language(Phrase.start)) | \(language(Phrase.done)) |\n|---|---|---|\n"
    for step in plan.schedule {
      text += "| \(escaped(step.name)) | \(step.start.date) \(step.start.clock) "
      text += "| \(step.finish.date) \(step.finish.clock) |\n"
    }
    return text + "\n"
  }

  private func notes() -> String {
    var text = ""
    if !plan.conflict.isEmpty {
      text += "## \(language(.conflicts))\n\n"
      for conflict in plan.conflict {
        text += "- \(escaped((conflict.slots.isEmpty ? "" : conflict.slots.joined(separator: ", ") + ": ")))"
        text += "\(escaped(conflict.reason))\n"
      }
      text += "\n"
    }
    if !plan.warnings.isEmpty {
      text += "## \(language(.warnings))\n\n"
      for warning in plan.warnings { text += "- \(escaped(warning.code)): \(escaped(warning.message))\n" }
      text += "\n"
    }
    return text
  }

  private func escaped(_ text: LocalizedText) -> String { escaped(language(text)) }

  private func escaped(_ text: String) -> String { markdownText(text) }
}
