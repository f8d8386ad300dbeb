import Base
import BoardSpec
import CatalogStore
import Diagnostics
import Electronics
import Market
import Optimizer
import SourcingPlan
import Synchronization

@testable import PlanVerifier
@testable import Planning

/// A day on one floor that a test states in a few lines, for the planner and, by code of its own, for the verifier.
///
/// The gate is at the floor's south-west corner, stall `n` stands `10 × (n + 1)` metres east of it, a door at `door`; one metre is
/// one second.
struct TestDay {
  /// One part that one slot of the board takes.
  struct Goods {
    var reference: String
    var count = 1
    var milligrams: Int64 = 1_000
    var bans: [PlaceID] = []
    var loss = Money.zero
    /// By stall number: yuan a piece, and stock.
    var offers: [Int: (fen: Int64, stock: Int)]
    var breaks: [(from: Int, fen: Int64)] = []
    /// Minimum of each offer, and minutes until a runner has the goods.
    var minimum = 1
    var runnerMinutes = 0
    /// What sellers say of the age of goods, by stall number, and the rule on it.
    var dateCodes: [Int: String] = [:]
    var dateCodeYears: Int?
    /// Where it is asked for, what a list wants apiece, and what a shop of another market wants apiece and for the delivery, in fen.
    var family = ""
    var list: Int64?
    var shop: (fen: Int64, delivery: Int64)?
  }

  /// Floors where one asks: buildings of their own, 4 metres square, whose doors are `metres` of street from the gate, or from the door
  /// before in a chain. To ask takes 120 s, and 60 s a line; the chance is a half, by `share` per mille, the price 1.2 times the list's.
  struct Asking {
    var floors: [(metres: Int, families: [String], share: Int)]
    var isChain = false
    /// What it is worth not to wait, in fen.
    var wait: Int64 = 1_000
  }

  var goods: [Goods]
  var boards = 1
  var stalls = 3
  var date = "2026-12-04"
  var start = 9 * 3600
  var finish = 18 * 3600
  var open = OpeningHours(open: 10 * 3600, close: 17 * 3600)
  var budget: Money?
  var radius: Int?
  var load: Int64?
  var buyers = 1
  /// Who walks, in the place of `buyers` alike.
  var crew: [Buyer] = []
  /// Metres.
  var door = 100
  /// Options of the plan; without them the day's hours do not cut a buyer's own.
  var startOption: Int?
  var finishOption: Int?
  var rate = Money(microYuan: 36_000_000)
  var settings: [MarketSetting] = []
  /// Stalls that ship, by number, and what a delivery costs.
  var shipping: [Int: Money] = [:]
  /// Days until parcels are there, by stall; 2 for others.
  var shippingDays: [Int: Int] = [:]
  var attrition = Attrition(handling: "ic", minimum: 0, perMille: 0, source: "test")
  /// What is at hand, and whether the board was imported from a bill with a line a slot.
  var stock: [StockItem] = []
  var isImported = false
  var badPartsPerMillion: [Condition: Int] = [:]
  var asking: Asking?
  /// What walks found on its floors; a setting is worth four asks.
  var floorAnswers: [FloorAnswer] = []

  /// Each of `prices` fen for a slot of its own at a stall of its own.
  static func plain(_ prices: [Int64] = [100, 200, 300]) -> TestDay {
    TestDay(
      goods: prices.enumerated().map { Goods(reference: "U\($0 + 1)", offers: [$0: (fen: $1, stock: 100)]) },
      stalls: max(1, prices.count))
  }

  private static let place = SourcePosition(offset: 0, line: 1, column: 1)
  private static let span = SourceSpan(file: "b", start: place, end: place)

  private func partID(_ index: Int) -> PartID { PartID(maker: "M", mpn: "P\(index)") }

  private func category(_ index: Int) -> PartCategory {
    PartCategory(
      id: "c\(index)", english: "", chinese: "", handling: "ic", family: goods[index].family,
      milligrams: goods[index].milligrams,
      parameters: [])
  }

  private var parts: [Part] {
    goods.indices.map {
      Part(
        id: partID($0), category: "c\($0)", package: "X", parameters: [:], english: "", chinese: "", source: "test")
    }
  }

  private var market: MarketProfile {
    MarketProfile(
      id: "m", english: "M", chinese: "M", kind: .walking, walkingSpeed: 1_000, badPartsPerMillion: badPartsPerMillion,
      defaultStart: "gate", sampleNotice: nil, settings: settings + askSettings)
  }

