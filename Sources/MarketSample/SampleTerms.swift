internal import Base
internal import Market

/// Quantities and price breaks of one sample offer.
struct SampleTerms {
  var minimum: Int
  var multiple: Int
  var stock: Int
  var breaks: [PriceBreak]

  /// Where the price stands between the list's first (0) and best (1,000) break, step by step.
  private static let steps: [Int64] = [0, 450, 750, 1_000]

  /// - Parameters:
  ///   - level: margin × noise × condition, each per mille.
  ///   - reelPieces: pieces of a reel, where only full reels are sold.
  init(
    article: SampleGoods.Article, level: Int64, reelPieces: Int?, isWellStocked: Bool, draw: inout SplitMix64
  ) {
    let lots: [(minimum: Int, multiple: Int)]
    let stocks: (low: Int, doublings: Int)
    switch article.first {
    case ..<30_000:
      lots = [(100, 100), (50, 50), (100, 50), (20, 20)]
      stocks = (4_000, 6)
    case ..<300_000:
      lots = [(10, 10), (20, 10), (5, 5), (50, 50)]
      stocks = (1_000, 6)
    case ..<3_000_000:
      lots = [(1, 1), (1, 1), (5, 1), (10, 1)]
      stocks = (200, 7)
    default:
      lots = [(1, 1)]
      stocks = (20, 7)
    }
    let lot = lots[draw.below(lots.count)]
    minimum = reelPieces ?? lot.minimum
    multiple = reelPieces ?? lot.multiple
    let scale = stocks.low << draw.below(stocks.doublings)
    let pieces = scale + draw.below(scale)
    stock = max(minimum, (isWellStocked ? pieces + stocks.low * 8 : pieces) / multiple * multiple)
    var froms = [minimum]
    for fraction in [100, 10, 1] {
      let from = (article.bestFrom / fraction + multiple - 1) / multiple * multiple
      if from > froms[froms.count - 1] { froms.append(from) }
    }
    if let reelPieces, froms.count == 1 { froms.append(reelPieces * 10) }
    breaks = []
    for (index, from) in froms.enumerated() {
      let step = reelPieces != nil ? 1_000 - 150 / Int64(index + 1) : SampleTerms.steps[index]
      let listed = article.first - (article.first - article.best) * step / 1_000
      let price = SampleTerms.rounded(Int64(clamping: Int128(listed) * Int128(level) / 1_000_000_000))
      breaks.append(PriceBreak(from: from, unitPrice: Money(microYuan: price)))
    }
  }

  /// Three significant digits, as people quote prices; at least a micro-yuan. Never turns the order of two prices.
  private static func rounded(_ price: Int64) -> Int64 {
    var unit: Int64 = 1
    while price / unit >= 1_000 { unit *= 10 }
    return max(1, (price + unit / 2) / unit * unit)
  }
}
