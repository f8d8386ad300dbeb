/// A text for the second reader: capital letters of half width, Chinese numbers beside units in figures, known parts masked.
///
/// It shares nothing with the first reader's characters and tokens, so that one fault cannot be in both.
struct AuditText {
  private(set) var signs: [Unicode.Scalar]
  /// For each sign, the part that it belongs to: a place among the names given, -1 for a number of a part that is none of them, nil for
  /// other text.
  private(set) var parts: [Int?]

  /// - Parameter names: numbers of parts, of which the longer ones go first.
  init(_ text: String, names: [String]) {
    signs = AuditText.inFigures(text.unicodeScalars.map { AuditText.narrowed($0) })
    parts = Array(repeating: nil, count: signs.count)
    for index in names.indices.sorted(by: { names[$0].count > names[$1].count }) { mask(names[index], as: index) }
    maskOtherNumbers()
  }

  private static func narrowed(_ sign: Unicode.Scalar) -> Unicode.Scalar {
    var sign = sign
    if (0xFF01...0xFF5E).contains(sign.value), sign != "，", let ascii = Unicode.Scalar(sign.value - 0xFEE0) {
      sign = ascii
    }
    if ("a"..."z").contains(sign), let capital = Unicode.Scalar(sign.value - 32) { sign = capital }
    switch sign {
    case "塊": return "块"
    case "萬": return "万"
    case "個": return "个"
    case "週": return "周"
    case "盤": return "盘"
    case "兩": return "两"
    case "顆": return "颗"
    case "隻": return "只"
    case "價": return "价"
    case "￥": return "¥"
    case "–", "—", "－", "−": return "-"
    case "〜": return "~"
    case "×": return "*"
    default: return sign
    }
  }

  // MARK: Chinese numbers

