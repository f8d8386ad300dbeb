extension TravellingPurchaserProblem.ParseError {
  /// The line that is wrong, from 1; nil where something is missing.
  package var line: Int? {
    switch self {
    case .unknownSection(let line, _), .unsupported(let line, _, _), .notANumber(let line, _), .outOfRange(let line, _),
      .wrongFieldCount(let line, _, _), .duplicate(let line, _), .tooDear(let line, _):
      line
    case .missing: nil
    }
  }

  /// What is wrong, in one clause.
  package var explanation: String {
    switch self {
    case .unknownSection(_, let name):
      "`\(Self.shown(name))` stands in no known section; a TPPLIB file has NODE_COORD_SECTION, DEMAND_SECTION and OFFER_SECTION"
    case .unsupported(_, let key, let value):
      "\(key) is `\(Self.shown(value))`; only \(key == "TYPE" ? "TPP" : "EUC_2D") can be read"
    case .notANumber(_, let value): "`\(Self.shown(value))` is not a number that is allowed here"
    case .outOfRange(_, let value):
      "\(value) is out of range: markets and products count from 1, amounts from 0 to 1000000000"
    case .wrongFieldCount(_, let expected, let found): "\(found) fields where \(expected) belong"
    case .duplicate(_, let value): "\(value) is given here a second time"
    case .tooDear(_, let price):
      "at the price \(price) the dearest answer costs more than \(TravellingPurchaserProblem.mostTotal), the most that sums hold; scale the prices down"
    case .missing(let what): "\(what) is missing"
    }
  }

  /// As much of a value as a message has room for.
  private static func shown(_ value: String) -> String {
    value.count <= 60 ? value : value.prefix(60) + "…"
  }
}
