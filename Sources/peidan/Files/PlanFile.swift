import ArgumentParser
import Foundation
import SourcingPlan

/// Reads a saved plan, or says on standard error why it cannot be used and exits with 2.
enum PlanFile {
  /// Larger than any plan: a file beyond it is not read into memory.
  static let limit = 64 * 1024 * 1024

  /// - Parameter path: `-` reads standard input.
  static func read(_ path: String) throws -> PlanDocument { try plan(try bytes(path), path) }

  /// The file, not read as a plan yet.
  static func bytes(_ path: String) throws -> Data { try InputFile.read(path, atMost: limit, as: "plan") }

  /// What stood in the file at `path`.
  static func plan(_ data: Data, _ path: String) throws -> PlanDocument {
    do {
      return try PlanDocument(json: data)
    } catch {
      Console.complain("`\(path)` cannot be read as a plan: \(error)")
      Console.write("help: `peidan plan SPEC --output FILE` writes one\n", to: .error)
      throw ExitCode.unusable
    }
  }
}
