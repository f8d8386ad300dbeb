internal import Market

/// What is said of a damaged file of the data folder, in both languages.
package struct DamagePhrase: Sendable, Hashable {
  package enum Kind: Sendable, Hashable, CaseIterable {
    case catalog, partList, priceSheet, closedStalls, floorAnswers, asks, answers
  }

  package enum Fate: Sendable, Hashable {
    /// It has another name now.
    case setAside(path: String)
    /// It could not be moved; the reason in a clause of English.
    case left(reason: String)
  }

  package var kind: Kind
  /// The name under which the file was imported.
  package var name: String
  package var path: String
  package var fate: Fate
  /// What is wrong with it, in a clause of English.
  package var detail: String
  /// Bytes, as a text.
  package var size: String
  /// Whole days since it was written; nil where the system does not say.
  package var age: Int?
  /// How many prices it held, as a text, and the day of the newest; nil where that cannot be told any more.
  package var prices: String?
  package var newest: String?

  package init(kind: Kind, name: String, path: String, fate: Fate, detail: String, size: String, age: Int?) {
    (self.kind, self.name, self.path, self.fate) = (kind, name, path, fate)
    (self.detail, self.size, self.age) = (detail, size, age)
  }

  package func callAsFunction(_ language: Language) -> String {
    LocalizedText(english: english, chinese: chinese)(language)
  }

  private var english: String {
    let what =
      switch kind {
      case .catalog: "the built catalog"
      case .partList: "the part list `\(name)`"
      case .priceSheet: "the price sheet `\(name)`"
      case .closedStalls: "the stalls that were found closed"
      case .floorAnswers: "what your walks found on floors"
      case .asks: "what was asked of sellers"
      case .answers: "the answers of `\(name)`"
      }
    var facts = ["\(size) bytes"]
    if let age {
      facts.append(age <= 0 ? "written today" : age == 1 ? "written yesterday" : "written \(age) days ago")
    }
    if let prices, let newest { facts.append("\(prices) prices up to \(newest)") }
    let fate =
      switch fate {
      case .setAside(let path): "it is now `\(path)`"
      case .left(let reason): "it cannot be renamed: \(reason)"
      }
    return
      "`\(path)` is damaged (\(detail)) and is not read; \(fate). It held \(what): \(facts.joined(separator: ", "))"
  }

  private var chinese: String {
    let what =
      switch kind {
      case .catalog: "已生成的元件目录"
      case .partList: "元件清单 `\(name)`"
      case .priceSheet: "价格表 `\(name)`"
      case .closedStalls: "已关门的摊位"
      case .floorAnswers: "各楼层询价的结果"
      case .asks: "询价记录"
      case .answers: "`\(name)` 的报价"
      }
    var facts = ["\(size) 字节"]
    if let age { facts.append(age <= 0 ? "今天写入" : "\(age) 天前写入") }
    if let prices, let newest { facts.append("\(prices) 条价格，最新日期 \(newest)") }
    let fate =
      switch fate {
      case .setAside(let path): "已改名为 `\(path)`"
      case .left(let reason): "无法改名：\(reason)"
      }
    return "`\(path)` 已损坏（\(detail)），不再读取；\(fate)。内容为\(what)：\(facts.joined(separator: "，"))"
  }
}
