internal import Base
package import Market

/// The words of the printed plan that no other text of Peidan uses, in both languages.
///
/// A case without a translation does not compile: `words` is an exhaustive switch over pairs.
package enum PlanPhrase: Sendable, Hashable {
  // MARK: Sections
  case cost, comparison, variants, conflict, lines, askedFor, onHand, schedule, warnings, assumptions
  case walk(of: String)

  // MARK: Money
  case total, cash
  case away(minutes: Int)
  case riskNote, askingNote, thisPlan, cheapestOffers, fewestStalls, more, minutes, stalls

  // MARK: Build variants
  case noPlan, atLeast, assumedAmount
  case filling(group: String, by: String)

  // MARK: Lines
  case slots, part, need, buy, each, amount, stall, sampleLegend, staleLegend

  // MARK: What prices rest on
  case footing, lineCount, oldest
  case oldestPrice(part: String, stall: String, day: String, days: Int)
  case bestAnswer(part: String, worth: String, seller: String?, floor: LocalizedText?)

  // MARK: Walks
  case walkSummary(from: String, to: String, stops: Int, cash: String)
  case ends(from: LocalizedText, to: LocalizedText)
  case opens(String)
  case parcel(on: String)
  case parcelCosts(on: String, charge: String, freeFrom: String?)
  case floorCounter(floor: Int, counter: String)
  case pickUp(String)
  case askFor(String, Int)

  // MARK: Status
  case provenOptimal, valid, partial, stopped
  case notComplete(missing: Int, of: Int?)
  case asked(Int)
  case lineStates(onHand: Int, bought: Int, askedFor: Int, toBeFoundOut: Int, leftOut: Int)
  case excerpt(stalls: Int, of: Int)
  case provenWithin(bound: String, percent: String)
  case provenWithinDecidable(bound: String, percent: String, decidable: String)

  // MARK: Colours
  case colours, conditionGood, conditionDoubtful, conditionBad
  case weekday(Int)
}

extension PlanPhrase {
  package var text: LocalizedText {
    let pair = words
    return LocalizedText(english: pair.english, chinese: pair.chinese)
  }

  package func callAsFunction(_ language: Language) -> String { text(language) }

