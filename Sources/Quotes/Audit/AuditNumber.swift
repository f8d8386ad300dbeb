/// A number of a text with what the second reader makes of it, from what stands beside it.
struct AuditNumber: Sendable, Hashable {
  enum Role: Sendable, Hashable {
    case money, count, other
    /// A whole number with nothing beside it.
    case plain
  }

  var role: Role
  /// Millionths.
  var value: Int64
  var place: Int
  var end: Int
  /// Pieces that a price may be for, as written beside it; 1 among them unless the words leave no doubt.
  var pieces: [Int64] = [1]
  var isPack = false
  var isSum = false
  /// Whether words beside it say that it is not exact, or not the price now.
  var isDoubtful = false
  var hasPoint = false
}

/// Finds the numbers of a text, and asks of each what stands on its left and on its right.
struct AuditNumbers {
  private let text: AuditText
  private let signs: [Unicode.Scalar]
  private(set) var numbers: [AuditNumber] = []

  init(_ text: AuditText) {
    self.text = text
    signs = text.signs
    var place = 0
    while place < signs.count {
      guard text.parts[place] == nil, let (value, end, hasPoint) = number(at: place) else {
        place += 1
        continue
      }
      let found = judged(value, place, end, hasPoint)
      numbers.append(found)
      place = found.end
    }
  }

  // MARK: Reading

  private func isDigit(_ place: Int) -> Bool {
    signs.indices.contains(place) && text.parts[place] == nil && AuditText.isDigit(signs[place])
  }

  private func number(at start: Int) -> (Int64, Int, Bool)? {
    let isPoint = signs[start] == "." && isDigit(start + 1) && !(start > 0 && isDigit(start - 1))
    guard isDigit(start) || isPoint else { return nil }
    var whole = ""
    var end = start
    while isDigit(end) {
      whole.unicodeScalars.append(signs[end])
      end += 1
    }
    while end < signs.count, signs[end] == ",", whole != "0", isDigit(end + 1), isDigit(end + 2), isDigit(end + 3),
      !isDigit(end + 4)
    {
      whole += String(String.UnicodeScalarView(signs[(end + 1)...(end + 3)]))
      end += 4
    }
    var fraction = ""
    if end < signs.count, isDigit(end + 1),
      signs[end] == "." || (signs[end] == "," || signs[end] == "。") && whole == "0"
    {
      end += 1
      while isDigit(end) {
        fraction.unicodeScalars.append(signs[end])
        end += 1
      }
    }
    guard whole.count <= 12, fraction.count <= 6, let high = Int64(whole.isEmpty ? "0" : whole),
      let low = Int64((fraction + "000000").prefix(6))
    else { return (Int64.max, end, false) }
    return (high * 1_000_000 + low, end, !fraction.isEmpty)
  }

  private func right(_ end: Int) -> String {
    var words = ""
    var place = end
    while place < signs.count, words.unicodeScalars.count < 12, signs[place] != "\n", text.parts[place] == nil {
      words.unicodeScalars.append(signs[place])
      place += 1
    }
    return words
  }

  private func left(_ start: Int) -> String {
    var words: [Unicode.Scalar] = []
    var place = start - 1
    while place >= 0, words.count < 12, signs[place] != "\n", text.parts[place] == nil,
      !"，;；。".unicodeScalars.contains(signs[place])
    {
      words.append(signs[place])
      place -= 1
    }
    return String(String.UnicodeScalarView(words.reversed()))
  }

  private func starts(_ text: String, _ words: String) -> Bool {
    let rest = text.drop { $0 == " " }
    return words.split(separator: "|").contains { rest.hasPrefix($0) }
  }

  private func ends(_ text: String, _ words: String) -> Bool {
    var rest = Substring(text)
    while let last = rest.last, " :=(".contains(last) { rest.removeLast() }
    return words.split(separator: "|").contains { rest.hasSuffix($0) }
  }

  // MARK: Judging

  private static let units: [(String, Int64)] = [
    ("元", 1_000_000), ("块", 1_000_000), ("圆", 1_000_000), ("毛", 100_000), ("角", 100_000), ("分", 10_000), ("厘", 1_000),
  ]

