import BOMImport
import Base
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Mutated files are read or refused; nothing crashes, and every line that comes out holds together.
@Suite struct FuzzTests {
  private static let pieces: [[UInt8]] = [
    Array("\"".utf8), Array(",".utf8), Array(";".utf8), Array("\t".utf8), Array("\r".utf8), Array("\n".utf8),
    Array("'".utf8),
    Array("R1-R9999".utf8), Array("(".utf8), Array(")".utf8), Array("<comp ref=\"X\">".utf8), [0xFF, 0xFE], [0x00],
    [0xC3], [0xA1, 0xA1],
    Array("±%Ω欧µ１２３".utf8), Array("Total:".utf8), Array(" (DNP)".utf8), Array("U1A,U1B".utf8), Array("1,000".utf8),
    Array("+pro".utf8), Array("not in schematic".utf8), Array("99999999999999999999k".utf8), Array("..".utf8),
    Array("|".utf8),
    [0x50, 0x4B, 0x03, 0x04],
  ]

  private func mutate(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random)!, at: place)
      case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 2:
        let end = min(bytes.count, place + Int.random(in: 0...40, using: &random))
        bytes.removeSubrange(place..<end)
      case 3:
        let end = min(bytes.count, place + Int.random(in: 0...60, using: &random))
        bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
      default: bytes.removeSubrange(place...)
      }
    }
    return bytes
  }

  /// Each seed mutates every fixture twelve times; `PEIDAN_FUZZ_SEEDS=44` makes more than 10,000 files.
  static let seeds: [UInt64] =
    ProcessInfo.processInfo.environment["PEIDAN_FUZZ_SEEDS"].flatMap { UInt64($0) }.map { [UInt64](1...max(1, $0)) }
    ?? [UInt64](1...6) + [54, 95]

  @Test(arguments: FuzzTests.seeds)
  func mutatedFilesNeverCrash(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for (name, text) in Fixtures.texts.sorted(by: { $0.key < $1.key }) {
      for _ in 0..<12 {
        let bytes = mutate(Array(text.utf8), &random)
        let sink = DiagnosticSink()
        var options = BOMReader.Options(words: Fixtures.words)
        options.loadSheet = { _ in Array(Fixtures.channel.utf8) }
        guard let bill = try? BOMReader.read(bytes, file: name, options: options, into: sink) else { continue }
        var seen: Set<String> = []
        for line in bill.lines {
          #expect(line.references.isEmpty || line.quantity == line.references.count, "\(name), seed \(seed)")
          for reference in line.references {
            #expect(seen.insert(reference).inserted, "\(reference) in \(name), seed \(seed)")
          }
        }
        let matcher = Matcher(index: SmallIndex.standard, words: Fixtures.words, sink: sink)
        let matches = try bill.lines.map { try matcher.match($0) }
        let spec = ImportedSpec(matches, file: name, dialect: bill.dialect)
        let written = SpecWriter.text(spec, head: .init(name: "x", quantity: 1, market: "m", date: "2026-12-04"))
        let merging = DiagnosticSink()
        let again = SpecMerge.merge(spec, into: SourceText(file: "x.yaml", text: written), sink: merging)
        #expect(again == written, "\(name), seed \(seed): \(merging.diagnostics.map(\.message))")
      }
    }
  }
}
