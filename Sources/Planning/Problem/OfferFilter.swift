internal import Base
internal import BoardSpec
internal import Electronics
internal import Market

/// Which offers a line may draw on that day, and why the others are out.
struct OfferFilter {
  /// Why an offer is out; the order is that in which reasons are told.
  enum Refusal: Int, Hashable, CaseIterable {
    case condition, dateUnknown, tooOld, noInvoice, notPinned, banned, closed, noStock, tooFar, beyondLimits
  }

  var calendar: MarketCalendar
  var date: LocalDate
  var closedBuildings: Set<String>
  /// The latest second at which a purchase can begin.
  var finish: Int
  var start: Int
  /// Stalls out of the radius.
  var farStalls: Set<PlaceID>

  /// Nil when the offer may be used.
  func refusal(of offer: Offer, at stall: Stall, under policy: PurchasePolicy) -> Refusal? {
    if offer.excess != nil { return .beyondLimits }
    if !policy.conditions.contains(offer.condition) { return .condition }
    switch offer.verdict(under: policy.dateCode, on: date) {
    case .met: break
    case .unknown: return .dateUnknown
    case .old: return .tooOld
    }
    if policy.invoice, !stall.givesInvoice { return .noInvoice }
    if !policy.pinned.isEmpty, !policy.pinned.contains(stall.id) { return .notPinned }
    if policy.banned.contains(stall.id) { return .banned }
    if let building = stall.position?.building, closedBuildings.contains(building) { return .closed }
    if windows(of: stall).isEmpty { return .closed }
    if offer.salable == 0 { return .noStock }
    if farStalls.contains(stall.id) { return .tooFar }
    return nil
  }

  /// The stall's hours of that day within the day's own; shops that ship take orders round the clock.
  func windows(of stall: Stall) -> [OpeningHours] {
    guard stall.position != nil else { return [OpeningHours(open: start, close: max(finish, start + 1))] }
    return calendar.hours(of: stall, on: date).compactMap { span in
      let open = max(span.open, start)
      let close = min(span.close, finish)
      return open < close ? OpeningHours(open: open, close: close) : nil
    }
  }
}
