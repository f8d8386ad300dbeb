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
      source = try TextIntake.read(try Self.bytes(path), file: name)
      refusal = nil
    } catch let error as TextIntake.Refusal {
      source = nil
      refusal = error.diagnostic
    } catch {
      source = nil
      let place = SourcePosition(offset: 0, line: 0, column: 0)
      refusal = Diagnostic(
        TextCodes.unusable, "cannot be read: \(Self.reason(error, path))",
        at: SourceSpan(file: name, start: place, end: place))
    }
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    let limit = TextIntake.yamlLimit + 1
    if path == "-" { return Array(try FileHandle.standardInput.read(upToCount: limit) ?? Data()) }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw POSIXError(.EISDIR)
    }
    let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? handle.close() }
    return Array(try handle.read(upToCount: limit) ?? Data())
  }

  private static func reason(_ error: any Error, _ path: String) -> String {
    if (error as? POSIXError)?.code == .EISDIR { return "it is a folder" }
    if !FileManager.default.fileExists(atPath: path) { return "there is no such file" }
    if !FileManager.default.isReadableFile(atPath: path) { return "it may not be read by this user" }
    return "\((error as NSError).localizedDescription)"
  }
}
