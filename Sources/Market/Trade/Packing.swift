/// How goods are packed where a seller says so (包装): one of the words below, or the seller's own.
package struct Packing: RawRepresentable, Sendable, Hashable, Codable {
  /// `reel`; what is none of ours stands as the seller wrote it, in small letters.
  package var rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  /// 整盘: whole reels.
  package static let reel = Packing(rawValue: "reel")
  /// 编带剪切: lengths that are cut from a reel.
  package static let cutTape = Packing(rawValue: "cut-tape")
  /// 管装.
  package static let tube = Packing(rawValue: "tube")
  /// 托盘.
  package static let tray = Packing(rawValue: "tray")
  /// 袋装.
  package static let bag = Packing(rawValue: "bag")
  /// 盒装.
  package static let box = Packing(rawValue: "box")
  /// 散装.
  package static let bulk = Packing(rawValue: "bulk")

  /// A packing as sheets write it, at most 40 characters of a word that is none of ours; nil for a blank.
  package init?(written text: some StringProtocol) {
    let words = text.lowercased().split { $0.isWhitespace || $0 == "-" || $0 == "_" || $0 == "®" }
    if words.isEmpty { return nil }
    let folded = words.joined(separator: " ")
    if let known = Packing.words[folded] {
      self = known
    } else {
      self.init(rawValue: String(folded.prefix(40)))
    }
  }

  private static let words: [String: Packing] = {
    let names: [(Packing, [String])] = [
      (
        .reel,
        [
          "reel", "reels", "full reel", "tr", "t/r", "t&r", "tape & reel", "tape and reel", "tape & reel (tr)",
          "tape and reel (tr)", "tape/reel", "整盘", "整卷", "原盘", "盘装", "卷装", "卷带", "卷带(tr)", "卷带（tr）",
          "圆盘", "编带盘装",
        ]
      ),
      (
        .cutTape,
        [
          "cut tape", "cuttape", "ct", "cut tape (ct)", "编带剪切", "剪切带", "剪切带(ct)", "剪切带（ct）", "剪带", "切带", "剪切", "散剪",
        ]
      ),
      (.tube, ["tube", "tubes", "管装", "管件", "管"]), (.tray, ["tray", "trays", "托盘", "托盘装", "盘式"]),
      (.bag, ["bag", "bags", "袋装", "袋"]), (.box, ["box", "boxes", "盒装", "盒"]), (.bulk, ["bulk", "loose", "散装", "散"]),
    ]
    return Dictionary(uniqueKeysWithValues: names.flatMap { packing, words in words.map { ($0, packing) } })
  }()
}