  private var building: Building {
    Building(
      id: "B", english: "", chinese: "", address: "", east: 0, north: 0, closed: nil, source: "test",
      floors: [.init(number: 1, width: 100_000, depth: 10_000, families: [], source: "test")])
  }

  /// The building with the stalls, and those of floors where one asks.
  private var buildings: [Building] {
    [building]
      + (asking?.floors ?? []).enumerated().map { number, floor in
        Building(
          id: "F\(number)", english: "F\(number)", chinese: "F\(number)", address: "", east: 0, north: 0, closed: nil,
          source: "test",
          floors: [.init(number: 1, width: 400, depth: 400, families: floor.families, source: "test")])
      }
  }

  private var links: [WalkingLink] {
    (asking?.floors ?? []).enumerated().map { number, floor in
      WalkingLink(
        from: asking?.isChain == true && number > 0 ? "F\(number - 1)/door" : "gate", to: "F\(number)/door",
        length: floor.metres * 100, waitSeconds: 0, source: "test")
    }
  }

  private var askSettings: [MarketSetting] {
    guard let asking else { return [] }
    let clock = { (second: Int) in "\(second / 3600 < 10 ? "0" : "")\(second / 3600):00" }
    var values = [
      ("hours.default", "Mon-Sun \(clock(open.open))-\(clock(open.close))"), ("ask.minutes", "1 min"),
      ("ask.setup", "2 min"), ("ask.wait", "\(Money(microYuan: asking.wait * 10_000).decimal) CNY"),
      ("ask.at.default", "0 %"), ("ask.weight", "4 asks"),
    ]
    values += AskSettings.Kind.allCases.map { ("ask.chance.\($0.rawValue)", "50 %") }
    values += Condition.allCases.map { ("ask.factor.\($0.rawValue)", "120 %") }
    values += asking.floors.enumerated().map { ("ask.at.F\($0)", "\($1.share / 10) %") }
    return values.map { MarketSetting(name: $0.0, value: $0.1, standing: .assumed, source: "test") }
  }

  /// What lists and shops have of a part.
  private func prices(of index: Int) -> [ListPrice] {
    goods[index].list.map {
      [
        ListPrice(
          part: partID(index), breaks: [.init(from: 1, unitPrice: Money(microYuan: $0 * 10_000))], source: "list")
      ]
    } ?? []
  }

  private func elsewhere(of index: Int) -> [(market: String, offer: Offer, shop: Stall)] {
    guard let shop = goods[index].shop else { return [] }
    var stall = Stall(shop: "shop", source: "test")
    stall.shipping = Money(microYuan: shop.delivery * 10_000)
    let offer = Offer(
      id: "shop/P\(index)", stall: "shop", part: partID(index), condition: .original,
      breaks: [.init(from: 1, unitPrice: Money(microYuan: shop.fen * 10_000))], minimum: 1, multiple: 1, stock: 1_000,
      taxIncluded: true, runnerMinutes: 0, seen: "2026-12-01", source: "test")
    return [("post", offer, stall)]
  }

  private var nodes: [WalkingNode] {
    (asking?.floors ?? []).indices.map { number in
      WalkingNode(
        id: "F\(number)/door", kind: .door, english: "", chinese: "",
        position: Position(building: "F\(number)", floor: 1, east: 0, north: 0))
    } + [
      WalkingNode(
        id: "gate", kind: .door, english: "", chinese: "",
        position: Position(building: "B", floor: 1, east: 0, north: 0)),
      WalkingNode(
        id: "door", kind: .door, english: "", chinese: "",
        position: Position(building: "B", floor: 1, east: 100 * door, north: 0)),
    ]
  }

  private var stallsByID: [PlaceID: Stall] {
    Dictionary(
      uniqueKeysWithValues: (0..<stalls).map { number in
        let ships = shipping[number] != nil
        return (
          "S\(number)",
          Stall(
            id: "S\(number)", english: "", chinese: "",
            position: ships ? nil : Position(building: "B", floor: 1, east: 1_000 * (number + 1), north: 0),
            counter: "", hours: Array(repeating: [open], count: 7), setupSeconds: 60, lineSeconds: 30,
            givesInvoice: true, invoicePerMille: 0, shipping: shipping[number] ?? .zero,
            shippingDays: ships ? shippingDays[number] ?? 2 : 0, source: "test")
        )
      })
  }

