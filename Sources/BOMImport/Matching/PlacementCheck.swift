package import Diagnostics

/// Holds a placement file (CPL, pick and place) against the lines of a BOM.
package enum PlacementCheck {
  /// Reads the placement file's bytes and reports fitted references that it lacks, and references that the BOM lacks. Letters'
  /// case counts for fabricators, so a difference in it is told as such. Throws where the file is no placement file.
  package static func run(
    _ bytes: [UInt8], file: String, against bill: BillOfMaterials, words: HeaderWords, into sink: DiagnosticSink
  ) throws(BOMRefusal) {
    let encoding = TextEncoding.sniff(bytes)
    guard let text = encoding.decode(bytes), !text.unicodeScalars.contains("\0") else {
      throw BOMRefusal(BOMCodes.otherKind, "the placement file is no text", file: file, help: "export it as CSV")
    }
    let source = SourceText(file: file, text: text)
    let table = DelimitedScanner.table(source, Delimiter(sniffing: source), into: sink)
    guard let header = BOMHeader.find(in: table, words: words, choices: []), let start = header.row,
      let column = header.columns[.refs]?.first, header.has(.positionX), header.has(.positionY)
    else {
      throw BOMRefusal(
        BOMCodes.otherKind, "this is no placement file: it has no columns for designator, X and Y", file: file,
        help: "export it from the board editor")
    }
    var placed: [String: SourceSpan] = [:]
    for row in table.rows.dropFirst(start + 1) where row.cells.indices.contains(column) {
      let cell = row.cells[column]
      if !cell.text.isEmpty { placed[cell.text] = placed[cell.text] ?? cell.span }
    }
    compare(bill, placed, file: file, into: sink)
  }

  private static func compare(
    _ bill: BillOfMaterials, _ placed: [String: SourceSpan], file: String, into sink: DiagnosticSink
  ) {
    let byPlainName = Dictionary(placed.keys.map { ($0.lowercased(), $0) }, uniquingKeysWith: min)
    var known: Set<String> = []
    for line in bill.lines {
      known.formUnion(line.references)
      for reference in line.references where line.isFitted && placed[reference] == nil {
        let other = byPlainName[reference.lowercased()]
        let message =
          other.map { "`\(reference)` of the BOM is `\($0)` in the placement file" }
          ?? "`\(reference)` of the BOM is not in the placement file"
        if let other { known.insert(other) }
        sink.report(Diagnostic(BOMCodes.placement, message, severity: .warning, at: line.span))
      }
    }
    for (reference, span) in placed.sorted(by: { referencePrecedes($0.key, $1.key) }) where !known.contains(reference) {
      sink.report(
        Diagnostic(
          BOMCodes.placement, "`\(reference)` of the placement file is not in the BOM", severity: .warning, at: span))
    }
  }
}
