/// What the cells of a row say about whether its part is put on the board.
enum FittingMarks {
  /// What one cell says.
  enum Answer: Sendable, Hashable {
    case fitted, unfitted
    /// A word that is not known as an answer.
    case unknown
  }

  /// Words for a part that is not put on the board, plain (KiBoM's list, what tools write, and what people do).
  private static let words: Set<String> = [
    "dnf", "dnl", "dnp", "dni", "dnm", "dns", "dnx", "dna", "nofit", "nostuff", "noplace", "noload", "nopop",
    "nopopulate",
    "nomount", "noinstall", "unfitted", "unpopulated", "unmounted", "unplaced", "unstuffed", "nichtbestückt",
    "nichtbestücken", "nichtbestueckt", "nichtmontiert", "nonmonté", "nepasmonter", "nomontar", "nomontado",
    "nonmontare", "nonmontato", "omit", "omitted", "leaveempty", "leaveopen", "leaveout", "leaveunpopulated",
    "leaveunfitted",
    "leaveoff", "unpop", "空焊", "留空", "此位不贴", "此位不焊", "不贴", "不焊", "不焊接", "不贴装", "不贴片", "不装", "不安装", "不上", "不上件", "空贴",
    "未贴", "禁止贴装", "禁止贴片", "禁止焊接", "禁止安装", "此料不上", "此料不贴", "此料不装",
  ]

  private static let verbs = [
    "fit", "place", "load", "populate", "install", "mount", "stuff", "assemble", "solder", "use", "buy",
  ]
  private static let participles = [
    "fitted", "placed", "loaded", "populated", "installed", "mounted", "stuffed", "assembled", "soldered", "used",
  ]

  private static let phrases: Set<String> = words.union(verbs.flatMap { ["donot\($0)", "dont\($0)"] })
    .union(participles.flatMap { ["not\($0)", "notbe\($0)"] })

  /// Short marks that are names of other things too: normally closed, nanofarads, "not available".
  private static let shortMarks: Set<String> = ["nc", "nf", "nm", "nb", "na"]

  /// Short marks that count where they are the whole of a cell.
  private static let wholeMarks: Set<String> = ["nc", "nf", "nm", "nb"]

  /// Whether a whole cell says that a part is not fitted: `DNP`, ` (DNF)`, `not mounted`, `NC`.
  static func saysUnfitted(_ text: String) -> Bool {
    let plain = HeaderWords.plain(text)
    return phrases.contains(plain) || wholeMarks.contains(plain)
  }

  private static let yes: Set<String> = [
    "1", "yes", "y", "true", "x", "t", "ja", "j", "oui", "si", "sí", "sim", "是", "✓", "✔", "√", "☑", "wahr", "vrai",
  ]
  private static let no: Set<String> = [
    "0", "no", "n", "false", "f", "nein", "non", "não", "否", "~", "✗", "✘", "×", "☐", "falsch", "faux", "不是",
  ]

  /// Whether a whole cell is a word that leaves open whether a part is fitted: `optional`, `预留`.
  static func isOpen(_ text: String) -> Bool { openWords.contains(HeaderWords.plain(text)) }

  /// Whether a cell is a word for yes or no, not just a sign.
  static func isYesOrNo(_ text: String) -> Bool {
    let plain = HeaderWords.plain(text)
    return saysNo(text) || yes.contains(plain) && plain.contains(where: \.isLetter)
  }

  /// Whether a cell is a sign or a letter for yes or no that says which only under a name that asks: `x`, `1`, `✓`.
  static func isSign(_ text: String) -> Bool {
    let plain = HeaderWords.plain(text)
    return plain == "x" || !plain.contains(where: \.isLetter) && (yes.contains(plain) || no.contains(plain))
  }

  /// Whether a cell is a word or a sign for yes.
  static func saysYes(_ text: String) -> Bool { yes.contains(HeaderWords.plain(text)) }

  /// Whether a cell is a word for no.
  static func saysNo(_ text: String) -> Bool {
    let plain = HeaderWords.plain(text)
    return no.contains(plain) && plain.contains(where: \.isLetter)
  }

  /// Words that answer neither way: no answer, and how a part is mounted.
  private static let silent: Set<String> = [
    "–", "—", "unknown", "na", "smd", "smt", "tht", "th", "throughhole", "dip", "top", "bottom", "both", "贴片", "插件",
  ]

  /// Words that leave open whether a part is fitted.
  private static let openWords: Set<String> = [
    "optional", "spare", "reserved", "removed", "remove", "delete", "deleted", "unused", "notused", "notneeded",
    "obsolete",
    "可选", "选贴", "选焊", "选配", "备用", "预留", "保留", "不用", "不需要", "取消", "删除", "待定", "空", "客户自备", "客户提供", "客供", "客供料", "自备",
    "consigned", "customersupplied",
  ]
  private static let openPhrases = [
    "only for", "only in", "only on", "only if", "only with", "仅用于", "仅限", "仅在", "只用于", "只在",
  ]

  /// What a note says that leaves open whether its part is fitted: `optional` as a whole, `only for variant B` within. Nil where
  /// it says nothing of the kind.
  static func openMark(_ text: String) -> String? {
    if isOpen(text) { return text.trimmedBlanks }
    let lower = text.lowercased()
    return openPhrases.first { lower.contains($0) }
  }

