public import Diagnostics
public import Electronics

public struct Rail: Sendable {
  public var name: String
  /// The reference that feeds it.
  public var source: String?
  /// The rail that its regulator takes from.
  public var from: String?
  public var range: QuantityRange
  public var limit: Quantity?
  public var span: SourceSpan
}

public struct Battery: Sendable {
  public var slot: String?
  public var chemistry: String
  public var capacity: Quantity
  public var range: QuantityRange
  /// Continuous charge current as a multiple of capacity, per mille.
  public var chargeRatePerMille: Int
}
