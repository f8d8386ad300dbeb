import Base
import Market
import Quotes
import TestSupport
import Testing

/// Lines that a generator writes from an answer, in words, orders and marks of its own choice: what is read is what was written, or a
/// question.
struct GeneratedAnswerTests {
  private static let conditions: [(Condition, [String])] = [
    (.original, ["原装", "原裝", "original"]), (.looseNew, ["散新"]), (.domestic, ["国产", "國產"]), (.pulled, ["拆机", "拆機"]),
    (.refurbished, ["翻新"]), (.clone, ["高仿"]),
  ]

  private struct Draw {
    var random: SeededGenerator
    mutating func one<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }
    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
  }

  /// A price within the list's range, in fen or tenths of a fen.
  private static func price(_ line: WantedLine, _ draw: inout Draw) -> Money {
    let list = line.listPrice ?? Money.zero...Money.zero
    let step: Int64 =
      list.upperBound.microYuan < 100_000 ? 100 : list.upperBound.microYuan < 2_000_000 ? 10_000 : 100_000
    let span = (list.upperBound.microYuan - list.lowerBound.microYuan) / step
    return Money(microYuan: list.lowerBound.microYuan + Int64.random(in: 0...max(1, span), using: &draw.random) * step)
  }

  private static func text(_ price: Money, _ draw: inout Draw) -> String {
    var decimal = price.decimal
    if decimal.hasSuffix("0") { decimal.removeLast() }
    if decimal.hasSuffix(".0") { decimal += "0" }
    let fen = price.microYuan / 10_000
    var forms = ["\(decimal)元", "¥\(decimal)", "￥\(decimal)", "单价\(decimal)", "\(decimal)/个", "RMB\(decimal)"]
    if price.microYuan % 1_000_000 != 0 { forms += [decimal, decimal, decimal] }
    if price.microYuan % 10_000 == 0, fen < 100, fen > 10, fen % 10 != 0 { forms.append("\(fen / 10)毛\(fen % 10)") }
    if price.microYuan % 100_000 == 0, fen >= 110, fen % 100 != 0 { forms.append("\(fen / 100)块\(fen / 10 % 10)") }
    let thousand = Int128(price.microYuan) * 1_000
    if thousand % 1_000_000 == 0, price.microYuan < 1_000_000 { forms.append("\(thousand / 1_000_000)元/K") }
    return draw.one(forms)
  }

  private static func quantity(_ count: Int, _ draw: inout Draw) -> String {
    var forms = ["\(count)", "\(count)个", "\(count)pcs"]
    if count % 1000 == 0 { forms += ["\(count / 1000)k", "\(count / 1000)K", "\(count / 1000)千"] }
    return draw.one(forms)
  }

  /// One answer and what it means.
  private static func answer(_ line: WantedLine, _ draw: inout Draw) -> (String, AnswerCorpus.Truth) {
    var truth = AnswerCorpus.Truth(state: .quote, mpn: line.mpn)
    let price = price(line, &draw)
    truth.price = price
    var pieces = [text(price, &draw)]
    if draw.chance(40) {
      let (condition, words) = draw.one(conditions)
      truth.condition = condition
      pieces.append(draw.one(words))
    }
    if draw.chance(40) {
      let count = draw.one([100, 500, 1000, 2000, 3000, 5000, 10000])
      truth.from = count
      let number = quantity(count, &draw)
      pieces.append(draw.one(["\(number)起", "MOQ \(number)", "起订\(number)", "\(number)以上"]))
    }
    if draw.chance(25) {
      let count = draw.one([800, 1200, 4000, 6000, 20000])
      truth.stock = count
      pieces.append("库存" + quantity(count, &draw))
    }
    if draw.chance(30) {
      truth.tax = draw.chance(50) ? .included : .excluded
      pieces.append(
        truth.tax == .included ? draw.one(["含税", "含稅", "incl VAT", "带票"]) : draw.one(["不含税", "未税", "未稅", "excl VAT"]))
    }
    if draw.chance(25) {
      truth.date = draw.one(["23+", "24+", "22+"])
      pieces.append(truth.date ?? "")
    }
    if draw.chance(30) {
      let (days, words) = draw.one([(0, "现货"), (0, "現貨"), (7, "货期7天"), (14, "期货2周"), (42, "订货4-6周"), (3, "3天")])
      truth.lead = days
      pieces.append(words)
    }
    pieces.shuffle(using: &draw.random)
    let separator = draw.one([" ", "，", "  ", ", "])
    return (
      draw.one([line.mpn, line.mpn.lowercased()]) + draw.one([" ", "：", ": "]) + pieces.joined(separator: separator),
      truth
    )
  }

  @Test func readsWhatWasWrittenOrAsks() {
    let reader = AnswerReader(AnswerCorpus.context)
    var (taken, count) = (0, 0)
    for seed in 0..<400 {
      var draw = Draw(random: SeededGenerator(seed: UInt64(seed)))
      let lines = (0..<Int.random(in: 1...3, using: &draw.random)).map { _ in draw.one(AnswerCorpus.context.lines) }
      var seen: Set<String> = []
      let written = lines.filter { seen.insert($0.mpn).inserted }.map { GeneratedAnswerTests.answer($0, &draw) }
      let text = written.map(\.0).joined(separator: "\n")
      let read = reader.read(text).answers.map { AnswerCorpus.Truth($0) }
      for (line, truth) in written {
        count += 1
        let found = read.filter { $0.mpn == truth.mpn }
        if found == [truth] {
          taken += 1
        } else if !found.allSatisfy({ $0.state == .question }) {
          Issue.record("seed \(seed): `\(line)` in `\(text)` is read as \(found), and was written as \(truth)")
        }
      }
    }
    #expect(taken * 100 >= count * 95, "\(taken) of \(count)")
  }

  /// Random words and figures: whatever comes, the reader ends, and a price that it takes stands in the text.
  @Test func takesNothingThatDoesNotStandThere() {
    let reader = AnswerReader(AnswerCorpus.context)
    let words = [
      "TP4056", "DW01A", "0.35", "3", "k", "起", "现货", "没有", "元", "毛", "5", "，", " ", "/", "-", "+", "23", "含税", "盘",
      "一", "1000", "\n", "¥",
      "左右", "ETA4056", "个", "100", ".", "每", "天", "(", ")", "*", "=", "块", "K", "全要", "不", "USD", "70", "%",
    ]
    for seed in 0..<1500 {
      var draw = Draw(random: SeededGenerator(seed: UInt64(seed) + 10_000))
      let text = (0..<Int.random(in: 1...14, using: &draw.random)).map { _ in draw.one(words) }.joined()
      for answer in reader.read(text).answers where answer.state == .quote || answer.state == .otherPart {
        #expect(answer.unitPrice.map { $0 > .zero } ?? false, "`\(text)`")
        #expect(text.contains { ("1"..."9").contains($0) || "一块毛".contains($0) }, "`\(text)`")
      }
    }
  }
}
