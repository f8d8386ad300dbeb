import ArgumentParser
import Foundation
import SourcingPlan

/// The spec that a saved plan was made from: the plan knows its name, not its folder.
enum PlanSpec {
  /// Where the spec of a plan is: as given, or the file of that name beside the plan, here, or in `Boards`. Complains and exits with 2 where
  /// there is none.
  ///
  /// - Parameter planPath: where the plan is; `-` is standard input.
  static func path(of document: PlanDocument, at planPath: String, given: String?) throws -> String {
    if let given { return given }
    let name = (document.inputs.spec as NSString).lastPathComponent
    var folders = [".", "Boards"]
    if planPath != "-" { folders.insert((planPath as NSString).deletingLastPathComponent, at: 0) }
    let paths = folders.map { $0.isEmpty ? name : "\($0)/\(name)" }
    guard !name.isEmpty, let found = paths.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
      Console.complain("the plan's spec `\(name)` is not beside it, here, or in `Boards`")
      Console.write("help: name it with `--spec FILE`\n", to: .error)
      throw ExitCode.unusable
    }
    return found
  }
}
