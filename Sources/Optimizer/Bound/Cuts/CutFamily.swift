/// A family of valid inequalities: rows that no tour of the model breaks, found where a fractional point does.
///
/// A further family is a file here, and a line in `CutFamilies` and in `ProofSearch.separate`.
protocol CutFamily: ~Copyable {
  /// Rows that the point violates; sets of places that they name are added to `sets`.
  mutating func violated(at point: FractionalPoint, _ sets: inout VertexSetPool) -> [CutRow]
}

/// What a cut must be violated by, as a share of its right-hand side.
let cutTolerance = 1e-3

/// All families, each with the scratch that it keeps from round to round.
struct CutFamilies: ~Copyable {
  var levels: LevelCuts
  var edges: EdgeCuts
  var subtours: SubtourCuts
  var products: ProductCuts
  var blossoms: BlossomCuts
  var roundings: RoundingCuts

  init(_ model: ProofModel, levelCutsPerDemand: Int) {
    levels = LevelCuts(model, mostPerDemand: levelCutsPerDemand)
    edges = EdgeCuts(model)
    subtours = SubtourCuts(model)
    products = ProductCuts(model)
    blossoms = BlossomCuts(model)
    roundings = RoundingCuts(model)
  }

  /// Work since the last call of the families that take the most.
  mutating func takeWork() -> Int64 { levels.takeWork() + subtours.takeWork() + products.takeWork() }
}
