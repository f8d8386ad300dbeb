import ArgumentParser
import Foundation
import Optimizer
import Phrases
import TravellingPurchaser

/// `peidan solve`: the optimizer on a travelling purchaser problem of TPPLIB.
struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Solve a travelling purchaser problem in TPPLIB's format, with a proven bound.",
    discussion: """
      Distances are Euclidean, truncated; market 1 is the depot. It is the same search and the same proof as those of \
      `plan`. Ctrl-C prints the best answer so far.
      """)

  @Argument(help: "The instance (TPPLIB); `-` reads standard input.")
  var file: String

  @OptionGroup(title: "Search") var search: SearchOptions
  @OptionGroup var common: CommonOptions

  @Option(help: "How the answer is printed.")
  var format: Format = .text

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  /// Seconds to search where nothing else is asked for.
  private static let defaultSeconds = 60.0
  /// Larger than any instance that can be solved.
  private static let sizeLimit = 512 * 1024 * 1024

  func run() throws {
    try KeptFiles([("the instance", file)]).check(search.log, "--log")
    let interrupt = Interrupt()
    let problem = try read()
    let reporter = try SearchReporter(search, unit: .plain, isQuiet: common.quiet)
    let made = problem.instance()
    let options = SolverOptions(
      threads: search.threads, seed: search.seed,
      timeLimit: search.workLimit == nil ? UInt64((search.timeLimit ?? Self.defaultSeconds) * 1e9) : nil,
      workLimit: search.workLimit, gapTarget: search.gap / 100, cancellation: interrupt.cancellation,
      now: { ProcessClock.now() })
    let outcome: Outcome = Solver(made.instance, options: options).run { reporter.tell($0) }
    reporter.finish()
    let answer = SolveAnswer(
      instance: problem.name.isEmpty ? name : problem.name, outcome: outcome, made: made, search: search)
    switch format {
    case .json: Console.write(json: try answer.json())
    case .text: Console.write(answer.text(common.language))
    }
    if interrupt.wasCalled { throw ExitCode.interrupted }
    try reporter.requireLog()
    if answer.objective == nil { throw ExitCode.answerIsNo }
  }

  /// The file's name without folder and ending.
  private var name: String {
    file == "-" ? "" : ((file as NSString).lastPathComponent as NSString).deletingPathExtension
  }

  private func read() throws -> TravellingPurchaserProblem {
    let shown = file == "-" ? "<stdin>" : file
    let data = try InputFile.read(file, atMost: Self.sizeLimit, as: "instance")
    guard !data.contains(0), let text = String(data: data, encoding: .utf8) else {
      Console.complain("`\(shown)` is not text; TPPLIB files are")
      throw ExitCode.unusable
    }
    do {
      return try TravellingPurchaserProblem(parsing: text)
    } catch {
      let place = error.line.map { "\(shown):\($0)" } ?? shown
      Console.write("\(place): error: \(error.explanation)\n", to: .error)
      throw ExitCode.unusable
    }
  }
}
