import ArgumentParser
import Foundation
import Phrases
import SourcingPlan
import TerminalText

/// `peidan diff`: what is to be done otherwise by one plan than by another.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two saved plans: lines, money, minutes, dates, stops.",
    discussion: """
      Lines are compared by order and references, purchases by stall and offer, stops by their order in each buyer's day. Plans \
      of the first schema are read as well. The exit code is 0 whether the plans differ or not; with `--exit-code` it is 1 \
      where something is to be bought, paid, visited or waited for otherwise, as of `git diff --exit-code`. How far the plans \
      are proven, and what they were made from, is shown and is no difference.
      """)

  @Argument(help: "The earlier plan (JSON); `-` reads standard input.")
  var before: String
  @Argument(help: "The later plan (JSON); `-` reads standard input.")
  var after: String

  @Option(help: "How the difference is printed.")
  var format: ReportFormat = .text

  @Flag(help: "End with 1 where the plans differ.")
  var exitCode = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if before == "-", after == "-" { throw ValidationError("only one of the plans can be read from standard input") }
  }

  func run() throws {
    let (before, after) = (try PlanFile.read(before), try PlanFile.read(after))
    let difference = PlanDifference(from: before, to: after)
    try format.write(
      difference, try report(from: before, to: after), usesColor: common.usesColor(on: .output))
    if exitCode, !difference.isEmpty { throw ExitCode.answerIsNo }
  }

  private func report(from before: PlanDocument, to after: PlanDocument) throws -> Report {
    PlanDifference(from: try before.visible(), to: try after.visible())
      .report(from: self.before, to: self.after, common.language)
  }
}
