package import Diagnostics
internal import Electronics

/// What an import found, as data: `import --format json`.
package struct ImportReport: Encodable, Sendable {
  package struct Line: Encodable, Sendable {
    package var refs: [String]
    package var quantity: Int
    package var grade: String
    /// The part of an exact match, the likeliest one of a heuristic match; null where there is none.
    package var mpn: Name
    package var maker: Name
    package var row: Int
    package var rows: [Int]
    package var cell: String
    package var sheet: String?
    package var fitted: Bool
    package var says: String
    package var kind: String
    /// Whether the line has a value and a package that could be read.
    package var typed: Bool
    /// Whether the line names a number, or a value with a package: it is clear what is wanted, found or not.
    package var named: Bool
    package var why: String
    /// The same in Chinese.
    package var whyChinese: String
    package var candidates: [Candidate]
    package var candidateCount: Int
    /// Words of cells that must be understood and are not.
    package var unread: [Word]
    /// Words of descriptions, notes and makers from which nothing follows.
    package var ignored: [Word]
  }

  /// A word with its cell.
  package struct Word: Encodable, Sendable, Hashable {
    package var cell: String
    package var column: String
    package var text: String
  }

  /// How far the report can be trusted.
  package struct Trust: Encodable, Sendable, Hashable {
    /// Fitted lines that may be bought as they stand: exact and equivalent ones.
    package var sure: Int
    /// Fitted lines that a person must look at.
    package var look: Int
    /// Cells with words that must be understood and are not.
    package var unreadCells: Int
  }

  /// A name that is written as null where there is none, so that its key is always there.
  package struct Name: Encodable, Sendable {
    package var text: String?

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(text)
    }
  }

  package struct Candidate: Encodable, Sendable {
    package var mpn: String
    package var maker: String
    package var package: String
  }

  package var schema = "peidan.import/1"
  package var file: String
  package var dialect: String
  package var encoding: String
  package var variants: [String]
  package var lines: [Line]
  /// Columns that nothing was read from.
  package var unreadColumns: [UnreadColumn]
  /// Fitted lines by grade.
  package var grades: [String: Int]
  package var unfitted: Int
  package var trust: Trust
  package var diagnostics: [DiagnosticFacts.Fact]

  package init(_ bill: BillOfMaterials, _ matches: [LineMatch], findings: [Diagnostic]) {
    file = bill.file
    dialect = bill.dialect.rawValue
    encoding = bill.encoding
    variants = bill.variants
    lines = matches.map(Line.init)
    unreadColumns = bill.unreadColumns
    grades = Dictionary(grouping: matches.filter(\.line.isFitted), by: \.grade.rawValue).mapValues(\.count)
    unfitted = matches.count { !$0.line.isFitted }
    let sure = matches.count { $0.line.isFitted && $0.grade.isCertain }
    trust = Trust(
      sure: sure, look: matches.count - unfitted - sure,
      unreadCells: matches.reduce(0) { sum, match in sum + match.line.cells.count { !$0.unread.isEmpty } })
    diagnostics = DiagnosticFacts(findings, skipped: [], file: bill.file, sources: bill.sources).diagnostics
  }

  /// The report of a file that was refused.
  package init(refused finding: Diagnostic, file: String) {
    self.file = file
    dialect = "none"
    encoding = ""
    variants = []
    lines = []
    unreadColumns = []
    grades = [:]
    unfitted = 0
    trust = Trust(sure: 0, look: 0, unreadCells: 0)
    diagnostics = DiagnosticFacts([finding], skipped: [], file: file, sources: []).diagnostics
  }
}

extension ImportReport.Line {
  init(_ match: LineMatch) {
    let line = match.line
    self.init(
      refs: line.references, quantity: line.quantity, grade: match.grade.rawValue, mpn: .init(text: match.part?.id.mpn),
      maker: .init(text: match.part?.id.maker), row: line.row, rows: line.rows, cell: line.cell, sheet: line.sheet,
      fitted: line.isFitted,
      says: ImportedSpec.says(line), kind: line.kind.rawValue, typed: line.isTyped,
      named: line.isTyped || !PartWords(line).mpn.isEmpty,
      why: match.why, whyChinese: match.reason.chinese,
      candidates: match.candidates.map { .init(mpn: $0.id.mpn, maker: $0.id.maker, package: $0.package) },
      candidateCount: match.candidateCount,
      unread: line.unread.map { .init($0.cell, $0.text) },
      ignored: line.cells.flatMap { cell in cell.ignored.map { .init(cell, $0) } })
  }
}

extension ImportReport.Word {
  init(_ cell: CellAccount, _ text: String) { self.init(cell: cell.place, column: cell.header, text: text) }
}
