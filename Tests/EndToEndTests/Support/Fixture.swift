import Foundation

/// Files that other tests keep.
enum Fixture {
  /// A bill of materials of ours: certain lines, a line that is not fitted, one that nothing is known of.
  static let bom = Product.root.appendingPathComponent("Tests/EndToEndTests/Boms/logger.csv")

  /// A plan of some day, right by its own schema.
  static let plan = Product.root.appendingPathComponent("Tests/WalkSheetTests/Plan.json")

  /// The `day:` of a spec in Huaqiangbei but for its buyers, which follow as `buyers:`, two spaces in.
  static let day = """
    day:
      date: 2026-12-04
      start: "09:30"
      finish: "18:30"
      from: metro-huaqiang-road-a
      to: metro-huaqiang-road-a
    """
}
