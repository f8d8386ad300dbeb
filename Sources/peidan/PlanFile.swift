import ArgumentParser
import Foundation
import SourcingPlan

/// Reads a saved plan, or says on standard error why it cannot be used and exits with 2.
enum PlanFile {
  /// Larger than any plan: a file beyond it is no plan, and is not read into memory.
  static let limit = 64 * 1024 * 1024

  /// - Parameter path: `-` reads standard input.
  static func read(_ path: String) throws -> PlanDocument {
    let data = try path == "-" ? bytes(of: .standardInput) : contents(of: path)
    guard data.count <= limit else {
      Console.complain("`\(path)` is larger than 64 MB and no plan")
      throw ExitCode.unusable
    }
    do {
      return try PlanDocument(json: data)
    } catch {
      Console.complain("`\(path)` is no plan that can be read: \(error)")
      Console.write("help: `peidan plan SPEC --output FILE` writes one\n", to: .error)
      throw ExitCode.unusable
    }
  }

  private static func contents(of path: String) throws -> Data {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
      Console.complain(isFolder.boolValue ? "`\(path)` is a folder, not a plan" : "no file `\(path)`")
      throw ExitCode.unusable
    }
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      return try bytes(of: handle)
    } catch {
      Console.complain("cannot read `\(path)`: \(error.localizedDescription)")
      throw ExitCode.unusable
    }
  }

  /// At most one byte more than a plan may have.
  private static func bytes(of handle: FileHandle) throws -> Data {
    try handle.read(upToCount: limit + 1) ?? Data()
  }
}
