internal import Market

/// A word that says something of a quote.
enum TradeWord: Sendable, Hashable {
  /// Not to be had: 没有, 缺货, `out of stock`.
  case absent
  /// 有, 有货: to be had.
  case present
  /// 现货, `in stock`.
  case onHand
  /// 期货, 订货: to be ordered.
  case onOrder
  /// 库存, 剩: the count beside it is what there is.
  case stock
  /// 起, 起订: the count before it is the least.
  case from
  /// MOQ, 起订量, 满: the count behind it is the least.
  case least
  /// 整盘, 盘装: sold by the reel.
  case reel
  case condition(Condition)
  /// A word of condition that is none of the market's: 非原装.
  case otherCondition
  case taxIncluded, taxExcluded
  /// 加, 税点: what follows is added for an invoice.
  case surcharge
  /// 可开票: says nothing of the price.
  case invoicePossible
  /// 单价, 价格: a number behind it is a price.
  case price
  /// 货期, 交期.
  case lead
  /// 批号, `D/C`.
  case dateCode
  /// 左右, 大概.
  case about
  /// 以前, 低于, 不是: the number behind it is not the price now.
  case past
  /// 以内, `<`: the count beside it is the most.
  case below
  /// 质保, 保修: the time beside it is none of delivery.
  case warranty
  /// 运费: the amount behind it is no price.
  case fee
  /// 写错了, 更正: what was said before is not meant.
  case correction
  /// 其他: the parts that are not named.
  case others
  /// 到, 或: between two prices.
  case between
  /// 可谈.
  case negotiable
  /// 电议, 私聊.
  case onRequest
  /// 稍等, 我查下.
  case later
  /// 全要: for everything there is.
  case takeAll
  /// 有效期.
  case valid
  /// 今天.
  case today
  /// 那个.
  case that
  /// 都, 均, 以上.
  case all
  /// 吗, 多少.
  case asks
  /// 求购: the speaker wants to buy.
  case wants
  case currency(String)
  /// 汇率.
  case rate
  /// 电话: what follows is no quantity.
  case contact
  /// 合计.
  case sum
  /// 数量.
  case count
  /// 每, `per`.
  case each
  /// 型号: what follows is a part.
  case part
  /// A word that says nothing here.
  case silent
}

/// A price as it is written.
struct PriceText: Sendable, Hashable {
  enum Per: Sendable, Hashable {
    case pieces(Int)
    /// A reel, a bag: of a size that is stated elsewhere.
    case pack
  }

  /// Millionths of the currency.
  var millionths: Int64
  /// ISO 4217; empty for a bare number.
  var currency = ""
  var per = Per.pieces(1)
  /// Whether something beside the number says that it is money.
  var isMarked = false
  /// Whether it has a decimal point.
  var hasPoint = false
  /// Whether `per` was written as `/k`, which may also mean "from a thousand on".
  var isSlashed = false
}

/// One piece of an answer.
struct Token: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// A part; `line` is its place among the lines that were asked for.
    case part(name: String, line: Int?, isWhole: Bool)
    /// Words that may mean several of the lines that were asked for.
    case parts(name: String, lines: [Int])
    case price(PriceText)
    /// Two prices with a dash or 到 between.
    case priceRange
    /// A number with a unit of pieces, `3k`, `500个`.
    case quantity(Int)
    /// `1-99`, `100+`; nothing above where it is open.
    case quantities(Int, Int?)
    /// `23+`, `10+`: a date code, or a break.
    case plus(Int)
    /// A number without anything.
    case number(PriceText)
    /// `整盘`, `一盘`: how many.
    case packs(Int)
    case dateCode
    case days(Int)
    /// `13%`, `13点`.
    case percent(Int)
    case word(TradeWord)
    /// Between clauses.
    case stop
    /// Between parts that share what follows.
    case join
    /// `*`, `=`.
    case sign(Character)
    /// Values, packages, names: nothing of a price.
    case silent
    /// Not understood.
    case other
  }

  var kind: Kind
  /// Places in the text.
  var range: Range<Int>
}
