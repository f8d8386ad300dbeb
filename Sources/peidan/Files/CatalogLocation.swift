import ArgumentParser
import CatalogStore
import CatalogText
import Diagnostics
import Foundation

/// Where the bundled `Catalog/` folder and the user's catalog are.
enum CatalogLocation {
  /// The bundled folder: under `PEIDAN_HOME`, beside the binary or above it, or in the current folder; nil where none is.
  static func bundledFolder() -> String? {
    var roots: [String] = []
    if let home = ProcessInfo.processInfo.environment["PEIDAN_HOME"], !home.isEmpty { roots.append(home) }
    if let binary = Bundle.main.executableURL?.resolvingSymlinksInPath() {
      var folder = binary.deletingLastPathComponent()
      for _ in 0..<6 where folder.path != "/" {
        roots.append(folder.path)
        roots.append(folder.appendingPathComponent("share/peidan").path)
        folder.deleteLastPathComponent()
      }
    }
    roots.append(FileManager.default.currentDirectoryPath)
    return roots.map { "\($0)/Catalog" }.first {
      FileManager.default.fileExists(atPath: "\($0)/categories.yaml")
    }
  }

  /// The database in the user's data folder.
  ///
  /// A variable that is empty counts as one that is not set; without a `HOME` it is the folder of the user database.
  static func defaultDatabase() -> String {
    let environment = ProcessInfo.processInfo.environment.filter { !$0.value.isEmpty }
    if let folder = environment["PEIDAN_DATA"] { return folder + "/catalog.sqlite" }
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? homeOfUser()
    #if os(macOS)
      let data = home + "/Library/Application Support"
    #else
      let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + "/.local/share"
    #endif
    return data + "/peidan/catalog.sqlite"
  }

  private static func homeOfUser() -> String {
    guard let entry = getpwuid(geteuid()), let home = entry.pointee.pw_dir else {
      return FileManager.default.currentDirectoryPath
    }
    return String(cString: home)
  }
}

/// Opens the catalog that the options name. The user's own is built from the bundled folder on first use and again when
/// that folder has changed; a file given by `--catalog` is opened as it is. Damaged files of the data folder are set aside (see
/// `DataHealing`), except one given by `--catalog`, which may be anything.
///
/// Complains on standard error and throws the exit code of what went wrong.
///
/// - Parameters:
///   - healing: what takes damaged files; nil for the usual.
///   - replaced: the list or sheet that is about to be replaced and so is not opened, by the path of the catalog.
func openCatalog(
  _ options: CommonOptions, healing: Healing? = nil, replaced: (String) -> String? = { _ in nil }
) throws -> Catalog {
  let healing = healing ?? DataHealing.healing(options)
  func open(_ path: String) throws(CatalogError) -> Catalog {
    try Catalog(path: path, healing: healing, replaced: replaced(path))
  }
  if let path = options.catalogPath {
    do {
      return try open(path)
    } catch {
      throw refusal(error)
    }
  }
  let path = CatalogLocation.defaultDatabase()
  let folder = CatalogLocation.bundledFolder()
  do throws(CatalogError) {
    let catalog = try open(path)
    guard let folder, try !catalog.isCurrent(with: folder) else { return catalog }
  } catch {
    if folder == nil { throw refusal(error) }
    switch error {
    case .missing, .older: break
    case .damaged(path, let detail):
      do throws(CatalogError) {
        let check = { (path: String) throws(CatalogError) in _ = try Catalog(path: path, healing: healing) }
        _ = try healing.setAside(path, .catalog, detail, check)
      } catch {
        throw refusal(error)
      }
    default: throw refusal(error)
    }
  }
  guard let folder else { throw refusal(.missing(path: path)) }
  try buildCatalog(from: folder, at: path, options)
  do {
    return try open(path)
  } catch {
    throw refusal(error)
  }
}

/// Reads `folder` and builds the catalog at `path`, with a progress bar on a terminal. Findings in the folder's files go to
/// standard error; an error among them stops the build.
///
/// - Parameter change: what is built in place of the folder's own content.
@discardableResult
func buildCatalog(
  from folder: String, at path: String, _ options: CommonOptions,
  change: ((inout CatalogContent) throws -> Void)? = nil
) throws -> BuildSummary {
  // A file size limit is an error that the build reports, not a signal that kills it.
  let progress = CatalogProgress(isShown: !options.quiet && Console.isTerminal(.error))
  defer { progress.finish() }
  let interrupt = Interrupt()
  let reading = try readCatalog(folder, options)
  guard var content = reading.content else {
    Console.complain("the catalog was not built, because its files have errors")
    throw ExitCode.answerIsNo
  }
  try change?(&content)
  do {
    // A changed content is none of the folder's.
    var builder = CatalogBuilder(path: path, listing: change == nil ? try SourceListing(folder: folder) : nil)
    builder.onProgress = { progress.show($0) }
    builder.shouldStop = { interrupt.wasCalled }
    return try builder.build(content)
  } catch {
    progress.finish()
    if error == .interrupted {
      Console.complain("interrupted; the catalog is as it was")
      throw ExitCode.interrupted
    }
    throw refusal(error)
  }
}

/// Reads the text files of `folder`; findings go to standard error.
func readCatalog(_ folder: String, _ options: CommonOptions) throws -> CatalogReading {
  let files: [CatalogFile]
  do {
    files = try CatalogFile.read(folder: folder)
  } catch {
    Console.complain("the catalog folder `\(error.path)` cannot be read: \(error.detail)")
    throw ExitCode.unusable
  }
  let reading = CatalogReader.read(files, prefix: folder.hasSuffix("/") ? folder : folder + "/")
  if !reading.diagnostics.isEmpty {
    let text = DiagnosticText(sources: reading.texts, colour: options.usesColor(on: .error))
    Console.write(styled: text.render(reading.diagnostics), to: .error)
  }
  return reading
}

/// Says what is wrong with a catalog and what to do, and gives the exit code for it.
func refusal(_ error: CatalogError) -> any Error {
  Console.complain("\(error)")
  switch error {
  case .damaged:
    Console.write(
      "help: `peidan catalog build` makes a catalog from the bundled texts; `peidan catalog check` sets damaged files beside it aside\n",
      to: .error)
  case .missing, .older:
    Console.write("help: `peidan catalog build` makes a catalog from the bundled texts\n", to: .error)
  case .newer:
    Console.write("help: use a newer peidan, or another file with `--catalog FILE`\n", to: .error)
  case .foreign, .notWritable:
    Console.write("help: name another file with `--catalog FILE`\n", to: .error)
  case .diskFull:
    Console.write(
      "help: make room, or name a file elsewhere with `--catalog FILE`; the old catalog is intact\n", to: .error)
  case .notReadable, .busy, .interrupted, .inconsistent, .system: break
  }
  return ExitCode.unusable
}
