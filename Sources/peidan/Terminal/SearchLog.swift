import ArgumentParser
import Base
import Foundation
import Market
import Optimizer
import Platform
import SourcingPlan

/// A file of JSON lines, one for every new best and every new bound, in the order in which they came.
final class SearchLog: Sendable {
  private struct Line: Encodable {
    var event: String
    /// Since the search began; absent under a work limit, so that the same input gives the same bytes.
    var seconds: Double?
    /// As in the answer: whole numbers for TPPLIB, decimal strings in yuan for plans.
    var best: Cost?
    var bound: Cost
    var gap: Double?
    var nodes: Int
    var cuts: Int
    var moves: Int
  }

  private enum Cost: Encodable {
    case whole(Int64)
    case yuan(Amount)

    init(_ cost: Int64, _ unit: SearchReporter.CostUnit) {
      self = unit == .plain ? .whole(cost) : .yuan(Amount(Money(microYuan: cost)))
    }

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .whole(let cost): try cost.encode(to: encoder)
      case .yuan(let amount): try amount.encode(to: encoder)
      }
    }
  }

  private let path: String
  private let unit: SearchReporter.CostUnit
  private let hasTimes: Bool
  private let file: Guarded<GrowingFile?>

  /// Begins the file anew. Complains on standard error and throws `ExitCode.unusable` where that fails.
  init(path: String, unit: SearchReporter.CostUnit, hasTimes: Bool) throws {
    self.path = path
    self.unit = unit
    self.hasTimes = hasTimes
    file = Guarded(try OutputFile.begin(path))
  }

  /// Whether all that was to be written was.
  var isWhole: Bool { file.withLock { $0 != nil } }

  /// Writes the moment down when it brings a better answer or bound.
  func write(_ progress: Optimizer.Progress) {
    guard progress.kind != .tick else { return }
    let line = Line(
      event: progress.kind == .incumbent ? "best" : "bound", seconds: hasTimes ? progress.seconds : nil,
      best: progress.cost.map { Cost($0, unit) }, bound: Cost(progress.bound, unit), gap: progress.gap,
      nodes: progress.nodes, cuts: progress.cuts, moves: progress.moves)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard var data = try? encoder.encode(line) else { return }
    data.append(UInt8(ascii: "\n"))
    file.withLock { file in
      do throws(SystemError) {
        try file?.write(data)
      } catch {
        // The search goes on without its log; that it ends here is said once.
        Console.complain("cannot write `\(path)`: \(OutputFile.reason(error.code))")
        file = nil
      }
    }
  }
}
