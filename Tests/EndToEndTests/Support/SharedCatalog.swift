import Foundation

/// The bundled catalog, built once for all tests that only read it, in the build folder.
enum SharedCatalog {
  struct NotBuilt: Error {
    var errors: String
  }

  /// The data folder that holds it.
  static func dataFolder() async throws -> String { try await building.value.path }

  /// The catalog's file.
  static func file() async throws -> URL { try await building.value.appendingPathComponent("catalog.sqlite") }

  /// A folder of its own whose data folder, `data`, holds a copy of the catalog.
  static func workspace() async throws -> Workspace {
    let workspace = try Workspace()
    try workspace.makeFolder("data")
    try FileManager.default.copyItem(
      at: try await file(), to: workspace.folder.appendingPathComponent("data/catalog.sqlite"))
    return workspace
  }

  private static let building = Task {
    let folder = Product.binary.deletingLastPathComponent().appendingPathComponent("end-to-end-data")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let environment = ["PEIDAN_HOME": Product.root.path, "PEIDAN_DATA": folder.path]
    let build = Command(arguments: ["catalog", "build"], folder: folder, environment: environment)
    let answer = try await build.run()
    guard answer.status == 0 else { throw NotBuilt(errors: answer.errors) }
    return folder
  }
}

extension Command {
  /// The same run with the shared catalog as the user's own.
  func withSharedCatalog() async throws -> Command {
    var command = self
    command.environment["PEIDAN_DATA"] = try await SharedCatalog.dataFolder()
    return command
  }
}
