internal import Phrases

/// Headings, rules and colour of the printed page; plain text where colour is off.
struct PageStyle: Sendable {
  var usesColor: Bool

  func bold(_ text: String) -> String { wrap(text, "1") }
  func heading(_ text: String) -> String { wrap(text, "1;36") }
  func warning(_ text: String) -> String { wrap(text, "33") }
  func faint(_ text: String) -> String { wrap(text, "2") }
  func rule(_ cells: Int) -> String { faint(String(repeating: "─", count: cells)) }

  private func wrap(_ text: String, _ code: String) -> String {
    usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// The page's sections below the head.
enum PageSection: CaseIterable {
  case cost, comparison, conflict, lines, schedule, warnings, assumptions

  func said(in language: Language) -> String {
    switch (self, language) {
    case (.cost, .english): "Cost"
    case (.cost, .chinese): "费用"
    case (.comparison, .english): "What planning is worth"
    case (.comparison, .chinese): "统筹的价值"
    case (.conflict, .english): "What cannot be had"
    case (.conflict, .chinese): "买不到的"
    case (.lines, .english): "Lines"
    case (.lines, .chinese): "物料行"
    case (.schedule, .english): "Schedule"
    case (.schedule, .chinese): "进度"
    case (.warnings, .english): "Know before you pay"
    case (.warnings, .chinese): "付款前须知"
    case (.assumptions, .english): "Assumed, yours to set"
    case (.assumptions, .chinese): "假设（可自行设置）"
    }
  }
}
