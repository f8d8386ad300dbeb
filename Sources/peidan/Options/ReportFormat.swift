import ArgumentParser
import TerminalText

/// How a report is printed.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, md

  /// Prints a report as lines or as Markdown. What it holds from outside has no control characters.
  func write(_ report: Report, usesColor: Bool) {
    switch self {
    case .md: Console.write(report.markdown())
    case .text, .json: Console.write(styled: report.text(width: Console.width, usesColor: usesColor))
    }
  }
}
