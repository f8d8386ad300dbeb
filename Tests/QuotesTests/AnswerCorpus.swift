import Base
import Foundation
import Market
import Quotes

/// Answers with their truth, from `Fixture/answers.txt`.
struct AnswerCorpus {
  struct Truth: Hashable {
    var state: Answer.State
    var mpn: String?
    var price: Money?
    var from: Int?
    var stock: Int?
    var tax: Answer.Tax?
    var condition: Condition?
    var date: String?
    var lead: Int?
  }

  struct Item {
    var shape: String
    var text: String
    var truths: [Truth]
    /// The line of the fixture.
    var line: Int
  }

  var items: [Item] = []

  init(_ name: String) throws {
    let path = (#filePath as NSString).deletingLastPathComponent + "/Fixture/\(name).txt"
    var shape = ""
    for (index, line) in try String(contentsOfFile: path, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() {
      if line.hasPrefix("## ") {
        shape = String(line.dropFirst(3))
      } else if line.hasPrefix("= ") {
        let words = line.dropFirst(2).split(separator: " ").map(String.init)
        if words[1] == "*" {
          items[items.count - 1].truths += AnswerCorpus.context.lines.map { Truth(state: .noBid, mpn: $0.mpn) }
        } else {
          items[items.count - 1].truths.append(try AnswerCorpus.truth(words, index + 1))
        }
      } else if line == "?" || line.hasPrefix("? ") {
        items[items.count - 1].truths.append(
          Truth(state: .question, mpn: line.count > 2 ? String(line.dropFirst(2)) : nil))
      } else if line == "-" || line.isEmpty || line.hasPrefix("# ") {
        continue
      } else {
        let text = line.replacingOccurrences(of: "⏎", with: "\n")
        items.append(Item(shape: shape, text: text, truths: [], line: index + 1))
      }
    }
  }

  private struct BadLine: Error {
    var line: Int
  }

  private static func truth(_ words: [String], _ line: Int) throws -> Truth {
    guard let state = Answer.State(rawValue: words[0]) else { throw BadLine(line: line) }
    var truth = Truth(state: state, mpn: words[1])
    for word in words.dropFirst(2) {
      let halves = word.split(separator: "=", maxSplits: 1).map(String.init)
      if halves.count == 1 {
        truth.price = try Money("\(word) CNY")
        continue
      }
      switch halves[0] {
      case "from": truth.from = Int(halves[1])
      case "stock": truth.stock = Int(halves[1])
      case "tax": truth.tax = Answer.Tax(rawValue: halves[1])
      case "condition": truth.condition = Condition(rawValue: halves[1])
      case "date": truth.date = halves[1]
      case "lead": truth.lead = Int(halves[1])
      default: throw BadLine(line: line)
      }
    }
    return truth
  }

  /// What was asked for in every item.
  static let context: QuoteContext = {
    func line(_ mpn: String, _ need: Int, _ best: Int64, _ first: Int64, value: String = "", package: String = "")
      -> WantedLine
    {
      WantedLine(
        mpn: mpn, value: value, package: package, need: need,
        listPrice: Money(microYuan: best * 1000)...Money(microYuan: first * 1000))
    }
    let other: [String: (Int64, Int64)] = [
      "ETA4056": (250, 500), "TP4057": (200, 400), "XC6206P332MR": (100, 250), "AMS1117-5.0": (150, 300),
      "LM2596S-ADJ": (1000, 2000), "IP5305": (600, 1200),
    ]
    return QuoteContext(lines: [
      line("TP4056", 500, 200, 450, package: "ESOP-8"), line("DW01A", 1000, 60, 150, package: "SOT-23-6"),
      line("ME6211C33M5G-N", 500, 120, 300, package: "SOT-23-5"),
      line("AMS1117-3.3", 200, 150, 300, package: "SOT-223"),
      line("LM2596S-5.0", 100, 1000, 2200, package: "TO-263"), line("NUP2105LT1G", 200, 300, 900, package: "SOT-23"),
      line("1N4007", 2000, 30, 80, package: "DO-41"), line("74HC595D", 300, 400, 900, package: "SOIC-16"),
      line("STM32F103C8T6", 50, 5000, 9000, package: "LQFP-48"), line("ESP32-WROOM-32E", 30, 13000, 20000),
      line("CH340C", 200, 1200, 2200, package: "SOP-16"), line("IP5306", 300, 600, 1300, package: "ESOP-8"),
      line("8205A", 500, 80, 250, package: "TSSOP-8"),
      line("CC0603KRX7R9BB104", 4000, 5, 12, value: "100nF", package: "0603"),
      line("0402WGF1002TCE", 10000, 1, 4, value: "10k", package: "0402"),
    ]) { name in
      other[name.uppercased()].map {
        KnownPart(mpn: name.uppercased(), listPrice: Money(microYuan: $0.0 * 1000)...Money(microYuan: $0.1 * 1000))
      }
    }
  }()
}

extension AnswerCorpus.Truth {
  /// What an answer says, as a truth; of questions only which part they are about.
  init(_ answer: Answer) {
    self.init(state: answer.state, mpn: answer.mpn)
    guard answer.state == .quote || answer.state == .otherPart else { return }
    price = answer.unitPrice
    from = answer.from
    stock = answer.stock
    tax = answer.tax
    condition = answer.condition
    date = answer.dateCode
    lead = answer.leadDays
  }
}

/// How a reading compares with the truth.
struct AnswerScore {
  var taken = 0
  var clear = 0
  /// Prices that are not the truth's, taken without a question.
  var wrong: [String] = []
  /// Clear answers that became questions, were lost or were read otherwise.
  var missed: [String] = []
  /// Answers where nothing was to be taken.
  var spurious: [String] = []

  mutating func add(_ item: AnswerCorpus.Item, _ sheet: AnswerSheet) {
    var left = sheet.answers.map { AnswerCorpus.Truth($0) }
    let all = left
    let text = item.text.replacingOccurrences(of: "\n", with: "⏎")
    for truth in item.truths where truth.state != .question {
      clear += 1
      if let place = left.firstIndex(of: truth) {
        left.remove(at: place)
        taken += 1
      } else {
        let why = sheet.answers.map {
          "\($0.state.rawValue) \($0.mpn ?? "?") \($0.unitPrice?.decimal ?? "-") from=\($0.from ?? -1) stock=\($0.stock ?? -1) \($0.tax?.rawValue ?? "") \($0.condition?.rawValue ?? "") \($0.dateCode ?? "") lead=\($0.leadDays ?? -1) \($0.why.map(\.text.english))"
        }
        missed.append("\(item.line): \(text)\n    wanted \(truth)\n    " + why.joined(separator: "\n    "))
      }
    }
    for answer in left where answer.state != .question {
      let isKnown = item.truths.contains {
        $0.state == answer.state && $0.mpn == answer.mpn && $0.price == answer.price
          && ($0.from ?? 1) <= (answer.from ?? 1)
      }
      if !isKnown { wrong.append("\(item.line): \(text)\n    \(answer)") }
    }
    let questions = item.truths.count { $0.state == .question }
    let asked = all.count { $0.state == .question }
    if questions > asked { wrong.append("\(item.line): \(text)\n    \(questions) questions wanted, \(asked) asked") }
    if item.truths.isEmpty, !all.isEmpty { spurious.append("\(item.line): \(text)\n    \(all)") }
  }
}
