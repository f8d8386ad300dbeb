internal import Base
internal import Market
internal import Optimizer

extension Instance {
  /// The expected loss on a purchase, as it is printed.
  func risk(of purchase: Optimizer.Solution.Purchase) -> Money {
    Money(microYuan: risk(of: Int(purchase.offer), quantity: Int(purchase.quantity)))
  }
}
