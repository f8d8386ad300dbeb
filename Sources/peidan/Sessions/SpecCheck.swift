import BoardSpec
import Diagnostics
import MarkedText
import Planning

/// What was found in one spec.
struct SpecCheck {
  let name: String
  let findings: [Diagnostic]
  let skipped: [SkippedCheck]
  /// The texts that findings point into: the spec, and the reference design that it extends.
  let sources: [SourceText]
  /// Slots of the board, where it is sound.
  private let slotCount: Int?

  /// `context` may be nil only where the file cannot be read. Throws what the context throws.
  init(_ file: SpecFile, context: CatalogSpecContext?) throws {
    name = file.name
    guard let source = file.source, let context else {
      findings = file.refusal.map { [$0] } ?? []
      skipped = []
      sources = []
      slotCount = nil
      return
    }
    let sink = DiagnosticSink()
    let board = try BoardReader.read(source, context: context, into: sink)
    if let board { try BoardCheck.run(board, context: context, into: sink) }
    findings = sink.inTextOrder
    skipped = sink.skipped
    sources = [source] + context.designs.map { SourceText(file: $0.file, text: $0.text) }
    slotCount = board?.slots.count
  }

  /// Whether a finding says already what was not checked.
  func tells(_ skipped: SkippedCheck) -> Bool {
    findings.contains { $0.code == skipped.code && $0.message == skipped.reason }
  }

  var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// `Boards/x.yaml: 2 errors, 1 warning`.
  var summary: String {
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    if !counts.isEmpty { return "\(name): \(counts.joined(separator: ", "))" }
    return "\(name): no findings" + (slotCount.map { " in \($0) slot\($0 == 1 ? "" : "s")" } ?? "")
  }
}
