internal import Base
internal import Market
internal import Phrases
internal import SourcingPlan

extension PlanPage {
  /// What is spent once is for.
  var oneTimeReasons: String {
    (plan.oneTimeCosts ?? []).map { cost in
      said(cost.purpose) + (cost.isAssumed ? " (\(say(.assumedAmount)))" : "")
    }.joined(separator: ", ")
  }

  /// Every variant of the board with what it costs more than the plan's own.
  var variantLines: [String] {
    guard let variants = plan.ways else { return [] }
    if explainsVariants { return comparedVariants(variants) }
    var table = TextTable(
      [
        .init(title: "", alignment: .left, limit: width / 2), .init(title: say(.total), alignment: .right),
        .init(title: say(.more), alignment: .right), .init(title: say(.minutes), alignment: .right),
        .init(title: say(.stalls), alignment: .right),
      ], indent: 2)
    table.rows = variants.map { variant in
      let more = variant.cost.map { $0.total.money - plan.cost.total.money }
      return [
        name(of: variant), variant.cost.map { "\($0.total)" } ?? say(.noPlan),
        more.map { $0 > .zero ? "+\(Amount($0))" : "" } ?? "", variant.minutes.map(String.init) ?? "",
        variant.stalls.map(String.init) ?? "",
      ]
    }
    return table.lines(within: width) + reasons(of: variants)
  }

  /// The variants side by side, term by term.
  private func comparedVariants(_ variants: [PlanVariant]) -> [String] {
    let columns = variants.map { _ in
      TextTable.Column(title: "", alignment: .right, limit: max(10, (width - 12) / variants.count - 2))
    }
    var table = TextTable([.init(title: "", alignment: .left)] + columns, indent: 2)
    func row(_ title: PlanPhrase, _ value: (PlanVariant) -> String?) {
      table.rows.append([say(title)] + variants.map { value($0) ?? "–" })
    }
    table.rows.append([""] + variants.map { name(of: $0) })
    for term in CostTerms.all where term.id != .asking || variants.contains(where: { $0.cost?[.asking] != nil }) {
      table.rows.append(
        [said(term.name)] + variants.map { $0.cost.map { "\($0[term.id] ?? Amount(.zero))" } ?? "–" })
    }
    row(.total) { $0.cost.map { "\($0.total)" } ?? say(.noPlan) }
    row(.atLeast) { $0.bound.map { "\($0)" } }
    row(.minutes) { $0.minutes.map(String.init) }
    row(.stalls) { $0.stalls.map(String.init) }
    return table.lines(showsTitles: false) + reasons(of: variants)
  }

  /// Why variants have no plan.
  private func reasons(of variants: [PlanVariant]) -> [String] {
    variants.flatMap { variant in
      variant.reason.map { "\(name(of: variant)): \(said($0))".wrapped(toCells: width - 2).map { "  " + $0 } } ?? []
    }
  }

  /// What fills each group; the groups are named where there are several.
  private func name(of variant: PlanVariant) -> String {
    let names = variant.fillings.map { filling in
      let filler = filling.name.map { said($0) } ?? Phrase.discreteParts(language)
      return variant.fillings.count == 1 ? filler : say(.filling(group: filling.group.plain, by: filler))
    }
    return names.joined(separator: ", ")
  }
}