  private static let digits: [Unicode.Scalar: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "壹": 1, "貳": 2,
  ]
  private static let powers: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1_000, "万": 10_000]
  private static let behind: Set<Unicode.Scalar> = [
    "块", "元", "毛", "角", "分", "厘", "个", "只", "片", "颗", "件", "粒", "K", "天", "周", "星", "月", "盘", "卷", "起", "圆", "套",
  ]
  private static let units: Set<Unicode.Scalar> = ["个", "只", "片", "颗", "件", "粒", "盘", "卷", "套"]
  private static let money: Set<Unicode.Scalar> = ["块", "元", "毛", "角", "分"]

  private static func inFigures(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var output: [Unicode.Scalar] = []
    var place = 0
    while place < text.count {
      let sign = text[place]
      if sign == "块" || sign == "毛", place + 1 < text.count, digits[text[place + 1]] != nil,
        !(output.last.map { isDigit($0) || digits[$0] != nil } ?? false)
      {
        output.append("1")
      }
      var end = place
      while end < text.count, digits[text[end]] != nil || powers[text[end]] != nil { end += 1 }
      guard end > place, !(end == place + 1 && powers[sign] != nil && sign != "十") else {
        output.append(sign)
        place += 1
        continue
      }
      // 八毛五一个: five, and one piece.
      if end - place == 2, text[end - 1] == "一", end < text.count, units.contains(text[end]) { end -= 1 }
      let run = Array(text[place..<end])
      let isBehindMoney = output.last.map { money.contains($0) } ?? false
      if isBehindMoney, run.allSatisfy({ digits[$0] != nil }), run.count <= 2,
        !(run.count == 1 && end < text.count && units.contains(text[end]))
      {
        output += run.flatMap { String(digits[$0] ?? 0).unicodeScalars }
      } else if end < text.count && behind.contains(text[end]) || run.contains(where: { (powers[$0] ?? 0) >= 100 }) {
        // A unit directly behind a figure (`5百`) is left for the number.
        if let last = output.last, isDigit(last), powers[run[0]] != nil {
          output += run
        } else {
          if output.last.map({ isDigit($0) || isLetter($0) || money.contains($0) }) ?? false { output.append(" ") }
          output += "\(value(run))".unicodeScalars
        }
      } else {
        output += run
      }
      place = end
    }
    return output
  }

  private static func value(_ run: [Unicode.Scalar]) -> Int {
    var (sum, pending, last) = (0, 0, 1)
    for (index, sign) in run.enumerated() {
      if let power = powers[sign] {
        if power == 10_000 {
          sum = (sum + pending) * power
        } else {
          sum += (pending == 0 && power == 10 ? 1 : pending) * power
        }
        (pending, last) = (0, power)
      } else {
        pending = digits[sign] ?? 0
        if index == run.count - 1, last >= 100, index > 0, powers[run[index - 1]] != nil {
          pending *= last / 10
        }
      }
    }
    return sum + pending
  }

  // MARK: Parts

  static func isDigit(_ sign: Unicode.Scalar) -> Bool { ("0"..."9").contains(sign) }
  static func isLetter(_ sign: Unicode.Scalar) -> Bool { ("A"..."Z").contains(sign) }

  private mutating func mask(_ name: String, as index: Int) {
    let wanted = name.unicodeScalars.map { AuditText.narrowed($0) }.filter {
      AuditText.isDigit($0) || AuditText.isLetter($0)
    }
    guard wanted.count >= 3 else { return }
    for start in signs.indices where signs[start] == wanted[0] && parts[start] == nil {
      if start > 0, AuditText.isDigit(signs[start - 1]) || AuditText.isLetter(signs[start - 1]) { continue }
      var (place, matched, end) = (start, 0, start)
      while place < signs.count, matched < wanted.count {
        if signs[place] == wanted[matched] {
          matched += 1
          end = place + 1
        } else if !"-_/. %".unicodeScalars.contains(signs[place]) || place != end {
          break
        }
        place += 1
      }
      guard matched == wanted.count else { continue }
      if end < signs.count,
        AuditText.isDigit(signs[end])
          || AuditText.isLetter(signs[end]) && !startsPacking(end) && !(signs[end] == "V" && name.contains("."))
      {
        continue
      }
      for covered in start..<end { parts[covered] = index }
    }
  }

  private func startsPacking(_ place: Int) -> Bool {
    signs[place] == "T" && place + 1 < signs.count && signs[place + 1] == "R"
  }

  /// Letters and figures that are no number with a unit are the number of some part.
  private mutating func maskOtherNumbers() {
    var place = 0
    while place < signs.count {
      guard parts[place] == nil, AuditText.isDigit(signs[place]) || AuditText.isLetter(signs[place]) else {
        place += 1
        continue
      }
      var end = place
      while end < signs.count, parts[end] == nil, AuditText.isDigit(signs[end]) || AuditText.isLetter(signs[end]) {
        end += 1
      }
      let run = String(String.UnicodeScalarView(signs[place..<end]))
      if run.contains(where: \.isLetter), run.contains(where: \.isNumber), !AuditText.isAmount(run) {
        for covered in place..<end { parts[covered] = -1 }
      }
      place = end
    }
  }

  /// `2K`, `500PCS`, `RMB1`, `MOQ500`: figures with a word on one side.
  private static func isAmount(_ run: String) -> Bool {
    let words: Set<String> = [
      "K", "W", "KPCS", "PCS", "PC", "EA", "RMB", "CNY", "USD", "YUAN", "MOQ", "SPQ", "MPQ", "DC", "QQ", "TEL", "V",
      "A", "MA", "UF", "NF",
      "PF", "UH", "NH", "MH", "R", "MM", "HZ", "KHZ", "MHZ", "DAYS", "DAY", "WEEKS", "WEEK", "WKS", "WK", "D", "HKD",
      "EUR", "M", "PIN", "P",
    ]
    let letters = run.filter(\.isLetter)
    guard words.contains(letters) else { return false }
    return run.hasPrefix(letters) || run.hasSuffix(letters)
  }
}
