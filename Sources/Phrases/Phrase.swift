internal import Base
package import Market

/// Every word that Peidan prints of itself, in both languages.
///
/// A case without a translation does not compile: `text` is an exhaustive switch over pairs.
package enum Phrase: Sendable, Hashable {
  // MARK: Headings
  case plan, walkSheet, cost, walk, stops, lines, schedule, services, baselines, warnings, assumptions, conflicts,
    solver
  case totals

  // MARK: Cost
  case total, discreteParts, cash, wallet, bound, gap, decidableGap, paid, remaining,
    budget

  // MARK: Places and times
  case buyer, stop, stall, building, floor, counter, arrive, begin, depart, start, finish, date, minutes, walking,
    waiting
  case market, boards, place, step, shipped

  // MARK: Lines
  case line, references, part, maker, name, package, category, need, quantity, unitPrice, amount, condition, priceBreak
  case dateCodeName
  case offer, seen, fallback, extraCost, extraMinutes, pickUp, say, done, sample, source, value, why

  // MARK: Sentences
  case ticksKept, ticksNotKept, sampleData, nothingToBuy, pickUpHere, riskIsExpected, provenBound, noFallback
  case minuteCount(Int)
  case stopCount(Int)
  case lineCount(Int)
  case pieceCount(Int)
  case boardCount(Int)
  case fromPieces(Int)
  case floorNumber(Int)
  case walkMinutes(Int)
  case floorOf(Int, building: LocalizedText)
  /// What the seller says of the date code, and the oldest that is taken; either may be unknown.
  case dateCode(said: String?, oldest: String?)
  case verified(lines: Int, total: String)
  case refused(Int)
}

extension Phrase {
  package var text: LocalizedText {
    let pair = words
    return LocalizedText(english: pair.english, chinese: pair.chinese)
  }

  package func callAsFunction(_ language: Language) -> String { text(language) }

  private var words: (english: String, chinese: String) {
    switch self {
    case .plan: ("Plan", "配单方案")
    case .walkSheet: ("Walk sheet", "扫货单")
    case .cost: ("Cost", "成本")
    case .walk: ("Walk", "扫货路线")
    case .stops: ("Stops", "档口")
    case .lines: ("Lines", "物料")
    case .schedule: ("Schedule", "日程")
    case .services: ("Services", "加工服务")
    case .baselines: ("Without planning", "不做规划时")
    case .warnings: ("Warnings", "提醒")
    case .assumptions: ("Assumptions", "假设")
    case .conflicts: ("Conflicts", "冲突")
    case .solver: ("Solver", "求解")
    case .totals: ("Totals", "合计")

    case .total: ("total", "总成本")
    case .discreteParts: ("discrete parts", "分立方案")
    case .cash: ("cash to carry", "需带现金")
    case .wallet: ("wallet", "钱包")
    case .bound: ("lower bound", "下界")
    case .gap: ("gap", "差距")
    case .decidableGap: ("gap of what can be decided", "可决策部分差距")
    case .paid: ("paid", "已付")
    case .remaining: ("left", "剩余")
    case .budget: ("budget", "预算")

    case .buyer: ("buyer", "采购员")
    case .stop: ("stop", "站")
    case .stall: ("stall", "档口")
    case .building: ("building", "大厦")
    case .floor: ("floor", "楼层")
    case .counter: ("counter", "柜台")
    case .arrive: ("arrive", "到达")
    case .begin: ("begin", "开始")
    case .depart: ("leave", "离开")
    case .start: ("start", "出发")
    case .finish: ("finish", "返回")
    case .date: ("date", "日期")
    case .minutes: ("minutes", "分钟")
    case .walking: ("walking", "步行")
    case .waiting: ("waiting", "等候")
    case .market: ("market", "市场")
    case .boards: ("boards", "块数")
    case .place: ("where", "地点")
    case .step: ("step", "步骤")
    case .shipped: ("shipped", "邮寄")

    case .line: ("line", "行")
    case .references: ("slots", "位号")
    case .part: ("part", "型号")
    case .maker: ("maker", "品牌")
    case .name: ("name", "名称")
    case .package: ("package", "封装")
    case .category: ("kind", "类别")
    case .need: ("need", "需求")
    case .quantity: ("quantity", "数量")
    case .unitPrice: ("unit price", "单价")
    case .amount: ("amount", "金额")
    case .condition: ("condition", "成色")
    case .priceBreak: ("price break", "阶梯")
    case .dateCodeName: ("date code", "批号")
    case .offer: ("offer", "报价")
    case .seen: ("seen", "报价日期")
    case .fallback: ("if they have none", "没货时")
    case .extraCost: ("extra cost", "多花")
    case .extraMinutes: ("extra minutes", "多用分钟")
    case .pickUp: ("pick up", "取货")
    case .say: ("say", "说")
    case .done: ("done", "完成")
    case .sample: ("sample", "样例")
    case .source: ("source", "来源")
    case .value: ("value", "取值")
    case .why: ("why", "原因")

    case .ticksKept: ("Ticks are kept on this device.", "勾选会保存在本机。")
    case .ticksNotKept:
      ("This browser keeps nothing: ticks are lost when the page is closed.", "此浏览器不保存数据，关闭页面后勾选会丢失。")
    case .sampleData: ("Generated sample data, not real quotes", "生成的样例数据，并非真实报价")
    case .nothingToBuy: ("Nothing is bought on this day.", "当天没有采购。")
    case .pickUpHere: ("Pick up what the runner brought:", "取调货：")
    case .riskIsExpected: ("Risk is an expected cost, not cash.", "风险是预期成本，不是现金。")
    case .provenBound: ("No plan under these rules costs less than the lower bound.", "按这些规则，任何方案都不会低于下界。")
    case .noFallback: ("nobody else has it", "别处没有")
    case .minuteCount(let count): ("\(count) min", "\(count) 分钟")
    case .stopCount(let count): (count == 1 ? "1 stop" : "\(count) stops", "\(count) 个档口")
    case .lineCount(let count): (count == 1 ? "1 line" : "\(count) lines", "\(count) 行")
    case .pieceCount(let count): (count == 1 ? "1 piece" : "\(count) pieces", "\(count) 个")
    case .boardCount(let count): (count == 1 ? "1 board" : "\(count) boards", "\(count) 块板")
    case .fromPieces(let count): ("price from \(count) on", "\(count) 个起的价")
    case .floorNumber(let number):
      (number < 0 ? "basement \(-number)" : "floor \(number)", number < 0 ? "负\(-number)楼" : "\(number)楼")
    case .floorOf(let number, let building):
      (
        "\(Phrase.floorNumber(number)(.english)) of \(building.english)",
        "\(building.chinese)\(Phrase.floorNumber(number)(.chinese))"
      )
    case .dateCode(let said, let oldest):
      (
        [
          said.map { "date code as the seller says: \($0)" },
          oldest.map { "take \(said == nil ? "date code " : "")\($0) or later" },
        ]
        .compactMap(\.self).joined(separator: "; "),
        [said.map { "卖家说批号 \($0)" }, oldest.map { "批号要 \($0) 及以后" }].compactMap(\.self).joined(separator: "；")
      )
    case .verified(let lines, let total):
      ("verified: \(lines == 1 ? "1 line" : "\(lines) lines"), \(total)", "核对通过：\(lines) 行，\(total)")
    case .refused(let count):
      ("refused for \(count == 1 ? "1 reason" : "\(count) reasons"):", "未通过核对，原因 \(count) 条：")
    case .walkMinutes(let count): ("\(count) min on foot", "步行 \(count) 分钟")
    }
  }
}
