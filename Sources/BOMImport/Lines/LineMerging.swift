internal import Diagnostics

/// Joins lines that ask for the same part, and finds references that stand in two lines.
enum LineMerging {
  /// What makes two lines one: everything that they ask for. A line of `10k 1%` and one of `10k` stay apart.
  private struct Key: Hashable {
    var value: String
    var number: String
    var maker: String
    var orderNumbers: [String]
    var package: String
    var facts: LineFacts
    var kind: ComponentKind
    var isFitted: Bool
    var sparesPerMille: Int?
    var contradiction: String?
    var description: String
    /// Words that were not understood keep lines apart: nobody knows what they ask for.
    var unread: [String]

    init(_ line: BOMLine) {
      // A typed value stands for its spellings: `4k7` and `4.7k` join.
      let isTyped = line.kind.valueParameter.map { line.facts.quantities[$0] != nil } ?? false
      value = isTyped && line.words.isEmpty ? "" : line.value
      number = line.number
      maker = line.maker
      orderNumbers = line.orderNumbers
      package = line.facts.package == nil ? line.footprint : ""
      facts = line.facts
      kind = line.kind
      isFitted = line.isFitted
      sparesPerMille = line.sparesPerMille
      contradiction = line.contradiction
      description = isTyped ? "" : line.description
      unread = line.cells.flatMap(\.unread)
    }
  }

  /// Lines in the order of the file, later ones joined to the first of their kind; lines without references stay apart. A
  /// reference in two lines is an error, and counts for the first. O(references).
  static func merge(_ lines: [BOMLine], into sink: DiagnosticSink) -> [BOMLine] {
    var merged: [BOMLine] = []
    var places: [Key: Int] = [:]
    var owners: [String: BOMLine] = [:]
    for line in lines {
      let written = line.references.count
      var line = line
      var repeated: [(first: BOMLine, references: [String])] = []
      line.references = line.references.filter { reference in
        guard let first = owners[reference] else {
          owners[reference] = line
          return true
        }
        if let place = repeated.firstIndex(where: { $0.first.row == first.row && $0.first.span == first.span }) {
          repeated[place].references.append(reference)
        } else {
          repeated.append((first, [reference]))
        }
        return false
      }
      for (first, references) in repeated { report(references, of: line, and: first, into: sink) }
      if line.references.count < written {
        if line.references.isEmpty { continue }
        line.quantity = line.references.count
      }
      let key = Key(line)
      if !line.references.isEmpty, let place = places[key] {
        merged[place].references += line.references
        merged[place].quantity = merged[place].references.count
        merged[place].rows += line.rows
        merged[place].cells += line.cells
      } else {
        if !line.references.isEmpty { places[key] = merged.count }
        merged.append(line)
      }
    }
    return merged
  }

  /// One finding for all references that two rows share.
  private static func report(_ references: [String], of line: BOMLine, and first: BOMLine, into sink: DiagnosticSink) {
    let names = LineReader.shortened(references)
    let what =
      references.count == 1 ? "reference `\(names)` stands" : "\(references.count) references (\(names)) stand"
    sink.report(
      Diagnostic(
        BOMCodes.duplicateReference, "\(what) in rows \(first.row) and \(line.row)", at: line.span,
        notes: [.init("the first one is here", at: first.span)],
        helps: references.contains { $0.hasSuffix("?") } ? ["annotate the schematic first"] : []))
  }
}
