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
  /// Where the rail's name stands.
  public var span: SourceSpan
  /// Where its source is named.
  public var sourceSpan: SourceSpan?

  public init(
    name: String, source: String? = nil, from: String? = nil, range: QuantityRange, limit: Quantity? = nil,
    span: SourceSpan, sourceSpan: SourceSpan? = nil
  ) {
    self.name = name
    self.source = source
    self.from = from
    self.range = range
    self.limit = limit
    self.span = span
    self.sourceSpan = sourceSpan
  }
}

public struct Battery: Sendable, Hashable {
  public var slot: String?
  public var chemistry: String
  public var capacity: Quantity
  public var range: QuantityRange
  /// Continuous charge current as a multiple of capacity, per mille.
  public var chargeRatePerMille: Int
  /// Where the slot is named.
  public var slotSpan: SourceSpan?

  public init(
    slot: String? = nil, chemistry: String, capacity: Quantity, range: QuantityRange, chargeRatePerMille: Int,
    slotSpan: SourceSpan? = nil
  ) {
    self.slot = slot
    self.chemistry = chemistry
    self.capacity = capacity
    self.range = range
    self.chargeRatePerMille = chargeRatePerMille
    self.slotSpan = slotSpan
  }
}
