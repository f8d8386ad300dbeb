public import Diagnostics
public import Electronics

public struct Rail: Sendable, Hashable {
  public var name: String
  /// The reference that feeds it.
  public var source: String?
  /// The rail that its regulator takes from.
  public var from: String?
  public var range: QuantityRange
  public var limit: Quantity?
  /// Share of the source's current that stays unused, in thousandths.
  public var marginPerMille: Int
  /// Where the rail's name stands.
  public var span: SourceSpan
  /// Where its source is named.
  public var sourceSpan: SourceSpan?
  /// Where its range and its limit are written.
  public var rangeSpan: SourceSpan?
  public var limitSpan: SourceSpan?

  public init(
    name: String, source: String? = nil, from: String? = nil, range: QuantityRange, limit: Quantity? = nil,
    marginPerMille: Int = Rail.standardMargin, span: SourceSpan, sourceSpan: SourceSpan? = nil,
    rangeSpan: SourceSpan? = nil, limitSpan: SourceSpan? = nil
  ) {
    self.name = name
    self.source = source
    self.from = from
    self.range = range
    self.limit = limit
    self.marginPerMille = marginPerMille
    self.span = span
    self.sourceSpan = sourceSpan
    self.rangeSpan = rangeSpan
    self.limitSpan = limitSpan
  }

  /// What stays unused where a board says nothing.
  public static let standardMargin = 100
}

public struct Battery: Sendable, Hashable {
  public var slot: String?
  public var chemistry: String
  public var capacity: Quantity
  public var range: QuantityRange
  /// Continuous charge current as a multiple of capacity, per mille.
  public var chargeRatePerMille: Int
  /// The charger, where the board has several.
  public var charger: Mention?
  /// The resistor that sets the charge current.
  public var program: Mention?
  /// Whether the cell's temperature must be watched.
  public var watchesTemperature: Bool
  /// How long a charge must last at the slots' loads.
  public var runtime: Quantity?
  /// Where the slot is named.
  public var slotSpan: SourceSpan?
  /// Where the battery is described.
  public var span: SourceSpan?

  public init(
    slot: String? = nil, chemistry: String, capacity: Quantity, range: QuantityRange, chargeRatePerMille: Int,
    charger: Mention? = nil, program: Mention? = nil, watchesTemperature: Bool = false,
    runtime: Quantity? = nil, slotSpan: SourceSpan? = nil, span: SourceSpan? = nil
  ) {
    self.slot = slot
    self.chemistry = chemistry
    self.capacity = capacity
    self.range = range
    self.chargeRatePerMille = chargeRatePerMille
    self.charger = charger
    self.program = program
    self.watchesTemperature = watchesTemperature
    self.runtime = runtime
    self.slotSpan = slotSpan
    self.span = span
  }
}
