import ArgumentParser
import BoardSpec
import Diagnostics
import MarkedText

/// What the user has at hand, as a table.
enum StockFile {
  /// Reads the table; reports on standard error what is wrong with it and exits with 2.
  static func read(_ path: String, _ common: CommonOptions) throws -> [StockItem] {
    let file = SpecFile(path: path)
    let sink = DiagnosticSink()
    let items = file.source.flatMap { StockReader.items(csv: $0, into: sink) }
    let findings = [file.refusal].compactMap(\.self) + sink.inTextOrder
    if !findings.isEmpty {
      let sources = [file.source ?? SourceText(file: file.name, text: "")]
      Console.write(
        styled: DiagnosticText(sources: sources, colour: common.usesColor(on: .error)).render(findings), to: .error)
    }
    guard let items, !sink.hasErrors else { throw ExitCode.unusable }
    return items
  }
}
