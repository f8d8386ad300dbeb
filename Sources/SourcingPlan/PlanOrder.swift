package import Base
package import Market

/// A board: its variant, how many are built, and by when.
package struct PlanOrder: Sendable, Hashable, Codable {
  package var id: OrderID
  /// The board's name.
  package var board: String
  package var title: LocalizedText
  /// How many boards are built.
  package var count: Int
  /// The day on which they are wanted; nil where none is stated.
  package var due: LocalDate?
  /// How the groups of the board's `turnkey` are filled; nil where it has none.
  package var fillings: [PlanFilling]?
  /// What is spent once for this variant; nil where nothing is.
  package var oneTimeCosts: [PlanOneTimeCost]?
  /// Fitted lines of the bill of materials that the board was imported from; nil for a spec written by hand.
  package var bomLines: Int?

  package init(
    id: OrderID, board: String, title: LocalizedText, count: Int, due: LocalDate? = nil,
    fillings: [PlanFilling]? = nil, oneTimeCosts: [PlanOneTimeCost]? = nil, bomLines: Int? = nil
  ) {
    self.id = id
    self.board = board
    self.title = title
    self.count = count
    self.due = due
    self.fillings = fillings
    self.oneTimeCosts = oneTimeCosts
    self.bomLines = bomLines
  }
}
