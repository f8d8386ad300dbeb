package import Base
package import Market

/// The hours of buyers: `rate × seconds / 3600` of each, half up to the fen, from leaving to being back.
package enum TimeTerm: CostTerm {
  package static let id = CostTermID.time
  package static let name = LocalizedText(english: "time", chinese: "时间成本")
  package static let column = CostColumn.seconds

  package static func value(of spending: Spending) -> Money? {
    spending.absences.reduce(Money.zero) { sum, absence in
      let fen = Int128(3600) * Int128(Money.fen.microYuan)
      let doubled = 2 * Int128(absence.rate.microYuan) * Int128(absence.seconds) + fen
      return sum + Money(microYuan: Int64(clamping: doubled / (2 * fen)) * Money.fen.microYuan)
    }
  }
}

extension CostTermID {
  package static let time = CostTermID(rawValue: "time")
}
