/// A column that holds for one variant only: KiCost's `kicost.lite:dnp`, and `48V:Value`.
struct VariantColumn: Sendable, Hashable {
  var variant: String
  var field: BOMField
  /// From 0.
  var column: Int
}

/// Which variants are built, and what that makes of a row.
struct VariantChoice: Sendable {
  /// Plain names of the variants to build; empty for the default.
  private let chosen: Set<String>

  init(_ names: [String]) { chosen = Set(names.map(Self.plain)) }

  static func plain(_ name: String) -> String { name.trimmedBlanks.lowercased() }

  /// Names as `--variant` gives them: several options, or several names in one.
  static func names(_ options: [String]) -> [String] {
    options.flatMap { $0.split { ",;".contains($0) }.map { $0.trimmedBlanks } }.filter { !$0.isEmpty }
  }

  var isEmpty: Bool { chosen.isEmpty }

  func contains(_ variant: String) -> Bool { chosen.contains(Self.plain(variant)) }

  /// The row with the cells of the chosen variants in the place of the ordinary ones.
  func row(_ row: BOMRow, _ header: BOMHeader) -> BOMRow {
    var row = row
    for own in header.variantColumns where contains(own.variant) && row.cells.indices.contains(own.column) {
      let text = row.cells[own.column].text
      guard !text.isEmpty, let base = header.columns[own.field]?.first, row.cells.indices.contains(base) else {
        continue
      }
      row.cells[base].text = text
    }
    return row
  }

  /// What words of variants make of a part.
  struct Finding: Sendable, Hashable {
    /// The variants that are spoken of.
    var variants: [String] = []
    /// Why the part is left out; nil where it is not.
    var unfittedWord: String?
  }

  /// KiCost's list of the variants that have the part, `pro,lite`; a blank list is in all.
  func finding(ofList text: String) -> Finding {
    let names = text.split { ",;/ ".contains($0) || $0.isNewline }.map(String.init)
    guard !names.isEmpty, !names.contains(where: contains) else { return Finding(variants: names) }
    return Finding(variants: names, unfittedWord: "variant " + names.joined(separator: ", "))
  }

  /// KiBoM's words: `+A` is fitted in variant A only, `-B` in all but B, `DNF` in none. Nil where the text is none of these.
  func finding(ofWords text: String) -> Finding? {
    let words = text.split { ", ;".contains($0) || $0.isNewline }.map(String.init)
    guard !words.isEmpty, words.allSatisfy({ Self.isDirective($0) || FittingMarks.saysUnfitted($0) }) else {
      return nil
    }
    var finding = Finding()
    var only: [String] = []
    for word in words {
      guard Self.isDirective(word) else {
        finding.unfittedWord = word
        continue
      }
      let name = String(word.dropFirst())
      finding.variants.append(name)
      if word.first == "+" { only.append(name) }
      if word.first == "-", contains(name) { finding.unfittedWord = word }
    }
    if !only.isEmpty, !only.contains(where: contains) {
      finding.unfittedWord = finding.unfittedWord ?? only.map { "+" + $0 }.joined(separator: " ")
    }
    return finding
  }

  private static func isDirective(_ word: String) -> Bool {
    guard let sign = word.first, sign == "+" || sign == "-", word.count > 1 else { return false }
    return word.dropFirst().contains { $0.isLetter || $0.isNumber }
  }
}
