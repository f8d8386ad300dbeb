internal import Electronics

extension RuledBoard {
  /// Whether the battery is one that burns when it is mistreated.
  var isLithium: Bool { board.battery.map { $0.chemistry.hasPrefix("li-") } ?? false }

  /// What the battery's figures allow as charge current: `capacity × charge rate`, in nanoamperes.
  var allowedCharge: Quantity? {
    board.battery.map {
      Quantity(.current, stored: Int64(clamping: Int128($0.capacity.stored) * Int128($0.chargeRatePerMille) / 1000))
    }
  }
}

/// The charge current that a charger with its program resistor makes.
enum ChargeCurrent {
  static let reads = ["program-factor", "current"]
  static let resistorReads = ["resistance", "tolerance"]

  /// With the resistor's tolerance and the charger's own; `I = factor / R`. A missing fact where one is not stated.
  static func made(_ charger: Part, _ resistor: Part) -> Result<QuantityRange, Unstated> {
    guard let factor = charger.quantity("program-factor") else { return .failure(Unstated("program-factor", of: 0)) }
    guard let resistance = resistor.withTolerance("resistance") else {
      return .failure(Unstated(resistor.quantity("resistance") == nil ? "resistance" : "tolerance", of: 1))
    }
    guard resistance.lower > 0 else { return .failure(Unstated("resistance", of: 1)) }
    return .success(QuantityRange(factor, tolerance: accuracy) / resistance)
  }

  /// How far chargers are off their programmed current: data sheets of the 4054 and 4056 families give 5 to 8 %.
  private static let accuracy = Quantity(.ratio, stored: 80_000_000)

  struct Unstated: Error {
    var fact: MissingFact

    init(_ parameter: String, of position: Int) { fact = MissingFact(position: position, parameter: parameter) }
  }
}
