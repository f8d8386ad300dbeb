import ArgumentParser
import CatalogStore
import Diagnostics
import Foundation
import Market
import Phrases
import Platform
import PriceFetch
import PriceSheets

/// `peidan prices fetch`: price sheets from their addresses.
struct PricesFetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch", abstract: "Fetch price sheets from the addresses in a file of sources.",
    discussion: """
      A sheet takes the place of an earlier one once all of it has arrived, been read and been checked. Whatever goes wrong \
      before, the earlier one stays, and its age is told. docs/prices.md has the file of sources.
      """)

  @Argument(help: "Names of the sources to fetch (default: all).")
  var names: [String] = []

  @Option(help: "The file of sources (default: price-sources.yaml beside the user's catalog).")
  var sources: String?

  @Flag(help: "Do not use the network; report the age of the prices that are there.")
  var offline = false

  @Flag(help: "Fetch even what is current.")
  var force = false

  @Option(help: "How to print the outcome.")
  var format: CatalogCommand.Format = .text

  @OptionGroup var common: CommonOptions

  func run() throws {
    #if Fetch
      let chosen = try chosenSources()
      let catalog = try openCatalog(common)
      let interrupt = Interrupt()
      let clock: MarketClock
      do throws(CatalogError) { clock = try .of(catalog) } catch { throw refusal(error) }
      let session = FetchSession(catalog: catalog, common: common, interrupt: interrupt, clock: clock)
      let outcomes = offline ? session.atHand(chosen) : try session.fetch(chosen, isForced: force)
      switch format {
      case .json: Console.write(json: try FetchReport(outcomes).json())
      case .text: Console.write(FetchReport(outcomes).text(on: clock.today))
      }
      if interrupt.wasCalled { throw ExitCode.interrupted }
      if outcomes.contains(where: { $0.result == .failed || $0.newest == nil }) { throw ExitCode.unusable }
    #else
      Console.complain(
        "this build has no `prices fetch`: it was made without libcurl (`--disable-default-traits`); "
          + "`prices import FILE` reads a sheet that is there")
      throw ExitCode.unusable
    #endif
  }

  #if Fetch
    private func chosenSources() throws -> [FetchSource] {
      let path =
        sources
        ?? (CatalogLocation.defaultDatabase() as NSString).deletingLastPathComponent + "/price-sources.yaml"
      let file = SpecFile(path: path)
      let sink = DiagnosticSink()
      guard let source = file.source else {
        let nothing = DiagnosticText(
          sources: [SourceText(file: file.name, text: "")], colour: common.usesColor(on: .error))
        Console.write(styled: nothing.render([file.refusal].compactMap(\.self)), to: .error)
        Console.write("help: docs/prices.md describes the file of sources\n", to: .error)
        throw ExitCode.unusable
      }
      let all = FetchSources.read(source, into: sink)
      let text = DiagnosticText(sources: [FetchSources.masked(source)], colour: common.usesColor(on: .error))
      Console.write(styled: text.render(sink.inTextOrder.map { FetchSources.redacted($0) }), to: .error)
      guard let all else { throw ExitCode.answerIsNo }
      if all.contains(where: \.hasSecrets) { closeToOthers(path) }
      for name in names where !all.contains(where: { $0.name == name }) {
        let meant = closestMatch(to: name, among: all.map(\.name)).map { "; did you mean `\($0)`?" } ?? ""
        Console.complain("`\(path)` has no source `\(name)`\(meant)")
        throw ExitCode.unusable
      }
      return names.isEmpty ? all : all.filter { names.contains($0.name) }
    }

    /// A file with passwords or tokens is its owner's alone: what others may do with it is taken away, and told once.
    private func closeToOthers(_ path: String) {
      var status = stat()
      guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 != 0
      else {
        return
      }
      let isClosed = chmod(path, status.st_mode & 0o700) == 0
      Console.complain(FetchPhrase.secretsInSources(path: path, isClosed: isClosed)(common.language))
    }
  #endif
}
