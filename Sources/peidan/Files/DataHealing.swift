import Base
import CatalogStore
import Foundation
import Market
import Phrases
import Platform
import PriceFetch

/// Damaged files of the data folder: they are set aside, each is told of once on standard error, and the command goes on.
enum DataHealing {
  /// - Parameter tell: takes what is said instead of standard error.
  static func healing(_ options: CommonOptions, tell: (@Sendable (DamagedFile, String) -> Void)? = nil) -> Healing {
    let clock = MarketClock.system()
    let (language, today) = (options.language, clock.today)
    return Healing(day: "\(today)") { file in
      let text = phrase(file, on: today, clock)(language)
      if let tell { tell(file, text) } else { Console.complain(text) }
    }
  }

  /// Removes what runs that were killed have left in the folders of a catalog; see `AtomicFile`.
  static func removeAbandoned(beside catalog: String) {
    let base = (catalog as NSString).deletingPathExtension
    let sheets = PriceSheet.folder(beside: catalog)
    let folders = [
      (catalog as NSString).deletingLastPathComponent, base + ".quotes", PartList.folder(beside: catalog), sheets,
      FetchRecord.folder(in: sheets),
    ]
    for folder in folders { AtomicFile.removeAbandoned(in: folder) }
  }

  private static func phrase(_ file: DamagedFile, on today: LocalDate, _ clock: MarketClock) -> DamagePhrase {
    let fate: DamagePhrase.Fate =
      if let aside = file.aside {
        .setAside(path: aside)
      } else {
        .left(reason: OutputFile.reason(file.failure ?? 0))
      }
    var phrase = DamagePhrase(
      kind: kind(file.kind), name: file.name, path: file.path, fate: fate, detail: file.detail,
      size: file.size.grouped, age: file.written.map { today.dayNumber - clock.day(of: $0).dayNumber })
    phrase.prices = file.held?.prices.grouped
    phrase.newest = file.held?.newest
    return phrase
  }

  private static func kind(_ kind: DamagedFile.Kind) -> DamagePhrase.Kind {
    switch kind {
    case .catalog: .catalog
    case .partList: .partList
    case .priceSheet: .priceSheet
    case .closedStalls: .closedStalls
    case .floorAnswers: .floorAnswers
    case .asks: .asks
    case .answers: .answers
    }
  }
}
