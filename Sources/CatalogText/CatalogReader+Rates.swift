internal import Base
internal import Diagnostics
internal import MarkedText
internal import Market

extension CatalogReader {
  /// `rates.csv`: what a unit of a currency costs in yuan, and of which day that is.
  func readRates() -> [ExchangeRate] {
    let columns = ["currency", "cny", "date", "source"].map { CSVReader.Column($0) }
    var rates: [ExchangeRate] = []
    var places: [String: SourceSpan] = [:]
    for row in rows("rates.csv", columns, isRequired: false) {
      guard let currency = required(row, "currency"), let yuan = amount(row, "cny", in: Limits.exchangeRate),
        let date = required(row, "date"), let source = source(row)
      else { continue }
      let place = row["currency"]?.span ?? row.span
      if currency.utf8.count != 3 || !currency.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) || currency == "CNY" {
        report(CatalogCodes.value, "`\(currency)` is not a foreign currency", at: place, help: "USD, EUR")
        continue
      }
      if LocalDate(date) == nil {
        report(CatalogCodes.value, "`\(date)` is not a date like 2026-11-20", at: row["date"]?.span ?? row.span)
        continue
      }
      guard claim(currency, in: &places, as: "rate of `\(currency)`", at: place) else { continue }
      rates.append(ExchangeRate(currency: currency, microYuan: yuan.microYuan, date: date, source: source))
    }
    return rates
  }
}
