import ArgumentParser
import Phrases
import SourcingPlan
import TerminalText

/// `peidan show`: a saved plan as it is printed.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a saved plan.",
    discussion: "The page is 60 to 120 cells wide and as wide as the terminal; colours come with a legend.")

  @Argument(help: "The plan (JSON); `-` reads standard input.")
  var plan: String

  @Option(help: ArgumentHelp("Cells of a line, 60 to 120 (default: the terminal's).", valueName: "n"))
  var width: Int?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let width, !(60...120).contains(width) { throw ValidationError("--width takes a number from 60 to 120") }
  }

  func run() throws {
    let page = PlanPage(
      try PlanFile.read(plan).visible(), language: common.language, width: width ?? Console.width,
      usesColor: common.usesColor(on: .output))
    Console.write(styled: page.text())
  }
}
