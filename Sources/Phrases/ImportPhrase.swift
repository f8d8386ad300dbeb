internal import Market

/// The words of the report of `peidan import`, in both languages. Reasons are clauses, which `ImportPhrase.chinese` translates.
///
/// A case without a translation does not compile: `words` is an exhaustive switch over pairs.
package enum ImportPhrase: Sendable, Hashable {
  // MARK: The table
  case grade, references, part, why
  case row(Int)
  /// A grade by its name, `exact` to `none`, and `not fitted`.
  case graded(String)

  // MARK: Below it
  case notUnderstood, unreadColumns
  case column(String)
  case filledCells(Int, examples: String)
  case cellsMore(Int)
  case summary(lines: Int, counts: String, unfitted: Int)
  case trust(sure: Int, look: Int, cells: Int)

  // MARK: One line
  case silent, ignored, unread, columnIsNotRead, line
  case readAsAWhole(String)

  package func callAsFunction(_ language: Language) -> String {
    LocalizedText(english: words.english, chinese: words.chinese)(language)
  }

  private var words: (english: String, chinese: String) {
    switch self {
    case .grade: ("grade", "等级")
    case .references: ("references", "位号")
    case .part: ("part", "型号")
    case .why: ("why", "原因")
    case .row(let number): ("row \(number)", "第 \(number) 行")
    case .graded(let name): (name, Self.grades[name] ?? name)
    case .notUnderstood: ("not understood:", "未能理解：")
    case .unreadColumns: ("columns that are not read: ", "未读取的列：")
    case .column(let letters): ("column \(letters)", "\(letters) 列")
    case .filledCells(let count, let examples):
      ("\(count) \(count == 1 ? "cell" : "cells"): \(examples)", "\(count) 格：\(examples)")
    case .cellsMore(let count):
      ("and \(count) cells more (`--format json` lists all)", "另有 \(count) 格（`--format json` 列出全部）")
    case .summary(let lines, let counts, let unfitted):
      (
        "\(lines) \(lines == 1 ? "line" : "lines")" + (counts.isEmpty ? "" : ": \(counts)")
          + (unfitted == 0 ? "" : "; \(unfitted) not fitted"),
        "\(lines) 行" + (counts.isEmpty ? "" : "：\(counts)") + (unfitted == 0 ? "" : "；\(unfitted) 行不贴")
      )
    case .trust(let sure, let look, let cells):
      (
        "\(sure) \(sure == 1 ? "line is" : "lines are") sure, \(look) \(look == 1 ? "wants" : "want") a look, "
          + "\(cells) \(cells == 1 ? "cell was" : "cells were") not understood.",
        "\(sure) 行可以放心，\(look) 行需要看一下，\(cells) 格未能理解。"
      )
    case .silent: ("says nothing about the part", "与选型无关")
    case .ignored: ("nothing follows from it", "仅列出")
    case .unread: ("not understood", "未能理解")
    case .columnIsNotRead: ("the column is not read", "此列未读取")
    case .line: ("line", "该行")
    case .readAsAWhole(let field): ("read as a whole, \(field)", "整格读取，\(field)")
    }
  }

  private static let grades = [
    "exact": "精确", "equivalent": "等效", "heuristic": "推测", "ambiguous": "不明确", "none": "无", "not fitted": "不贴",
  ]
}
