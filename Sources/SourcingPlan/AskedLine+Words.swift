internal import Base
package import Market

/// What asking for a line on a floor means for whoever goes there, in words.
extension AskedLine {
  /// Where to ask, how likely it is there, what to expect and the most to pay; nil without an estimate.
  package func asking(in plan: PlanDocument) -> LocalizedText? {
    guard let estimate else { return nil }
    return LocalizedText(
      joining: [whereToAsk(in: plan), estimate.expectation, estimate.limit].compactMap(\.self), english: "; ",
      chinese: "；")
  }

  /// What is done when nobody there has it; nil without an estimate.
  package func otherwise(in plan: PlanDocument) -> LocalizedText? {
    guard let estimate else { return nil }
    var steps: [LocalizedText] = []
    let floors = estimate.next.compactMap { plan.floorName($0) }
    if !floors.isEmpty {
      let names = LocalizedText(joining: floors, english: ", then ", chinese: "，再到")
      steps.append(LocalizedText(english: "ask at \(names.english)", chinese: "到\(names.chinese)询问"))
    }
    if let shop = estimate.elsewhere {
      let amount = Amount(shop.goods.money + shop.charge.money)
      steps.append(
        LocalizedText(
          english:
            "order \(shop.quantity) from \(shop.name.english): ¥\(amount) with delivery, there in \(shop.days) d",
          chinese: "向\(shop.name.chinese)订 \(shop.quantity) 个：含运费 ¥\(amount)，\(shop.days) 天到"))
    }
    if !estimate.alternates.isEmpty {
      steps.append(
        LocalizedText(
          english: "ask for \(estimate.alternates.joined(separator: ", ")) instead",
          chinese: "改问 \(estimate.alternates.joined(separator: "、"))"))
    }
    if steps.isEmpty {
      steps.append(LocalizedText(english: "leave your number, and note who can get it", chinese: "留下联系方式，记下谁能调货"))
    }
    let all = LocalizedText(joining: steps, english: "; or ", chinese: "；或")
    return LocalizedText(english: "nobody has it: \(all.english)", chinese: "都没有：\(all.chinese)")
  }

  /// The line, and what is known of asking for it.
  package func advice(in plan: PlanDocument) -> LocalizedText {
    LocalizedText(
      joining: [text, asking(in: plan), otherwise(in: plan)].compactMap(\.self), english: ". ", chinese: "。")
  }

  private func whereToAsk(in plan: PlanDocument) -> LocalizedText? {
    guard let estimate else { return nil }
    guard let place = estimate.place, let chance = estimate.chance else {
      return LocalizedText(
        english: "no way to a floor pays for it; ask by message", chinese: "不值得为它专程跑一层楼，请发消息询价")
    }
    let percent = (chance.millionths + 5_000) / 10_000
    let name = plan.floorName(place) ?? LocalizedText(english: place.text, chinese: place.text)
    let own =
      estimate.learned.map { learned in
        LocalizedText(
          english: " (you found \(learned.found) of \(learned.asked) such lines)",
          chinese: "（您问过 \(learned.asked) 种同类物料，找到 \(learned.found) 种）")
      } ?? LocalizedText(english: "", chinese: "")
    return LocalizedText(
      english:
        "ask at \(name.english): \(percent) % likely there\(own.english), \(estimate.minutes) min allowed",
      chinese: "到\(name.chinese)询问：约 \(percent)% 有货\(own.chinese)，限 \(estimate.minutes) 分钟")
  }
}

extension PlanEstimate {
  /// What the price is expected to be, and where that comes from.
  package var expectation: LocalizedText {
    guard let unitPrice, let amount, let listPrice else {
      return LocalizedText(english: "no price known", chinese: "没有参考价")
    }
    let source = listSource ?? ""
    return LocalizedText(
      english: "expect ¥\(unitPrice) each, ¥\(amount) in all (list ¥\(listPrice), \(source))",
      chinese: "预计单价 ¥\(unitPrice)，共 ¥\(amount)（参考价 ¥\(listPrice)，\(source)）")
  }

  /// The most to pay; nil where no price is known.
  package var limit: LocalizedText? {
    most.map { LocalizedText(english: "pay at most ¥\($0) each", chinese: "单价最多 ¥\($0)") }
  }
}

extension PlanDocument {
  /// A floor where one asks, as people read it: `SEG Plaza, floor 1`, `赛格广场1楼`; nil for what is no place of the plan.
  package func floorName(_ id: PlaceID) -> LocalizedText? {
    guard let place = places?.first(where: { $0.id == id })?.position else { return nil }
    let floor = place.floor
    return LocalizedText(
      english: "\(place.buildingName.english), \(floor < 0 ? "basement \(-floor)" : "floor \(floor)")",
      chinese: "\(place.buildingName.chinese)\(floor < 0 ? "负\(-floor)楼" : "\(floor)楼")")
  }

  /// What is asked for at a stop, in its order.
  package func asked(at visit: PlanVisit) -> [AskedLine] {
    let lines = estimates
    return (visit.asks ?? []).compactMap { lines[$0] }
  }
}

extension LocalizedText {
  fileprivate init(joining texts: [LocalizedText], english: String, chinese: String) {
    self.init(
      english: texts.map(\.english).joined(separator: english), chinese: texts.map(\.chinese).joined(separator: chinese)
    )
  }
}
