import Base
import Electronics
import Foundation
import Market
import PriceSheets
import TestSupport
import Testing

@testable import CatalogStore

/// What becomes of the rows of one stall, part and condition.
@Suite struct PriceGroupTests {
  /// A row as it is written.
  private struct Row {
    /// Nil for a whole price.
    var quantity: Int?
    /// In hundredths of a yuan, or of a dollar.
    var price: Int
    var isDollars: Bool
    var minimum: Int
    var multiple: Int
    var packing: String
    var stock: Int
    var day: Int

    var text: String {
      [
        quantity.map { "\($0)" } ?? "", "\(isDollars ? "$" : "")\(price / 100).\(price / 10 % 10)\(price % 10)",
        "\(minimum)",
        "\(multiple)", packing, "\(stock)", "2026-11-1\(day)",
      ].joined(separator: ",")
    }
  }

  /// An offer as the rule has it: least quantity, multiple, packing, stock, then pairs of quantity and micro-yuan.
  private struct Result: Comparable, CustomStringConvertible {
    var numbers: [Int]
    var packing: String
    var breaks: [Int]
    var description: String { "\(numbers) \(packing) \(breaks)" }
    static func < (left: Result, right: Result) -> Bool { left.description < right.description }
  }

  /// The rule, said plainly: for each multiple and packing, of the newest day, the rows at the end that are of one form.
  private static func oracle(_ rows: [Row]) -> [Result] {
    var found: [Result] = []
    let packings = Set(rows.map { "\($0.multiple)|\($0.packing)" })
    for packing in packings {
      let own = rows.filter { "\($0.multiple)|\($0.packing)" == packing }
      let day = own.map(\.day).max()
      let newest = own.filter { $0.day == day }
      guard let last = newest.last else { continue }
      var standing: [Row] = []
      for row in newest.reversed() {
        if (row.quantity == nil) != (last.quantity == nil) { break }
        if row.quantity != nil, row.isDollars != last.isDollars { break }
        standing.append(row)
      }
      let word = last.packing.lowercased()
      func yuan(_ row: Row) -> Int { row.price * 10_000 * (row.isDollars ? 7 : 1) }
      if last.quantity == nil {
        for minimum in Set(standing.map(\.minimum)) {
          guard let row = standing.first(where: { $0.minimum == minimum }) else { continue }
          found.append(
            Result(numbers: [max(1, minimum), row.multiple, row.stock], packing: word, breaks: [1, yuan(row)]))
        }
        continue
      }
      var prices: [Int: Int] = [:]
      var least = Int.max
      for row in standing {
        let from = row.quantity ?? 1
        if prices[from] != nil { continue }
        prices[from] = yuan(row)
        least = min(least, max(row.minimum, from))
      }
      var breaks: [Int] = []
      var before = Int.max
      for from in prices.keys.sorted() {
        // The dearest of what stands from here on, told once.
        let price = prices.filter { $0.key >= from }.map(\.value).max() ?? 0
        if price < before { breaks += [from, price] }
        before = price
      }
      found.append(Result(numbers: [least, last.multiple, last.stock], packing: word, breaks: breaks))
    }
    return found.sorted()
  }

  @Test func rowsInAnyOrderComeToWhatTheRuleSays() throws {
    let bench = try PriceSheetBench()
    var several = 0
    for seed in 1...150 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      var rows: [Row] = []
      let hasForms = Int.random(in: 0..<3, using: &random)
      for _ in 0..<Int.random(in: 1...7, using: &random) {
        let isBreak = hasForms == 0 || hasForms == 2 && Bool.random(using: &random)
        rows.append(
          Row(
            quantity: isBreak ? [1, 10, 100, 3000].randomElement(using: &random) : nil,
            price: Int.random(in: 1...300, using: &random), isDollars: Int.random(in: 0..<6, using: &random) == 0,
            minimum: [1, 1, 10, 3000].randomElement(using: &random) ?? 1,
            multiple: [1, 1, 5, 3000].randomElement(using: &random) ?? 1,
            packing: ["", "", "Reel", "tray", "own"].randomElement(using: &random) ?? "",
            stock: Int.random(in: 0...9, using: &random), day: Int.random(in: 1...2, using: &random)))
      }
      rows.shuffle(using: &random)
      let mpn = bench.parts[0].id.mpn
      let text =
        "mpn,quantity,price,minimum,multiple,packing,stock,seen\n" + rows.map { "\(mpn),\($0.text)\n" }.joined()
      let summary = try bench.add(text)
      let offers = try bench.imported()
      let found = offers.map { offer in
        Result(
          numbers: [offer.minimum, offer.multiple, offer.stock], packing: offer.packing?.rawValue ?? "",
          breaks: offer.breaks.flatMap { [$0.from, Int($0.unitPrice.microYuan)] })
      }.sorted()
      #expect(found == Self.oracle(rows), "seed \(seed):\n\(text)")
      #expect(Set(offers.map(\.id)).count == offers.count && summary.facts.prices == offers.count, "seed \(seed)")
      #expect((summary.counts.oddities[.secondPacking] ?? 0) == offers.count - 1, "seed \(seed)")
      if offers.count > 1 { several += 1 }
    }
    #expect(several > 50)
  }
}
