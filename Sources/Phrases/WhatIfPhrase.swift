package import Market

/// The words of `peidan what-if`, in both languages.
///
/// A case without a translation does not compile: `words` is an exhaustive switch over pairs.
package enum WhatIfPhrase: Sendable, Hashable {
  case title(board: LocalizedText, boards: Int, date: String)
  case asPlanned, together
  case total, difference, minutes, stalls, back, gap
  case noPlan
  case searched(seconds: String)
  case worked(Int)
  /// What is against a change.
  case against(String)

  package var text: LocalizedText { LocalizedText(english: words.english, chinese: words.chinese) }

  package func callAsFunction(_ language: Language) -> String { text(language) }

  private var words: (english: String, chinese: String) {
    switch self {
    case .title(let board, let boards, let date):
      ("What if: \(board.english) × \(boards), \(date)", "假如：\(board.chinese) × \(boards)，\(date)")
    case .asPlanned: ("as planned", "原方案")
    case .together: ("all together", "全部一起")
    case .total: ("total", "总成本")
    case .difference: ("difference", "差额")
    case .minutes: ("minutes", "分钟")
    case .stalls: ("stalls", "档口")
    case .back: ("back", "返回")
    case .gap: ("gap %", "差距 %")
    case .noPlan: ("no plan", "无方案")
    case .searched(let seconds):
      (
        "Each line below the first is a search of its own of \(seconds) s, with the plan's seed; differences within the gaps may "
          + "be the search's own.",
        "第一行以下每行都是一次独立搜索（\(seconds) 秒，用原方案的种子）；小于差距的差额可能只是搜索造成的。"
      )
    case .worked(let work):
      (
        "Each line below the first is a search of its own of \(work == 1 ? "1 unit" : "\(work) units") of work, with the plan's seed; differences within the "
          + "gaps may be the search's own.",
        "第一行以下每行都是一次独立搜索（\(work) 个工作单位，用原方案的种子）；小于差距的差额可能只是搜索造成的。"
      )
    case .against(let change): ("Why not \(change)", "为何不能 \(change)")
    }
  }
}
