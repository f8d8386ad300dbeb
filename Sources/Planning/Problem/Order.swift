internal import Base
internal import BoardSpec
internal import Electronics
internal import SourcingPlan

/// A board that is to be built: how many, by which variant, from which parts.
struct Order {
  let id: OrderID
  /// One variant of the board: a board that leaves a choice is an alternative for each.
  var board: Board
  /// How many are built.
  var count: Int
  /// Parts that meet each slot, in the order of `board.slots`, sorted by id.
  var candidates: [[Part]]
  /// What is taken from stock, by slot.
  var onHand: [Int: HandShare] = [:]
  /// Slots that are asked for on the spot.
  var asked: Set<Int> = []

  /// The board's name is the order's id while a plan has one order.
  init(_ board: Board, count: Int, candidates: [[Part]]) {
    id = OrderID(board.name)
    self.board = board
    self.count = count
    self.candidates = candidates
  }

  /// Thousandths of pieces that a slot asks for, before attrition: `count × max(boards × (1000 + spares), 1000 × minimum sets)`.
  func amount(of slot: Slot) -> Int64 {
    let spares = (slot.spares ?? board.policy.spares).perMille
    return Int64(slot.count) * max(Int64(count) * Int64(1000 + spares), 1000 * Int64(slot.minimumSets))
  }
}

/// A slot of an order, as the planner numbers them: all of the first order, then all of the next.
struct OrderSlot {
  /// Position of the order in the problem, and of the slot in its board.
  var order: Int
  var position: Int
  var slot: Slot
  var candidates: [Part]
  var policy: PurchasePolicy
  /// Thousandths of pieces to be bought: what is taken from stock is off.
  var amount: Int64
  /// Whether the slot is filled without any purchase: from stock, or by asking on the spot.
  var isSettled: Bool
  /// The part at hand that fills the slot; nil where none does, and where no catalog knows it.
  var partOnHand: Part?
}
