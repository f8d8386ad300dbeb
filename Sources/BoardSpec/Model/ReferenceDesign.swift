package import Base
package import Diagnostics
package import Electronics
package import Market

/// What a reference design fixes for a board beside the slots that it brings.
package struct ReferenceDesign: Sendable, Hashable {
  package var id: String
  package var name: LocalizedText
  /// Where the design's file names it.
  package var span: SourceSpan
  /// Copper layers of its layout.
  package var layers: Int?
  package var layersSpan: SourceSpan?
  /// Boards for which its chipset is sold at least; 1 where single chips are sold.
  package var minimumSets: Int
  /// What taking it costs once.
  package var oneTimeCost: OneTimeCost?
  /// The battery that its power path and its firmware are made for; nil where it does not say.
  package var battery: Battery?
  /// What its firmware does; nil where it does not say, or where the firmware is the builder's own.
  package var firmware: Firmware?

  package struct Battery: Sendable, Hashable {
    package var chemistries: [String]
    package var range: QuantityRange
    package var span: SourceSpan
  }

  package struct Firmware: Sendable, Hashable {
    package var functions: [String]
    /// Whether more can be written into it.
    package var isOpen: Bool
    package var span: SourceSpan
  }
}

/// Money that is spent once however many boards are built: engineering, tools, a licence.
package struct OneTimeCost: Sendable, Hashable {
  package var amount: Money
  package var purpose: LocalizedText
  /// Whether no source backs the amount.
  package var isAssumed: Bool
  package var source: String
}

/// How one group of slots is filled: by a reference design, or by parts of the builder's own choice.
package struct GroupFilling: Sendable, Hashable {
  package var group: String
  /// Where the spec names the group.
  package var span: SourceSpan
  /// Nil where discrete parts fill the group.
  package var design: ReferenceDesign?
  package var oneTimeCost: OneTimeCost?
}

extension Board {
  /// The variants of the board; the board itself where it has none.
  package var everyVariant: [Board] { variants.isEmpty ? [self] : variants }

  /// What is spent once for this variant.
  package var oneTimeCosts: [OneTimeCost] {
    fillings.compactMap(\.oneTimeCost)
      + designs.filter { design in !fillings.contains { $0.design == design } }.compactMap(\.oneTimeCost)
  }
}
