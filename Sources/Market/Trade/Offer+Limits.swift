internal import Base

extension Offer {
  /// What makes the offer one that cannot be reckoned with, in a clause; nil where all its numbers lie within `Limits`, its
  /// breaks rise, and the least purchase at each of them can be paid.
  package var excess: String? {
    if !Limits.pieces.contains(minimum) { return "the least quantity \(minimum) is not \(Limits.pieces.words)" }
    if !Limits.pieces.contains(multiple) { return "the multiple \(multiple) is not \(Limits.pieces.words)" }
    if !Limits.stock.contains(stock) { return "the stock \(stock) is not \(Limits.stock.words)" }
    if !Limits.runnerMinutes.contains(runnerMinutes) {
      return "the \(runnerMinutes) minutes of the runner are not \(Limits.runnerMinutes.words)"
    }
    var last = 0
    for entry in breaks {
      if !Limits.pieces.contains(entry.from) { return "the break at \(entry.from) is not \(Limits.pieces.words)" }
      if entry.from <= last { return "the break at \(entry.from) does not rise" }
      if !Limits.unitPrice.contains(entry.unitPrice) {
        return "the price \(entry.unitPrice.decimal) is not \(Limits.unitPrice.words)"
      }
      let least = Int128(max(entry.from, minimum)) * Int128(entry.unitPrice.microYuan)
      if least > Int128(Limits.purchase.upperBound.microYuan) {
        return "to buy \(max(entry.from, minimum)) pieces at \(entry.unitPrice.decimal) CNY costs more than "
          + Limits.purchase.upperBound.description
      }
      last = entry.from
    }
    return nil
  }
}
