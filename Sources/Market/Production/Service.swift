/// Work that is paid beside parts: a bare board, a stencil, placing, assembly, test.
package struct Service: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case pcb, stencil, smt, assembly, test
  }

  package var id: String
  package var kind: Kind
  package var english: String
  package var chinese: String
  /// A node of the market's graph, or nil where it is ordered online.
  package var place: String?
  package var hours: [[OpeningHours]]
  /// Limits of what the service takes; nil is no limit.
  package var layers: ClosedRange<Int>?
  /// Largest board, square millimetres.
  package var largestArea: Int?
  package var sides: ClosedRange<Int>?
  package var boards: ClosedRange<Int>?
  package var price: ServiceFormula
  /// Seconds from order to goods in hand: `ServiceFormula` over the same terms, in seconds.
  package var duration: ServiceFormula
  package var standing: MarketSetting.Standing
  package var source: String

  package init(
    id: String, kind: Kind, english: String, chinese: String, place: String?, hours: [[OpeningHours]],
    layers: ClosedRange<Int>? = nil, largestArea: Int? = nil, sides: ClosedRange<Int>? = nil,
    boards: ClosedRange<Int>? = nil, price: ServiceFormula, duration: ServiceFormula,
    standing: MarketSetting.Standing, source: String
  ) {
    self.id = id
    self.kind = kind
    self.english = english
    self.chinese = chinese
    self.place = place
    self.hours = hours
    self.layers = layers
    self.largestArea = largestArea
    self.sides = sides
    self.boards = boards
    self.price = price
    self.duration = duration
    self.standing = standing
    self.source = source
  }
}

/// `max(minimum, base + perBoard × boards + perAreaLayer × cm² × layers × boards + perJoint × joints × boards
/// + perSide × sides)`, in micro-yuan for a price and in milliseconds for a duration; fractions of cm² count as in
/// mm² / 100, and the result is rounded once.
package struct ServiceFormula: Sendable, Hashable, Codable {
  package var minimum: Int64
  package var base: Int64
  package var perBoard: Int64
  /// For each square centimetre and layer of each board.
  package var perAreaLayer: Int64
  /// For each joint of each board.
  package var perJoint: Int64
  package var perSide: Int64

  package init(
    minimum: Int64 = 0, base: Int64 = 0, perBoard: Int64 = 0, perAreaLayer: Int64 = 0, perJoint: Int64 = 0,
    perSide: Int64 = 0
  ) {
    self.minimum = minimum
    self.base = base
    self.perBoard = perBoard
    self.perAreaLayer = perAreaLayer
    self.perJoint = perJoint
    self.perSide = perSide
  }
}
