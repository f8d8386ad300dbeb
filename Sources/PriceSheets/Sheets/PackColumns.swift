/// Columns of a number of pieces in a pack, which leave open whether the price beside them is for a piece or for the pack.
enum PackColumns {
  private static let packs: Set<String> = [
    "pack", "packs", "packing", "package", "packaging", "pkg", "reel", "reels", "roll", "rolls", "tray", "tube", "bag",
    "box", "carton",
    "bundle", "rolle", "gebinde", "packung", "verpackung",
  ]
  private static let counts: Set<String> = [
    "qty", "quantity", "size", "unit", "units", "count", "pcs", "pieces", "amount", "per", "standard", "std", "full",
    "minimum", "min", "factory",
    "pro", "menge", "stück", "größe", "par",
  ]
  private static let names: Set<String> = [
    "spq", "mpq", "pack", "pq", "vpe", "preiseinheit", "verpackungseinheit", "price unit", "price per", "unit qty",
    "packsize", "packqty",
    "reelsize", "reelqty", "gebindegröße", "rollengröße", "standardpack", "min pack", "最小包装", "标准包装", "最小包装量", "标准包装量",
    "包装数量", "包装数", "包装量",
    "包装规格", "包装单位", "最小包装数", "盘装数量", "整盘数量", "整包数量", "计价单位",
  ]

  /// What a sheet must have in place of such a column.
  static let expected = "the name `per` where a price is for so many pieces, or `multiple` where it is for one piece"

  /// Whether a column of this name is one. O(length).
  static func areOpen(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter }.map(String.init)
    let folded = words.joined(separator: " ")
    if names.contains(folded) { return true }
    if words.contains(where: { ["spq", "mpq", "vpe"].contains($0) }) { return true }
    // `Package Size` may be `0603`, and names no number of pieces by itself.
    if folded == "package size" { return false }
    if words.contains(where: packs.contains), words.contains(where: counts.contains) { return true }
    return ["每包", "每盘", "每卷", "每箱", "每盒", "每袋", "最小包装", "标准包装"].contains { folded.contains($0) }
  }
}
