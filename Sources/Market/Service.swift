/// Work that is paid beside parts: a bare board, a stencil, placing, assembly, test.
public struct Service: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case pcb, stencil, smt, assembly, test
  }

  public var id: String
  public var kind: Kind
  public var english: String
  public var chinese: String
  /// A node of the market's graph, or nil where it is ordered online.
  public var place: String?
  public var hours: [[OpeningHours]]
  /// Limits of what the service takes; nil is no limit.
  public var layers: ClosedRange<Int>?
  /// Largest board, square millimetres.
  public var largestArea: Int?
  public var sides: ClosedRange<Int>?
  public var boards: ClosedRange<Int>?
  public var price: ServiceFormula
  /// Seconds from order to goods in hand: `ServiceFormula` over the same terms, in seconds.
  public var duration: ServiceFormula
  public var standing: MarketSetting.Standing
  public var source: String

  public init(
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
public struct ServiceFormula: Sendable, Hashable, Codable {
  public var minimum: Int64
  public var base: Int64
  public var perBoard: Int64
  /// For each square centimetre and layer of each board.
  public var perAreaLayer: Int64
  /// For each joint of each board.
  public var perJoint: Int64
  public var perSide: Int64

  public init(
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
