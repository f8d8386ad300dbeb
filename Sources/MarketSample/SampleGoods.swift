internal import Electronics
package import Market

/// The parts of one family that can be offered: priced in yuan, weighted by how often stalls carry them, and by maker.
struct SampleGoods: Sendable {
  struct Article: Sendable {
    var id: PartID
    /// `MPN@MAKER`, as offers' ids name it.
    var label: String
    /// Micro-yuan a piece at the public list's first and best break.
    var first: Int64
    var best: Int64
    var bestFrom: Int
    /// Goods that come on tape by the thousand.
    var isTaped: Bool
  }

  var family: String
  var articles: [Article]
  /// Running sums of the articles' weights.
  var cumulative: [Int]
  /// Articles of each maker that has at least three of them, and the running sums of those counts.
  var makers: [[Int32]]
  var makerCumulative: [Int]

  init(family: String, articles: [Article], popular: [(prefix: String, weight: Int)]) {
    self.family = family
    self.articles = articles
    var sum = 0
    cumulative = articles.map { article in
      let weight = popular.first { article.id.mpn.hasPrefix($0.prefix) }?.weight ?? 1
      sum += max(1, weight)
      return sum
    }
    var byMaker: [String: [Int32]] = [:]
    for (number, article) in articles.enumerated() { byMaker[article.id.maker, default: []].append(Int32(number)) }
    makers = byMaker.filter { $0.value.count >= 3 }.sorted { $0.key < $1.key }.map(\.value)
    var count = 0
    makerCumulative = makers.map { numbers in
      count += numbers.count
      return count
    }
  }
}

/// What a sample cannot be made from.
package enum MarketSampleError: Error, Sendable, Hashable {
  /// A part's price is in a currency without a rate.
  case missingRate(currency: String)
  /// A part names a category that is not in the catalog.
  case unknownCategory(String)
  /// A family's conditions do not add up to 1,000 per mille.
  case conditionsOffBalance(family: String, total: Int)
  /// Offers of the part would cost more than prices may, or more for its largest lot than a purchase may; see `Limits`.
  case dearerThanLimits(part: String)
  /// Cells and packs (family `batteries`) would be offered pulled or refurbished: a hazard, even in a sample.
  case reusedCells
  case newestIsNoDate(String)
  case unreadableHours(MarketSettingError)
}
