/// Rows of a sheet about money beside the parts': taxes, freight, discounts.
enum ChargeRows {
  private static let words: Set<String> = [
    "tax", "taxes", "vat", "gst", "mwst", "ust", "umsatzsteuer", "mehrwertsteuer", "tva", "iva", "shipping", "freight",
    "postage", "delivery",
    "handling", "discount", "surcharge", "rounding", "versand", "versandkosten", "porto", "fracht", "lieferung",
    "rabatt", "skonto",
    "livraison", "port", "envío", "spedizione", "运费", "税", "税费", "税金", "税额", "增值税", "邮费", "快递费", "快递", "物流费", "折扣",
    "优惠", "手续费",
  ]

  /// Whether a cell at the start of a row says that the row is of money beside the parts': `VAT 19%`, `MwSt.`, `Shipping`, `运费`, `Sales tax`,
  /// `frais de port`.
  static func isCharge(_ text: String) -> Bool {
    let parts = text.lowercased().split { !$0.isLetter }.map(String.init)
    guard let first = parts.first, let last = parts.last, parts.count <= 4 else { return false }
    return words.contains(first) || words.contains(last)
  }
}
