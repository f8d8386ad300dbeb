package import Diagnostics
package import Electronics

package struct Rail: Sendable, Hashable {
  package var name: String
  /// The reference that feeds it.
  package var source: String?
  /// The rail that its regulator takes from.
  package var from: String?
  package var range: QuantityRange
  package var limit: Quantity?
  /// Share of the source's current that stays unused, in thousandths.
  package var marginPerMille: Int
  /// Where the rail's name stands.
  package var span: SourceSpan
  /// Where its source is named.
  package var sourceSpan: SourceSpan?
  /// Where its range and its limit are written.
  package var rangeSpan: SourceSpan?
  package var limitSpan: SourceSpan?

  package init(
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
  package static let standardMargin = 100
}

package struct Battery: Sendable, Hashable {
  package var slot: String?
  package var chemistry: String
  package var capacity: Quantity
  package var range: QuantityRange
  /// Continuous charge current as a multiple of capacity, per mille.
  package var chargeRatePerMille: Int
  /// The charger, where the board has several.
  package var charger: Mention?
  /// The resistor that sets the charge current.
  package var program: Mention?
  /// Whether the cell's temperature must be watched.
  package var watchesTemperature: Bool
  /// How long a charge must last at the slots' loads.
  package var runtime: Quantity?
  /// Where the slot is named.
  package var slotSpan: SourceSpan?
  /// Where the battery is described.
  package var span: SourceSpan?

  package init(
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
