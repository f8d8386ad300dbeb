package import Market

/// Why an answer is a question, or what was understood beyond its words.
package enum AnswerReason: Sendable, Hashable {
  // MARK: The part
  /// No part is named, and more than one was asked for.
  case noPart
  /// The words may mean several of the parts that were asked for.
  case severalParts(said: String, meant: [String])
  /// The seller's shorter or longer number is taken as the one that was asked for.
  case shortName(said: String, meant: String)
  /// One price stands behind several parts.
  case sharedPrice([String])
  /// A count stands in the place of a part.
  case numberedOnly(String)

  // MARK: The price
  case noPrice
  case priceByPhone
  case priceLater
  case approximate(String)
  case priceRange(String)
  /// Several prices, and nothing says which holds when.
  case severalPrices([String])
  /// A number without a sign of money, which may be a quantity or a price.
  case bareNumber(String)
  /// A price for a pack whose size is not stated.
  case packUnknown(String)
  /// An amount that may be for all pieces or for one.
  case sumOrPrice(String)
  case otherCurrency(String)
  case outOfRange(price: String, least: String, most: String)
  /// A price that is no multiple of a micro-yuan or outside the limits.
  case unusable(String)
  /// Condition of a price that is not clear: `全要` without a stock.
  case unknownQuantity(String)
  case severalConditions([Condition])
  case severalTaxes
  case severalQuantities([String])
  case contradiction(String)
  case askedAgain(String)

  // MARK: The second reader
  /// The second reader finds other prices.
  case secondReader(found: [String])
  /// The second reader does not find the quantity.
  case secondQuantity(String)
  /// The second reader finds the price with another part.
  case secondPart(String)
  /// A number that the second reader cannot explain.
  case unexplained(String)

  // MARK: Understood, and said
  /// A later line says otherwise.
  case replaced(line: Int)
  case quantityTakenAsLeast(Int)
  case unknownCondition(String)
  case converted(currency: String, rate: String)
  case perPieces(price: String, count: Int)
}

extension AnswerReason {
  /// The reason in both languages.
  package var text: LocalizedText {
    let pair = words
    return LocalizedText(english: pair.0, chinese: pair.1)
  }

  private var words: (String, String) {
    switch self {
    case .noPart: ("no part is named; write its number before the price", "没有写型号；请在价格前写上型号")
    case .severalParts(let said, let meant):
      (
        "`\(said)` may be \(Self.list(meant, " or ")); write the whole number",
        "“\(said)”可能是 \(Self.list(meant, " 或 "))；请写完整型号"
      )
    case .shortName(let said, let meant): ("`\(said)` is taken as \(meant)", "“\(said)”当作 \(meant)")
    case .sharedPrice(let parts):
      (
        "one price behind \(Self.list(parts, ", ")); write a line for each part",
        "\(Self.list(parts, "、")) 后面只有一个价格；请每个型号写一行"
      )
    case .numberedOnly(let number):
      ("`\(number)` names a line of a list, not a part; write the part's number", "“\(number)”只是序号；请写上型号")
    case .noPrice: ("no price is stated", "没有报价格")
    case .priceByPhone: ("the price is given on request only; ask the seller", "价格要电议或私聊；请再问")
    case .priceLater: ("the seller will answer later", "卖家稍后才报")
    case .approximate(let text): ("`\(text)` is approximate; ask for the exact price", "“\(text)”是大概价；请问准确价")
    case .priceRange(let text): ("`\(text)` is a range of prices; ask for the exact one", "“\(text)”是价格范围；请问准确价")
    case .severalPrices(let prices):
      (
        "prices \(Self.list(prices, ", ")), and nothing says which holds when",
        "有几个价格（\(Self.list(prices, "、"))），没有说各在什么条件下"
      )
    case .bareNumber(let text):
      (
        "`\(text)` may be a price or a quantity; write `\(text)元` or `\(text)个`",
        "“\(text)”可能是价格，也可能是数量；请写“\(text)元”或“\(text)个”"
      )
    case .packUnknown(let text):
      ("`\(text)` is for a pack whose pieces are not stated", "“\(text)”是整包的价格，但没有说一包多少个")
    case .sumOrPrice(let text):
      ("`\(text)` may be for one piece or for all of them", "“\(text)”可能是单价，也可能是总价")
    case .otherCurrency(let currency):
      (
        "the price is in \(currency); give a rate, as in `--rate \(currency)=7.1`",
        "价格是 \(currency)；请给汇率，如 `--rate \(currency)=7.1`"
      )
    case .outOfRange(let price, let least, let most):
      (
        "\(price) is outside \(least) to \(most), the range that list prices leave; write it again if it is meant",
        "\(price) 超出目录价允许的范围（\(least) 到 \(most)）；确认后请再写一次"
      )
    case .unusable(let text): ("`\(text)` is no price that can be used", "“\(text)”不能作为价格")
    case .unknownQuantity(let text):
      ("`\(text)`: the quantity for this price is not stated", "“\(text)”：没有说这个价格要买多少")
    case .severalConditions(let conditions):
      (
        "one price, and conditions \(Self.list(conditions.map(\.rawValue), ", "))",
        "一个价格却有几种成色（\(Self.list(conditions.map(\.rawValue), "、"))）"
      )
    case .severalTaxes: ("one price, said to be with tax and without", "一个价格又说含税又说不含税")
    case .severalQuantities(let quantities):
      (
        "one price, and quantities \(Self.list(quantities, ", "))", "一个价格却有几个数量（\(Self.list(quantities, "、"))）"
      )
    case .contradiction(let text): ("`\(text)` contradicts the rest", "“\(text)”与其余的话矛盾")
    case .askedAgain(let text): ("the seller asks back: `\(text)`", "卖家反问：“\(text)”")
    case .secondReader(let found):
      found.isEmpty
        ? ("a second reading finds no price", "复核没有找到价格")
        : (
          "a second reading finds \(Self.list(found, ", "))", "复核读到的是 \(Self.list(found, "、"))"
        )
    case .secondQuantity(let text):
      ("a second reading does not find the quantity \(text)", "复核没有找到数量 \(text)")
    case .secondPart(let part): ("a second reading finds the price with \(part)", "复核认为这个价格属于 \(part)")
    case .unexplained(let text): ("`\(text)` is not understood", "“\(text)”没有读懂")
    case .replaced(let line): ("line \(line) says otherwise and counts", "第 \(line) 行另有说法，以那行为准")
    case .quantityTakenAsLeast(let count):
      ("\(count) is taken as the least quantity", "\(count) 当作起订量")
    case .unknownCondition(let text):
      ("`\(text)` names no condition of goods", "“\(text)”不是已知的成色")
    case .converted(let currency, let rate): ("\(currency) at \(rate) CNY", "\(currency) 按 \(rate) 元换算")
    case .perPieces(let price, let count): ("\(price) for \(count) pieces", "\(count) 个 \(price)")
    }
  }

  private static func list(_ items: [String], _ separator: String) -> String { items.joined(separator: separator) }
}

extension AnswerReason {
  /// Whether it is a reason to ask, not a note on what was understood.
  package var isAsked: Bool {
    switch self {
    case .replaced, .shortName, .quantityTakenAsLeast, .unknownCondition, .converted, .perPieces: false
    default: true
    }
  }

  /// Whether a later line counts in the answer's place.
  package var isReplaced: Bool {
    if case .replaced = self { return true }
    return false
  }
}
