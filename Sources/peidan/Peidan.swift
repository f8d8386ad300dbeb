import ArgumentParser
import Foundation

/// The command line. Results go to standard output; progress, warnings and diagnostics to standard error.
@main
struct Peidan: ParsableCommand {
  /// Runs the command; what it prints on wrong usage and `--help` goes through `Console` like everything else.
  static func main() {
    do {
      try ResourceLimits.require()
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let (text, code) = (fullMessage(for: error), exitCode(for: error))
      if !text.isEmpty { Console.write(text + "\n", to: code.isSuccess ? .output : .error) }
      Foundation.exit(code.rawValue)
    }
  }

  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "peidan",
    abstract: "Plans what to buy, where, and in which order, for a board's prototype build (配单).",
    discussion: """
      Exit codes: 0 done; 1 the input was read and the answer is no (errors in a spec, an infeasible board, an unverified
      plan); 2 input or catalog could not be used, and nothing was changed; 64 wrong usage; 130 interrupted.
      """,
    version: version,
    subcommands: [
      PlanCommand.self, ShowCommand.self, DiffCommand.self, WhatIfCommand.self, CatalogCommand.self, ExportCommand.self,
      VerifyCommand.self,
      ValidateCommand.self, ExplainCommand.self, ImportCommand.self, DecideCommand.self, PricesCommand.self,
      QuotesCommand.self, AskCommand.self, RecordCommand.self,
      SolveCommand.self,
    ])
}
