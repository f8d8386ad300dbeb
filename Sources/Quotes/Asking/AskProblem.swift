/// Whom to ask about what: each line of a few sellers, each seller about a few lines, so that the expected saving is largest.
///
/// A line that the sellers of a set `S` are asked about saves `worth · (1 − Π (1 − chance))` over `S`: each of them, apart from the others,
/// may have a better price. The set of asks keeps to the sellers' caps, to a number of sellers for each line, and to a number of messages.
package struct AskProblem: Sendable, Hashable {
  /// What a better price would save on each line, in micro-yuan.
  package var worth: [Int64]
  /// For each line, the chance of each seller to have a better price, 0 to 1; 0 where the seller is not asked.
  package var chance: [[Double]]
  /// The most lines of a message, for each seller.
  package var linesPerSeller: [Int]
  /// The most sellers that a line is asked of.
  package var sellersPerLine: Int
  /// The most messages.
  package var messages: Int

  package init(worth: [Int64], chance: [[Double]], linesPerSeller: [Int], sellersPerLine: Int, messages: Int) {
    precondition(worth.count == chance.count, "\(worth.count) lines, \(chance.count) rows of chances")
    precondition(chance.allSatisfy { $0.count == linesPerSeller.count }, "a row of chances for other sellers")
    self.worth = worth
    self.chance = chance
    self.linesPerSeller = linesPerSeller
    self.sellersPerLine = sellersPerLine
    self.messages = messages
  }

  /// What a line saves, in yuan, where some sellers are asked about it.
  package func saving(of line: Int, asking sellers: some Sequence<Int>) -> Double {
    Double(worth[line]) / 1_000_000 * (1 - sellers.reduce(1) { $0 * (1 - chance[line][$1]) })
  }

  /// What a whole choice saves, in yuan.
  package func saving(of asks: [[Int]]) -> Double {
    asks.indices.reduce(0) { $0 + saving(of: $1, asking: asks[$1]) }
  }

  /// Whether a choice keeps to the caps.
  package func allows(_ asks: [[Int]]) -> Bool {
    guard asks.allSatisfy({ $0.count <= sellersPerLine && Set($0).count == $0.count }) else { return false }
    var counts = Array(repeating: 0, count: linesPerSeller.count)
    for (line, sellers) in asks.enumerated() {
      for seller in sellers {
        if chance[line][seller] <= 0 { return false }
        counts[seller] += 1
      }
    }
    return zip(counts, linesPerSeller).allSatisfy { $0 <= $1 } && counts.count { $0 > 0 } <= messages
  }
}

/// A choice of asks with what it is known to be worth.
package struct AskChoice: Sendable, Hashable {
  /// For each line, the sellers that are asked, ascending.
  package var asks: [[Int]]
  /// Expected saving in yuan.
  package var saving: Double
  /// No choice saves more, in yuan.
  package var bound: Double

  package init(asks: [[Int]], saving: Double, bound: Double) {
    self.asks = asks
    self.saving = saving
    self.bound = bound
  }

  /// Whether nothing better is possible, to a tenth of a fen.
  package var isProven: Bool { bound <= saving + 0.001 }
}
