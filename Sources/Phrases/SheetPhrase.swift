package import Market

/// The words of walk sheets that no other text of Peidan uses, in both languages.
///
/// A case without a translation does not compile: `words` is an exhaustive switch over pairs.
package enum SheetPhrase: Sendable, Hashable {
  case map, street, northUp, samplePlaces, zoomIn, zoomOut, showCard, close, answers, backToCard, details
  case nextBest, sayNoAbove, breakHint, check, paidHere, soldOut, stallClosed, note, soldOutGo, boughtThere,
    noOtherStall
  case stillToBuy, doneOf, hideDone, yourDay, recordKept, saveFile, openFile, recordText, applyText
  case recordSaved, recordRead, recordUnreadable, recordOfAnotherPlan, skipToStops, onThisFloor, priceSeen
  case answer, nobodyHasIt, priceEach, counter, codeOnLabel
  case onTheWay, start, finish, contents, mapLegend, orderSheet, missing, askedFor, onHand, states
  case arrives(on: String)
  case deliveryCosts(String, freeFrom: String?)
  case deliveryIsFree(from: String?)
  case minimumOrder(String)
  case afterStop(Int)
  case atStop(Int)
  case moreCostLess(pieces: Int, less: String)
  case moreCost(pieces: Int, more: String)
  case boughtForTheBreak(need: Int)
  case stalePrice(seen: String, expires: String?)
  case dateCode(said: String?, oldest: String?)
  case morePaid(String, minutes: Int)
  case floorPlan(building: LocalizedText, floor: Int)
}

extension SheetPhrase {
  package var text: LocalizedText {
    let pair = words
    return LocalizedText(english: pair.english, chinese: pair.chinese)
  }

  private var words: (english: String, chinese: String) {
    switch self {
    case .map: ("Map", "地图")
    case .street: ("The streets and the walk", "街区与路线")
    case .northUp:
      ("North is up. Positions are metres on a plan, not coordinates on the earth.", "上北下南。位置为平面图上的米数，并非经纬度。")
    case .samplePlaces: ("The places of the stalls are generated sample data.", "档口位置为生成的样例数据。")
    case .zoomIn: ("Larger", "放大")
    case .zoomOut: ("Smaller", "缩小")
    case .showCard: ("Show to the seller", "出示给店家")
    case .close: ("Close", "关闭")
    case .answers: ("Replies", "应答")
    case .backToCard: ("Back to the goods", "返回物料")
    case .details: ("Prices, checks, notes", "价格、验货、备注")
    case .nextBest: ("next best", "次优单价")
    case .sayNoAbove: ("say no above", "单价高于此就走")
    case .breakHint: ("price break", "阶梯价")
    case .check: ("check", "验货")
    case .paidHere: ("Paid in all, ¥", "实付总额 ¥")
    case .soldOut: ("Sold out here", "这里没货")
    case .stallClosed: ("Stall is closed", "档口没开")
    case .note: ("Note", "备注")
    case .soldOutGo: ("Sold out: go to", "没货：改去")
    case .boughtThere: ("Bought there", "已在那里买到")
    case .noOtherStall: ("No other stall can serve this line in the day.", "当天没有其他档口能供应此行。")
    case .stillToBuy: ("still to buy", "待买")
    case .doneOf: ("done", "已完成")
    case .hideDone: ("Hide what is done", "隐藏已完成")
    case .yourDay: ("Your record of the day", "当天记录")
    case .recordKept:
      (
        "What you tick and write is kept on this device. Save it to a file to re-plan from it, or to move it to another device.",
        "勾选与填写的内容保存在本机。可存为文件，用于重新规划或换设备。"
      )
    case .saveFile: ("Save to a file", "存为文件")
    case .openFile: ("Open a file", "打开文件")
    case .recordText: ("The record as text, to copy or paste", "记录文本，可复制或粘贴")
    case .applyText: ("Use this text", "使用此文本")
    case .recordSaved: ("The record was saved.", "记录已保存。")
    case .recordRead: ("The record was read.", "记录已读取。")
    case .recordUnreadable: ("This record cannot be read.", "无法读取此记录。")
    case .recordOfAnotherPlan: ("This record belongs to another plan.", "此记录属于另一份方案。")
    case .skipToStops: ("Skip to the stops", "跳到档口列表")
    case .onThisFloor: ("Stops on this floor", "本层档口")
    case .priceSeen: ("price seen", "报价日期")
    case .onTheWay: ("a later stop of this walk", "本次路线稍后经过")
    case .start: ("Start", "起点")
    case .finish: ("End", "终点")
    case .contents: ("On this page", "本页内容")
    case .mapLegend:
      (
        "Numbers are stops. Triangles are doors; S, E and L are stairs, escalators and lifts.",
        "数字为档口序号；三角为门；S、E、L 为楼梯、扶梯、电梯。"
      )
    case .missing: ("missing", "缺料")
    case .askedFor: ("ask for it", "现场询价")
    case .answer: ("What they say", "卖家怎么说")
    case .nobodyHasIt: ("nobody here has it", "这层都没有")
    case .priceEach: ("price each, ¥", "单价（元）")
    case .counter: ("counter", "档口号")
    case .codeOnLabel: ("date code", "批号")
    case .onHand: ("on hand", "已有")
    case .states: ("states of the lines", "各行状态")
    case .orderSheet: ("Order sheet", "采购单")
    case .arrives(let date): ("shipped, there on \(date)", "邮寄，\(date) 到货")
    case .deliveryCosts(let charge, let free):
      (
        "delivery ¥\(charge)" + (free.map { ", free from ¥\($0)" } ?? ""),
        "运费 ¥\(charge)" + (free.map { "，满 ¥\($0) 包邮" } ?? "")
      )
    case .deliveryIsFree(let free):
      ("delivery free" + (free.map { " from ¥\($0)" } ?? ""), (free.map { "满 ¥\($0) " } ?? "") + "包邮")
    case .minimumOrder(let least): ("orders from ¥\(least) on", "起订金额 ¥\(least)")
    case .afterStop(let number): ("after stop \(number)", "第 \(number) 站之后")
    case .atStop(let number): ("at stop \(number)", "第 \(number) 站")
    case .moreCostLess(let pieces, let less): ("\(pieces) more cost ¥\(less) less", "多买 \(pieces) 个反而便宜 ¥\(less)")
    case .moreCost(let pieces, let more): ("\(pieces) more cost only ¥\(more)", "多买 \(pieces) 个只多 ¥\(more)")
    case .stalePrice(let seen, let expires):
      (
        expires.map { "ask first: the price of \(seen) was valid until \($0)" }
          ?? "ask first: the price dates from \(seen)",
        expires.map { "先询价：\(seen) 的报价有效期至 \($0)" } ?? "先询价：报价日期 \(seen)"
      )
    case .dateCode(let said, let oldest):
      (
        Phrase.dateCode(said: said, oldest: oldest)(.english), Phrase.dateCode(said: said, oldest: oldest)(.chinese)
      )
    case .boughtForTheBreak(let need):
      ("\(need) are needed; this many cost no more", "只需 \(need) 个，买这些并不更贵")
    case .morePaid(let extra, let minutes): ("\(extra), +\(minutes) min", "\(extra)，+\(minutes) 分钟")
    case .floorPlan(let building, let floor):
      (
        "\(building.english), \(Phrase.floorNumber(floor).text.english)",
        "\(building.chinese) \(Phrase.floorNumber(floor).text.chinese)"
      )
    }
  }
}
