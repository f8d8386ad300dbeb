import ArgumentParser
import BOMImport
import BoardSpec
import CatalogText
import Diagnostics
import MarkedText
import Phrases
import PriceFetch
import PriceSheets
import Quotes

/// Prints the page of a diagnostic code.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Print the page of a diagnostic code, such as B110.")

  @Argument(help: "The code, as it stands in brackets behind a finding.")
  var code: String?

  @Flag(help: "Print the reference of all codes (Markdown).")
  var all = false

  func validate() throws {
    if all == (code != nil) { throw ValidationError("give a code, or --all") }
  }

  func run() throws {
    guard let code else {
      Console.write(CodeReference.markdown(Self.chapters))
      return
    }
    let known = Self.chapters.flatMap(\.codes)
    guard let found = known.first(where: { $0.id.lowercased() == code.lowercased() }) else {
      let meant = closestMatch(to: code.uppercased(), among: known.map(\.id))
      Console.complain("there is no code `\(code)`" + (meant.map { "; did you mean `\($0)`?" } ?? ""))
      throw ExitCode.answerIsNo
    }
    Console.write(CodeReference.page(found))
  }

  /// Every code that a command reports, by kind of file.
  static let chapters = [
    CodeReference.Chapter("Any text", TextCodes.all), CodeReference.Chapter("Board specs", SpecCodes.all),
    CodeReference.Chapter("Catalogs", CatalogCodes.all),
    CodeReference.Chapter("Phrases", PhraseBookReader.codes),
    CodeReference.Chapter("Bills of material", BOMCodes.all),
    CodeReference.Chapter("Price sources", FetchSources.codes),
    CodeReference.Chapter("Sellers and quotes", QuoteCodes.all),
  ]
}
