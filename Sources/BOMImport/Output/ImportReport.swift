public import Diagnostics
internal import Electronics

/// What an import found, as data: `import --format json`.
public struct ImportReport: Encodable, Sendable {
  public struct Line: Encodable, Sendable {
    public var refs: [String]
    public var quantity: Int
    public var grade: String
    /// The part of an exact match, the likeliest one of a heuristic match; null where there is none.
    public var mpn: Name
    public var maker: Name
    public var row: Int
    public var rows: [Int]
    public var cell: String
    public var sheet: String?
    public var fitted: Bool
    public var says: String
    public var kind: String
    /// Whether the line has a value and a package that could be read.
    public var typed: Bool
    public var why: String
    public var candidates: [Candidate]
    public var candidateCount: Int
  }

  /// A name that is written as null where there is none, so that its key is always there.
  public struct Name: Encodable, Sendable {
    public var text: String?

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(text)
    }
  }

  public struct Candidate: Encodable, Sendable {
    public var mpn: String
    public var maker: String
    public var package: String
  }

  public var schema = "peidan.import/1"
  public var file: String
  public var dialect: String
  public var encoding: String
  public var variants: [String]
  public var lines: [Line]
  /// Fitted lines by grade.
  public var grades: [String: Int]
  public var unfitted: Int
  public var diagnostics: [DiagnosticFacts.Fact]

  public init(_ bill: BillOfMaterials, _ matches: [LineMatch], findings: [Diagnostic]) {
    file = bill.file
    dialect = bill.dialect.rawValue
    encoding = bill.encoding
    variants = bill.variants
    lines = matches.map(Line.init)
    grades = Dictionary(grouping: matches.filter(\.line.isFitted), by: \.grade.rawValue).mapValues(\.count)
    unfitted = matches.count { !$0.line.isFitted }
    diagnostics = DiagnosticFacts(findings, skipped: [], file: bill.file, sources: bill.sources).diagnostics
  }

  /// The report of a file that was refused.
  public init(refused finding: Diagnostic, file: String) {
    self.file = file
    dialect = "none"
    encoding = ""
    variants = []
    lines = []
    grades = [:]
    unfitted = 0
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
      why: match.why,
      candidates: match.candidates.map { .init(mpn: $0.id.mpn, maker: $0.id.maker, package: $0.package) },
      candidateCount: match.candidateCount)
  }
}
