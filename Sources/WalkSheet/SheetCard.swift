internal import Market
internal import Phrases
internal import SourcingPlan

extension WalkSheet {
  /// What is shown to a seller to ask for a line.
  func card(for article: PlanLine, quantity: Int, condition: Condition) -> [PhraseBook.Line] {
    var values = values(of: article, quantity: quantity)
    values["condition"] = condition.text
    return phrases.card(category: article.category, values: values, invoice: plan.invoice ?? false)
  }

  func pickUpCard(for article: PlanLine, quantity: Int) -> [PhraseBook.Line] {
    phrases.pickUpCard(values: values(of: article, quantity: quantity))
  }

  /// What the blanks of phrases are filled with.
  private func values(of article: PlanLine, quantity: Int) -> [String: LocalizedText] {
    func same(_ text: String) -> LocalizedText { LocalizedText(english: text, chinese: text) }
    var values = Dictionary(
      (article.parameters ?? []).map { ($0.id, same($0.value)) }, uniquingKeysWith: { first, _ in first })
    values["mpn"] = same(article.mpn)
    values["maker"] = same(article.maker)
    values["name"] = article.name
    values["quantity"] = same("\(quantity)")
    if let rule = article.dateCodeRule { values["date-code"] = same(rule.oldest) }
    if article.package != "-" { values["package"] = same(article.package) }
    return values
  }
}
