#if Fetch
  import Base
  import ArgumentParser
  import CatalogStore
  import Foundation
  import Market
  import Optimizer
  import Platform
  import PriceFetch
  import PriceSheets
  import TerminalText

  /// Fetches sheets and puts them in their places beside a catalog.
  struct FetchSession {
    let catalog: Catalog
    let common: CommonOptions
    let interrupt: Interrupt
    let clock: MarketClock

    private var folder: String { PriceSheet.folder(beside: catalog.path) }
    private var records: String { FetchRecord.folder(in: folder) }

    /// What is there without asking anybody.
    func atHand(_ sources: [FetchSource]) -> [FetchOutcome] {
      sources.map { outcome(of: $0, .kept, sheet(named: $0.name)?.facts) }
    }

    /// Asks the sources, reads what they send, and says of each what became of it.
    func fetch(_ sources: [FetchSource], isForced: Bool) throws -> [FetchOutcome] {
      let clock = clock
      let bars = FetchBars(isShown: !common.quiet && Console.isTerminal(.error))
      let cancellation = interrupt.cancellation
      var fetcher = Fetcher(
        folder: records, environment: FetchEnvironment(ProcessInfo.processInfo.environment),
        hooks: FetchHooks(
          now: { Double(ProcessClock.now()) / 1e9 }, wallClock: { clock.now },
          onProgress: { bars.show($0) }, shouldStop: { cancellation.isCancelled }))
      fetcher.present = Set(catalog.sheets.map(\.name))
      fetcher.isForced = isForced
      let results = fetcher.fetch(sources)
      bars.finish()
      return try zip(sources, results).map { source, result in try settle(source, result) }
    }

    private func settle(_ source: FetchSource, _ result: FetchResult) throws -> FetchOutcome {
      let old = sheet(named: source.name)?.facts
      switch result {
      case .fetched(let file, let record):
        defer { try? FileManager.default.removeItem(atPath: file) }
        guard let facts = try intake(file, source, record, old) else { return outcome(of: source, .failed, old) }
        return outcome(of: source, .fetched, facts)
      case .unchanged(let record):
        keep(record, of: source)
        return outcome(of: source, .unchanged, old)
      case .current: return outcome(of: source, .current, old)
      case .failed(let failure):
        complain(source, "\(failure)", old)
        return outcome(of: source, .failed, old)
      }
    }

    /// Reads a fetched file into its place; nil, and told, where it cannot be used.
    private func intake(
      _ file: String, _ source: FetchSource, _ record: FetchRecord, _ old: PriceSheet.Facts?
    ) throws -> PriceSheet.Facts? {
      let progress = CatalogProgress(
        isShown: !common.quiet && Console.isTerminal(.error), title: "reading \(source.name)")
      defer { progress.finish() }
      let intake = SheetReader(
        catalog: catalog, name: source.name, origin: source.address.shown,
        date: "\(source.terms.date ?? day(of: record))",
        terms: source.terms, limit: source.limits.size)
      do {
        let interrupt = interrupt
        let (summary, _) = try intake.read(
          file, now: MarketClock.text(of: clock.now), onProgress: { progress.show($0) },
          shouldStop: { interrupt.wasCalled })
        keep(record, of: source)
        return summary.facts
      } catch let error as SheetError {
        progress.finish()
        if case .badRows(let faults, let count) = error {
          for fault in faults { Console.write("\(source.name): \(fault)\n", to: .error) }
          complain(source, "\(count.grouped) rows cannot be used", old)
        } else {
          complain(source, "the file \(error)", old)
        }
      } catch let error as CatalogError {
        progress.finish()
        complain(source, "\(error)", old)
      }
      return nil
    }

    /// The market's day on which the source changed last; today where it does not say.
    private func day(of record: FetchRecord) -> LocalDate {
      record.lastModified.flatMap { MarketClock.moment(ofHeader: $0) }.map { clock.day(of: $0) } ?? clock.today
    }

    private func keep(_ record: FetchRecord, of source: FetchSource) {
      do {
        try record.write(source.name, in: records)
      } catch {
        Console.complain("`\(source.name)`: \(error)")
      }
    }

    private func complain(_ source: FetchSource, _ reason: String, _ old: PriceSheet.Facts?) {
      let kept = old.map {
        "the prices of \($0.newest) stay\(FetchOutcome.age(of: $0.newest, on: clock.today).map { ", \($0)" } ?? "")"
      }
      Console.complain("`\(source.name)`: \(reason); \(kept ?? "there are no earlier prices")")
    }

    private func sheet(named name: String) -> PriceSheet? { catalog.sheets.first { $0.name == name } }

    private func outcome(
      of source: FetchSource, _ result: FetchOutcome.Result, _ facts: PriceSheet.Facts?
    ) -> FetchOutcome {
      FetchOutcome(
        name: source.name, address: source.address.shown, result: result, prices: facts?.prices, newest: facts?.newest,
        firstExpiry: facts?.firstExpiry,
        checked: FetchRecord.read(source.name, in: records).map {
          MarketClock.text(of: $0.checked)
        })
    }
  }

  /// What became of one source.
  struct FetchOutcome: Encodable {
    enum Result: String, Encodable {
      case fetched, unchanged, current, kept, failed
    }

    var name: String
    var address: String
    var result: Result
    var prices: Int?
    /// The newest day of a price; nil where there is no sheet.
    var newest: String?
    var firstExpiry: String?
    var checked: String?

    /// `3 days old`; `dated 2 days ahead` where the sheet's day is to come.
    static func age(of day: String, on today: LocalDate) -> String? {
      guard let day = LocalDate(day) else { return nil }
      let days = today.dayNumber - day.dayNumber
      if days < 0 { return days == -1 ? "dated 1 day ahead" : "dated \(-days) days ahead" }
      return days == 1 ? "1 day old" : "\(days) days old"
    }
  }

  /// The outcome of a fetch as it is printed.
  struct FetchReport: Encodable {
    var schema = "peidan.prices-fetch/1"
    var sources: [FetchOutcome]

    init(_ sources: [FetchOutcome]) { self.sources = sources }

    /// The table, with ages on the day given.
    func text(on today: LocalDate) -> String {
      guard !sources.isEmpty else { return "no sources\n" }
      var table = TextTable(["source", "", "prices", "of", "age"], alignment: [.left, .left, .right])
      for source in sources {
        table.add([
          source.name, source.result.rawValue, source.prices?.grouped ?? "–", source.newest ?? "–",
          source.newest.flatMap { FetchOutcome.age(of: $0, on: today) } ?? "–",
        ])
      }
      return table.text
    }
  }
#endif
