/// Where in a schematic's hierarchy a sheet stands, and what the sheets above it say for all of its symbols.
struct SheetContext {
  /// The file of the sheet, as findings name it.
  var file: String
  /// Relative to the folder of the first file; empty for that folder.
  var folder = ""
  /// Ids of the sheets from the topmost one, each after a slash, as the schematic gives them.
  var path: String
  /// The same without the topmost one, as KiCad 6 has it.
  var oldPath = ""
  var depth = 0
  /// Whether a sheet on the way here is not fitted, or is no part of the BOM.
  var isUnfitted = false
  var isExcluded = false
  /// Fields of the sheets on the way here and of the title block, the nearest first; names in upper case.
  var variables: [String: String] = [:]
}

/// The marks of a symbol or a sheet that a design variant of KiCad 10 may change.
struct DesignMarks {
  var isUnfitted: Bool
  var isExcluded: Bool
  /// Fields that the variant gives anew.
  var fields: [(name: String, value: String)] = []

  /// What a symbol or sheet says for every variant.
  init(_ node: SymbolicExpression) {
    isUnfitted = Self.isYes(node, "dnp") ?? false
    isExcluded = Self.isExcluded(node) ?? false
  }

  /// Takes what the variants of these names say, one after the other: `(variant (name "lite") (dnp yes) (field (name "Value") (value "1k")))`.
  /// Returns the names of all variants.
  mutating func apply(_ chosen: [String], of instance: SymbolicExpression?) -> [String] {
    let variants = instance?.children("variant") ?? []
    for node in variants {
      guard let name = node.value("name"), chosen.contains(where: { $0.caseInsensitiveEquals(name) }) else { continue }
      if let flag = Self.isYes(node, "dnp") { isUnfitted = flag }
      if let flag = Self.isExcluded(node) { isExcluded = flag }
      for field in node.children("field") {
        guard let name = field.value("name"), let value = field.value("value") else { continue }
        fields.append((name, value))
      }
    }
    return variants.compactMap { $0.value("name") }
  }

  private static func isExcluded(_ node: SymbolicExpression) -> Bool? {
    isYes(node, "in_bom").map { !$0 } ?? isYes(node, "exclude_from_bom")
  }

  /// `(dnp yes)`, `(dnp no)`; a mark alone, `(dnp)`, is a yes.
  private static func isYes(_ node: SymbolicExpression, _ name: String) -> Bool? {
    node.child(name).map { $0.argument.map { $0 == "yes" || $0 == "true" } ?? true }
  }
}
