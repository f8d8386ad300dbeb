import ArgumentParser
import Foundation
import TerminalText

/// How a report is printed.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, md

  /// Prints an answer as data, as lines or as Markdown. What the report holds from outside has no control characters.
  func write(_ answer: some Encodable, _ report: @autoclosure () throws -> Report, usesColor: Bool) throws {
    switch self {
    case .json: Console.write(json: try answer.json())
    case .md: Console.write(try report().markdown())
    case .text: Console.write(styled: try report().text(width: Console.width, usesColor: usesColor))
    }
  }
}
