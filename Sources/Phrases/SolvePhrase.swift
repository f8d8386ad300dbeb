internal import Market

/// The words of `peidan solve`, in both languages.
///
/// A case without a translation does not compile: `words` is an exhaustive switch over pairs.
package enum SolvePhrase: Sendable, Hashable {
  case tour, purchases, provenOptimal, noAnswerInTime
  case firstAnswer, bestAnswer, proof, allTime
  case boundAndGap(String, String)
  case productFromMarket(Int, market: Int, quantity: Int)
  case productsOutOfReach([Int])
  case counts(nodes: Int, cuts: Int, moves: Int)

  package func callAsFunction(_ language: Language) -> String {
    LocalizedText(english: words.english, chinese: words.chinese)(language)
  }

  private var words: (english: String, chinese: String) {
    switch self {
    case .tour: ("tour", "路线")
    case .purchases: ("purchases", "采购")
    case .provenOptimal: ("proven optimal", "已证明最优")
    case .noAnswerInTime: ("no answer found; give it more time", "没有找到解，请给更多时间")
    case .firstAnswer: ("first", "首解")
    case .bestAnswer: ("best", "最优解")
    case .proof: ("proof", "证明")
    case .allTime: ("all", "总计")
    case .boundAndGap(let bound, let gap): ("bound \(bound), gap \(gap)", "下界 \(bound)，差距 \(gap)")
    case .productFromMarket(let product, let market, let quantity):
      ("product \(product): \(quantity) from market \(market)", "货物 \(product)：在市场 \(market) 买 \(quantity)")
    case .productsOutOfReach(let products):
      (
        "infeasible: all markets together have too little of product \(Self.list(products, ", "))",
        "无解：所有市场合计不足的货物：\(Self.list(products, "、"))"
      )
    case .counts(let nodes, let cuts, let moves):
      ("nodes \(nodes)  cuts \(cuts)  moves \(moves)", "节点 \(nodes)  割 \(cuts)  移动 \(moves)")
    }
  }

  private static func list(_ numbers: [Int], _ separator: String) -> String {
    numbers.map(String.init).joined(separator: separator)
  }
}
