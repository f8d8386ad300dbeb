import ArgumentParser
import Foundation
import Phrases
import Platform
import SourcingPlan
import WalkSheet

/// `peidan export`: walk sheets from a saved plan.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write walk sheets from a saved plan.",
    discussion: """
      Several formats, as in `--format html,csv`, are written to a folder, each to a file named after the board. One format \
      is printed, or written to the file or folder that `--output` names.
      """)

  @Argument(help: "The plan (JSON); `-` reads standard input.")
  var plan: String

  @Option(
    help: ArgumentHelp(
      "\(WalkSheet.Format.allCases.map { "\($0.rawValue) (\($0.summary))" }.joined(separator: ", ")); several with commas.",
      valueName: "formats"))
  var format: Formats = Formats(list: [.html])

  @Option(help: "Language of the sheet.")
  var lang: Language = .both

  @Option(name: .shortAndLong, help: ArgumentHelp("A file, or a folder; `-` prints.", valueName: "path"))
  var output: String?

  @Option(help: ArgumentHelp("What cards say (default: the bundled `Phrases/cards.yaml`).", valueName: "file"))
  var phrases: String?

  /// Formats as they are typed: `html,csv`.
  struct Formats: ExpressibleByArgument {
    var list: [WalkSheet.Format]

    init(list: [WalkSheet.Format]) { self.list = list }

    init?(argument: String) {
      let words = argument.split(separator: ",", omittingEmptySubsequences: false)
      let formats = words.compactMap { WalkSheet.Format(rawValue: String($0)) }
      guard !formats.isEmpty, formats.count == words.count, Set(formats).count == formats.count else { return nil }
      list = formats
    }

    /// Whether the files need a folder.
    var makesSeveralFiles: Bool { list.count > 1 || list.contains(where: \.makesSeveralFiles) }

    var defaultValueDescription: String { list.map(\.rawValue).joined(separator: ",") }
  }

  func validate() throws {
    if format.makesSeveralFiles, output == "-" {
      throw ValidationError("several files need a folder; they cannot be printed")
    }
  }

  func run() throws {
    let document = try PlanFile.read(plan)
    let sheet = WalkSheet(
      document, language: lang, phrases: try PhraseFile.read(phrases), made: MarketClock.system().now)
    var files: [WalkSheet.File] = []
    for one in format.list {
      do {
        files += try sheet.files(one, base: FileName.safe(document.board))
      } catch let refusal as WalkSheet.Refusal {
        Console.complain(refusal.explanation)
        throw ExitCode.answerIsNo
      }
    }
    if !format.makesSeveralFiles, output == nil || output == "-" {
      if format.list == [.json] {
        Console.write(json: Data(files[0].text.utf8))
      } else {
        Console.write(files[0].text)
      }
      return
    }
    let kept = KeptFiles([("the plan", plan), ("the phrases", phrases)])
    let paths = try files.map { try path(for: $0) }
    for path in paths { try kept.check(path, "--output") }
    for (file, path) in zip(files, paths) {
      try OutputFile.write(Data(file.text.utf8), to: path)
      Console.write("\(path)\n")
    }
  }

  /// The file itself where one is named, else a file of the sheet's own name in the folder.
  private func path(for file: WalkSheet.File) throws -> String {
    let target = output ?? "."
    let isMany = format.makesSeveralFiles
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: target, isDirectory: &isFolder)
    guard exists ? isFolder.boolValue : (isMany || target.hasSuffix("/")) else {
      if !isMany { return target }
      Console.complain("`\(target)` is a file; several files need a folder")
      throw ExitCode.unusable
    }
    let path = "\(target.hasSuffix("/") ? String(target.dropLast()) : target)/\(file.name)"
    let folder = (path as NSString).deletingLastPathComponent
    try OutputFile.makeFolder(folder)
    return path
  }
}

extension WalkSheet.Refusal {
  /// What is missing, and what would help.
  fileprivate var explanation: String {
    switch self {
    case .noCoordinates(let market):
      "market `\(market)` has no coordinates on the earth, only metres on a plan; a setting `map.origin` with the latitude and "
        + "longitude of its origin (`22.5431, 114.0866`) would give them"
    case .nothingMailed:
      "no part of this plan is ordered by mail; plan it with `--markets huaqiangbei,mail-order` to order online too"
    case .nothingBought: "nothing is bought on this plan"
    }
  }
}
