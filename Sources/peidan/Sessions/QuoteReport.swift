import Base
import Foundation
import Market
import Phrases
import Quotes
import TerminalText

/// What `quotes add` reports.
struct QuoteReport: Encodable {
  struct Line: Encodable {
    var line: Int
    var state: Answer.State
    var mpn: String?
    var unitPrice: String?
    var from: Int?
    var stock: Int?
    var tax: Answer.Tax?
    var condition: Condition?
    var dateCode: String?
    var leadDays: Int?
    var validDays: Int?
    var says: String
    /// In the language asked for.
    var why: String?
  }

  struct Passed: Encodable {
    var line: Int
    var kind: PassedLine.Kind
    var says: String
  }

  struct Who: Encodable {
    var id: String
    var name: String
  }

  var schema = "peidan.quotes-add/1"
  var seller: Who
  var market: String
  var date: String
  /// Whether anything was added that was not there before, and written.
  var stored: Bool
  var sheets: [String]
  var answers: [Line]
  /// Lines without an answer.
  var passed: [Passed]

  private let sheet: AnswerSheet
  private let entries: [QuoteLedger.Entry]
  private let isChange: Bool
  private let isDryRun: Bool

  enum CodingKeys: CodingKey { case schema, seller, market, date, stored, sheets, answers, passed }

  init(
    _ sheet: AnswerSheet, entries: [QuoteLedger.Entry], seller: Seller, market: String, day: LocalDate, isChange: Bool,
    isDryRun: Bool, sheets: [String], language: Language
  ) {
    self.sheet = sheet
    self.entries = entries
    self.isChange = isChange
    self.isDryRun = isDryRun
    self.seller = Who(id: seller.id, name: seller.name)
    self.market = market
    date = day.description
    stored = isChange && !isDryRun
    self.sheets = sheets
    answers = sheet.answers.map { answer in
      Line(
        line: answer.line, state: answer.state, mpn: answer.mpn, unitPrice: answer.unitPrice.map(\.shortDecimal),
        from: answer.from, stock: answer.stock, tax: answer.tax, condition: answer.condition, dateCode: answer.dateCode,
        leadDays: answer.leadDays, validDays: answer.validDays, says: answer.says,
        why: answer.why.isEmpty ? nil : answer.why.map { $0.text(language) }.joined(separator: "; "))
    }
    passed = sheet.passed.sorted { $0.line < $1.line }.map { Passed(line: $0.line, kind: $0.kind, says: $0.says) }
  }

  // MARK: Text

  func text(_ language: Language, condition: Condition, deliveryDays: Int?) -> String {
    var text = table(language)
    let questions = sheet.answers.filter { $0.state == .question }
    if !questions.isEmpty {
      text += "\n" + QuotePhrase.questions(questions.count)(language) + "\n"
      for question in questions {
        let part = question.mpn.map { "\($0): " } ?? ""
        let says = question.says.split(separator: "\n").joined(separator: " / ")
        text += "  \(QuotePhrase.line(language)) \(question.line): \(says)\n"
        text += question.why.filter(\.isAsked).map { "    \(part)\($0.text(language))\n" }.joined()
      }
      text += QuotePhrase.settle(language) + "\n"
    }
    return text + (text.isEmpty ? "" : "\n") + ending(language, condition: condition, deliveryDays: deliveryDays)
  }

  private func table(_ language: Language) -> String {
    let taken = sheet.answers.filter { $0.state != .question }
    guard !taken.isEmpty else { return "" }
    var table = TextTable(
      [.line, .part, .state, .price, .from, .stock, .condition, .tax, .dateCode, .lead].map { (phrase: QuotePhrase) in
        phrase(language)
      },
      alignment: [.right, .left, .left, .right, .right, .right])
    for answer in taken {
      table.add([
        "\(answer.line)", answer.mpn ?? "", answer.state.phrase(language),
        answer.unitPrice.map { "¥\($0.shortDecimal)" } ?? "",
        answer.from.map(\.grouped) ?? "", answer.stock.map(\.grouped) ?? "", answer.condition?.text(language) ?? "",
        answer.tax?.phrase(language) ?? "", answer.dateCode ?? "", answer.leadDays?.leadTime(language) ?? "",
      ])
    }
    var text = table.text
    for answer in taken where !answer.why.isEmpty {
      text +=
        "\(QuotePhrase.line(language)) \(answer.line): " + answer.why.map { $0.text(language) }.joined(separator: "; ")
        + "\n"
    }
    return text
  }

  private func ending(_ language: Language, condition: Condition, deliveryDays: Int?) -> String {
    var lines: [String] = []
    if entries.isEmpty { return QuotePhrase.tookNothing(language) + "\n" }
    if !isChange { return QuotePhrase.nothingNew(language) + "\n" }
    lines.append(
      QuotePhrase.stored(
        quotes: entries.count { $0.state == .quote }, noBids: entries.count { $0.state == .noBid },
        others: entries.count { $0.state == .otherPart }, seller: seller.name, market: market)(language))
    if let last = entries.filter({ $0.microYuan != nil }).map(\.expires).min() {
      lines.append(QuotePhrase.holdUntil(last.description)(language))
    }
    if entries.contains(where: { $0.assumedCondition != nil }) {
      lines.append(QuotePhrase.conditionTaken(condition)(language))
    }
    if let deliveryDays, entries.contains(where: { $0.microYuan != nil }) {
      lines.append("\(seller.name) " + QuotePhrase.delivers(days: deliveryDays)(language))
    }
    for name in sheets { lines.append(QuotePhrase.inSheet(name)(language)) }
    if isDryRun { lines.append(QuotePhrase.wouldStore(language)) }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Money {
  /// Yuan without zeros at the end: `0.35`, `6`, `0.0075`.
  var shortDecimal: String {
    DecimalText.text(microYuan, digits: 6, least: 0)
  }
}

extension Int {
  /// Days until goods are there.
  func leadTime(_ language: Language) -> String {
    self == 0 ? QuotePhrase.onHand(language) : QuotePhrase.days(self)(language)
  }
}

extension Answer.State {
  func phrase(_ language: Language) -> String {
    switch self {
    case .quote: QuotePhrase.quote(language)
    case .noBid: QuotePhrase.noBid(language)
    case .otherPart: QuotePhrase.otherPart(language)
    case .question: QuotePhrase.question(language)
    }
  }
}

extension Answer.Tax {
  func phrase(_ language: Language) -> String {
    self == .included ? QuotePhrase.included(language) : QuotePhrase.excluded(language)
  }
}
