import Foundation
import Optimizer
import TravellingPurchaser

/// Solves the TPPLIB files of a folder for a fixed time each and prints gaps to `best-known.csv`.
struct GapTable {
  var folder: String
  var prefix: String
  var threads: Int

  func run(seconds: Double) throws {
    let best = try bestKnown()
    var gaps: [Double] = []
    var proven = 0
    for name in best.keys.sorted() where name.hasPrefix(prefix) {
      let path = folder + "/" + name + ".tpp"
      guard let text = try? String(contentsOfFile: path, encoding: .utf8), let known = best[name] else { continue }
      let made = try TravellingPurchaserProblem(parsing: text).instance()
      let options = SolverOptions(
        threads: threads, timeLimit: UInt64(seconds * 1e9), now: { DispatchTime.now().uptimeNanoseconds })
      let outcome: Outcome = Solver(made.instance, options: options).run()
      let cost = outcome.solution?.cost.total ?? .max
      let gap = 100 * Double(cost - known) / Double(known)
      gaps.append(gap)
      if outcome.status == .optimal { proven += 1 }
      let times = [outcome.statistics.secondsToBest, outcome.statistics.secondsToProof]
        .map { time in time.map { String(format: "%.2f", $0) } ?? "-" }
      print(
        name, cost, known, String(format: "%.3f%%", gap), outcome.bound, outcome.status.rawValue, times[0], times[1],
        outcome.statistics.moves, outcome.statistics.restarts)
    }
    let mean = gaps.isEmpty ? 0 : gaps.reduce(0, +) / Double(gaps.count)
    print(
      "instances \(gaps.count), at best known \(gaps.count { $0 <= 0 }), mean gap \(String(format: "%.3f", mean)) %,",
      "worst \(String(format: "%.3f", gaps.max() ?? 0)) %, proven \(proven), CPU \(clock() / CLOCKS_PER_SEC) s")
  }

  private func bestKnown() throws -> [String: Int64] {
    let text = try String(contentsOfFile: folder + "/best-known.csv", encoding: .utf8)
    var best: [String: Int64] = [:]
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if fields.count > 3, let value = Int64(fields[3]) { best[fields[0]] = value }
    }
    return best
  }
}
