public import Market

public struct Board: Sendable {
  /// Lower-case, hyphenated; names the plan's files.
  public var name: String
  public var title: LocalizedText
  public var revision: String?
  /// How many are built.
  public var quantity: Int
  /// The id of a market profile.
  public var market: String
  /// The reference design that this board extends, already merged into `slots`.
  public var design: String?
  /// In the order of the file, those of the design first.
  public var slots: [Slot]
  public var policy: SourcingPolicy
  public var rails: [Rail]
  public var battery: Battery?
  public var enclosure: Enclosure?
  public var pcb: BareBoard?
  public var process: Process
  public var day: Day
}
