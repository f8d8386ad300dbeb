internal import Base

/// A line of the input without what chat programs put around it.
struct SourceLine: Sendable {
  /// From 1.
  var number: Int
  /// As it was sent, without blanks at its ends.
  var said: String
  /// What is read: pictures, list marks and speakers blanked out.
  var plain: PlainText
  /// Whether it stands in marks of quotation, or behind the name of the one who asks.
  var isQuoted = false
  /// Its mark in a list: `1`; nil where it has none.
  var listMark: String?
  /// Whether a picture, a voice message or the like stands in it.
  var hasMedia = false

  init(_ line: some StringProtocol, number: Int) {
    self.number = number
    var text = Array(line)
    said = String(line).trimmed
    hasMedia = SourceLine.blankMedia(&text)
    isQuoted = SourceLine.blankQuotation(&text)
    SourceLine.blankSpeaker(&text, isQuoted: &isQuoted)
    listMark = SourceLine.blankListMark(&text)
    plain = PlainText(String(text))
  }

  /// Whether the line says nothing but who wrote and when: `王老板 2026/11/27 10:23`. The writer is the one who asks where `isAsker`.
  var stamp: (isStamp: Bool, isAsker: Bool) {
    let words = said.split(whereSeparator: \.isWhitespace).map(String.init)
    guard (1...4).contains(words.count), let last = words.last, SourceLine.isTime(last) else { return (false, false) }
    let names = words.dropLast().filter { word in
      !word.allSatisfy { $0.isNumber || "-/.年月日号".contains($0) }
        && !["上午", "下午", "昨天", "今天", "前天", "晚上", "早上"].contains(word)
    }
    guard names.count <= 1, names.allSatisfy({ !$0.contains(where: \.isNumber) }) else { return (false, false) }
    return (true, names.first.map { SourceLine.askers.contains($0.lowercased()) } ?? false)
  }

  private static func isTime(_ word: String) -> Bool {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    return (2...3).contains(parts.count) && parts.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(\.isFigure) }
  }

  var isBlank: Bool { plain.characters.allSatisfy { $0.isWhitespace } }

  /// A line of dashes under a quotation or a heading.
  var isRule: Bool { !isBlank && plain.characters.allSatisfy { $0.isGap || "-_=—*·.".contains($0) } }

  // MARK: What chat programs add

  private static let media: Set<String> = [
    "图片", "圖片", "照片", "相片", "语音", "語音", "视频", "視頻", "文件", "表情", "动画表情", "位置", "链接", "名片", "picture", "photo", "image",
    "video",
    "voice", "file", "sticker", "ok", "微笑", "呲牙", "强", "抱拳", "合十", "玫瑰",
  ]

  /// `[图片]`, `[Photo]`.
  private static func blankMedia(_ text: inout [Character]) -> Bool {
    var found = false
    var place = 0
    while place < text.count {
      if "[【［".contains(text[place]), let end = text[place...].firstIndex(where: { "]】］".contains($0) }),
        media.contains(String(text[(place + 1)..<end]).lowercased())
      {
        for index in place...end { text[index] = " " }
        found = true
        place = end
      }
      place += 1
    }
    return found
  }

  /// `「我：TP4056 2k」` and `> TP4056`. What stands behind the closing mark stays to be read.
  private static func blankQuotation(_ text: inout [Character]) -> Bool {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }) else { return false }
    if text[first] == ">" || text[first] == "＞", first + 1 < text.count, !text[first + 1].isFigure {
      text[first] = " "
      return true
    }
    guard text[first] == "「" || text[first] == "『",
      let last = text.lastIndex(where: { $0 == "」" || $0 == "』" })
    else { return false }
    if text[(last + 1)...].contains(where: { !$0.isWhitespace }) {
      for index in first...last { text[index] = " " }
      return false
    }
    (text[first], text[last]) = (" ", " ")
    return true
  }

  private static let askers: Set<String> = ["我", "me", "本人", "自己", "买家", "客户", "buyer"]
  private static let labels = [
    "价", "型号", "型號", "数量", "數量", "货", "貨", "批", "封装", "起", "库存", "品牌", "moq", "price", "qty", "part", "dc", "d/c",
    "stock", "lead", "税", "現", "现", "报", "報",
  ]

  /// `老李：`, `王老板 10:23`, `我:`.
  private static func blankSpeaker(_ text: inout [Character], isQuoted: inout Bool) {
    guard let mark = text.prefix(16).firstIndex(where: { $0 == ":" || $0 == "：" }) else { return }
    let name = String(text[..<mark]).trimmed
    let isPlain =
      !name.isEmpty && name.count <= 12 && !name.contains(where: { $0.isNumber })
      && name.contains(where: { $0.isLetter })
      && !labels.contains { name.lowercased().contains($0) } && !saysSomething(name)
    guard isPlain, mark + 1 < text.count || askers.contains(name.lowercased()) else { return }
    if askers.contains(name.lowercased()) { isQuoted = true }
    // Letters without figures may be the number of a part (`LM:`); those of the trade have figures.
    for index in 0...mark { text[index] = " " }
  }

  /// Whether a word of trade stands in a name, so that it is none of a person.
  private static func saysSomething(_ name: String) -> Bool {
    let text = PlainText(name).characters
    return text.indices.contains { place in
      switch TradeWords.word(in: text, at: place)?.0 {
      case .absent, .present, .onHand, .onOrder, .stock, .least, .condition, .taxIncluded, .taxExcluded, .price, .lead,
        .dateCode,
        .wants, .others:
        true
      default: false
      }
    }
  }

  /// `1、`, `2.`, `(3)`, `①`.
  private static func blankListMark(_ text: inout [Character]) -> String? {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }) else { return nil }
    if let number = text[first].wholeNumberValue, !text[first].isFigure, number > 0 {
      text[first] = " "
      return "\(number)"
    }
    var start = first
    if text[first] == "(" || text[first] == "（" { start += 1 }
    var end = start
    while end < text.count, text[end].isFigure { end += 1 }
    guard (1...2).contains(end - start), end < text.count else { return nil }
    let mark = text[end]
    let isMark: Bool
    switch mark {
    case "、": isMark = true
    case ")", "）": isMark = true
    case ".", "．": isMark = end + 1 < text.count && !text[end + 1].isFigure
    default: isMark = false
    }
    guard isMark else { return nil }
    let number = String(text[start..<end])
    for index in first...end { text[index] = " " }
    return number
  }
}
