internal import Base
internal import Market

/// What an entry says in its record, its neighbours considered.
struct Atom: Sendable, Hashable {
  enum Quantity: Sendable, Hashable {
    /// With a word that says so: 起, MOQ, `+`.
    case least
    /// What there is.
    case stock
    /// Pieces of a reel.
    case reel
    /// Nothing but the number.
    case plain
  }

  enum Kind: Sendable, Hashable {
    case price(PriceText)
    case quantity(Int, Quantity)
    case tax(Answer.Tax)
    case surcharge
    case condition(Condition)
    case otherCondition
    /// Nil for goods that are ordered without a time.
    case lead(Int?)
    case date(String)
    case absent, onRequest, later, asks, takeAll
    /// The price is none that can be taken: about, a range, of another time.
    case doubt(AnswerReason)
    case valid(Int)
    /// A whole number that may be anything.
    case number(PriceText)
    case sum(PriceText)
    case rate(Int64)
    case packs(Int)
  }

  var kind: Kind
  var said: String
  /// Its place among the entries, and the clause that it stands in.
  var place: Int
  var clause: Int
  var isGlued: Bool

  var price: PriceText? {
    if case .price(let price) = kind { return price }
    return nil
  }
}