  private func offers(of index: Int) -> [Offer] {
    goods[index].offers.sorted { $0.key < $1.key }.map { number, terms in
      Offer(
        id: "S\(number)/P\(index)", stall: "S\(number)", part: partID(index), condition: .original,
        breaks: [.init(from: 1, unitPrice: Money(microYuan: terms.fen * 10_000))]
          + goods[index].breaks.map { .init(from: $0.from, unitPrice: Money(microYuan: $0.fen * 10_000)) },
        minimum: goods[index].minimum, multiple: 1, stock: terms.stock, taxIncluded: true,
        runnerMinutes: goods[index].runnerMinutes, seen: "2026-12-01", source: "test",
        dateCode: goods[index].dateCodes[number])
    }
  }

  private var people: [Buyer] {
    crew.isEmpty ? alike : crew
  }

  private var alike: [Buyer] {
    (0..<buyers).map { Buyer(name: "buyer\($0)", ratePerHour: rate, load: load) }
  }

  private var board: Board {
    Board(
      name: "b", title: LocalizedText(english: "b", chinese: "b"), quantity: boards, market: "m",
      slots: goods.map { one in
        Slot(
          references: [one.reference], key: one.reference, count: one.count, requirements: [],
          policy: SlotPolicy(
            conditions: nil, loss: one.loss, singleLot: false, pinnedStalls: [], bannedStalls: one.bans,
            dateCode: one.dateCodeYears.map { DateCodeRule(years: $0) }),
          use: SlotUse(), span: Self.span)
      },
      policy: SourcingPolicy(
        conditions: [.original], invoice: false, loss: .zero, pinnedStalls: [], bannedStalls: [],
        spares: Spares(perMille: 0)),
      rails: [], process: Process(sides: 1, stencil: false, services: [], chosen: [:], assembly: .hand),
      day: Day(date: date, start: start, finish: finish, from: "gate", to: "gate", buyers: people),
      bill: isImported
        ? ImportedBill(
          lines: goods.map { .init(references: [$0.reference], row: nil, says: nil, isFitted: true) }, missing: [])
        : nil,
      stock: stock)
  }

  /// The market's holidays; its settings are written here, so that they can be read.
  private var calendar: MarketCalendar { (try? market.calendar()) ?? MarketCalendar() }

  private var hours: DayHours {
    DayHours(
      start: startOption ?? start, finish: finishOption ?? finish, cutsStart: startOption != nil,
      cutsFinish: finishOption != nil)
  }

  var problem: PlanningProblem {
    var problem = unsettled
    let offers = problem.offers
    problem.takeFromStock(stock) { offers[$0]?.isEmpty == false }
    problem.markAsked()
    if asking != nil {
      do {
        try problem.estimateAsked(
          answers: floorAnswers, buildings: { buildings },
          prices: { parts, _ in parts.flatMap { part in goods.indices.filter { partID($0) == part.id }.flatMap(prices) }
          },
          offersElsewhere: { ids in goods.indices.filter { ids.contains(partID($0)) }.flatMap(elsewhere) })
      } catch { preconditionFailure("\(error)") }
    }
    return problem
  }

  private var unsettled: PlanningProblem {
    PlanningProblem(
      orders: [Order(board, count: boards, candidates: parts.map { [$0] })],
      crew: people.map { Agent($0, on: hours, from: $0.from ?? "gate", to: $0.to ?? "gate") }, hours: hours,
      kitPlace: "gate",
      date: LocalDate(date)!, budget: budget, radius: radius, priceAge: 30, profile: market,
      calendar: calendar,
      categories: Dictionary(uniqueKeysWithValues: goods.indices.map { ("c\($0)", category($0)) }),
      attrition: ["ic": attrition],
      offers: Dictionary(uniqueKeysWithValues: goods.indices.map { (partID($0), offers(of: $0)) }),
      stalls: stallsByID, buildings: Dictionary(uniqueKeysWithValues: buildings.map { ($0.id, $0) }), services: [],
      inputs: PlanInputs(
        spec: "b.yaml", specDigest: "s", catalogDigest: "c", boards: boards, date: LocalDate(date), start: startOption,
        finish: finishOption, budget: budget.map { Amount($0) }, radius: radius),
      excerpt: nil)
  }

  func variant() throws -> PreparedVariant {
    let problem = problem
    let graph = try WalkingGraph(buildings: buildings, nodes: nodes, links: links, walkingSpeed: 1_000)
    let network = try MarketNetwork(problem, graph: graph)
    let model = try DayModel(problem, filter: try network.filter(problem), travel: network.travelSeconds)
    return try PreparedVariant(
      PlanAssembler(
        problem: problem, services: try ServicePlan(problem), model: model, network: network, request: PlanRequest()))
  }

