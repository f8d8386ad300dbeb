internal import Base
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

  /// The files of a format, named after `base`; one file but where the format says that it makes several.
  ///
  /// - Throws: `Refusal`, and what JSON and templates throw.
  package func files(_ format: Format, base: String) throws -> [File] {
    let files = try format.files(self, base)
    // HTML and JSON escape what is hidden by their own rules.
    if format == .html || format == .json { return files }
    return files.map { File(name: $0.name, text: visibleLines($0.text)) }
  }
}
