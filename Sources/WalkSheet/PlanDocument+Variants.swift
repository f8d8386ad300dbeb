internal import Base
internal import Market
internal import Phrases
internal import SourcingPlan

extension PlanDocument {
  /// One variant of the board as a sheet shows it.
  struct NamedVariant {
    var name: LocalizedText
    /// What it costs, and what more than the plan; or that it has no plan, and why.
    var value: LocalizedText
    var isPlan: Bool
  }

  /// What each thing that is paid once is for, and its amount.
  var oneTimeReasons: [(purpose: LocalizedText, value: LocalizedText)] {
    (oneTimeCosts ?? []).map { cost in
      let assumed = PlanPhrase.assumedAmount.text
      return (
        cost.purpose,
        LocalizedText(
          english: "¥\(cost.amount)" + (cost.isAssumed ? " (\(assumed.english))" : ""),
          chinese: "¥\(cost.amount)" + (cost.isAssumed ? "（\(assumed.chinese)）" : ""))
      )
    }
  }

  /// The variants that were compared, in the plan's order.
  var namedVariants: [NamedVariant] {
    (ways ?? []).map { variant in
      NamedVariant(name: name(of: variant), value: value(of: variant), isPlan: variant.fillings == fillings)
    }
  }

  /// What fills each group; the groups are named where there are several.
  private func name(of variant: PlanVariant) -> LocalizedText {
    let names = variant.fillings.map { filling in
      let filler = filling.name ?? Phrase.discreteParts.text
      guard variant.fillings.count > 1 else { return filler }
      return LocalizedText(
        english: PlanPhrase.filling(group: filling.group, by: filler.english).text.english,
        chinese: PlanPhrase.filling(group: filling.group, by: filler.chinese).text.chinese)
    }
    return LocalizedText(
      english: names.map(\.english).joined(separator: ", "), chinese: names.map(\.chinese).joined(separator: "，"))
  }

  private func value(of variant: PlanVariant) -> LocalizedText {
    guard let cost = variant.cost else {
      let none = PlanPhrase.noPlan.text
      guard let reason = variant.reason else { return none }
      return LocalizedText(
        english: "\(none.english): \(reason.english)", chinese: "\(none.chinese)：\(reason.chinese)")
    }
    let more = cost.total.money - self.cost.total.money
    let amount = "¥\(cost.total)" + (more > .zero ? " (+\(Amount(more)))" : "")
    let minutes = variant.minutes.map { Phrase.minuteCount($0).text }
    return LocalizedText(
      english: [amount, minutes?.english].compactMap(\.self).joined(separator: " · "),
      chinese: [amount, minutes?.chinese].compactMap(\.self).joined(separator: " · "))
  }
}
