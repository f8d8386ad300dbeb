package import Diagnostics

/// Every rule about which parts go together.
package enum RuleBook {
  /// By code.
  package static let rules: [any SelectionRule] = [
    RailsHaveSources(), RailsAreUsed(), OneRailPerSource(), RailsDoNotFeedThemselves(), RegulatorsHaveInputs(),
    RegulatorTakesItsInput(), RegulatorMakesItsRail(), DropoutFits(), ConsumerTakesItsRail(), ContinuousCurrentFits(),
    BurstCurrentFits(), RailLimitWithinSource(), RegulatorStaysCool(), ConverterTurnsTheRightWay(),
    FuseCarriesItsRail(),
    SuppressorLetsItsRailPass(), CapacitorStandsItsRail(), SupervisorLetsTheRailRun(), LightLightsOnItsRail(),
    ChargerSuitsTheChemistry(), CellIsOfTheChemistry(), ChargeEndsBelowTheCellsLimit(), ChargeCurrentWithinTheCell(),
    ProgramWithinTheCharger(), ChargerTakesItsInput(), ChargerStaysCool(), CellIsProtected(), TemperatureIsWatched(),
    OverchargeTripsAboveFull(), DischargeCutsBelowTheBoard(), CellHoldsTheCapacity(), CellCoversTheRange(),
    CellTakesTheChargeRate(), ChargeLastsTheRuntime(), BurstKeepsTheCellUp(), InputCarriesTheCharge(),
    InputReachesFullCharge(),
    HostProvidesTheBus(), DeviceSpeaksTheBus(), AddressesDoNotClash(), LevelsAgree(), ShifterTakesBothSides(),
    ShifterHasEnoughChannels(), SerialPortHasOneDevice(), CompanionsArePresent(), CrystalHasTheFrequency(),
    HostHasEnoughPins(), HostHasEnoughPorts(), MatesFit(),
    PackageFitsTheFootprint(), PartsFitTheBoard(), PartsFitUnderTheLid(), BoardFitsTheEnclosure(), EnclosureIsAsLarge(),
    EdgePartsFitTheEdge(), PitchSuitsTheAssembly(), CellFitsTheEnclosure(), LayersAreTheDesigns(),
    LeadlessNeedsAStencil(),
    BandsSuitTheRegion(), AntennaCoversTheBand(), RadioHasAnAntenna(), ModuleIsCertified(), AntennaIsMatched(),
    NoPulledCells(), RiskSuitsTheLoss(), SingleLotIsInStock(), DateCodesAreStated(), PartsAreInProduction(),
    MoreThanOneStall(), NoClonesWherePowerIs(),
    FirmwareDoesWhatIsAsked(), DesignTakesTheBattery(),
  ]

  /// The codes of the rules, and of what is said of waivers and of relations that exclude each other; ascending.
  package static let codes: [DiagnosticCode] =
    [JointCheck.code] + WaiverCheck.codes + [VariantsCanBeBuilt.code] + rules.map { type(of: $0).code }

  /// Every relation on the board that no waiver lifts, those of each rule together.
  package static func relations(on board: RuledBoard) -> [Relation] {
    rules.flatMap { $0.relations(on: board) }.filter { relation in
      !board.board.waivers.contains { $0.lifts(relation) }
    }
  }
}

extension Waiver {
  /// Whether the waiver speaks of this relation.
  func lifts(_ relation: Relation) -> Bool {
    code.text == relation.code.id && !reason.text.allSatisfy(\.isWhitespace)
      && (subject.map { relation.subjects.contains($0.text) } ?? true)
  }
}
