public import ArgumentParser
import Foundation
import SourcingPlan
public import WalkSheet

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

  @Option(help: ArgumentHelp("html, csv, md, json; several with commas.", valueName: "formats"))
  var format: Formats = Formats(list: [.html])

  @Option(help: "Language of the sheet.")
  var lang: SheetLanguage = .both

  @Option(name: .shortAndLong, help: ArgumentHelp("A file, or a folder; `-` prints.", valueName: "path"))
  var output: String?

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

    var defaultValueDescription: String { list.map(\.rawValue).joined(separator: ",") }
  }

  func validate() throws {
    if format.list.count > 1, output == "-" {
      throw ValidationError("several formats are written to a folder, not printed")
    }
  }

  func run() throws {
    let document = try PlanFile.read(plan)
    let sheet = WalkSheet(document, language: lang)
    if format.list.count == 1, output == nil || output == "-" {
      Console.write(try sheet.render(format.list[0]))
      return
    }
    for one in format.list {
      let path = try path(for: one, board: document.board)
      try OutputFile.write(Data(sheet.render(one).utf8), to: path)
      Console.write("\(path)\n")
    }
  }

  /// The file itself where one is named, else a file named after the board in the folder.
  private func path(for format: WalkSheet.Format, board: String) throws -> String {
    let target = output ?? "."
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: target, isDirectory: &isFolder)
    if exists ? isFolder.boolValue : (self.format.list.count > 1 || target.hasSuffix("/")) {
      if !exists { try OutputFile.makeFolder(target) }
      return "\(target.hasSuffix("/") ? String(target.dropLast()) : target)/\(fileName(board)).\(format.rawValue)"
    }
    guard self.format.list.count == 1 else {
      Console.complain("`\(target)` is a file; several formats need a folder")
      throw ExitCode.unusable
    }
    return target
  }

  /// The board's name without anything that could lead out of the folder.
  private func fileName(_ board: String) -> String {
    let safe = board.unicodeScalars.map { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-" || scalar == "_"
        ? String(scalar) : "-"
    }
    return safe.isEmpty ? "plan" : safe.joined()
  }
}

extension SheetLanguage: ExpressibleByArgument {}
