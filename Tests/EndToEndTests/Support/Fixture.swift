import Foundation

/// Files that other tests keep.
enum Fixture {
  /// A bill of materials of ours: certain lines, a line that is not fitted, one that nothing is known of.
  static let bom = Product.root.appendingPathComponent("Tests/EndToEndTests/Boms/logger.csv")

  /// A plan of some day, right by its own schema.
  static let plan = Product.root.appendingPathComponent("Tests/WalkSheetTests/Plan.json")
}
