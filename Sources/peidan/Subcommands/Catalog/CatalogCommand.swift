import ArgumentParser
import CatalogStore
import Foundation

/// The catalog of parts, markets, stalls and offers.
struct CatalogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog", abstract: "The catalog of parts, designs, stalls and offers.",
    subcommands: [
      CatalogBuildCommand.self, CatalogCheckCommand.self, CatalogGenerateCommand.self, CatalogImportCommand.self,
      CatalogSearchCommand.self,
      CatalogShowCommand.self,
      CatalogStatsCommand.self,
    ])

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }
}

extension Encodable {
  /// Pretty JSON with sorted keys and a line break at the end.
  func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }
}

extension Int {
  /// With a comma between groups of three digits.
  var grouped: String {
    let digits = String(magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return self < 0 ? "-\(text)" : text
  }
}
