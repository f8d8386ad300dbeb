package import Market

/// How market prices follow public ones.
package struct SamplePrices: Sendable, Hashable, Codable {
  /// Micro-yuan for one unit of a currency.
  package var rates: [String: Int64]
  /// A stall's own level against the public price, per mille.
  package var margin: SampleRange
  /// An offer's level against its stall's, per mille.
  package var noise: SampleRange
  /// Price of a condition against original goods, per mille.
  package var conditions: [Condition: Int]
  /// How often stalls carry parts whose numbers start so, against others (1).
  package var popular: [String: Int]

  package init(
    rates: [String: Int64], margin: SampleRange, noise: SampleRange, conditions: [Condition: Int],
    popular: [String: Int]
  ) {
    self.rates = rates
    self.margin = margin
    self.noise = noise
    self.conditions = conditions
    self.popular = popular
  }
}

/// How stalls differ.
package struct SampleStallHabits: Sendable, Hashable, Codable {
  package var setupSeconds: SampleRange
  package var lineSeconds: SampleRange
  /// Stalls that give invoices, per mille.
  package var invoice: Int
  /// Surcharges that they ask for, per mille.
  package var invoiceSurcharges: [Int]
  /// Factor on the market's chance of a bad piece, per mille.
  package var risk: SampleRange
  /// Stalls that open late, per mille, and by how many minutes.
  package var lateOpeners: Int
  package var lateMinutes: SampleRange
  /// Stalls that close early, per mille, and by how many minutes.
  package var earlyClosers: Int
  package var earlyMinutes: SampleRange
  /// Stalls that are shut on Sundays, per mille.
  package var sundayClosed: Int
  /// Stalls that sell mostly one maker's parts, per mille.
  package var agents: Int
  /// Stalls that sell a second family of their floor, per mille.
  package var secondFamily: Int

  package init(
    setupSeconds: SampleRange, lineSeconds: SampleRange, invoice: Int, invoiceSurcharges: [Int], risk: SampleRange,
    lateOpeners: Int, lateMinutes: SampleRange, earlyClosers: Int, earlyMinutes: SampleRange, sundayClosed: Int,
    agents: Int, secondFamily: Int
  ) {
    self.setupSeconds = setupSeconds
    self.lineSeconds = lineSeconds
    self.invoice = invoice
    self.invoiceSurcharges = invoiceSurcharges
    self.risk = risk
    self.lateOpeners = lateOpeners
    self.lateMinutes = lateMinutes
    self.earlyClosers = earlyClosers
    self.earlyMinutes = earlyMinutes
    self.sundayClosed = sundayClosed
    self.agents = agents
    self.secondFamily = secondFamily
  }

  private enum CodingKeys: String, CodingKey {
    case setupSeconds = "setup_seconds"
    case lineSeconds = "line_seconds"
    case invoice
    case invoiceSurcharges = "invoice_surcharges"
    case risk
    case lateOpeners = "late_openers"
    case lateMinutes = "late_minutes"
    case earlyClosers = "early_closers"
    case earlyMinutes = "early_minutes"
    case sundayClosed = "sunday_closed"
    case agents
    case secondFamily = "second_family"
  }
}

/// How offers differ.
package struct SampleOfferHabits: Sendable, Hashable, Codable {
  /// Offers with tax in the price, per mille.
  package var taxIncluded: Int
  /// Offers whose goods a runner fetches, per mille, and how many minutes that takes.
  package var runner: Int
  package var runnerMinutes: SampleRange
  /// Cheap chip parts that are sold by the full reel only, per mille, and a reel's pieces.
  package var reel: Int
  package var reelPieces: Int
  /// Offers that are sold out, per mille.
  package var soldOut: Int
  /// Days since an offer was seen.
  package var ageDays: SampleRange

  package init(
    taxIncluded: Int, runner: Int, runnerMinutes: SampleRange, reel: Int, reelPieces: Int, soldOut: Int,
    ageDays: SampleRange
  ) {
    self.taxIncluded = taxIncluded
    self.runner = runner
    self.runnerMinutes = runnerMinutes
    self.reel = reel
    self.reelPieces = reelPieces
    self.soldOut = soldOut
    self.ageDays = ageDays
  }

  private enum CodingKeys: String, CodingKey {
    case taxIncluded = "tax_included"
    case runner
    case runnerMinutes = "runner_minutes"
    case reel
    case reelPieces = "reel_pieces"
    case soldOut = "sold_out"
    case ageDays = "age_days"
  }
}
