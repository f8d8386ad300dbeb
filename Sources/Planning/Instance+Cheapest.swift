internal import Optimizer

extension Instance {
  /// The least amount that `offer` alone asks for at least `need` pieces, minimum, multiple and breaks obeyed; nil when
  /// its stock does not reach.
  func cheapestAmount(of offer: Int, covering need: Int) -> Cost? {
    let terms = offers[offer]
    let multiple = max(1, Int(terms.multiple))
    let rounded = { (quantity: Int) in (quantity + multiple - 1) / multiple * multiple }
    let starts = breakRange(of: offer).map { Int(breaks[$0].from) }
    let quantities = ([need] + starts.filter { $0 > need }).map { rounded(max($0, Int(terms.minimum))) }
    return quantities.filter { $0 <= Int(terms.stock) }.map { amount(of: offer, quantity: $0) }.min()
  }

  /// `cheapestAmount` with the expected loss of the pieces bought, the quantity chosen for the sum.
  func cost(ofOffer offer: Int, covering need: Int) -> Cost? {
    let terms = offers[offer]
    let multiple = max(1, Int(terms.multiple))
    let starts = breakRange(of: offer).map { Int(breaks[$0].from) }
    return ([need] + starts.filter { $0 > need })
      .map { (max($0, Int(terms.minimum)) + multiple - 1) / multiple * multiple }
      .filter { $0 <= Int(terms.stock) }
      .map { amount(of: offer, quantity: $0) + terms.riskPerUnit * Cost($0) }
      .min()
  }
}
