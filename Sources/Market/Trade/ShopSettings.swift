package import Base

/// What a market's settings say of a shop that ships: `shop.ID.NAME`, each with its standing like every setting.
///
/// They go before what the catalog's `stalls.csv` says of the shop. A shop with `lists` sells what imported part lists have.
package struct ShopSettings: Sendable, Hashable {
  package var id: PlaceID
  /// `name` and `name-zh`; the id where nobody says.
  package var english: String?
  package var chinese: String?
  /// `shipping`: what a delivery costs.
  package var shipping: Money?
  /// `free-from`: goods of an order from which on its delivery costs nothing.
  package var freeFrom: Money?
  /// `minimum-order`: the least goods of an order.
  package var minimumOrder: Money?
  /// `days` until a delivery is there.
  package var days: Int?
  /// `invoice`: surcharge for a tax invoice on prices without tax, per mille.
  package var invoicePerMille: Int?
  /// `lists`: names of imported part lists whose goods it sells.
  package var lists: Lists?

  package enum Lists: Sendable, Hashable {
    case all
    case named(Set<String>)

    package func contains(_ name: String) -> Bool {
      switch self {
      case .all: true
      case .named(let names): names.contains(name)
      }
    }
  }

  package init(id: PlaceID) { self.id = id }

  /// The stall with what the settings say in place of its own.
  package func applied(to stall: Stall) -> Stall {
    var stall = stall
    if let english { stall.english = english }
    if let chinese = chinese ?? english { stall.chinese = chinese }
    if let shipping { stall.shipping = shipping }
    if let days { stall.shippingDays = days }
    if let invoicePerMille { (stall.givesInvoice, stall.invoicePerMille) = (true, invoicePerMille) }
    stall.freeFrom = freeFrom ?? stall.freeFrom
    stall.minimumOrder = minimumOrder ?? stall.minimumOrder
    return stall
  }
}

extension MarketProfile {
  /// The shops that settings name, by id.
  ///
  /// - Throws: `.unreadable` for a value that is not what its name asks for, or a name that no shop has.
  package func shops() throws(MarketSettingError) -> [PlaceID: ShopSettings] {
    var shops: [PlaceID: ShopSettings] = [:]
    for setting in settings {
      let words = setting.name.split(separator: ".", omittingEmptySubsequences: false)
      guard words.count == 3, words[0] == "shop" else {
        if words[0] == "shop" { throw .unreadable(name: setting.name, value: setting.value, expected: Self.shopNames) }
        continue
      }
      let id = PlaceID(String(words[1]))
      var shop = shops[id] ?? ShopSettings(id: id)
      try shop.take(String(words[2]), setting)
      shops[id] = shop
    }
    return shops
  }

  /// Whether a setting is about a shop, which not every plan uses.
  package static func shop(of setting: MarketSetting) -> PlaceID? {
    let words = setting.name.split(separator: ".")
    return words.count == 3 && words[0] == "shop" ? PlaceID(String(words[1])) : nil
  }

  fileprivate static let shopNames =
    "`shop.ID.` and `name`, `name-zh`, `shipping`, `free-from`, `minimum-order`, `days`, `invoice` or `lists`"
}

extension ShopSettings {
  fileprivate mutating func take(_ name: String, _ setting: MarketSetting) throws(MarketSettingError) {
    let value = setting.value
    func refuse(_ expected: String) -> MarketSettingError {
      .unreadable(name: setting.name, value: value, expected: expected)
    }
    func money(_ range: ClosedRange<Money>, _ example: String) throws(MarketSettingError) -> Money {
      guard let amount = try? Money(value), range.contains(amount) else { throw refuse("\(example), \(range.words)") }
      return amount
    }
    switch name {
    case "name": english = value
    case "name-zh": chinese = value
    case "shipping": shipping = try money(Limits.shipping, "12 CNY")
    case "free-from": freeFrom = try money(Limits.budget, "300 CNY")
    case "minimum-order": minimumOrder = try money(Limits.budget, "50 CNY")
    case "days":
      guard let number = Self.number(value, unit: "d"), Limits.shippingDays.contains(number) else {
        throw refuse("2 d, from 0 to \(Limits.shippingDays.upperBound)")
      }
      days = number
    case "invoice":
      guard let percent = Self.number(value, unit: "%"), (0...100).contains(percent) else {
        throw refuse("13 %, from 0 to 100")
      }
      invoicePerMille = percent * 10
    case "lists":
      let names = value.split(separator: ",").map { String($0.drop(while: \.isWhitespace)) }
      guard !names.isEmpty else { throw refuse("`all`, or names of imported lists with commas between them") }
      lists = names == ["all"] ? .all : .named(Set(names))
    default: throw refuse(MarketProfile.shopNames)
    }
  }

  private static func number(_ text: String, unit: String) -> Int? {
    let words = text.split(separator: " ")
    return words.count == 2 && words[1] == unit ? Int(words[0]) : nil
  }
}

extension Stall {
  /// A shop that only settings or an imported sheet name: it takes orders at any hour, and ships. That an order takes a minute and
  /// each line ten seconds is assumed.
  package init(shop id: PlaceID, source: String) {
    self.init(
      id: id, english: id.text, chinese: id.text, position: nil, counter: "",
      hours: Array(repeating: [OpeningHours(open: 0, close: 86_400)], count: 7), setupSeconds: 60, lineSeconds: 10,
      givesInvoice: false, invoicePerMille: 0, source: source)
  }

  /// What a delivery of an order of so much goods costs.
  package func shipping(forGoods goods: Money) -> Money { freeFrom.map { goods >= $0 } ?? false ? .zero : shipping }
}
