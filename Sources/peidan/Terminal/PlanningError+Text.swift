import Base
import Market
import Planning

extension PlanningError {
  /// What happened, and what would help.
  var explanation: LocalizedText {
    let words = words
    return LocalizedText(english: words.english, chinese: words.chinese)
  }

  private var words: (english: String, chinese: String) {
    switch self {
    case .unknownMarket(let id, let known):
      let names = known.map { "`\($0)`" }
      return (
        "no market `\(id)` in the catalog; it has \(names.joined(separator: ", "))",
        "目录里没有市场 `\(id)`；现有 \(names.joined(separator: "、"))"
      )
    case .twoWalkedMarkets(let one, let other):
      return (
        "markets `\(one)` and `\(other)` are both walked, and a day is in one of them",
        "市场 `\(one)` 和 `\(other)` 都要步行采购，一天只能去其中一个"
      )
    case .stallInTwoMarkets(let stall, let markets):
      let names = markets.map { "`\($0)`" }
      return (
        "`\(stall)` is a stall of \(names.joined(separator: " and of ")); give one of them another id",
        "\(names.joined(separator: "和"))都有档口 `\(stall)`，请给其中一个改编号"
      )
    case .noStart(let market):
      return (
        "the board names no `from` and `to` for the day or for each buyer, and market `\(market)` has no default start",
        "板子没有写当天或各采购员的 `from` 和 `to`，市场 `\(market)` 也没有默认起点"
      )
    case .unknownNode(let node, let market):
      return (
        "no place `\(node)` in market `\(market)`; see its nodes.csv", "市场 `\(market)` 没有地点 `\(node)`，见其 nodes.csv"
      )
    case .brokenGraph(let reason, let market):
      return (
        "the paths of market `\(market)` do not fit together: \(reason)", "市场 `\(market)` 的通道数据不一致：\(reason)"
      )
    case .brokenCalendar(let setting, let value, let market):
      let example = "`holiday.2026-10-01..2026-10-08`"
      return (
        "setting `\(setting)` of market `\(market)` is `\(value)`, not a holiday such as "
          + "\(example) with `closed` or `10:00-16:00`",
        "市场 `\(market)` 的设置 `\(setting)` 是 `\(value)`，应写成 \(example)，值为 `closed` 或 `10:00-16:00`"
      )
    case .unreachable(let stall):
      return (
        "no path leads to stall `\(stall)`; see the market's links.csv", "走不到档口 `\(stall)`，见该市场的 links.csv"
      )
    case .missing(let key, let kind):
      return (
        "service `\(kind)` needs `\(key)` in the spec to be priced", "要计算 `\(kind)` 的价格，规格里须写 `\(key)`"
      )
    case .noService(let kind, let market, let order, let limits):
      return (
        "no `\(kind)` service of market `\(market)` takes \(order)"
          + (limits.isEmpty ? "" : "; they take " + limits.joined(separator: ", or "))
          + "; see its services.yaml, or leave `\(kind)` out of `process`",
        "市场 `\(market)` 没有 `\(kind)` 服务接这样的单：\(order)"
          + (limits.isEmpty ? "" : "；可接：" + limits.joined(separator: "，或"))
          + "；见其 services.yaml，或从 `process` 中去掉 `\(kind)`"
      )
    case .dateOutOfRange(let date):
      return (
        "the plan would reach beyond the years 1 to 9999, from `\(date)` on; choose another day",
        "从 `\(date)` 起的方案会超出公元 1 至 9999 年，请换一天"
      )
    case .finishBeforeStart(let start, let finish):
      return (
        "nobody has time to buy: the day starts at \(start) and finishes at \(finish), or no buyer's own hours lie between; "
          + "set a finish after the start",
        "没有采购时间：当天 \(start) 开始，\(finish) 结束，或采购员的时间不在其间；请把结束时间设在开始之后"
      )
    case .tooManyPieces(let count, let line):
      return (
        "\(line) needs \(count) pieces; a line has at most \(Limits.pieces.upperBound): plan fewer boards",
        "\(line) 需要 \(count) 个；一行最多 \(Limits.pieces.upperBound) 个，请减少套数"
      )
    case .tooDear(let most):
      return (
        "the dearest plan of the day costs more than \(most): plan fewer boards", "当天最贵的方案会超过 \(most)，请减少套数"
      )
    case .refused:
      return (
        "the plan was refused by the verifier and is not shown; please report this with the spec",
        "方案没有通过校验，不予显示；请附上规格反馈此问题"
      )
    }
  }

  /// Whether the spec or the options are at fault, rather than the catalog.
  var isAboutTheBoard: Bool {
    switch self {
    case .missing, .noService, .noStart, .unknownNode, .dateOutOfRange, .finishBeforeStart, .tooManyPieces, .tooDear,
      .refused:
      true
    case .twoWalkedMarkets: true
    case .stallInTwoMarkets, .unknownMarket, .brokenGraph, .brokenCalendar, .unreachable: false
    }
  }
}
