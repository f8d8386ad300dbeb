/// How far a build has come.
public struct BuildProgress: Sendable, Hashable {
  public enum Phase: String, Sendable, Hashable, CaseIterable {
    case parts, markets, indexes, finishing
  }

  public var phase: Phase
  /// 0 to 1 of the whole build; never falls.
  public var fraction: Double
}

/// What a build wrote.
public struct BuildSummary: Sendable, Hashable {
  public var parts = 0
  public var designs = 0
  public var markets = 0
  public var stalls = 0
  public var offers = 0
  /// Of `offers`, those that a generator made.
  public var sampleOffers = 0
  /// See `Catalog.digest`.
  public var digest = ""

  public init() {}
}
