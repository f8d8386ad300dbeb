package import Market

/// The words of `peidan diff`, in both languages.
///
/// A case without a translation does not compile: `words` is an exhaustive switch over pairs.
package enum DifferencePhrase: Sendable, Hashable {
  case same
  case from(String, to: String)

  // MARK: Sections and columns
  case money, lines, walk(of: String), dates, inputs, proof
  case before, after, difference

  // MARK: Entries
  case none, minutesAway, day, leaves, back
  case stopGone(Int), stopNew(Int), stopMoved(from: Int, to: Int)
  case boards(of: LocalizedText)
  case parcelOf(LocalizedText)

  // MARK: How far a plan is proven
  case optimal, feasible, infeasible, unknown
  case within(bound: String, percent: String)

  // MARK: What fills slots
  case bought(part: String, quantity: Int, stall: String, amount: String)
  case notBought(part: String, need: Int?)
  case asked(part: String, need: Int?, floor: String?)
  case stock(part: String, pieces: Int)
  case open(says: String), leftOut(says: String)

  package var text: LocalizedText { LocalizedText(english: words.english, chinese: words.chinese) }

  package func callAsFunction(_ language: Language) -> String { text(language) }

  private var words: (english: String, chinese: String) {
    switch self {
    case .same: ("The plans are the same day.", "两个方案的安排相同。")
    case .from(let before, let after): ("\(before) → \(after)", "\(before) → \(after)")

    case .money: ("Money", "费用")
    case .lines: ("Lines", "物料行")
    case .walk(let agent): ("Walk of \(agent)", "\(agent) 的扫货路线")
    case .dates: ("Dates", "日期")
    case .inputs: ("What the plans were made from", "方案的依据")
    case .proof: ("How far they are proven", "证明程度")
    case .before: ("before", "原方案")
    case .after: ("after", "新方案")
    case .difference: ("difference", "差额")

    case .none: ("–", "–")
    case .boards(let title): ("boards of \(title.english)", "\(title.chinese)板数")
    case .minutesAway: ("minutes away", "外出分钟")
    case .day: ("day", "日期")
    case .leaves: ("leaves", "出发")
    case .back: ("is back", "返回")
    case .stopGone(let number): ("stop \(number), gone", "第 \(number) 站，取消")
    case .stopNew(let number): ("stop \(number), new", "第 \(number) 站，新增")
    case .stopMoved(let from, let to): ("stop \(from), now \(to)", "第 \(from) 站改为第 \(to) 站")
    case .parcelOf(let shop): ("parcel of \(shop.english)", "\(shop.chinese)的包裹")

    case .optimal: ("proven optimal", "已证明最优")
    case .feasible: ("valid", "可行")
    case .infeasible: ("not everything can be bought", "无法买齐")
    case .unknown: ("no complete plan found", "未找到完整方案")
    case .within(let bound, let percent): ("at least ¥\(bound), within \(percent) %", "下界 ¥\(bound)，差距 \(percent) %")

    case .bought(let part, let quantity, let stall, let amount):
      ("\(part) × \(quantity) at \(stall), ¥\(amount)", "\(stall) 买 \(part) × \(quantity)，¥\(amount)")
    case .notBought(let part, let need):
      ("\(part)\(Self.times(need)), not bought", "\(part)\(Self.times(need))，未买")
    case .asked(let part, let need, let floor):
      (
        "\(part)\(Self.times(need)), asked for" + (floor.map { " on \($0)" } ?? ""),
        (floor.map { "在 \($0) " } ?? "") + "询价 \(part)\(Self.times(need))"
      )
    case .stock(let part, let pieces): ("\(part) × \(pieces) from stock", "库存 \(part) × \(pieces)")
    case .open(let says): ("\(Self.named(says))to be found out", "\(Self.named(says))待确认")
    case .leftOut(let says): ("\(Self.named(says))left out", "\(Self.named(says))不贴")
    }
  }

  private static func times(_ need: Int?) -> String { need.map { " × \($0)" } ?? "" }
  private static func named(_ says: String) -> String { says.isEmpty ? "" : "\(says), " }
}
