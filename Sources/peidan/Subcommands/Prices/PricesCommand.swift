internal import ArgumentParser
import Base
import CatalogStore
import Foundation
internal import Market
import PriceSheets

/// Price sheets beside the catalog.
struct PricesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prices", abstract: "Price sheets: quotes and lists whose prices plans use.",
    subcommands: [
      PricesImportCommand.self, PricesFetchCommand.self, PricesStatusCommand.self, PricesRemoveCommand.self,
    ])
}

/// `peidan prices remove NAME`.
struct PricesRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove an imported price sheet.")

  @Argument(help: "The name of the sheet.")
  var name: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    // The sheet need not be whole, nor the others.
    let catalog = common.catalogPath ?? CatalogLocation.defaultDatabase()
    let names: [String]
    do {
      names = try PriceSheet.names(beside: catalog)
    } catch {
      throw refusal(error)
    }
    guard names.contains(name) else {
      let known = names.map { "`\($0)`" }.joined(separator: ", ")
      Console.complain("there is no price sheet `\(name)`" + (known.isEmpty ? "" : "; there are \(known)"))
      throw ExitCode.unusable
    }
    let path = PriceSheet.path(of: name, beside: catalog)
    guard unlink(path) == 0 else {
      Console.complain("`\(path)` cannot be removed: \(OutputFile.reason(errno))")
      throw ExitCode.unusable
    }
    Console.write("removed \(path)\n")
  }
}

/// An exchange rate as it is typed: `USD=7.12`, `USD=7.12@2026-11-20`.
struct RateOption: ExpressibleByArgument {
  let rate: ExchangeRate

  init?(argument: String) {
    let halves = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard halves.count == 2, halves[0].utf8.count == 3, halves[0].utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
      halves[0] != "CNY"
    else { return nil }
    let parts = halves[1].split(separator: "@", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, let money = try? Money("\(first) CNY"), money > .zero else {
      return nil
    }
    let date = parts.count == 2 ? String(parts[1]) : ""
    if !date.isEmpty, LocalDate(date) == nil { return nil }
    rate = ExchangeRate(
      currency: String(halves[0]), microYuan: money.microYuan, date: date, source: "given with the sheet")
  }
}

extension Condition: ExpressibleByArgument {}
extension PriceBasis: ExpressibleByArgument {}

/// Whether tax is in a price.
enum TaxOption: String, ExpressibleByArgument, CaseIterable {
  case included, excluded
}
