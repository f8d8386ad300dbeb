internal import SourcingPlan

extension WalkSheet {
  /// Purchases from shops that ship.
  var mailed: [SheetPurchase] {
    plan.walks.flatMap { walk in
      SheetStop.stops(of: walk, in: plan).filter { $0.visit.place == nil }.flatMap(\.deals)
    }
  }

  /// The first purchase of each line.
  static func onceALine(_ deals: [SheetPurchase]) -> [SheetPurchase] {
    var named: Set<Int> = []
    return deals.filter { named.insert($0.line).inserted }
  }
}

extension PlanLine {
  /// `C16581`, where the catalog has the part's facts from LCSC.
  var lcscNumber: String? {
    guard let source, source.hasPrefix("lcsc:") else { return nil }
    let number = source.dropFirst("lcsc:".count)
    return number.first == "C" && number.dropFirst().allSatisfy { $0.isASCII && $0.isNumber } ? String(number) : nil
  }
}
