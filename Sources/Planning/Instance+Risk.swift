internal import Base
internal import Market
internal import Optimizer

extension Instance {
  /// The expected loss on a purchase to the fen, as it is printed. The search counts it unrounded, so that a plan's total is
  /// the sum of its terms only when risks are rounded one by one, in plans and baselines alike.
  func risk(of purchase: Optimizer.Solution.Purchase) -> Money {
    Money(microYuan: offers[Int(purchase.offer)].riskPerUnit * Int64(purchase.quantity)).roundedToFen
  }
}
