internal import Base
internal import Market
internal import Phrases
internal import SourcingPlan

/// A stop as the page's template sees it.
struct PageStop: PageValue {
  struct PickUp: PageValue {
    /// Of the element that names the controls.
    var id: String
    var key: String
    var mpn: String
    var quantity: Int
    var card: PageCard
  }

  var id: String
  var number: Int
  var arrive: String
  /// When the stall serves, where the buyer has to wait for it.
  var begin: String?
  var depart: String
  var walking: PageWords
  var stall: String
  var name: PageWords
  var place: PageWords
  /// The id of the floor's map; nil where the plan has none.
  var floor: String?
  var isSample: Bool
  var pickUps: [PickUp]
  var deals: [PagePurchase]
  var asks: [PageAsk]
}

extension PageStop {
  init(_ stop: SheetStop, walk: Int, in sheet: WalkSheet) {
    let visit = stop.visit
    let language = sheet.language
    let floor = visit.place.map { "\($0.building)/\($0.floor)" }
    self.init(
      id: PageStop.id(walk: walk, number: stop.number), number: stop.number, arrive: visit.arrive.clock,
      begin: stop.waits ? visit.begin.clock : nil, depart: visit.depart.clock,
      walking: PageWords(.walkMinutes((visit.walkSeconds + 59) / 60), language), stall: visit.stall.text,
      name: PageWords(visit.name, language), place: PageWords(stop.placeOrParcel, language),
      floor: sheet.plan.map?.floors.firstIndex { $0.id == floor }.map { "floor-\($0 + 1)" },
      isSample: visit.isSample,
      pickUps: stop.pickUps.enumerated().map { index, pickUp in
        PickUp(
          id: "\(PageStop.id(walk: walk, number: stop.number))-p\(index + 1)",
          key: "\(pickUp.line.slots.first ?? "")/pick-up/\(visit.stall)", mpn: pickUp.line.mpn,
          quantity: pickUp.quantity,
          card: PageCard(sheet.pickUpCard(for: pickUp.line, quantity: pickUp.quantity), language))
      },
      deals: stop.deals.enumerated().map { index, deal in
        PagePurchase(deal, id: "\(PageStop.id(walk: walk, number: stop.number))-\(index + 1)", at: visit, in: sheet)
      },
      asks: stop.asks.enumerated().map { index, ask in
        PageAsk(ask, id: "\(PageStop.id(walk: walk, number: stop.number))-a\(index + 1)", in: sheet)
      })
  }

  /// The anchor of a stop.
  static func id(walk: Int, number: Int) -> String { "stop-\(walk + 1)-\(number)" }
}

/// What fills the screen when a line is tapped.
struct PageCard: PageValue {
  struct Line: PageValue {
    var chinese: String
    /// What it means, where the sheet speaks English and it is not the same.
    var english: String?
    var isLarge: Bool
    /// 1 for the first; set where the card stands in for part of another one.
    var position: Int?
  }

  var lines: [Line]
  init(_ lines: [PhraseBook.Line], _ language: Language) {
    self.lines = lines.map { line in
      let english = language == .chinese || line.text.english == line.text.chinese ? nil : line.text.english
      return Line(chinese: line.text.chinese, english: english, isLarge: line.isLarge)
    }
  }

  /// The lines in which a card differs from `other`; all of them where they are not as many.
  init(_ lines: [PhraseBook.Line], insteadOf other: [PhraseBook.Line], _ language: Language) {
    self.init(lines, language)
    for index in self.lines.indices { self.lines[index].position = index + 1 }
    if lines.count == other.count {
      self.lines = zip(self.lines, zip(lines, other)).filter { $0.1.0 != $0.1.1 }.map(\.0)
    }
  }
}