  private func judged(_ value: Int64, _ start: Int, _ end: Int, _ hasPoint: Bool) -> AuditNumber {
    var found = AuditNumber(role: .plain, value: value, place: start, end: end, hasPoint: hasPoint)
    let (before, after) = (left(start), right(end))
    let spoken = self.spoken(value, end, after)
    if let (amount, stop) = spoken, !ends(before, "运费|邮费|快递费|快递"), !starts(right(stop), "起包邮|包邮|以上包邮") {
      found.role = .money
      (found.value, found.end) = (amount, stop)
    } else if ends(before, "运费|邮费|快递费|快递") || starts(right(end), "元起包邮|起包邮|包邮|元包邮|以上包邮") {
      found.role = .other
    } else if hasDigitAt(before) {
      found.role = .count
    } else if ends(before, "电话|手机|微信|QQ|TEL|PHONE|批号|D/C|DC|年份|批次|汇率|RATE") || value == Int64.max {
      found.role = .other
    } else if !starts(after, "年份|周期|日期|月结"),
      starts(after, "%|折|点|个点|个百分点|天|日|周|星期|礼拜|个月|个星期|个工作日|工作日|月|年|号|小时|分钟|DAY|WEEK|WORKING|WK|BUSINESS")
    {
      found.role = .other
    } else if let (factor, stop) = factor(end), !hasPoint || factor > 1 {
      found.role = .count
      (found.value, found.end) = (value.multipliedReportingOverflow(by: factor).overflow ? .max : value * factor, stop)
    } else if starts(after, "个|只|片|颗|件|粒|支|枚|套|PCS|PC|PIECE|EA|UNIT|起|以上|及以上|+|UP") {
      found.role = hasPoint ? .money : .count
    } else if ends(before, "¥|RMB|CNY|$|USD|HKD|HK$|EUR|€|价|价格|PRICE|@|AT|U/P|COST") {
      found.role = .money
    } else if starts(after, "RMB|CNY|YUAN|USD|美|港|HKD|EUR|欧元|刀") {
      found.role = .money
    } else if isValue(end) {
      found.role = .other
    } else if hasPoint {
      found.role = .money
    }
    let behind = right(found.end)
    if found.role == .money || found.role == .plain { setPieces(&found, before, behind) }
    found.isSum =
      ends(before, "共|合计|总价|总|小计|TOTAL|SUBTOTAL|一共|总共")
      || start > 0 && signs[start - 1] == "=" && numbers.last?.end == start - 1
    found.isDoubtful =
      found.role == .money && behind.hasPrefix("起") && !behind.hasPrefix("起订")
      || starts(behind, "以内|以下|封顶|左右|上下|多|几|出头|-0|~0|到|至|或") && !starts(behind, "到货|多谢")
      || ends(
        before,
        "大概|大约|约|估计|差不多|ABOUT|AROUND|~|≈|不到|低于|超过|高于|以前|之前|原价|上次|NOT|不是|ROUGHLY|APPROX|可能|应该|好像|将近|接近|加|另加|税点|OVER|UNDER|BELOW|目标价|接受价|期望价|心理价|成本|市场价|行情价|参考价|指导价|<|≤"
      ) || endsRange(before)
    return found
  }

  /// Whether a number and 到 stand before: `6到`.
  private func endsRange(_ before: String) -> Bool {
    guard ends(before, "到|至|或"), let mark = before.lastIndex(where: { "到至或".contains($0) }), mark > before.startIndex
    else {
      return false
    }
    let last = before[before.index(before: mark)]
    return last.isNumber || "元块毛角".contains(last)
  }

  /// Whether a figure and `@` stand before: `1.8@100`.
  private func hasDigitAt(_ before: String) -> Bool {
    guard before.hasSuffix("@") else { return false }
    return before.dropLast().last?.isNumber ?? false
  }

