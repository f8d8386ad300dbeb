import Base
import BoardSpec
import Diagnostics
import Foundation
import MarkedText
import TestSupport
import Testing

/// Bundled boards cut, doubled and swapped by lines and bytes: whatever comes out is checked to the end.
@Suite struct MutatedBoardTests {
  #if DEBUG
    private static let rounds = 300
  #else
    private static let rounds = 12_000
  #endif
  private static let seed: UInt64 = 404

  @Test func noneCrashesTheValidatorAndEachRejectedOneHasAPlace() throws {
    let boards = try BundledBoardTests.names.map {
      Array(try Data(contentsOf: BundledBoardTests.folder.appendingPathComponent($0)))
    }
    var random = SeededGenerator(seed: Self.seed)
    var rejected = 0
    for round in 0..<Self.rounds {
      var bytes = boards[round % boards.count]
      for _ in 0..<Int.random(in: 1...3, using: &random) { Self.mutate(&bytes, &random) }
      let sink = DiagnosticSink()
      do {
        let source = try TextReader.read(bytes, file: "b.yaml")
        if let board = try BoardReader.read(source, context: BundledCatalog.shared, into: sink) {
          try BoardCheck.run(board, context: BundledCatalog.shared, into: sink)
        }
      } catch let refusal as TextReader.Refusal {
        sink.report(refusal.diagnostic)
      }
      let errors = sink.diagnostics.filter { $0.severity == .error }
      if !errors.isEmpty { rejected += 1 }
      #expect(errors.allSatisfy { $0.span != nil }, "seed \(Self.seed), round \(round)")
    }
    #expect(rejected > Self.rounds / 4)
    #expect(rejected < Self.rounds)
  }

  private static func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    guard bytes.count > 4 else { return }
    if Bool.random(using: &random) {
      var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
      let first = Int.random(in: lines.indices, using: &random)
      let second = Int.random(in: lines.indices, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: lines.remove(at: first)
      case 1: lines.insert(lines[first], at: second)
      default: lines.swapAt(first, second)
      }
      bytes = Array(lines.joined(separator: [0x0A]))
      return
    }
    let start = Int.random(in: 0..<bytes.count - 2, using: &random)
    let end = min(bytes.count, start + Int.random(in: 1...8, using: &random))
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes.removeSubrange(start..<end)
    case 1: bytes.insert(contentsOf: Array(bytes[start..<end]), at: start)
    case 2: bytes.swapAt(start, Int.random(in: bytes.indices, using: &random))
    default: bytes[start] = UInt8.random(in: 32...126, using: &random)
    }
  }
}
