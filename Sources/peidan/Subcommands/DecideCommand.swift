import ArgumentParser
import BOMImport
import Foundation

/// `peidan decide`: what an import could not settle is settled, line by line, and remembered.
struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Settle the lines of an imported spec that are to be found out, and remember it.",
    discussion: """
      On a terminal each open line is asked about, with what the BOM says, why it is open and what it may be. Elsewhere, and \
      with `--line`, nothing is asked. The spec keeps everything else as it is. A part that is chosen is remembered in \
      `aliases.csv` of the data folder, and later imports use it. Exit codes: 0 done; 1 lines are open and nothing was \
      decided; 2 the spec or a choice could not be used, and nothing was written.
      """)

  @Argument(help: "The spec that an import wrote.")
  var spec: String

  @Option(
    name: .customLong("line"),
    help: ArgumentHelp(
      "What a line is, by one of its references: a candidate's number, a part number (`X of MAKER`), `ask`, or `left-out` (may be repeated).",
      valueName: "reference=choice"))
  var lines: [String] = []

  @Option(
    help: "Passives that a number names: bought as `named`, or any `equivalent` one of value, package and ratings.")
  var passives: PassiveChoice?

  @Flag(help: "Do not remember what is decided for later boards.")
  var forget = false

  @Option(help: "How the answer is printed.")
  var format: OutputFormat = .text

  @OptionGroup var common: CommonOptions

  enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  /// A reference with what its line is.
  struct Choice {
    var reference: String
    var text: String
  }

  /// The choices of `--line`; checked by `validate`.
  var choices: [Choice] {
    lines.compactMap { line in
      guard let sign = line.firstIndex(of: "="), sign > line.startIndex else { return nil }
      let text = line[line.index(after: sign)...].trimmingCharacters(in: .whitespaces)
      let reference = line[..<sign].trimmingCharacters(in: .whitespaces)
      return text.isEmpty || reference.isEmpty ? nil : Choice(reference: reference, text: text)
    }
  }

  func validate() throws {
    if spec == "-" { throw ValidationError("`decide` changes the spec, so it needs a file, not `-`") }
    guard choices.count == lines.count else {
      let wrong = lines.first { line in DecideCommand.isWrong(line) } ?? ""
      throw ValidationError("`--line \(wrong)`: write REFERENCE=CHOICE, as in `U3=2` or `U3=ADS1115IDGSR`")
    }
  }

  private static func isWrong(_ line: String) -> Bool {
    let sides = line.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
    return sides.count < 2 || sides.contains(where: \.isEmpty)
  }

  func run() throws {
    var session = try DecideSession(self)
    try session.run()
  }
}
