internal import Base
internal import Market

extension MarketSample {
  func stall(on plan: SampleFloorPlan, index: Int, family: Int, draw: inout SplitMix64) -> Stall {
    let counter = plan.counter(index)
    let names = settings.families[goods[family].family]
    let habits = settings.stallHabits
    let week = hours(of: buildingHours[plan.building] ?? WeeklyHours.closed, draw: &draw)
    return Stall(
      id: "\(plan.label)-\(counter.code)",
      english: "\(names?.en ?? goods[family].family), counter \(counter.code)",
      chinese: "\(names?.zh ?? goods[family].family) \(counter.code)柜",
      position: counter.position, counter: counter.code, hours: week,
      setupSeconds: draw.within(habits.setupSeconds), lineSeconds: draw.within(habits.lineSeconds),
      givesInvoice: draw.chance(perMille: habits.invoice), invoicePerMille: surcharge(draw: &draw),
      riskPerMille: draw.within(habits.risk), source: "sample")
  }

  func stall(of shop: SampleShop, draw: inout SplitMix64) -> Stall {
    let habits = settings.stallHabits
    return Stall(
      id: PlaceID(shop.id), english: shop.en, chinese: shop.zh, position: nil, counter: "", hours: WeeklyHours.allDay,
      setupSeconds: draw.within(habits.setupSeconds), lineSeconds: draw.within(habits.lineSeconds),
      givesInvoice: draw.chance(perMille: habits.invoice), invoicePerMille: surcharge(draw: &draw),
      riskPerMille: draw.within(habits.risk), shipping: Money(microYuan: shop.shipping), shippingDays: shop.days,
      source: "sample")
  }

  private func surcharge(draw: inout SplitMix64) -> Int {
    let surcharges = settings.stallHabits.invoiceSurcharges
    return surcharges.isEmpty ? 0 : surcharges[draw.below(surcharges.count)]
  }

  /// The building's hours, with the stall's own habit: later opening, earlier closing, shut on Sundays.
  private func hours(of building: [[OpeningHours]], draw: inout SplitMix64) -> [[OpeningHours]] {
    let habits = settings.stallHabits
    let late = draw.chance(perMille: habits.lateOpeners) ? draw.within(habits.lateMinutes) / 5 * 300 : 0
    let early = draw.chance(perMille: habits.earlyClosers) ? draw.within(habits.earlyMinutes) / 5 * 300 : 0
    let isShutOnSunday = draw.chance(perMille: habits.sundayClosed)
    return building.enumerated().map { day, spans in
      if day == 6, isShutOnSunday { return [] }
      guard let first = spans.first, let last = spans.last else { return [] }
      return spans.compactMap { span in
        let open = max(span.open, first.open + late)
        let close = min(span.close, last.close - early)
        return open < close ? OpeningHours(open: open, close: close) : nil
      }
    }
  }
}
