/// Words that lists of parts and prices have beside their rows.
package enum ListWords {
  private static let sums: Set<String> = [
    "total", "totals", "total cost", "grand total", "sum", "subtotal", "sub-total", "cost", "合计", "总计", "小计", "共计",
    "总价",
    "summe", "gesamt", "gesamtsumme", "zwischensumme", "totale", "somme", "suma",
  ]

  /// Whether a cell at the start of a row says that the row sums up others: `Total`, `Total:`, `Total components: 14`, `合计`.
  package static func isSum(_ text: String) -> Bool {
    let plain = text.lowercased().split { $0.isWhitespace || ":：*.".contains($0) }.joined(separator: " ")
    guard let first = plain.split(separator: " ").first else { return false }
    return sums.contains(plain) || sums.contains(String(first))
  }

  /// Whether a cell is a label of what stands beside it: `Prepared by:`.
  package static func isLabel(_ text: String) -> Bool { text.last == ":" || text.last == "：" }
}
