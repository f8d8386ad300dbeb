public import Diagnostics
public import Electronics
public import Market

public struct Enclosure: Sendable, Hashable {
  public var slot: String?
  /// Length, width and height.
  public var inside: [Quantity]
  /// Where the slot is named.
  public var slotSpan: SourceSpan?

  public init(slot: String? = nil, inside: [Quantity], slotSpan: SourceSpan? = nil) {
    self.slot = slot
    self.inside = inside
    self.slotSpan = slotSpan
  }
}

public struct BareBoard: Sendable, Hashable {
  public var layers: Int
  /// Micrometres.
  public var width: Int
  public var height: Int
  public var thickness: Quantity?
  public var finish: String?

  public init(layers: Int, width: Int, height: Int, thickness: Quantity? = nil, finish: String? = nil) {
    self.layers = layers
    self.width = width
    self.height = height
    self.thickness = thickness
    self.finish = finish
  }
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

  public init(sides: Int, stencil: Bool, joints: Int? = nil, services: [Service.Kind], chosen: [Service.Kind: String]) {
    self.sides = sides
    self.stencil = stencil
    self.joints = joints
    self.services = services
    self.chosen = chosen
  }
}