  /// Whether a cell answers and says more (`No (v2)`), limits the answer (`only rev B`), or is a sign that nobody explains (`●`).
  static func isQualified(_ text: String) -> Bool {
    let words = text.halfWidth.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
    guard let first = words.first else { return true }
    if words.count > 1, first.count > 1 || !first.allSatisfy(\.isASCII), isYesOrNo(first) { return true }
    return ["only", "nur", "seulement"].contains(first) || "仅只".contains(first.prefix(1)) || openMark(text) != nil
  }

  /// Parts of names of columns that can ask for nothing but whether parts are fitted.
  private static let questions = [
    "fit", "popul", "stuff", "bestück", "inbom", "dnp", "dnf", "dni", "dnm", "dns", "dnl", "nopop", "donot", "dont",
    "not",
    "nicht", "unmount", "unplace", "skip", "omit", "是否", "不", "未",
  ]

  /// Whether a column of this name, which is known as one of fitting, can be of nothing else: `DNP`, `Fitted`. `Assembly` may be
  /// of a side, of a technology or of a hand.
  static func asksOnlyWhether(_ name: String) -> Bool {
    let plain = HeaderWords.plain(name)
    return questions.contains { plain.contains($0) }
  }

  /// What a cell answers to a header that asks whether a part is left out (`isNegative`) or put on; nil where it is blank or a
  /// dash. `DNP` and `fitted` mean the same under either header.
  static func answer(_ text: String, isNegative: Bool) -> Answer? {
    let plain = HeaderWords.plain(text)
    // `*`, `?`, `!` mark something; a dash or a stroke does not.
    if plain.isEmpty { return text.halfWidth.contains { "*?!$:".contains($0) } ? .unknown : nil }
    if silent.contains(plain) { return nil }
    if saysUnfitted(text) { return .unfitted }
    // `No*` has a footnote, `Yes?` a doubt.
    if text.halfWidth.contains(where: { "*?".contains($0) }) { return .unknown }
    if participles.contains(plain) || verbs.contains(plain)
      || ["bestückt", "monté", "贴", "焊", "焊接", "贴装"].contains(plain)
    {
      return .fitted
    }
    if yes.contains(plain) { return isNegative ? .unfitted : .fitted }
    if no.contains(plain) { return isNegative ? .fitted : .unfitted }
    return .unknown
  }

  /// The mark within a value, a description or a quantity that says so beside other text: `DNP 120`, `0R - DNP`, `10k (NF)`,
  /// `100n/NC`, `100nF - not mounted`, `10k 不贴`, `NA(1k/R0603)`. Nil where there is none.
  ///
  /// Phrases count wherever they stand apart. Short marks count only in capitals beside the value of a passive part and where no
  /// number lacks its unit, since `100 NF` is a value and `SPDT NC` a switch.
  static func mark(within text: String) -> String? {
    let plain = text.halfWidth
    return phrase(within: plain) ?? shortMark(within: plain)
  }

  static func phrase(within text: String) -> String? {
    let words = text.split { !$0.isLetter && $0 != "'" && $0 != "’" }.map(String.init)
    for start in words.indices {
      let first = words[start].lowercased()
      // Longer runs start with one of few words; this is asked of every description.
      for length in starts.contains(first) ? 1...4 : 1...1 where start + length <= words.count {
        let run = words[start..<start + length]
        let joined = length == 1 ? first : run.joined().lowercased().filter { $0 != "'" && $0 != "’" }
        guard phrases.contains(joined), !wholeOnly.contains(joined) else { continue }
        // A word of three letters in small ones may be anything; capitals or several words tell.
        if length == 1, joined.count <= 3, joined.allSatisfy(\.isASCII), run[start] != run[start].uppercased() {
          continue
        }
        return run.joined(separator: " ")
      }
    }
    return text.utf8.contains { $0 >= 0x80 } ? chinese.first { text.contains($0) } : nil
  }

  /// Phrases that descriptions have of other things: `no load current`, `pin 3 not used`.
  private static let wholeOnly: Set<String> = [
    "omit", "omitted", "leaveempty", "leaveopen", "leaveout", "leaveoff", "noload", "donotuse", "dontuse", "notused",
    "notbeused", "donotbuy", "dontbuy",
  ]

  private static let starts: Set<String> = ["do", "don't", "don’t", "dont", "not", "no", "non", "nicht", "ne"]

  private static let chinese = ["不贴", "不焊", "空贴", "不装", "不上件", "不安装", "禁止贴", "此料不上"]

  private static func shortMark(within text: String) -> String? {
    guard text.contains(where: \.isDigit) else { return nil }
    let words = text.replacing("N/A", with: "NA").split { " ()[]/,;*-\n".contains($0) }.map(String.init)
    guard words.contains(where: isValue), !words.contains(where: isBareNumber) else { return nil }
    return words.first { $0 == $0.uppercased() && shortMarks.contains($0.lowercased()) }
  }

  private static func isBareNumber(_ word: String) -> Bool {
    word.contains(where: \.isDigit) && word.allSatisfy { $0.isDigit || $0 == "." || $0 == "," } && word.count != 4
  }

  /// A number with a multiplier or a unit of a passive part: `10k`, `4u7`, `75pF`, `0R`.
  private static func isValue(_ word: String) -> Bool {
    guard word.first?.isDigit == true else { return false }
    let letters = word.filter { !$0.isDigit && $0 != "." && $0 != "," }.lowercased()
    return [
      "k", "m", "r", "p", "n", "u", "µ", "μ", "pf", "nf", "uf", "µf", "μf", "ω", "kω", "mω", "ohm", "kohm", "uh", "nh",
      "mh", "µh", "f", "h",
    ].contains(letters)
  }
}
