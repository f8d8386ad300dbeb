package import Diagnostics
package import Electronics
package import Market

package struct Enclosure: Sendable, Hashable {
  package var slot: String?
  /// Length, width and height.
  package var inside: [Quantity]
  /// Where the slot is named.
  package var slotSpan: SourceSpan?

  package init(slot: String? = nil, inside: [Quantity], slotSpan: SourceSpan? = nil) {
    self.slot = slot
    self.inside = inside
    self.slotSpan = slotSpan
  }
}

package struct BareBoard: Sendable, Hashable {
  package var layers: Int
  /// Micrometres.
  package var width: Int
  package var height: Int
  package var thickness: Quantity?
  package var finish: String?
  /// Where the number of layers and the size are written.
  package var layersSpan: SourceSpan?
  package var sizeSpan: SourceSpan?

  package init(
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
package enum AssemblyClass: String, Sendable, Hashable, CaseIterable {
  case hand, standard, fine

  /// The finest pitch of leads or pads in nanometres. Assumptions of ours, typical of a soldering iron, of a common line and
  /// of one for fine work.
  package var finestPitch: Int64 {
    switch self {
    case .hand: 650_000
    case .standard: 400_000
    case .fine: 300_000
    }
  }
}

package struct Process: Sendable, Hashable {
  package var sides: Int
  package var stencil: Bool
  /// Where the spec says whether there is a stencil; nil where it does not.
  package var stencilSpan: SourceSpan?
  /// Solder joints a board; nil where the spec does not say.
  package var joints: Int?
  /// Services that the build pays for, in order of `Service.Kind`.
  package var services: [Service.Kind]
  /// Services chosen by id where the spec names one.
  package var chosen: [Service.Kind: String]
  package var assembly: AssemblyClass

  package init(
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
