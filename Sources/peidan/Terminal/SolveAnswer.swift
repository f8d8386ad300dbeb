import Foundation
import Optimizer
import Phrases
import TravellingPurchaser

/// The answer of `solve` as a document: `"schema": "peidan.solve/1"`.
struct SolveAnswer: Encodable {
  var schema = "peidan.solve/1"
  var instance: String
  var status: String
  /// Tour and purchases, in the file's units; nil without a solution.
  var objective: Int64?
  var bound: Int64
  var gap: Double?
  /// Products that all markets together cannot supply.
  var uncovered: [Int]
  /// Market numbers of the file, the depot first and not repeated.
  var tour: [Int]
  /// Product, market, quantity.
  var purchases: [[Int]]
  var seconds: Double?
  var secondsToFirst: Double?
  var secondsToBest: Double?
  var secondsToProof: Double?
  var nodes: Int
  var cuts: Int
  var moves: Int
  var threads: Int
  var seed: UInt64

  init(instance: String, outcome: Outcome, made: TravellingPurchaserInstance, search: SearchOptions) {
    self.instance = instance
    status = outcome.status.rawValue
    objective = outcome.solution?.cost.total
    bound = outcome.status == .infeasible ? 0 : outcome.bound
    gap = outcome.gap
    uncovered = outcome.uncoveredSlots.map { $0 + 1 }
    let answer = outcome.solution.map { made.answer($0) }
    tour = answer?.tour ?? []
    purchases = answer?.purchases.map { [$0.product, $0.market, $0.quantity] } ?? []
    let statistics = outcome.statistics
    seconds = statistics.seconds
    secondsToFirst = statistics.secondsToFirst
    secondsToBest = statistics.secondsToBest
    secondsToProof = statistics.secondsToProof
    nodes = statistics.nodes
    cuts = statistics.cuts
    moves = statistics.moves
    threads = search.threads
    seed = search.seed
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  func text(_ language: Language) -> String {
    guard let objective else {
      let reason = uncovered.isEmpty ? SolvePhrase.noAnswerInTime : SolvePhrase.productsOutOfReach(uncovered)
      return "\(instance): \(reason(language))\n"
    }
    var lines = ["\(instance): \(objective)"]
    let percent = String(format: "%.3f %%", 100 * (gap ?? 0))
    lines[0] +=
      "  " + (status == "optimal" ? SolvePhrase.provenOptimal : SolvePhrase.boundAndGap("\(bound)", percent))(language)
    lines.append("\(SolvePhrase.tour(language)): \(tour.map(String.init).joined(separator: " "))")
    lines.append("\(SolvePhrase.purchases(language)):")
    for purchase in purchases {
      lines.append(
        "  " + SolvePhrase.productFromMarket(purchase[0], market: purchase[1], quantity: purchase[2])(language))
    }
    let times = [
      (SolvePhrase.firstAnswer, secondsToFirst), (.bestAnswer, secondsToBest), (.proof, secondsToProof),
      (.allTime, seconds),
    ].compactMap { phrase, seconds in seconds.map { "\(phrase(language)) \(String(format: "%.2f", $0)) s" } }
    let counts = SolvePhrase.counts(nodes: nodes, cuts: cuts, moves: moves)(language)
    lines.append((times + [counts]).joined(separator: "  "))
    return lines.joined(separator: "\n") + "\n"
  }
}
