import ArgumentParser
import Base
import CatalogStore
import CatalogText
import Foundation
import Market
import Platform
import PriceSheets

/// What the imports of lists and sheets have in common.
enum SheetFiles {
  /// The words by which lists name kinds and packages, from the bundled `Catalog/lists`.
  static func vocabulary(categories: Set<String>) throws -> ListVocabulary {
    guard let folder = CatalogLocation.bundledFolder().map({ "\($0)/lists" }) else {
      Console.complain("there is no `Catalog/lists` beside the program or in the current folder")
      throw ExitCode.unusable
    }
    let kinds = try InputFile.read("\(folder)/categories.csv", atMost: CatalogFile.limit, as: "table")
    let packages = try InputFile.read("\(folder)/packages.csv", atMost: CatalogFile.limit, as: "table")
    do {
      return try ListVocabulary(categories: Array(kinds), packages: Array(packages), known: categories)
    } catch {
      Console.complain("`\(folder)`: \(error)")
      throw ExitCode.unusable
    }
  }

  /// Says what is wrong with a file, and gives the exit code for it.
  ///
  /// - Parameter kept: what is as it was: `the lists are`.
  static func refusal(_ error: SheetError, file: String, kept: String) -> any Error {
    if case .badRows(let faults, let count) = error {
      for fault in faults { Console.write("\(file): \(fault)\n", to: .error) }
      let more = count > faults.count ? ", the first \(faults.count) of them above" : ""
      Console.complain("`\(file)`: \(count.grouped) rows cannot be used\(more); \(kept) as they were")
      return ExitCode.answerIsNo
    }
    Console.complain("`\(file)` \(error)")
    return ExitCode.unusable
  }

  /// The beginning of a file, unpacked, that tells what kind of sheet it is.
  static func shape(of path: String, limit: Int) throws(SheetError) -> SheetShape {
    var start: [UInt8] = []
    let feed = try FileFeed(path: path, limit: limit)
    while start.count < 1 << 16, let piece = try feed.next() { start += piece }
    return try SheetShape(start: start)
  }
}

/// The names of lists and sheets.
enum ListName {
  static func isUsable(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 60
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
  }

  /// `jlcparts` for `…/jlcparts-2026-05-21.csv.gz`.
  static func from(_ path: String) -> String {
    let file = (path as NSString).lastPathComponent.prefix { $0 != "." && !$0.isNumber }
    let name = String(file.map { $0.isASCII && ($0.isLetter || $0 == "_") ? $0 : "-" })
    let trimmed = name.trimmingCharacters(in: CharacterSet(charactersIn: "-"))
    return isUsable(trimmed) ? trimmed : "list"
  }

  /// The date in a file's name, else the market's day on which the file was changed.
  static func date(in path: String, _ clock: MarketClock) -> String {
    let name = (path as NSString).lastPathComponent
    if let range = name.firstRange(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/), LocalDate(String(name[range])) != nil {
      return String(name[range])
    }
    let changed = (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
    return (changed.map { clock.day(of: $0.timeIntervalSince1970) } ?? clock.today).description
  }
}
