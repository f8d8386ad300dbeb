package import Phrases
package import SourcingPlan

/// What a buyer holds on the day: a plan as a page, a table or a text.
///
/// Each format is a pure function of the plan, the languages, the phrases and, for calendars, the moment: the same plan gives the
/// same bytes.
package struct WalkSheet: Sendable {
  package let plan: PlanDocument
  package let language: Language
  package let phrases: PhraseBook
  /// When the sheet is made, in seconds since 1970-01-01T00:00:00Z.
  package let made: Double

  package init(_ plan: PlanDocument, language: Language, phrases: PhraseBook, made: Double) {
    self.plan = plan
    self.language = language
    self.phrases = phrases
    self.made = made
  }

  package enum Format: String, Sendable, Hashable, CaseIterable {
    /// One self-contained page.
    case html
    /// One row a purchase; opens in spreadsheets.
    case csv
    /// A text with tick boxes.
    case md
    /// The plan document itself.
    case json
    /// The stops as events of a calendar.
    case ics
    /// Stops and walks on the earth, where the market's data have real coordinates.
    case geojson
    /// One order sheet for each stall.
    case orders
    /// What is mailed, as LCSC's order table.
    case lcsc
    /// What is mailed, as JLCPCB's bill of materials.
    case jlcpcb
    /// What is mailed, in the columns of KiCad's bill of materials.
    case kicad
  }

  /// A file of a sheet.
  package struct File: Sendable, Hashable {
    /// Relative to the folder that it is written to: `charger.csv`, `charger-orders/SEG-2F-B114.csv`.
    package var name: String
    /// UTF-8.
    package var text: String
  }

  /// Why a plan has no sheet of a format.
  package enum Refusal: Error, Sendable, Hashable {
    /// The market's positions are metres on a plan; nobody knows where on the earth.
    case noCoordinates(market: String)
    /// Nothing of the plan is mailed.
    case nothingMailed
    /// Nothing is bought.
    case nothingBought
  }

  /// The files of a format, named after `base`; one file but for `orders`.
  ///
  /// - Throws: `Refusal`, and what JSON and templates throw.
  package func files(_ format: Format, base: String) throws -> [File] {
    switch format {
    case .html: [File(name: "\(base).html", text: try html())]
    case .csv: [File(name: "\(base).csv", text: csv())]
    case .md: [File(name: "\(base).md", text: markdown())]
    case .json: [File(name: "\(base).json", text: String(decoding: try plan.json(), as: UTF8.self))]
    case .ics: [File(name: "\(base).ics", text: calendar())]
    case .geojson: [File(name: "\(base).geojson", text: try geographic())]
    case .orders: try orderSheets(base: base)
    case .lcsc: [File(name: "\(base)-lcsc.csv", text: try lcscOrder())]
    case .kicad: [File(name: "\(base)-kicad.csv", text: try kicadBill())]
    case .jlcpcb: [File(name: "\(base)-jlcpcb.csv", text: try jlcpcbBill())]
    }
  }
}
