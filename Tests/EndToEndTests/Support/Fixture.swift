import Foundation

/// Files that other tests keep.
enum Fixture {
  /// A plan of some day, right by its own schema.
  static let plan = Product.root.appendingPathComponent("Tests/WalkSheetTests/Plan.json")
}