  /// Everybody whom the hours leave time, as the verifier knows them.
  private func people(under inputs: PlanInputs) -> [BuyerFacts] {
    people.compactMap { buyer in
      let from = max(buyer.start ?? inputs.start ?? start, inputs.start ?? 0)
      let until = min(buyer.finish ?? inputs.finish ?? finish, inputs.finish ?? 86_400)
      guard from < until else { return nil }
      return BuyerFacts(
        name: AgentID(buyer.name), ratePerHour: buyer.ratePerHour, load: buyer.load, start: from, finish: until,
        from: buyer.from, to: buyer.to)
    }
  }

  /// What is wrong with a plan of this day, by the verifier.
  func violations(in plan: PlanDocument) -> [String] {
    let inputs = plan.inputs
    var facts = VerifierFacts(
      specDigest: "s", catalogDigest: "c",
      board: BoardFacts(
        name: "b", boards: boards, invoice: false,
        slots: goods.indices.map { index in
          SlotFacts(
            references: [goods[index].reference], count: goods[index].count, sparesPerMille: 0,
            policy: SlotPolicyFacts(
              conditions: [.original], banned: Set(goods[index].bans), loss: goods[index].loss,
              dateCodeYears: goods[index].dateCodeYears),
            accepts: { $0.id.mpn == "P\(index)" })
        }, work: WorkFacts(sides: 1)),
      day: DayFacts(
        date: inputs.date ?? LocalDate(date)!, start: inputs.start ?? start, finish: inputs.finish ?? finish,
        from: "gate", to: "gate", buyers: people(under: inputs),
        budget: inputs.budget?.money ?? budget),
      market: MarketFacts(
        profile: market, buildings: Dictionary(uniqueKeysWithValues: buildings.map { ($0.id, $0) }), nodes: nodes,
        links: links, stalls: stallsByID,
        offers: Dictionary(uniqueKeysWithValues: goods.indices.flatMap { offers(of: $0).map { ($0.id, $0) } }),
        parts: Dictionary(uniqueKeysWithValues: parts.map { ($0.id, $0) }),
        categories: Dictionary(uniqueKeysWithValues: goods.indices.map { ("c\($0)", category($0)) }),
        attrition: ["ic": attrition], services: [], calendar: calendar))
    facts.board.bill = isImported ? goods.map { BillLineFacts(references: [$0.reference]) } : nil
    facts.board.stock = stock.map { StockFacts(name: $0.mpn ?? "", pieces: $0.quantity) }
    facts.board.bomLines = isImported ? goods.count : nil
    for (index, part) in parts.enumerated() {
      let items = stock.indices.filter { stock[$0].mpn == part.id.mpn }
      facts.board.slots[index].supply = SlotSupply(
        canBeAsked: isImported,
        offered: [
          OfferedPart(
            part,
            pieces: offers(of: index).reduce(0) { sum, offer in
              let isKept = DateCodes.keeps(offer.dateCode, to: goods[index].dateCodeYears, on: facts.day.date)
              return sum + (offer.stock < offer.minimum || !isKept ? 0 : Int128(offer.stock))
            })
        ],
        items: Dictionary(uniqueKeysWithValues: items.map { ($0, [part]) }))
    }
    if asking != nil {
      let floors = (try? AskedFloor.all(of: market, buildings: buildings)) ?? []
      facts.market.addFloors(floors, try? market.asking(), answers: floorAnswers)
      for index in goods.indices {
        facts.board.slots[index].supply.asking = AskFacts(
          kind: .value, families: [goods[index].family], prices: prices(of: index), elsewhere: elsewhere(of: index),
          numbers: ["P\(index)"], attrition: [attrition])
      }
    }
    return PlanVerifier(facts).violations(in: plan).map { "\($0.code.rawValue) \($0.path): \($0.message.english)" }
  }

  /// The plan of the day, by the planner, verified.
  func plan(
    work: Int = 1, cancellation: Cancellation = Cancellation(), seed: UInt64 = 1
  ) throws -> PlanDocument {
    let day = self
    return try Planner(now: { 0 }, cancellation: cancellation, verify: { day.violations(in: $0) })
      .plan([try variant()], limits: SearchLimits(threads: 1, seed: seed, timeLimit: nil, workLimit: work))
  }
}
