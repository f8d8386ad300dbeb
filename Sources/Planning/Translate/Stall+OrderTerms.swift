internal import Base
internal import Market
internal import Optimizer

extension Stall {
  /// What the optimizer knows of the orders of a shop that ships.
  var orderTerms: OrderTerms {
    position == nil
      ? OrderTerms(minimum: minimumOrder?.microYuan ?? 0, freeFrom: freeFrom?.microYuan ?? .max) : .none
  }
}
