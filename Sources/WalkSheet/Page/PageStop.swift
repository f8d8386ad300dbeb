internal import Market
internal import Phrases
internal import SourcingPlan

/// A stop as the page's template sees it.
struct PageStop {
  struct Deal {
    var key: String
    var fen: Int64
    var mpn: String
    var name: PageWords
    var references: String
    var package: String?
    var quantity: PageWords
    var unitPrice: String
    var amount: String
    var priceBreak: PageWords?
    var condition: PageWords
    var check: PageWords
    var sample: PageWords?
    var sayLabel: PageWords
    /// What to show the seller, always in Chinese.
    var speech: String
    /// What that means, where the sheet speaks English.
    var meaning: String?
    var fallbackLabel: PageWords
    var fallback: String
  }

  struct PickUp {
    var key: String
    var mpn: String
    var quantity: PageWords
    var speech: String
  }

  var number: Int
  var arrive: String
  /// When the stall serves, where the buyer has to wait for it.
  var begin: String?
  var beginLabel: PageWords
  var depart: String
  var departLabel: PageWords
  var walking: PageWords
  var stall: String
  var name: PageWords
  var place: PageWords
  var sample: PageWords?
  var pickUpLabel: PageWords
  var pickUps: [PickUp]
  var deals: [Deal]
}

extension PageStop {
  init(_ stop: SheetStop, in plan: PlanDocument, _ language: SheetLanguage) {
    let visit = stop.visit
    self.init(
      number: stop.number, arrive: visit.arrive.clock,
      begin: stop.waits ? visit.begin.clock : nil, beginLabel: PageWords(.begin, language), depart: visit.depart.clock,
      departLabel: PageWords(.depart, language),
      walking: PageWords(.walkMinutes((visit.walkSeconds + 59) / 60), language), stall: visit.stall,
      name: PageWords(visit.name, language), place: PageWords(stop.place ?? Phrase.shipped.text, language),
      sample: visit.isSample ? PageWords(.sample, language) : nil, pickUpLabel: PageWords(.pickUpHere, language),
      pickUps: stop.pickUps.map { pickUp in
        PickUp(
          key: "\(pickUp.line.slots.first ?? "")/pick-up/\(visit.stall)", mpn: pickUp.line.mpn,
          quantity: PageWords(.pieceCount(pickUp.quantity), language),
          speech: CounterSpeech(pickUp: pickUp.line.mpn, quantity: pickUp.quantity).words.chinese)
      },
      deals: stop.deals.map { Deal($0, language) })
  }
}

extension PageStop.Deal {
  fileprivate init(_ deal: SheetDeal, _ language: SheetLanguage) {
    let article = deal.article
    let buy = deal.buy
    let fallback = article.fallback.map {
      "\($0.stall) (+¥\($0.extraCost), +\(language(.minuteCount($0.extraMinutes))))"
    }
    self.init(
      key: deal.key, fen: buy.amount.money.microYuan / Money.fen.microYuan, mpn: article.mpn,
      name: PageWords(article.name, language), references: article.slots.joined(separator: ", "),
      package: article.package == "-" ? nil : article.package,
      quantity: PageWords(.pieceCount(buy.quantity), language), unitPrice: "¥\(buy.unitPrice)",
      amount: "¥\(buy.amount)", priceBreak: deal.reachedBreak.map { PageWords(.fromPieces($0), language) },
      condition: PageWords(buy.condition.text, language), check: PageWords(buy.condition.check, language),
      sample: buy.isSample ? PageWords(.sample, language) : nil, sayLabel: PageWords(.say, language),
      speech: deal.speech.chinese, meaning: language == .chinese ? nil : deal.speech.english,
      fallbackLabel: PageWords(.fallback, language), fallback: fallback ?? language(.noFallback))
  }
}
