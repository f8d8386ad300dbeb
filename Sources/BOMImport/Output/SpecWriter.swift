/// Writes a new board spec from an import.
package struct SpecWriter {
  /// What a spec must say that no BOM tells.
  package struct Head: Sendable {
    /// Lower-case, hyphenated.
    package var name: String
    /// Boards to build.
    package var quantity: Int
    package var market: String
    /// `2026-12-04`.
    package var date: String

    package init(name: String, quantity: Int, market: String, date: String) {
      self.name = name
      self.quantity = quantity
      self.market = market
      self.date = date
    }
  }

  /// A board's name from a file's: lower-case letters, digits and hyphens.
  package static func boardName(from file: String) -> String {
    let base = file.split(separator: "/").last.map(String.init) ?? file
    let stem = base.lastIndex(of: ".").map { String(base[..<$0]) } ?? base
    let words = stem.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return words.isEmpty ? "board" : words.joined(separator: "-")
  }

  /// The whole text of the spec.
  package static func text(_ spec: ImportedSpec, head: Head) -> String {
    """
    # Written by `peidan import`. Change what you like: importing again keeps your changes (`imported` remembers what was written).
    schema: peidan.board/1
    board:
      name: \(head.name)
      quantity: \(head.quantity)
    market: \(YAMLText.scalar(head.market))
    \(slots(spec))
    day:
      date: \(head.date)
      start: "09:30"
      finish: "18:30"
      buyers:
        - {name: A, rate: 60 CNY/h}
    \(record(spec))

    """
  }

  /// The mapping `slots`, a line each.
  static func slots(_ spec: ImportedSpec) -> String {
    let entries = spec.lines.compactMap { line in
      line.slot.map { entry(key: line.key, value: $0, comment: line.comment) }
    }
    return entries.isEmpty ? "slots: {}" : "slots:\n" + entries.joined(separator: "\n")
  }

  static func entry(key: String, value: String, comment: String) -> String {
    "  \(YAMLText.key(key)): \(value)" + (comment.isEmpty ? "" : "  # \(comment)")
  }

  /// The mapping `imported`: what the next import compares with.
  static func record(_ spec: ImportedSpec) -> String {
    var lines = ["imported:", "  file: \(YAMLText.scalar(spec.file))", "  dialect: \(spec.dialect.rawValue)"]
    if let variant = spec.variant { lines.append("  variant: \(YAMLText.scalar(variant))") }
    if let passives = spec.passives { lines.append("  passives: \(passives.rawValue)") }
    lines.append(spec.lines.isEmpty ? "  lines: {}" : "  lines:")
    for line in spec.lines {
      var entries = line.record
      if let slot = line.slot { entries.append(("wrote", YAMLText.quoted(slot))) }
      lines.append("    \(YAMLText.key(line.key)): \(YAMLText.flow(entries))")
    }
    return lines.joined(separator: "\n")
  }
}

extension YAMLText {
  /// A key of a block mapping: references and commas are plain, everything else quoted.
  static func key(_ text: String) -> String {
    let isPlain = text.first?.isLetter == true && text.allSatisfy { $0.isLetter || $0.isDigit || "_.,+- ".contains($0) }
    return isPlain && !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased())
      ? text : quoted(text)
  }
}
