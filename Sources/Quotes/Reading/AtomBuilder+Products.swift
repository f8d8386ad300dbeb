extension AtomBuilder {
  /// 期货 0.35 4周: the time of what is ordered stands apart from the word.
  mutating func joinOrderTimes() {
    let open = atoms.indices.filter { atoms[$0].kind == .lead(nil) }
    let timed = atoms.indices.filter { index in
      if case .lead(let days?) = atoms[index].kind { return days > 0 }
      return false
    }
    guard open.count == 1, timed.count == 1 else { return }
    atoms[open[0]].kind = atoms[timed[0]].kind
    atoms.remove(at: timed[0])
  }

  // MARK: Products

  /// `2000*0.35=700`: a quantity, a price and their product.
  mutating func takeProducts() {
    for place in entries.indices where entries[place].kind == .sign("*") {
      guard place > 0, place + 1 < entries.count, !used.contains(place - 1), let left = amount(place - 1),
        let right = amount(place + 1)
      else { continue }
      let (price, count) = left.hasPoint ? (left, right) : (right, left)
      let pricePlace = left.hasPoint ? place - 1 : place + 1
      guard price.hasPoint, !count.hasPoint, count.millionths % 1_000_000 == 0 else { continue }
      let pieces = Int(count.millionths / 1_000_000)
      used.formUnion([place - 1, place, place + 1])
      add(.price(price), pricePlace)
      add(.quantity(pieces, .plain), left.hasPoint ? place + 1 : place - 1)
      if place + 3 < entries.count, entries[place + 2].kind == .sign("="), let total = amount(place + 3) {
        used.formUnion([place + 2, place + 3])
        add(.sum(total), place + 3)
      }
    }
  }

  private func amount(_ place: Int) -> PriceText? {
    switch entries[place].kind {
    case .price(let price), .number(let price): price
    case .quantity(let count): PriceText(millionths: Int64(clamping: Int128(count) * 1_000_000))
    default: nil
    }
  }
}
