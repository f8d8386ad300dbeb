package import Base
package import Market

/// The words of `peidan quotes`, `ask` and `record`, in both languages.
///
/// A case without a translation does not compile: `words` is an exhaustive switch over pairs.
package enum QuotePhrase: Sendable, Hashable {
  // MARK: Columns
  case line, part, state, price, from, stock, tax, condition, dateCode, lead, says, seller, answers, newest, age,
    expires

  // MARK: States and values
  case quote, noBid, otherPart, question
  case included, excluded
  case onHand
  case days(Int)
  case today

  // MARK: Sentences
  case asked, understood
  case tookNothing, nothingNew
  case stored(quotes: Int, noBids: Int, others: Int, seller: String, market: String)
  case wouldStore
  case holdUntil(String)
  case inSheet(String)
  case questions(Int)
  case settle
  case conditionTaken(Condition)
  case takenAs(Condition)
  case newSeller(id: String, file: String)
  case delivers(days: Int)
  case valueAlone(String)
  case noQuotes
  case expiredSince(String)
  case removed(String)

  // MARK: Asking
  case hello(lines: Int)
  case pieces(Int)
  case dateCodeFrom(String)
  case inquiry
  case inWorkbook(String)
  case wanted([Condition])
  case askTerms
  case deadline(LocalTime)
  case thanks
  case askFor(seller: String, contact: String)
  case notAsked(String)
  case savingBound(best: String, bound: String, isProven: Bool)
  case nobodyToAsk(file: String), nothingToAsk

  // MARK: Records
  case recorded(seen: Int, paid: Int, soldOut: Int)
  case recordedBefore, emptyRecord, stall, soldOut
  case closed(stall: String, until: String), closedSince, reopened(String), noneClosed
  case learned(asked: Int, found: Int), floorsNeedPlan
  case floor, market, askedKind, linesAsked, linesFound, kind(AskSettings.Kind), forgotten(String)

  package func callAsFunction(_ language: Language) -> String {
    LocalizedText(english: words.english, chinese: words.chinese)(language)
  }

  private var words: (english: String, chinese: String) {
    switch self {
    case .line: ("line", "行")
    case .part: ("part", "型号")
    case .state: ("answer", "回复")
    case .price: ("price", "单价")
    case .from: ("from", "起订")
    case .stock: ("stock", "库存")
    case .tax: ("tax", "税")
    case .condition: ("condition", "成色")
    case .dateCode: ("date code", "批号")
    case .lead: ("lead time", "货期")
    case .says: ("says", "原话")
    case .seller: ("seller", "卖家")
    case .answers: ("answers", "回复数")
    case .newest: ("newest", "最近")
    case .age: ("age", "已过")
    case .expires: ("expires", "有效至")

    case .quote: ("quote", "报价")
    case .noBid: ("no-bid", "没货")
    case .otherPart: ("other part", "其他型号")
    case .question: ("question", "待确认")
    case .included: ("included", "含税")
    case .excluded: ("excluded", "未税")
    case .onHand: ("on hand", "现货")
    case .days(let count): (count == 1 ? "1 day" : "\(count) days", "\(count) 天")
    case .today: ("today", "今天")

    case .asked: ("To be settled", "需要确认")
    case .understood: ("understood", "理解为")
    case .tookNothing: ("nothing was taken", "没有可采用的报价")
    case .nothingNew: ("these answers are known already; nothing changed", "这些回复已经记录过，没有改动")
    case .stored(let quotes, let noBids, let others, let seller, let market):
      (
        "\(seller), \(market): \(Self.count(quotes, "quote", "quotes")), \(Self.count(noBids, "no-bid", "no-bids")), "
          + "\(Self.count(others, "other part", "other parts")) kept",
        "\(seller)（\(market)）：记下报价 \(quotes) 条、没货 \(noBids) 条、其他型号 \(others) 条"
      )
    case .wouldStore: ("dry run: nothing was written", "试运行：没有写入任何文件")
    case .holdUntil(let day): ("they hold until \(day)", "有效至 \(day)")
    case .inSheet(let name):
      ("plans buy at these prices from now on (price sheet \(name))", "之后的方案会采用这些价格（价格表 \(name)）")
    case .questions(let count):
      (
        count == 1 ? "1 answer was not taken:" : "\(count) answers were not taken:", "有 \(count) 条没有采用："
      )
    case .settle:
      (
        "write these lines as they are meant and add them again", "请把这些行改写清楚后再加一次"
      )
    case .conditionTaken(let condition):
      (
        "where no condition is stated, \(condition.text.english) is taken; `--condition` says otherwise",
        "没有说成色的按\(condition.text.chinese)处理，可用 `--condition` 指定"
      )
    case .takenAs(let condition): ("(\(condition.text.english))", "（\(condition.text.chinese)）")
    case .newSeller(let id, let file): ("new seller `\(id)` in \(file)", "新卖家 `\(id)` 已写入 \(file)")
    case .delivers(let days):
      (
        "stands at no counter that the catalog knows (`place` in stalls.csv, such as SEG-1F-B114), so plans have the goods delivered (\(days == 1 ? "1 day" : "\(days) days"))",
        "没有目录认得的档口位置（stalls.csv 的 `place` 列，如 SEG-1F-B114），方案按送货处理（\(days) 天）"
      )
    case .valueAlone(let value):
      (
        "`\(value)` is a value, and the record does not say which number it was: it is left out; "
          + "`peidan quotes add` with the number brings it",
        "`\(value)` 只是规格，记录里没有型号，这一条没有记下；用 `peidan quotes add` 补上型号即可"
      )
    case .noQuotes:
      (
        "no answers yet; `peidan quotes add FILE --seller ID` brings some",
        "还没有回复；用 `peidan quotes add FILE --seller ID` 添加"
      )
    case .expiredSince(let day): ("since \(day)", "\(day) 已过期")
    case .removed(let seller): ("removed all answers of \(seller)", "已删除 \(seller) 的全部回复")

    case .hello(let lines):
      (
        lines == 1 ? "Hi, could you quote this one for me?" : "Hi, could you quote these \(lines) for me?",
        "老板你好，麻烦报下价："
      )
    case .pieces(let count): (count == 1 ? "1 pc" : "\(count) pcs", "\(count)个")
    case .inquiry: ("Inquiry", "询价")
    case .inWorkbook(let path): ("as a workbook: \(path)", "表格文件：\(path)")
    case .dateCodeFrom(let code): ("date code \(code) or later", "批号\(code)以后")
    case .wanted(let conditions):
      (
        (conditions.map(\.text.english).joined(separator: "; ") + " goods, please.").capitalizedFirst,
        conditions.count == 1
          ? "要\(conditions[0].text.chinese)的。" : "\(conditions.map(\.text.chinese).joined(separator: "、"))都可以。"
      )
    case .askTerms:
      (
        "Please add with or without tax, date code, MOQ and lead time; if you don't have one, just say so.",
        "麻烦注明含税未税、批号、起订量和货期，没有的说一声就行。"
      )
    case .deadline(let time):
      (
        "Until \(time.date.description) \(time.clock) would be great.",
        "\(time.date.month)月\(time.date.day)日 \(time.clock) 前回复就好。"
      )
    case .thanks: ("Thanks!", "谢谢！")
    case .askFor(let seller, let contact):
      (
        contact.isEmpty ? "To \(seller)" : "To \(seller), \(contact)",
        contact.isEmpty ? "发给 \(seller)" : "发给 \(seller)，\(contact)"
      )
    case .notAsked(let parts): ("asked of nobody: \(parts)", "没有问任何人：\(parts)")
    case .savingBound(let best, let bound, let isProven):
      (
        isProven
          ? "expected saving ¥\(best), proven the most under these caps"
          : "expected saving ¥\(best); at most ¥\(bound) is possible",
        isProven ? "预计节省 ¥\(best)，已证明在这些上限下最多" : "预计节省 ¥\(best)，最多可能 ¥\(bound)"
      )
    case .nobodyToAsk(let file):
      (
        "there is nobody to ask: write sellers into \(file), a row each: id,name,contact,goods,market,place",
        "没有可以问的卖家：请写进 \(file)，一行一个：id,name,contact,goods,market,place"
      )
    case .nothingToAsk: ("nothing is left to ask", "没有要问的了")

    case .recorded(let seen, let paid, let soldOut):
      (
        "kept \(Self.count(paid, "price paid", "prices paid")), \(Self.count(seen, "price seen", "prices seen")), "
          + "\(Self.count(soldOut, "sold out", "sold out"))",
        "记下实付价 \(paid) 条、看到的价 \(seen) 条、没货 \(soldOut) 条"
      )
    case .stall: ("stall", "档口")
    case .soldOut: ("sold out", "没货")
    case .emptyRecord: ("nothing was bought, sold out or priced in this record", "这份记录里没有购买、没货或价格")
    case .closed(let stall, let until):
      (
        "`\(stall)` was closed: nothing is planned there until \(until); `peidan record open \(stall)` says otherwise",
        "档口 `\(stall)` 没开：\(until) 前不再安排，可用 `peidan record open \(stall)` 恢复"
      )
    case .closedSince: ("found closed", "没开的日期")
    case .reopened(let stall): ("plans go to `\(stall)` again", "方案会重新安排 `\(stall)`")
    case .noneClosed: ("no stall was found closed", "没有记录为没开的档口")
    case .learned(let asked, let found):
      (
        "\(found) of \(Self.count(asked, "line", "lines")) found on floors: plans learn their chances, minutes and prices from it",
        "楼层询价 \(asked) 种，找到 \(found) 种：以后方案的有货率、用时和价格会参考"
      )
    case .floorsNeedPlan:
      (
        "without `--plan PLAN` nothing is learned of the chances on floors", "没有 `--plan PLAN`，不会记下各楼层的有货率"
      )
    case .floor: ("floor", "楼层")
    case .market: ("market", "市场")
    case .askedKind: ("what for", "物料")
    case .linesAsked: ("asked", "询问")
    case .linesFound: ("found", "找到")
    case .kind(.value): ("a value", "通用值")
    case .kind(.listed): ("a number of a list", "价表型号")
    case .kind(.unlisted): ("another number", "其他型号")
    case .forgotten(let floor):
      ("what was found on `\(floor)` counts no longer", "`\(floor)` 的询价结果不再计入")
    case .recordedBefore: ("this record is known already; nothing changed", "这份记录已经导入过，没有改动")
    }
  }

  private static func count(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}

extension String {
  /// With a capital letter at its start.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
