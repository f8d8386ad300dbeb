import Base
import Electronics

/// A part as the catalog commands print it in JSON.
struct PartFacts: Encodable {
  struct Price: Encodable {
    var first: String
    var best: String
    var bestFrom: Int
    var currency: String
    var date: String
    var source: String
  }

  var mpn: String
  var maker: String
  var category: String
  var package: String
  var description: [String: String]
  /// As catalogs write them: `4..8V`, `uart|spi`.
  var parameters: [String: String]
  var source: String
  var price: Price?

  init(_ part: Part) {
    mpn = part.id.mpn
    maker = part.id.maker
    category = part.category
    package = part.package
    description = ["en": part.english, "zh": part.chinese]
    parameters = part.parameters.mapValues(\.spelled)
    source = part.source
    price = part.priceLevel.map { level in
      Price(
        first: level.decimal(level.first), best: level.decimal(level.best), bestFrom: level.bestFrom,
        currency: level.currency, date: level.date, source: level.source)
    }
  }
}

extension PriceLevel {
  /// Millionths as a decimal number without needless zeros, two decimals at least.
  func decimal(_ amount: Int64) -> String { DecimalText.text(amount, digits: 6, least: 2) }

  /// `0.0973 USD`.
  var firstText: String { "\(decimal(first)) \(currency)" }
}