  private var words: (english: String, chinese: String) {
    switch self {
    case .cost: ("Cost", "费用")
    case .comparison: ("What planning is worth", "统筹的价值")
    case .variants: ("Build variants", "各变体")
    case .conflict: ("What cannot be bought", "买不到的")
    case .lines: ("Lines", "物料行")
    case .askedFor: ("To ask for on the spot", "现场询价")
    case .onHand: ("From stock", "已有物料")
    case .schedule: ("Schedule", "进度")
    case .warnings: ("Know before you pay", "付款前须知")
    case .assumptions: ("Assumptions that you can set", "假设（可自行设置）")
    case .walk(let buyer): ("Walk of \(buyer)", "\(buyer) 的扫货路线")

    case .total: ("total", "合计")
    case .cash: ("cash to carry", "应带现金")
    case .away(let minutes): ("\(minutes) min away", "外出 \(minutes) 分钟")
    case .riskNote: ("expected loss, not cash", "预期损失，非现金")
    case .askingNote: ("by the chance to find it; prices are estimates", "按找到的把握折算，价格为估计")
    case .thisPlan: ("this plan", "本方案")
    case .cheapestOffers: ("each line at its cheapest", "每行取最低价")
    case .fewestStalls: ("fewest stalls", "档口最少")
    case .more: ("more", "多出")
    case .minutes: ("minutes", "分钟")
    case .stalls: ("stalls", "档口")

    case .noPlan: ("no plan", "无方案")
    case .atLeast: ("at least", "下界")
    case .assumedAmount: ("assumed", "假设")
    case .filling(let group, let filler): ("\(group): \(filler)", "\(group)：\(filler)")

    case .slots: ("slots", "位号")
    case .part: ("part", "物料")
    case .need: ("need", "需求")
    case .buy: ("buy", "购买")
    case .each: ("at", "单价")
    case .amount: ("amount", "金额")
    case .stall: ("stall", "档口")
    case .sampleLegend: ("° sample offer, made by a generator", "° 样例报价，由生成器产生")
    case .staleLegend:
      ("† the price has expired, or was seen long ago: ask first", "† 报价已过期或较旧，请先询价")

    case .footing: ("What the prices rest on", "价格依据")
    case .lineCount: ("lines", "行数")
    case .oldest: ("oldest", "最早")
    case .oldestPrice(let part, let stall, let day, let days):
      (
        "Oldest price: \(part) at \(stall), of \(day), \(days == 1 ? "1 day" : "\(days) days") before.",
        "最早的价格：\(stall) 的 \(part)，\(day)，\(days) 天前。"
      )
    case .bestAnswer(let part, let worth, let seller, let floor):
      (
        "One better price is worth most for \(part), about ¥\(worth)"
          + (seller.map { ": ask \($0)" } ?? "")
          + (floor.map { "\(seller == nil ? ": ask" : ", or") on \($0.english)" } ?? "")
          + ".",
        "最值得问的是 \(part)，约值 ¥\(worth)"
          + (seller.map { "：问 \($0)" } ?? "") + (floor.map { "\(seller == nil ? "：到" : "，或到")\($0.chinese)问" } ?? "")
          + "。"
      )
    case .walkSummary(let from, let to, let stops, let cash):
      (
        "\(from) to \(to), \(Phrase.stopCount(stops)(.english)), ¥\(cash) to carry",
        "\(from) 至 \(to)，\(stops) 站，携带 ¥\(cash)"
      )
    case .ends(let from, let to):
      from == to
        ? ("starts and ends at \(from.english)", "起讫点：\(from.chinese)")
        : ("from \(from.english) to \(to.english)", "起点：\(from.chinese)，终点：\(to.chinese)")
    case .parcel(let date): ("the parcel is there on \(date)", "包裹 \(date) 到货")
    case .parcelCosts(let date, let charge, let free):
      (
        "the parcel is there on \(date); delivery ¥\(charge)" + (free.map { ", free from ¥\($0)" } ?? ""),
        "包裹 \(date) 到货；运费 ¥\(charge)" + (free.map { "，满 ¥\($0) 包邮" } ?? "")
      )
    case .opens(let clock): ("opens \(clock)", "\(clock) 开门")
    case .floorCounter(let floor, let counter):
      counter.isEmpty
        ? ("floor \(floor)", "\(floor) 楼") : ("floor \(floor), counter \(counter)", "\(floor) 楼 \(counter)")
    case .pickUp(let part): ("pick up \(part)", "取货 \(part)")
    case .askFor(let part, let pieces): ("ask for \(part) × \(pieces)", "询价 \(part) × \(pieces)")

    case .provenOptimal: ("Proven optimal: no plan of this day costs less.", "已证明最优：当天没有更省的方案。")
    case .valid: ("A valid plan.", "可行方案。")
    case .partial:
      ("Not everything can be bought; below is a plan of what can.", "无法买齐；以下是能买到部分的方案。")
    case .notComplete(let missing, let all):
      (
        "Not complete: \(missing)\(all.map { " of \($0)" } ?? "") \(missing == 1 && all == nil ? "line" : "lines") of the BOM "
          + "\(missing == 1 ? "is" : "are") not in this plan.",
        "未齐套：料单\(all.map { " \($0) 行中" } ?? "")有 \(missing) 行不在本方案内。"
      )
    case .asked(let count):
      (
        "\(count == 1 ? "1 line has" : "\(count) lines have") no known price and "
          + "\(count == 1 ? "is" : "are") asked for on the spot; until then the kit is not complete.",
        "\(count) 行没有已知报价，需现场询价；买到之前不算齐套。"
      )
    case .lineStates(let onHand, let bought, let askedFor, let toBeFoundOut, let leftOut):
      (
        "\(Phrase.lineCount(onHand + bought + askedFor + toBeFoundOut + leftOut)(.english)): \(onHand) on hand, "
          + "\(bought) bought, \(askedFor) asked for on the spot, \(toBeFoundOut) to be found out, \(leftOut) left out.",
        "共 \(onHand + bought + askedFor + toBeFoundOut + leftOut) 行：已有 \(onHand)，采购 \(bought)，"
          + "现场询价 \(askedFor)，待确认 \(toBeFoundOut)，不贴 \(leftOut)。"
      )
    case .stopped:
      (
        "No complete plan was found, and none is proven impossible; below is what was found.",
        "没有找到完整方案，也未证明不存在；以下是已找到的部分。"
      )
    case .excerpt(let stalls, let all):
      (
        "Searched in \(stalls) of \(all) stalls that sell parts of this board; what is proven holds for all of them.",
        "在 \(all) 个售有本板物料的档口中搜索了 \(stalls) 个；所证明的下界对全部档口有效。"
      )
    case .provenWithin(let bound, let percent):
      (
        "Proven: no plan of this day costs less than ¥\(bound); this one is within \(percent) %.",
        "已证明：当天任何方案不低于 ¥\(bound)；本方案差距不超过 \(percent) %。"
      )
    case .provenWithinDecidable(let bound, let percent, let decidable):
      (
        "Proven: no plan of this day costs less than ¥\(bound); this one is within \(percent) %; \(decidable) % of what "
          + "planning decides.",
        "已证明：当天任何方案不低于 ¥\(bound)；本方案差距不超过 \(percent) %；占可优化部分 \(decidable) %。"
      )

    case .colours: ("Colours:", "颜色：")
    case .conditionGood: ("original or unused goods", "原装或散新")
    case .conditionDoubtful: ("check before paying", "付款前先验货")
    case .conditionBad: ("a copy", "高仿")
    case .weekday(let day):
      (
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][day],
        ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"][day]
      )
    }
  }
}
