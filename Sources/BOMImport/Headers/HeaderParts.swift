/// Reads headers that no list spells out by the words of which they are made: `Manufacturer_No` is a maker's number, as
/// `Mfg. P/N`, `Herstellerteilenummer` and `厂商料号` are.
struct HeaderParts: Sendable, Hashable {
  /// What one word of a header says.
  enum Role: String, Sendable, Hashable, CaseIterable {
    /// Who makes the part, and who sells it; `shop` is the distributor whose numbers the catalog has, `distributor` any other by its
    /// name.
    case maker, shop, supplier, distributor
    /// What makes a number that of a seller: `order`, `stock`.
    case order
    /// `Part`, `Number`, `Model`, `Name`, `Value`.
    case part, number, model, name, value
    /// `Qty`, what it counts for (`per board`), and what makes it a sum (`total`, `needed`).
    case quantity, share, total
    /// What makes a number that of a stand-in: `Alt`, `Substitute`.
    case alternate
    /// `Fitted`, `not`, marks of parts that are not fitted (`DNP`), and words that only ask (`to be`, `是否`).
    case fit, not, unfit, whether
  }

  /// By the word's plain form.
  private var roles: [String: Role] = [:]
  private var longest = 0

  /// Rank of a field that is told by its header's parts: behind every word that a list spells out.
  static let rank = 1000
  /// Rank of a sum: read only where no column says how many each board takes.
  static let weakRank = 2000

  mutating func add(_ word: String, _ role: Role) {
    let plain = HeaderWords.plain(word)
    if plain.isEmpty { return }
    roles[plain] = role
    longest = max(longest, plain.count)
  }

  /// The field of a plain header that is made of known words only; nil for any other. O(length × longest word).
  func meaning(ofPlain header: String) -> HeaderWords.Meaning? {
    let text = Array(header.replacing("#", with: "number"))
    guard !text.isEmpty, text.count <= 60, let words = split(text) else { return nil }
    return Self.field(words).map { HeaderWords.Meaning(field: $0.field, rank: $0.isWeak ? Self.weakRank : Self.rank) }
  }

  /// The fewest known words that make up the whole text; nil where none do.
  private func split(_ text: [Character]) -> [Role]? {
    var best: [[Role]?] = [[]]
    for end in 1...text.count {
      var own: [Role]?
      for length in 1...max(1, min(longest, end)) {
        guard let before = best[end - length], let role = roles[String(text[(end - length)..<end])],
          own.map({ before.count + 1 < $0.count }) ?? true
        else { continue }
        own = before + [role]
      }
      best.append(own)
    }
    return best[text.count]
  }

  private static func field(_ words: [Role]) -> (field: BOMField, isWeak: Bool)? {
    let roles = Set(words)
    let naming: Set<Role> = [.part, .number, .model]
    if roles.contains(.alternate) {
      // `Alternate Manufacturer` has no number.
      let isNumber = roles == [.alternate] || !roles.isDisjoint(with: naming) || roles.contains(.shop)
      guard isNumber, roles.isSubset(of: naming.union([.alternate, .maker, .shop, .supplier, .order])) else {
        return nil
      }
      return (.alternate, false)
    }
    if roles.contains(.unfit) { return roles.isSubset(of: [.unfit, .whether, .part]) ? (.dnp, false) : nil }
    if roles.contains(.fit) {
      // `No` before such a word negates it, and means a number anywhere else.
      guard roles.isSubset(of: [.fit, .not, .number, .whether, .part]) else { return nil }
      return (words.count { $0 == .not || $0 == .number } % 2 == 1 ? .dnp : .fitted, false)
    }
    if roles.contains(.quantity) {
      guard roles.isSubset(of: [.quantity, .share, .total, .part, .number]) else { return nil }
      return (.quantity, roles.contains(.total) && !roles.contains(.share))
    }
    if roles.contains(.shop) {
      guard roles.isSubset(of: naming.union([.shop, .supplier, .order])) else { return nil }
      return (roles.contains(.model) ? .mpn : .orderNumber, false)
    }
    if roles.contains(.maker) {
      guard roles.isSubset(of: naming.union([.maker, .order, .name])) else { return nil }
      return (roles.isDisjoint(with: naming) ? .maker : .mpn, false)
    }
    if !roles.isDisjoint(with: [.supplier, .distributor]) {
      guard roles.isSubset(of: naming.union([.supplier, .distributor, .order, .name])) else { return nil }
      let isNumber = roles.contains(.distributor) || !roles.isDisjoint(with: naming)
      return (isNumber && !roles.contains(.name) ? .supplierNumber : .supplier, false)
    }
    if roles.contains(.order) {
      return roles.isSubset(of: [.order, .part, .number]) && roles.contains(.number) ? (.supplierNumber, true) : nil
    }
    if roles == [.part, .value] { return (.value, false) }
    if roles == [.part, .name] { return (.value, true) }
    if roles == [.part, .number] || roles == [.part, .model] { return (.mpn, true) }
    return nil
  }
}

extension String {
  /// Whether two words of five and more characters differ by two neighbouring letters that have changed places: `Yaego`.
  func isTransposed(_ other: String) -> Bool {
    let (own, its) = (Array(self), Array(other))
    guard own.count == its.count, own.count >= 5 else { return false }
    let places = own.indices.filter { own[$0] != its[$0] }
    return places.count == 2 && places[1] == places[0] + 1 && own[places[0]] == its[places[1]]
      && own[places[1]] == its[places[0]]
  }

  /// Whether two words of six and more characters differ by one letter that is missing, superfluous, or another one. O(length).
  func isOneLetterFrom(_ other: String) -> Bool {
    let (short, long) = count <= other.count ? (Array(self), Array(other)) : (Array(other), Array(self))
    guard short.count >= 6, long.count - short.count <= 1 else { return false }
    guard let place = long.indices.first(where: { $0 >= short.count || short[$0] != long[$0] }) else { return false }
    let rest = long[(place + 1)...]
    guard rest.elementsEqual(short[min(short.count, short.count == long.count ? place + 1 : place)...]) else {
      return false
    }
    return long[place].isLetter && (short.count < long.count || short[place].isLetter)
  }
}
