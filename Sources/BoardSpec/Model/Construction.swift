public import Electronics
public import Market

public struct Enclosure: Sendable {
  public var slot: String?
  public var inside: [Quantity]
}

public struct BareBoard: Sendable {
  public var layers: Int
  /// Micrometres.
  public var width: Int
  public var height: Int
  public var thickness: Quantity?
  public var finish: String?
}

public struct Process: Sendable, Hashable {
  public var sides: Int
  public var stencil: Bool
  /// Solder joints a board; nil sums over packages.
  public var joints: Int?
  /// Services that the build pays for, in order of `Service.Kind`.
  public var services: [Service.Kind]
  /// Services chosen by id where the spec names one.
  public var chosen: [Service.Kind: String]
}
