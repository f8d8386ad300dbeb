import ArgumentParser
import BOMImport
import Diagnostics
import Foundation

/// What the user decided about lines of bills: `aliases.csv` beside the user's catalog.
enum AliasFile {
  static var path: String {
    let folder = (CatalogLocation.defaultDatabase() as NSString).deletingLastPathComponent
    return "\(folder)/aliases.csv"
  }

  /// What is remembered; nothing where there is no file. Reports on standard error what is wrong with one and exits with 2.
  static func read(_ common: CommonOptions) throws -> PartAliases {
    guard FileManager.default.fileExists(atPath: path) else { return PartAliases() }
    let file = SpecFile(path: path)
    let sink = DiagnosticSink()
    let aliases = file.source.flatMap { PartAliases($0, into: sink) }
    let findings = [file.refusal].compactMap(\.self) + sink.inTextOrder
    if !findings.isEmpty {
      let sources = [file.source ?? SourceText(file: file.name, text: "")]
      Console.write(
        styled: DiagnosticText(sources: sources, colour: common.usesColor(on: .error)).render(findings), to: .error)
    }
    guard let aliases, !sink.hasErrors else { throw ExitCode.unusable }
    return aliases
  }

  static func write(_ aliases: PartAliases) throws {
    try OutputFile.makeFolder((path as NSString).deletingLastPathComponent)
    try OutputFile.write(Data(aliases.text.utf8), to: path)
  }
}
