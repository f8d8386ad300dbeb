import ArgumentParser
import Diagnostics
import Foundation
import Phrases

/// Reads the phrases that cards are made from, or says on standard error why they cannot be used.
enum PhraseFile {
  /// - Parameter path: nil for the bundled ones.
  static func read(_ path: String?) throws -> PhraseBook {
    guard let path = path ?? bundled() else {
      Console.complain("no `Phrases/cards.yaml` beside the catalog; name one with `--phrases FILE`")
      throw ExitCode.unusable
    }
    let file = SpecFile(path: path)
    let sink = DiagnosticSink()
    if let source = file.source, let book = PhraseBookReader.read(source, into: sink) { return book }
    let findings = file.refusal.map { [$0] } ?? sink.inTextOrder
    let text = DiagnosticText(
      sources: [file.source ?? SourceText(file: file.name, text: "")], colour: Console.isTerminal(.error))
    Console.write(styled: text.render(findings), to: .error)
    throw file.source == nil ? ExitCode.unusable : ExitCode.answerIsNo
  }

  private static func bundled() -> String? {
    CatalogLocation.bundledFolder().map { ($0 as NSString).deletingLastPathComponent + "/Phrases/cards.yaml" }
      .flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
  }
}
