package import Diagnostics

/// The codes of findings in a `Catalog/` folder.
package enum CatalogCodes {
  /// All of them, for `explain`.
  package static let all = [
    duplicate, dangling, value, priceOrder, missingFile, reserved, sample, unreachable, withoutOffer, damaged,
    damagedStays,
  ]

  package static let duplicate = DiagnosticCode(
    "C001", "something is given twice",
    page: """
      Two rows or entries have the same key. A part's key is its maker and number, an offer's its stall, part and
      condition; everything else has an id. Keep one of them.
      """)
  package static let dangling = DiagnosticCode(
    "C002", "a name that is not defined",
    page: """
      A row names a source, category, handling, building, floor, node, stall or part that the catalog does not have. Correct
      the name, or add what it names. In `source`, the text before the first colon is an id of `sources.csv`.
      """)
  package static let value = DiagnosticCode(
    "C003", "a value that cannot be read",
    page: """
      A cell or value is empty where it must not be, is not of its kind, or has a unit that measures something else. Values
      are written as people write them: `4k7`, `100nF`, `3.4..4.2V`, `12.35 CNY`, `Mon-Sat 09:30-18:30`.
      """)
  package static let priceOrder = DiagnosticCode(
    "C004", "prices out of order",
    page: """
      Price breaks start at rising quantities with prices that do not rise, the first at or below the least quantity
      sold: `1:0.35 100:0.21 1000:0.13`. A public price level has a best price that is not above its first.
      """)
  package static let missingFile = DiagnosticCode(
    "C005", "a file is missing",
    page: """
      A catalog folder has `sources.csv`, `categories.yaml` and `attrition.csv`, and each market's folder has `market.yaml`.
      """)
  package static let reserved = DiagnosticCode(
    "C006", "the source `sample` is reserved",
    page: """
      `sample` marks stalls and offers that the generator made. Say where yours come from: `own visit`, `quote`, an id of
      `sources.csv`.
      """)
  package static let sample = DiagnosticCode(
    "C007", "a sample that cannot be made",
    page: """
      The settings in `sample.yaml` contradict each other or the catalog: conditions of a family that do not add up to
      1,000 per mille, a currency without a rate, cells offered pulled or refurbished.
      """)
  package static let unreachable = DiagnosticCode(
    "C008", "a place that cannot be reached",
    page: """
      A stall's floor, or a service's place, cannot be reached from the market's start over nodes and links. Add the
      missing link or node.
      """)
  package static let withoutOffer = DiagnosticCode(
    "C009", "a part without an offer",
    page: """
      No market has an offer of the part, so no plan can buy it. A part without a price level gets no sample offers: add a
      price level, or an offer of your own.
      """)
  package static let damaged = DiagnosticCode(
    "W020", "a damaged file was set aside",
    page: """
      A file of the data folder is cut short, empty or overwritten: a kill of the machine, a full disk, a copy that stopped. It stands
      beside its place as `NAME.damaged-DATE`, and nothing reads it any more. Import a list or a sheet again (`catalog import`, `prices
      import`, `prices fetch`); a catalog is built again by itself. Files that merely may not be read stay where they are.
      """)
  package static let damagedStays = DiagnosticCode(
    "W021", "a damaged file that cannot be set aside",
    page: """
      A file of the data folder is damaged, and may not be renamed: the folder is read-only, or another's. Nothing of it is read.
      Allow the folder to be written, or remove the file.
      """)
}
