import Diagnostics
import Foundation
import MarkedText

/// A spec as it was read from disk or standard input, or why it could not be.
struct SpecFile {
  /// As messages name it: the path as given, or `<stdin>`.
  let name: String
  let source: SourceText?
  /// Why there is no text; nil where there is one.
  let refusal: Diagnostic?

  /// A text that was read before.
  init(name: String, source: SourceText) {
    self.name = name
    self.source = source
    refusal = nil
  }

  /// Reads at most one byte more than a YAML file may have. `-` is standard input.
  init(path: String) {
    name = path == "-" ? "<stdin>" : path
    do {
      source = try TextReader.read(try InputFile.bytes(path, limit: TextReader.yamlLimit + 1), file: name)
      refusal = nil
    } catch let error as TextReader.Refusal {
      source = nil
      refusal = error.diagnostic
    } catch {
      source = nil
      let place = SourcePosition(offset: 0, line: 0, column: 0)
      refusal = Diagnostic(
        TextCodes.unusable, "cannot be read: \(InputFile.reason(error))",
        at: SourceSpan(file: name, start: place, end: place))
    }
  }
}
