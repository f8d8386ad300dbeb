internal import ArgumentParser
import Foundation
internal import Phrases

/// Options that every command takes.
struct CommonOptions: ParsableArguments {
  enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  @Option(name: .customLong("catalog"), help: "The catalog's SQLite file (default: the user's data folder).")
  var catalogPath: String?

  @Option(
    help:
      "Language of plans, reports and answers, `en`, `zh` or `both` (default: from the locale). Diagnostics are in English."
  )
  var lang: Language?

  @Option(help: "When to colour; NO_COLOR is honoured under `auto`.")
  var color: ColorChoice = .auto

  @Flag(help: "No progress and no hints on standard error.")
  var quiet = false

  var language: Language {
    let environment = ProcessInfo.processInfo.environment
    let locale = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? ""
    return lang ?? (locale.hasPrefix("zh") ? .chinese : .english)
  }

  /// Whether what goes to this stream is coloured.
  func usesColor(on stream: Console.Stream) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto:
      Console.isTerminal(stream) && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    }
  }
}

extension Language: ExpressibleByArgument {}
