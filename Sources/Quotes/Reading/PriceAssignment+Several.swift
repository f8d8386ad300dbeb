internal import Base
internal import Market

extension PriceAssignment {
  /// Two prices and more, each with what distinguishes it.
  mutating func assignEach() {
    var distinguishing = false
    for aspect in Aspect.allCases {
      let found = atoms(of: aspect)
      if found.count == prices.count {
        guard let order = order(of: found) else { continue }
        for (index, atom) in order { set(atom, on: index) }
        distinguishing = distinguishing || Set(found.map(\.kind)).count == found.count
      } else if found.count == 1 || Set(found.map(\.kind)).count == 1, aspect != .quantity {
        // Said once: of all, unless it is what distinguishes them (below).
        continue
      }
    }
    if !distinguishing, prices.count == 2 { distinguishing = assignOne() }
    for aspect in Aspect.allCases where aspect != .quantity {
      let found = atoms(of: aspect)
      guard !found.isEmpty, Set(found.map(\.kind)).count == 1, found.count != prices.count, !wasAssigned(aspect) else {
        if found.count > 1, found.count != prices.count, !wasAssigned(aspect), Set(found.map(\.kind)).count > 1 {
          open()
          return
        }
        continue
      }
      for index in prices.indices { set(found[0], on: index) }
    }
    let slashed = prices.allSatisfy { $0.from != nil }
    if !distinguishing, !(slashed && Set(prices.map(\.from)).count == prices.count) { return open() }
    let left = atoms(of: .quantity).filter { atom in !prices.contains { $0.assigned.contains(atom) } }
    if left.count == 1, case .quantity = left[0].kind, prices.allSatisfy({ $0.from == nil }) {
      // Said once beside what distinguishes the prices: of those in its clause, or of all where they share one.
      let clauses = Set(prices.map(\.atom.clause))
      for index in prices.indices
      where clauses.count == 1 || !clauses.contains(left[0].clause) || prices[index].atom.clause == left[0].clause {
        set(left[0], on: index)
      }
      if prices.allSatisfy({ $0.from == nil }) { return open() }
    } else if !left.isEmpty {
      return open()
    }
    if Set(prices.map(\.key)).count < prices.count { return open() }
    checkOrder()
  }

  private mutating func open() { addDoubt(.severalPrices(prices.map { $0.atom.said })) }

  /// A higher break of the same goods that costs more is a slip or a wrong reading.
  private mutating func checkOrder() {
    for left in prices.indices {
      for right in prices.indices where prices[left].goods == prices[right].goods {
        guard let first = prices[left].from, let second = prices[right].from, first < second,
          let low = prices[left].unit, let high = prices[right].unit, low < high
        else { continue }
        addDoubt(.contradiction("\(second): \(high.decimal)"))
        return
      }
    }
  }

  /// Each atom with the price that it belongs to: always the next one, or always the last one; nil where the order is neither.
  private func order(of found: [Atom]) -> [(Int, Atom)]? {
    let places = prices.map(\.atom.place)
    let isBefore = found.indices.allSatisfy { index in
      found[index].place < places[index] && (index == 0 || found[index].place > places[index - 1])
    }
    let isBehind = found.indices.allSatisfy { index in
      found[index].place > places[index] && (index + 1 == places.count || found[index].place < places[index + 1])
    }
    guard isBefore || isBehind else { return nil }
    return found.indices.map { ($0, found[$0]) }
  }

  /// The one thing said beside one of two prices; the other is without it.
  private mutating func assignOne() -> Bool {
    let (first, second) = (prices[0].atom, prices[1].atom)
    for aspect in [Aspect.quantity, .condition, .tax, .date, .lead] {
      let found = atoms(of: aspect)
      guard found.count == 1, let atom = found.first else { continue }
      let index: Int
      if atom.place < first.place {
        index = 0
      } else if atom.place > second.place {
        index = 1
      } else if atom.clause != first.clause || atom.clause != second.clause {
        guard atom.clause == first.clause || atom.clause == second.clause else { continue }
        index = atom.clause == first.clause ? 0 : 1
      } else if second.isGlued, second.place == atom.place + 1 {
        index = 1
      } else if atom.isGlued {
        index = 0
      } else if isLeast(atom) {
        index = atom.kind == .takeAll ? 1 : nearest(atom, first, second)
      } else {
        continue
      }
      // A condition, a date or a time before both is said of both.
      if aspect != .quantity, aspect != .tax, index == 0, atom.place < first.place { continue }
      set(atom, on: index)
      switch aspect {
      case .condition: prices[1 - index].doubts.append(.severalPrices(prices.map { $0.atom.said }))
      case .tax:
        if case .tax(let tax) = atom.kind { prices[1 - index].tax = tax == .included ? .excluded : .included }
      default: break
      }
      return true
    }
    return false
  }

  private func isLeast(_ atom: Atom) -> Bool {
    switch atom.kind {
    case .quantity(_, .least), .takeAll: true
    default: false
    }
  }

  private func nearest(_ atom: Atom, _ first: Atom, _ second: Atom) -> Int {
    atom.place - first.place < second.place - atom.place ? 0 : 1
  }

  private mutating func set(_ atom: Atom, on index: Int) {
    prices[index].assigned.append(atom)
    switch atom.kind {
    case .quantity(let count, _): prices[index].from = count
    case .takeAll:
      if let stock {
        prices[index].from = stock
      } else {
        prices[index].doubts.append(.unknownQuantity("\(atom.said)\(prices[index].atom.said)"))
      }
    case .condition(let condition): prices[index].condition = condition
    case .tax(let tax): prices[index].tax = tax
    case .lead(let days): prices[index].lead = days
    case .date(let said): prices[index].date = said
    default: break
    }
  }

  private func wasAssigned(_ aspect: Aspect) -> Bool {
    let found = atoms(of: aspect)
    return prices.contains { price in found.contains { price.assigned.contains($0) } }
  }
}

extension PriceAssignment.Priced {
  /// What distinguishes it from the others.
  struct Key: Hashable {
    var from: Int?
    var isAll: Bool
    var goods: Goods
  }

  /// What the price is for, quantity aside.
  struct Goods: Hashable {
    var tax: Answer.Tax?
    var condition: Condition?
    var lead: Int?
    var date: String?
  }

  var goods: Goods { Goods(tax: tax, condition: condition, lead: lead, date: date) }
  var key: Key { Key(from: from, isAll: assigned.contains { $0.kind == .takeAll }, goods: goods) }
}
