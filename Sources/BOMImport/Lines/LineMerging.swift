internal import Diagnostics

/// Joins lines that ask for the same part, and finds references that stand in two lines.
enum LineMerging {
  /// What makes two lines one: everything that they ask for. A line of `10k 1%` and one of `10k` stay apart.
  private struct Key: Hashable {
    var value: String
    var number: String
    var maker: String
    var orderNumbers: [String]
    var alternates: [String]
    var package: String
    var facts: LineFacts
    var kind: ComponentKind
    var isFitted: Bool
    var sparesPerMille: Int?
    var contradiction: Clause?
    var description: String
    /// Words that were not understood keep lines apart: nobody knows what they ask for.
    var unread: [String]
    var doubts: [Clause]

    init(_ line: BOMLine) {
      // A typed value stands for its spellings: `4k7` and `4.7k` join.
      let isTyped = line.kind.valueParameter.map { line.facts.quantities[$0] != nil } ?? false
      value = isTyped && line.words.isEmpty ? "" : line.value
      number = line.number
      maker = line.maker
      orderNumbers = line.orderNumbers
      alternates = line.alternates
      package = line.facts.package == nil ? line.footprint : ""
      facts = line.facts
      kind = line.kind
      isFitted = line.isFitted
      sparesPerMille = line.sparesPerMille
      contradiction = line.contradiction
      description = isTyped ? line.otherKinds : line.description
      unread = line.cells.flatMap(\.unread)
      doubts = line.doubts
    }
  }

  /// Lines in the order of the file, later ones joined to the first of their kind; lines without references stay apart. A
  /// reference in two lines counts for the first; where they ask for different parts, it becomes a line of its own with a
  /// doubt. O(references).
  static func merge(_ lines: [BOMLine], into sink: DiagnosticSink) -> [BOMLine] {
    var merged: [BOMLine] = []
    var places: [Key: Int] = [:]
    for line in parted(lines, into: sink) {
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

  /// The lines with no reference in two of them. References that lines with other parts claim too are parted from their line.
  private static func parted(_ lines: [BOMLine], into sink: DiagnosticSink) -> [BOMLine] {
    var owners: [String: Int] = [:]
    var own = lines.map(\.references)
    // References of a line that a later line claims, with the row that does.
    var disputed: [Int: [(reference: String, row: Int)]] = [:]
    for (index, line) in lines.enumerated() {
      var repeated: [(first: Int, references: [String])] = []
      own[index] = line.references.filter { reference in
        guard let first = owners[reference] else {
          owners[reference] = index
          return true
        }
        if let place = repeated.firstIndex(where: { $0.first == first }) {
          repeated[place].references.append(reference)
        } else {
          repeated.append((first, [reference]))
        }
        return false
      }
      for (first, references) in repeated {
        report(references, of: line, and: lines[first], into: sink)
        if Key(lines[first]) != Key(line) {
          disputed[first, default: []] += references.map { ($0, line.row) }
        }
      }
    }
    var output: [BOMLine] = []
    for (index, line) in lines.enumerated() {
      let claims = disputed[index] ?? []
      let claimed = Set(claims.map(\.reference))
      var rest = line
      rest.references = own[index].filter { !claimed.contains($0) }
      rest.quantity = line.references.isEmpty ? line.quantity : rest.references.count
      if !rest.references.isEmpty || line.references.isEmpty { output.append(rest) }
      guard let row = claims.first?.row else { continue }
      var doubtful = line
      doubtful.references = own[index].filter(claimed.contains)
      doubtful.quantity = doubtful.references.count
      doubtful.doubts.append("row \(row) gives \(LineReader.shortened(doubtful.references)) another part")
      output.append(doubtful)
    }
    return output
  }

  /// One finding for all references that two rows share.
  private static func report(_ references: [String], of line: BOMLine, and first: BOMLine, into sink: DiagnosticSink) {
    let names = LineReader.shortened(references)
    let what =
      references.count == 1 ? "reference `\(names)` stands" : "\(references.count) references (\(names)) stand"
    sink.report(
      Diagnostic(
        BOMCodes.duplicateReference, "\(what) in rows \(first.row) and \(line.row)", severity: .warning, at: line.span,
        notes: [.init("the first one is here", at: first.span)],
        helps: references.contains { $0.hasSuffix("?") } ? ["annotate the schematic first"] : []))
  }
}