  /// `3毛5`, `1块2毛5`, `0.35元`: the amount and its end.
  private func spoken(_ value: Int64, _ end: Int, _ after: String) -> (Int64, Int)? {
    let gap = after.prefix { $0 == " " }.count
    let rest = after.dropFirst(gap)
    guard let unit = AuditNumbers.units.first(where: { rest.hasPrefix($0.0) }), !rest.hasPrefix("分钟") else {
      return nil
    }
    let (scaled, overflow) = value.multipliedReportingOverflow(by: unit.1)
    if overflow { return nil }
    var amount = scaled / 1_000_000
    var place = end + gap + 1
    guard value % 1_000_000 == 0 else { return (amount, place) }
    var size = unit.1
    while let (more, stop, hasPoint) = signs.indices.contains(place) ? number(at: place) : nil, !hasPoint,
      stop - place <= 2, more < 100_000_000
    {
      let next = right(stop)
      if let lower = AuditNumbers.units.first(where: { next.hasPrefix($0.0) }), lower.1 < size, !next.hasPrefix("分钟") {
        amount += more / 1_000_000 * lower.1
        (size, place) = (lower.1, stop + 1)
        continue
      }
      if starts(next, "K|W|千|万|百|个|只|片|颗|件|粒|+|.|%|天|周|日|点|盘|卷|起|年|月|-|~|:|*"), next.first != " " { break }
      var part = size
      for sign in signs[place..<stop] {
        part /= 10
        amount += Int64(sign.value - 48) * part
      }
      place = stop
      break
    }
    return (amount, place)
  }

  private func factor(_ end: Int) -> (Int64, Int)? {
    guard signs.indices.contains(end), text.parts[end] == nil else { return nil }
    let factors: [Unicode.Scalar: Int64] = ["K": 1_000, "千": 1_000, "W": 10_000, "万": 10_000, "百": 100]
    guard let factor = factors[signs[end]] else { return nil }
    if AuditText.isLetter(signs[end]), signs.indices.contains(end + 1), AuditText.isLetter(signs[end + 1]),
      !starts(right(end + 1), "PC")
    {
      return nil
    }
    return (factor, end + 1)
  }

  private func isValue(_ end: Int) -> Bool {
    let words = right(end)
    let units = [
      "MAH", "KHZ", "MHZ", "GHZ", "HZ", "UF", "NF", "PF", "UH", "NH", "MH", "MA", "UA", "MM", "CM", "V", "A", "R", "Ω",
      "F", "H", "M", "℃", "PIN", "P", "脚", "位",
    ]
    for unit in units where words.hasPrefix(unit) {
      let next = words.dropFirst(unit.count).first
      if next == nil || !(next?.isLetter ?? false) || !(next?.isASCII ?? false) { return true }
    }
    return false
  }

  /// What a price is for: `/k`, `/100pcs`, `每千`, a reel.
  private func setPieces(_ found: inout AuditNumber, _ before: String, _ behind: String) {
    let near = String(behind.drop { $0 == " " })
    var rest = Substring(near)
    if rest.hasPrefix("/") || rest.hasPrefix("每") {
      rest = rest.dropFirst().drop { $0 == " " }
    } else if rest.hasPrefix("PER ") {
      rest = rest.dropFirst(4).drop { $0 == " " }
    } else {
      rest = ""
    }
    if let first = rest.first {
      let digits = rest.prefix { $0.isNumber && $0.isASCII }
      let unit = rest.dropFirst(digits.count).first ?? " "
      let factor: Int64 =
        unit == "K" || unit == "千" ? 1_000 : unit == "万" || unit == "W" ? 10_000 : unit == "百" ? 100 : 1
      let count = (Int64(digits.isEmpty ? "1" : String(digits)) ?? 1) * factor
      if count > 1, count <= 1_000_000 { found.pieces = [1, count] }
      if "盘卷包袋盒管".contains(first) || rest.hasPrefix("REEL") { found.isPack = true }
    }
    if near.hasPrefix("1K") || near.hasPrefix("1千") || near.hasPrefix("一千"), !near.dropFirst(2).hasPrefix("起") {
      found.pieces = [1, 1_000]
    }
    let count = near.prefix { $0.isNumber && $0.isASCII }
    if let pieces = Int64(count), pieces > 1, "个只片颗件粒".contains(near.dropFirst(count.count).first ?? " ") {
      found.pieces = [1, pieces]
    }
    if before.hasSuffix("每千") || before.hasSuffix("每K") { found.pieces = [1_000] }
    if before.hasSuffix("每百") || before.hasSuffix("每100") { found.pieces = [100] }
    if starts(behind, "一盘|1盘|一卷|1卷|/盘|每盘") || ends(before, "一盘|1盘|每盘|整盘|盘|一卷|1卷|REEL") { found.isPack = true }
  }
}
