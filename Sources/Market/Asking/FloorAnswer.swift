package import Base

/// What came of asking for a line on a floor: one of the user's own walks.
package struct FloorAnswer: Sendable, Hashable, Codable {
  /// The digest of the plan and its line, such as `detector/U5`: a line of a plan is asked for once.
  package var plan: String
  package var line: String
  package var market: String
  package var floor: PlaceID
  package var day: LocalDate
  package var kind: AskSettings.Kind
  /// Whether somebody there had it.
  package var isFound: Bool
  /// What asking took, in seconds; nil where the record does not show it.
  package var seconds: Int?
  /// What was found; nil for a price without a list price to compare with, and where nobody had it.
  package var price: Price?

  /// A price at a counter.
  package struct Price: Sendable, Hashable, Codable {
    package var condition: Condition
    /// Of the list price, in per mille.
    package var perMille: Int

    package init(condition: Condition, perMille: Int) {
      self.condition = condition
      self.perMille = perMille
    }
  }

  package init(
    plan: String, line: String, market: String, floor: PlaceID, day: LocalDate, kind: AskSettings.Kind, isFound: Bool,
    seconds: Int? = nil, price: Price? = nil
  ) {
    self.plan = plan
    self.line = line
    self.market = market
    self.floor = floor
    self.day = day
    self.kind = kind
    self.isFound = isFound
    self.seconds = seconds
    self.price = price
  }
}

extension FloorAnswer {
  /// A day at most.
  package static let secondsRange = 1...86_400
  package static let perMilleRange = AskSettings.factorRange

  /// What cannot be in it, in a clause; nil where all can.
  package var fault: String? {
    if floor.floor == nil { return "`floor` is `\(floor)`; expected a floor such as `floor:SEG/1`" }
    if let seconds, !Self.secondsRange.contains(seconds) {
      return "`seconds` is \(seconds); expected \(Self.secondsRange.lowerBound) to \(Self.secondsRange.upperBound)"
    }
    if let share = price?.perMille, !Self.perMilleRange.contains(share) {
      return "`perMille` is \(share); expected \(Self.perMilleRange.lowerBound) to \(Self.perMilleRange.upperBound)"
    }
    return nil
  }

  /// What plans learn from it, as texts for a digest.
  package var digestTexts: [String] {
    [
      market, floor.text, kind.rawValue, "\(isFound)", seconds.map(String.init) ?? "", price?.condition.rawValue ?? "",
      price.map { "\($0.perMille)" } ?? "",
    ]
  }
}
