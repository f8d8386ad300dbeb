public import Diagnostics
public import Electronics
public import Market

/// What a reference design fixes for a board beside the slots that it brings.
public struct ReferenceDesign: Sendable, Hashable {
  public var id: String
  public var name: LocalizedText
  /// Where the design's file names it.
  public var span: SourceSpan
  /// Copper layers of its layout.
  public var layers: Int?
  public var layersSpan: SourceSpan?
  /// Boards for which its chipset is sold at least; 1 where single chips are sold.
  public var minimumSets: Int
  /// What taking it costs once.
  public var oneTimeCost: OneTimeCost?
  /// The battery that its power path and its firmware are made for; nil where it does not say.
  public var battery: Battery?
  /// What its firmware does; nil where it does not say, or where the firmware is the builder's own.
  public var firmware: Firmware?

  public struct Battery: Sendable, Hashable {
    public var chemistries: [String]
    public var range: QuantityRange
    public var span: SourceSpan
  }

  public struct Firmware: Sendable, Hashable {
    public var functions: [String]
    /// Whether more can be written into it.
    public var isOpen: Bool
    public var span: SourceSpan
  }
}

/// Money that is spent once however many boards are built: engineering, tools, a licence.
public struct OneTimeCost: Sendable, Hashable {
  public var amount: Money
  public var purpose: LocalizedText
  /// Whether no source backs the amount.
  public var isAssumed: Bool
  public var source: String
}

/// How one group of slots is filled: by a reference design, or by parts of the builder's own choice.
public struct GroupFilling: Sendable, Hashable {
  public var group: String
  /// Where the spec names the group.
  public var span: SourceSpan
  /// Nil where discrete parts fill the group.
  public var design: ReferenceDesign?
  public var oneTimeCost: OneTimeCost?
}

extension Board {
  /// The boards that the spec leaves to choose between, one for each way of filling its groups; the board itself where it leaves
  /// none.
  public var everyWay: [Board] { ways.isEmpty ? [self] : ways }

  /// What is spent once for this way of building it.
  public var oneTimeCosts: [OneTimeCost] {
    fillings.compactMap(\.oneTimeCost)
      + designs.filter { design in !fillings.contains { $0.design == design } }.compactMap(\.oneTimeCost)
  }
}
