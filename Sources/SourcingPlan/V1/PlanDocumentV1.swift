internal import Base
internal import Electronics
internal import Market

/// `peidan.plan/1`, which is read and no longer written: one board, lines and visits by position, orders by mail as visits.
///
/// Only what the next schema says otherwise stands here.
struct PlanDocumentV1: Decodable {
  var board: String
  var title: LocalizedText
  var boards: Int
  var date: LocalDate
  var market: PlanMarket
  var status: PlanDocument.Status
  var currency: String
  var cost: PlanCost
  var bound: Amount?
  var gap: Share?
  var decidableGap: Share?
  var lines: [Line]
  var walks: [Walk]
  var schedule: [Step]
  var services: [PlanService]
  var baselines: [Baseline]
  var warnings: [PlanWarning]
  var conflict: [Conflict]
  var assumptions: [Assumption]
  var solver: SolverReport
  var inputs: PlanInputs
  var invoice: Bool?
  var map: PlanMap?
  var fillings: [PlanFilling]?
  var oneTimeCosts: [PlanOneTimeCost]?
  var ways: [PlanVariant]?
  var excerpt: PlanReduction?
  var missing: [Missing]?
  var bomLines: Int?
  var complete: Bool?

  struct Line: Decodable {
    var slots: [String]
    var mpn: String
    var maker: String
    var category: String
    var package: String
    var name: LocalizedText
    var parameters: [PlanParameter]?
    var source: String?
    var need: Int
    var buys: [Buy]
    var fallback: Fallback?
  }

  struct Buy: Decodable {
    var stall: PlaceID
    var offer: SupplyID
    var quantity: Int
    var breakFrom: Int?
    var nextBreak: NextBreak?
    var unitPrice: Amount
    var amount: Amount
    var condition: Condition
    var risk: Amount
    var seen: String
    var isSample: Bool
    var source: String?
    var price: PriceOrigin?
    var isStale: Bool?
  }

  struct Walk: Decodable {
    var buyer: String
    var start: LocalTime
    var finish: LocalTime
    var from: String
    var to: String
    var cash: Amount
    var visits: [Visit]
  }

  struct Visit: Decodable {
    var stall: PlaceID
    var name: LocalizedText
    /// Nil for a shop that ships.
    var place: PlanPlace?
    var arrive: LocalTime
    var begin: LocalTime
    var depart: LocalTime
    var walkSeconds: Int
    /// Positions in `lines`.
    var lines: [Int]
    var pickUps: [Int]
    var isSample: Bool
  }

  struct Step: Decodable {
    var step: String
    var place: String
    var name: LocalizedText
    var start: LocalTime
    var finish: LocalTime

    enum CodingKeys: String, CodingKey {
      case step, name, start, finish
      case place = "where"
    }
  }

  struct Missing: Decodable {
    var slots: [String]
    var row: String?
    var says: String?
    var grade: String
    var reason: LocalizedText
  }
}

extension PlanDocumentV1 {
  /// Refuses a plan of no boards, and visits that name lines which are not there.
  func check() throws(PlanDocument.ReadingError) {
    guard boards > 0 else { throw .invalid(path: "boards", detail: "\(boards) is no number of boards") }
    for (walk, one) in walks.enumerated() {
      for (number, visit) in one.visits.enumerated() {
        for (key, positions) in [("lines", visit.lines), ("pickUps", visit.pickUps)] {
          for (index, position) in positions.enumerated() where !lines.indices.contains(position) {
            throw .invalid(
              path: "walks[\(walk)].visits[\(number)].\(key)[\(index)]",
              detail: "\(position) is no place in `lines`, which has \(lines.count)")
          }
        }
      }
    }
  }
}
