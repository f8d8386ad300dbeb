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
  /// Where the number of layers and the size are written.
  public var layersSpan: SourceSpan?
  public var sizeSpan: SourceSpan?

  public init(
    layers: Int, width: Int, height: Int, thickness: Quantity? = nil, finish: String? = nil,
    layersSpan: SourceSpan? = nil, sizeSpan: SourceSpan? = nil
  ) {
    self.layers = layers
    self.width = width
    self.height = height
    self.thickness = thickness
    self.finish = finish
    self.layersSpan = layersSpan
    self.sizeSpan = sizeSpan
  }
}

/// How fine the parts are that an assembly can place.
public enum AssemblyClass: String, Sendable, Hashable, CaseIterable {
  case hand, standard, fine

  /// The finest pitch of leads or pads in nanometres. Assumptions of ours, typical of a soldering iron, of a common line and
  /// of one for fine work.
  public var finestPitch: Int64 {
    switch self {
    case .hand: 650_000
    case .standard: 400_000
    case .fine: 300_000
    }
  }
}

public struct Process: Sendable, Hashable {
  public var sides: Int
  public var stencil: Bool
  /// Where the spec says whether there is a stencil; nil where it does not.
  public var stencilSpan: SourceSpan?
  /// Solder joints a board; nil sums over packages.
  public var joints: Int?
  /// Services that the build pays for, in order of `Service.Kind`.
  public var services: [Service.Kind]
  /// Services chosen by id where the spec names one.
  public var chosen: [Service.Kind: String]
  public var assembly: AssemblyClass

  public init(
    sides: Int, stencil: Bool, joints: Int? = nil, services: [Service.Kind], chosen: [Service.Kind: String],
    assembly: AssemblyClass = .standard
  ) {
    self.sides = sides
    self.stencil = stencil
    self.joints = joints
    self.services = services
    self.chosen = chosen
    self.assembly = assembly
  }
}
