/// How far a build has come.
package struct BuildProgress: Sendable, Hashable {
  package enum Phase: String, Sendable, Hashable, CaseIterable {
    case parts, markets, indexes, finishing
  }

  package var phase: Phase
  /// 0 to 1 of the whole build; never falls.
  package var fraction: Double
}

/// What a build wrote.
package struct BuildSummary: Sendable, Hashable {
  package var parts = 0
  package var designs = 0
  package var markets = 0
  package var stalls = 0
  package var offers = 0
  /// Of `offers`, those that a generator made.
  package var sampleOffers = 0
  /// See `Catalog.digest`.
  package var digest = ""

  package init() {}
}
