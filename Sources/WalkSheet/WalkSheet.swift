public import SourcingPlan

/// What a buyer holds on the day: a plan as a page, a table or a text.
///
/// Each format is a pure function of the plan and the languages: the same plan gives the same bytes.
public struct WalkSheet: Sendable {
  public let plan: PlanDocument
  public let language: SheetLanguage

  public init(_ plan: PlanDocument, language: SheetLanguage) {
    self.plan = plan
    self.language = language
  }

  public enum Format: String, Sendable, Hashable, CaseIterable {
    /// One self-contained page.
    case html
    /// One row a purchase; opens in spreadsheets.
    case csv
    /// A text with tick boxes.
    case md
    /// The plan document itself.
    case json
  }

  /// The sheet as UTF-8 text.
  public func render(_ format: Format) throws -> String {
    switch format {
    case .html: try html()
    case .csv: csv()
    case .md: markdown()
    case .json: String(decoding: try plan.json(), as: UTF8.self)
    }
  }
}
