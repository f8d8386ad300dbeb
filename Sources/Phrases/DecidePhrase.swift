internal import Market

/// The words of `peidan decide`, in both languages.
///
/// A case without a translation does not compile: `words` is an exhaustive switch over pairs.
package enum DecidePhrase: Sendable, Hashable {
  case nothingOpen, candidates, prompt, howTo
  case open(Int)
  case passives(lines: Int)
  case decided(String, as: String)
  case leftOut(String)
  case remembered(String, as: String)
  case passivesRecorded(String, lines: Int)
  case wrote(String)

  package func callAsFunction(_ language: Language) -> String {
    LocalizedText(english: words.english, chinese: words.chinese)(language)
  }

  private var words: (english: String, chinese: String) {
    switch self {
    case .nothingOpen: ("Every line is decided.", "各行均已确认。")
    case .candidates: ("it may be:", "可能是：")
    case .open(let count):
      (
        count == 1 ? "1 line is to be decided:" : "\(count) lines are to be decided:",
        "有 \(count) 行待确认："
      )
    case .prompt:
      (
        "A candidate's number, a part number, `ask` as written, `left-out`, nothing to go on, `q` to stop: ",
        "输入候选序号、型号、ask（按原文询价）、left-out（不贴）；回车跳过，q 结束："
      )
    case .howTo:
      (
        "Decide with `--line REFERENCE=CHOICE`: a candidate's number, a part number (`X of MAKER`), `ask` or `left-out`.",
        "用 `--line 位号=选择` 确认：候选序号、型号（`X of 品牌`）、`ask`（按原文询价）或 `left-out`（不贴）。"
      )
    case .passives(let lines):
      (
        "\(lines == 1 ? "1 line names" : "\(lines) lines name") a resistor, capacitor, inductor or bead by its number. "
          + "Buy it as `named`, or any `equivalent` one of value, package and no worse ratings? ",
        "有 \(lines) 行用型号指定了电阻、电容、电感或磁珠。按型号购买（named），还是同值、同封装、参数不低的任意型号（equivalent）？"
      )
    case .decided(let references, let part): ("\(references) is \(part)", "\(references)：\(part)")
    case .leftOut(let references): ("\(references) is left out", "\(references)：不贴")
    case .remembered(let words, let part):
      ("remembered for later boards: `\(words)` is `\(part)`", "已记住，以后的板子同样适用：`\(words)` 即 `\(part)`")
    case .passivesRecorded(let choice, let lines):
      ("passives are bought as `\(choice)`: \(lines) changed", "阻容感采购方式 `\(choice)`：改动 \(lines) 行")
    case .wrote(let file): ("wrote \(file)", "已写入 \(file)")
    }
  }
}
