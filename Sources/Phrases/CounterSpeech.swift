public import Market

/// What to say at a counter: one sentence in the seller's language, and what it means in the buyer's.
public struct CounterSpeech: Sendable, Hashable {
  public var words: LocalizedText

  /// Asks for pieces of a part in a condition: `你好，TP4056，ESOP-8，要50个，原装的，多少钱？`
  ///
  /// - Parameter package: `-` where the word has no meaning.
  public init(mpn: String, package: String, quantity: Int, condition: Condition, invoice: Bool = false) {
    let isPackaged = !package.isEmpty && package != "-"
    let receipt = invoice ? (english: " With a tax invoice, please.", chinese: "要开发票。") : ("", "")
    words = LocalizedText(
      english: "Hello, \(mpn)\(isPackaged ? " in \(package)" : ""), \(quantity) pieces, \(condition.text.english). "
        + "How much?\(receipt.0)",
      chinese:
        "你好，\(mpn)\(isPackaged ? "，\(package) 封装" : "")，要 \(quantity) 个，要\(condition.text.chinese)的，多少钱？\(receipt.1)")
  }

  /// Picks up goods that were ordered before: `我来取货，刚才订的 TP4056，50 个。`
  public init(pickUp mpn: String, quantity: Int) {
    words = LocalizedText(
      english: "I am here for the \(quantity) \(mpn) that I ordered earlier.",
      chinese: "我来取货，刚才订的 \(mpn)，\(quantity) 个。")
  }
}
