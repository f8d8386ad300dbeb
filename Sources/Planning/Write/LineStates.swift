internal import Base
internal import BoardSpec
internal import Electronics
internal import Market
internal import SourcingPlan

/// What becomes of each line of an order: see `LineState`.
struct LineStates {
  let order: Order
  /// References that the plan buys.
  let bought: Set<String>
  private let states: [String: LineState]

  /// - Parameter lines: the plan's purchases.
  init(of order: Order, lines: [PlanLine]) {
    self.order = order
    bought = Set(lines.filter { $0.order == order.id }.flatMap(\.slots))
    var states: [String: LineState] = [:]
    for (position, slot) in order.board.slots.enumerated() {
      for reference in slot.references {
        states[reference] =
          if order.onHand[position]?.isWhole == true {
            .onHand
          } else if order.asked.contains(position) {
            .askedFor
          } else {
            // What the day has no room for, and what a spec asks for in vain, is the user's to settle.
            bought.contains(reference) ? .bought : .toBeFoundOut
          }
      }
    }
    for reference in order.board.bill?.missing.flatMap(\.references) ?? [] { states[reference] = .toBeFoundOut }
    self.states = states
  }

  /// The lines of the bill, then the slots that stand in none, in the spec's order. A reference that is neither in a slot nor missing
  /// has no place on the variant that is built.
  var lines: [BillLine] {
    let bill = (order.board.bill?.lines ?? []).map { line in
      BillLine(
        order: order.id, slots: line.references, row: line.row, says: line.says,
        state: line.isFitted ? .joined(line.references.map { states[$0] ?? .leftOut }) : .leftOut)
    }
    let listed = Set((order.board.bill?.lines ?? []).filter(\.isFitted).flatMap(\.references))
    let others = order.board.slots.filter { listed.isDisjoint(with: $0.references) }.map { slot in
      BillLine(
        order: order.id, slots: slot.references, row: nil, says: nil,
        state: .joined(slot.references.compactMap { states[$0] }))
    }
    return bill + others
  }
}

extension PlanningProblem {
  /// What becomes of every order's lines in a plan of these purchases.
  func billLines(_ lines: [PlanLine]) -> [BillLine] {
    orders.flatMap { LineStates(of: $0, lines: lines).lines }
  }

  /// What is taken from stock; nil where nothing is.
  var handLines: [HandLine]? {
    let all = orders.flatMap { order in
      order.onHand.sorted { $0.key < $1.key }.map { position, share in
        HandLine(
          order: order.id, slots: order.board.slots[position].references, item: share.item, name: share.name,
          pieces: share.pieces, need: share.isWhole ? share.need : nil)
      }
    }
    return all.isEmpty ? nil : all
  }

  /// What is asked for on the spot; nil where nothing is.
  ///
  /// - Parameter estimates: what asking brings, by slot.
  func askedLines(_ estimates: [Int: PlanEstimate] = [:]) -> [AskedLine]? {
    let all = slots.enumerated().filter { orders[$0.element.order].asked.contains($0.element.position) }
      .map { askedLine($0.element, estimates[$0.offset]) }
    return all.isEmpty ? nil : all
  }

  private func askedLine(_ slot: OrderSlot, _ estimate: PlanEstimate?) -> AskedLine {
    let order = orders[slot.order]
    let parts = slot.candidates
    /// What all parts have in common.
    func common(_ value: (Part) -> String) -> String? {
      let all = Set(parts.map(value))
      return all.count == 1 ? all.first : nil
    }
    let words = slot.slot.asked
    let said = order.board.bill?.lines.first { !Set($0.references).isDisjoint(with: slot.slot.references) }?.says
    let mpn = words?.mpn ?? common(\.id.mpn)
    // What a value describes is asked for in the spec's own words; a bill's have names of drawings in them, which no seller knows.
    let own = slot.slot.words(categories)
    let isDescribed = slot.slot.requirements.count == 1 && slot.slot.requirements[0].mpn == nil && !own.isEmpty
    let value = words?.value ?? (words == nil && mpn == nil ? isDescribed ? own : said ?? own : nil)
    // What a list has among other things has no name.
    let category = common(\.category).flatMap { $0 == Part.otherCategory ? nil : categories[$0] }
    let need = askedNeed(of: slot)
    let package = words?.package ?? common(\.package)
    return AskedLine(
      order: order.id, slots: slot.slot.references, mpn: mpn, maker: words?.maker ?? common(\.id.maker),
      package: package == "-" ? nil : package, value: value,
      description: words?.description,
      name: category.map { LocalizedText(english: $0.english, chinese: $0.chinese) }, need: need,
      reason: reason(slot), dateCodeRule: PlanDateCodeRule(slot.policy.dateCode, on: date),
      estimate: estimate)
  }

  /// Why no price is known that can be taken, for all that is needed.
  private func reason(_ slot: OrderSlot) -> LocalizedText {
    if slot.candidates.isEmpty { return Self.unknown }
    if let short = short(slot) { return short }
    guard slot.policy.dateCode != .any,
      slot.candidates.contains(where: { pieces(of: $0, under: .any) > 0 })
    else { return unsold }
    return LocalizedText(
      english: "no offer in \(markets.map(\.english).joined(separator: ", ")) states such a date code",
      chinese: "\(markets.map(\.chinese).joined(separator: "、"))没有报价注明这样的批号")
  }

  private static let unknown = LocalizedText(english: "no catalog knows it", chinese: "物料库中没有")

  private var unsold: LocalizedText {
    LocalizedText(
      english: "nobody's price for it is known in \(markets.map(\.english).joined(separator: ", "))",
      chinese: "\(markets.map(\.chinese).joined(separator: "、"))没有已知报价")
  }

  /// That the part of which most is offered is too short; nil where none is offered.
  private func short(_ slot: OrderSlot) -> LocalizedText? {
    let most = slot.candidates.map {
      (pieces: pieces(of: $0, under: slot.policy.dateCode), need: need(of: $0, amount: slot.amount))
    }
    .max { $0.pieces - $0.need < $1.pieces - $1.need }
    guard let most, most.pieces > 0 else { return nil }
    return .tooFew(most.pieces, need: most.need)
  }
}
