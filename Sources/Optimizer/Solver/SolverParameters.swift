/// What search and proof are tuned by. The defaults were measured on TPPLIB and on the bundled boards.
///
/// Work of a search is counted in looks at an entry of the demand table or at a leg.
package struct SolverParameters: Sendable, Hashable {
  // MARK: Rounds

  /// Work of a search lane between two looks at what others found.
  package var roundWork = 250_000
  /// Work of the proof between two looks, in its own units (`ProofStatistics.work`).
  package var roundProof: Int64 = 500
  /// A search that has found nothing for this many rounds gives its time to the proof …
  package var roundsWithoutGain = 40
  /// … unless they are fewer than all its rounds divided by this.
  package var roundsShareWithoutGain = 3

  // MARK: Runs of a search lane

  /// Work without gain after which a run ends, and over which the acceptance threshold falls to zero, …
  package var runWork = 2_000_000
  /// … but no more than this for every entry of the demand table: a small day has few plans near one.
  package var runWorkPerEntry = 1_500
  /// A run that has found no plan at all ends after this much work, …
  package var constructionWork = 20_000
  /// … and this much more for every entry of the demand table.
  package var constructionWorkPerEntry = 40
  /// Every so many restarts a run starts from the best plan known.
  package var restartsBetweenReturns = 4
  /// Share by which a construction understates what a market saves, at random, from the second run on.
  package var constructionNoise = 0.3

  // MARK: Steps

  /// The same after a ruin.
  package var repairNoise = 0.05
  /// The threshold starts at the cost, divided by this, …
  package var thresholdDivisor: Int64 = 48
  /// … or, where time counts, at the part of the cost that can be decided, divided by this.
  package var timedThresholdDivisor: Int64 = 150
  /// Markets that a ruin takes out at most, …
  package var largestRuin = 16
  /// … and every other time on days where time counts.
  package var smallRuin = 3
  /// Trying whether buyers had better share markets takes at most the lane's work divided by this.
  package var sharingWorkDivisor = 16
  /// Where time counts, one step in so many moves stops without a look at legs.
  package var stepsPerRelocation = 3
  /// Where options are bound, one step in so many gives a random slot another option.
  package var stepsPerOptionSwitch = 3
  /// Bound slots that one step looks through for a better option.
  package var slotsPerStep = 12

  // MARK: Proof

  /// Share of the linear program's point in the point that is separated. Without this mixing a proof takes two to four
  /// times as many simplex iterations.
  package var separationShare = 0.4
  /// Share of the linear program's point in the inner point after each round.
  package var separationDrift = 0.05
  /// Cuts on the levels of one demand that a round adds at most.
  package var levelCutsPerDemand = 4
  /// Variables that strong branching tries at the root, and at other nodes.
  package var rootCandidates = 12
  package var nodeCandidates = 6
  /// Simplex iterations that strong branching spends on one side of a variable.
  package var branchingIterations = 40

  package init() {}

  /// Traps where a number is outside its range; the parameters are the program's own, never a user's.
  func validate() {
    for (name, count) in [
      ("roundWork", roundWork), ("roundProof", Int(roundProof)), ("roundsWithoutGain", roundsWithoutGain),
      ("roundsShareWithoutGain", roundsShareWithoutGain), ("runWork", runWork), ("runWorkPerEntry", runWorkPerEntry),
      ("constructionWork", constructionWork),
      ("restartsBetweenReturns", restartsBetweenReturns), ("thresholdDivisor", Int(thresholdDivisor)),
      ("timedThresholdDivisor", Int(timedThresholdDivisor)),
      ("largestRuin", largestRuin), ("smallRuin", smallRuin), ("sharingWorkDivisor", sharingWorkDivisor),
      ("stepsPerRelocation", stepsPerRelocation),
      ("stepsPerOptionSwitch", stepsPerOptionSwitch), ("slotsPerStep", slotsPerStep),
      ("levelCutsPerDemand", levelCutsPerDemand), ("rootCandidates", rootCandidates),
      ("nodeCandidates", nodeCandidates), ("branchingIterations", branchingIterations),
    ] { precondition(count >= 1, "\(name) is \(count), and must be at least 1") }
    precondition(constructionWorkPerEntry >= 0, "constructionWorkPerEntry is \(constructionWorkPerEntry)")
    for (name, share) in [
      ("constructionNoise", constructionNoise), ("repairNoise", repairNoise), ("separationShare", separationShare),
      ("separationDrift", separationDrift),
    ] { precondition((0...1).contains(share), "\(name) is \(share), and must be in 0...1") }
  }
}
