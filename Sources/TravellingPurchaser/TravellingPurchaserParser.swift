extension TravellingPurchaserProblem {
  /// Why a text is no TPPLIB problem; lines are counted from 1.
  package enum ParseError: Error, Hashable, Sendable {
    case unknownSection(line: Int, name: String)
    case unsupported(line: Int, key: String, value: String)
    case notANumber(line: Int, value: String)
    case outOfRange(line: Int, value: Int)
    case wrongFieldCount(line: Int, expected: Int, found: Int)
    case duplicate(line: Int, value: Int)
    /// To buy a product's demand at the price of this line brings the dearest answer above `mostTotal`.
    case tooDear(line: Int, price: Int)
    case missing(String)
  }

  /// Reads the text of a TPPLIB file.
  ///
  /// Complexity: O(length of the text).
  package init(parsing text: some StringProtocol) throws(ParseError) {
    var parser = TravellingPurchaserParser()
    var number = 0
    for line in String(text).split(omittingEmptySubsequences: false, whereSeparator: { $0.isNewline }) {
      number += 1
      let fields = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
      guard try parser.read(fields, line: number) else { break }
    }
    self = try parser.finish()
  }
}

private struct TravellingPurchaserParser {
  typealias Problem = TravellingPurchaserProblem

  private enum Section { case head, coordinates, demands, offers }

  private var section = Section.head
  private var name = ""
  private var dimension: Int?
  private var points: [Int: Problem.Point] = [:]
  private var productCount: Int?
  private var demands: [Int: Int] = [:]
  private var offers: [Problem.Offer] = []
  private var marketsRead: Set<Int> = []
  /// The dearest price of each product, and the line on which it stands.
  private var dearest: [Int: (price: Int, line: Int)] = [:]

  init() {}

  /// Reads one line; false at the end of the data.
  mutating func read(_ fields: [String], line: Int) throws(Problem.ParseError) -> Bool {
    guard let first = fields.first else { return true }
    let key = String(first.prefix { $0 != ":" }).uppercased()
    if key == "EOF" { return false }
    if key.hasSuffix("_SECTION") {
      switch key {
      case "NODE_COORD_SECTION": section = .coordinates
      case "DEMAND_SECTION": section = .demands
      case "OFFER_SECTION": section = .offers
      default: throw .unknownSection(line: line, name: key)
      }
      return true
    }
    if let character = first.first, character.isLetter {
      try readHead(key, fields, line: line)
      return true
    }
    switch section {
    case .head: throw .unknownSection(line: line, name: first)
    case .coordinates: try readCoordinates(fields, line: line)
    case .demands: try readDemand(fields, line: line)
    case .offers: try readOffers(fields, line: line)
    }
    return true
  }

  private mutating func readHead(_ key: String, _ fields: [String], line: Int) throws(Problem.ParseError) {
    let joined = fields.joined(separator: " ")
    let value = joined.split(separator: ":", maxSplits: 1).dropFirst().joined().drop { $0 == " " }
    switch key {
    case "NAME": name = String(value)
    case "DIMENSION":
      let count = try Self.integer(String(value), line: line)
      guard (1...20_000).contains(count) else { throw .outOfRange(line: line, value: count) }
      dimension = count
    case "TYPE" where value != "TPP", "EDGE_WEIGHT_TYPE" where value != "EUC_2D":
      throw .unsupported(line: line, key: key, value: String(value))
    default: break
    }
  }

  private mutating func readCoordinates(_ fields: [String], line: Int) throws(Problem.ParseError) {
    try Self.expect(3, fields, line: line)
    let market = try Self.integer(fields[0], line: line)
    try check(market, atMost: dimension, line: line)
    let point = Problem.Point(
      x: try Self.coordinate(fields[1], line: line), y: try Self.coordinate(fields[2], line: line))
    guard points.updateValue(point, forKey: market) == nil else {
      throw .duplicate(line: line, value: market)
    }
  }

  private mutating func readDemand(_ fields: [String], line: Int) throws(Problem.ParseError) {
    guard productCount != nil else {
      try Self.expect(1, fields, line: line)
      let count = try Self.integer(fields[0], line: line)
      guard (0...1_000_000).contains(count) else { throw .outOfRange(line: line, value: count) }
      productCount = count
      return
    }
    try Self.expect(2, fields, line: line)
    let product = try Self.integer(fields[0], line: line)
    try check(product, atMost: productCount, line: line)
    guard demands.updateValue(try Self.amount(fields[1], line: line), forKey: product) == nil else {
      throw .duplicate(line: line, value: product)
    }
  }

  private mutating func readOffers(_ fields: [String], line: Int) throws(Problem.ParseError) {
    guard fields.count >= 2 else { throw .wrongFieldCount(line: line, expected: 2, found: fields.count) }
    let market = try Self.integer(fields[0], line: line)
    try check(market, atMost: dimension, line: line)
    guard marketsRead.insert(market).inserted else { throw .duplicate(line: line, value: market) }
    let count = try Self.integer(fields[1], line: line)
    guard (0...1_000_000).contains(count) else { throw .outOfRange(line: line, value: count) }
    try Self.expect(2 + 3 * count, fields, line: line)
    var seen: Set<Int> = []
    for index in 0..<count {
      let product = try Self.integer(fields[2 + 3 * index], line: line)
      try check(product, atMost: productCount, line: line)
      guard seen.insert(product).inserted else { throw .duplicate(line: line, value: product) }
      let price = try Self.amount(fields[3 + 3 * index], line: line)
      if price > dearest[product]?.price ?? -1 { dearest[product] = (price, line) }
      offers.append(
        .init(
          product: product, market: market, price: price, stock: try Self.amount(fields[4 + 3 * index], line: line)))
    }
  }

  func finish() throws(Problem.ParseError) -> Problem {
    guard let dimension else { throw .missing("DIMENSION") }
    guard let productCount else { throw .missing("DEMAND_SECTION") }
    guard !marketsRead.isEmpty else { throw .missing("OFFER_SECTION") }
    var coordinates: [Problem.Point] = []
    for market in 1...dimension {
      guard let point = points[market] else { throw .missing("coordinates of market \(market)") }
      coordinates.append(point)
    }
    var amounts: [Int] = []
    for product in 0..<productCount {
      guard let demand = demands[product + 1] else { throw .missing("demand of product \(product + 1)") }
      amounts.append(demand)
    }
    var total = 0
    for (index, demand) in amounts.enumerated() {
      guard let (price, line) = dearest[index + 1] else { continue }
      // Both factors are at most 10⁹, the sum before at most 10¹⁵.
      total += demand * price
      guard total <= Problem.mostTotal else { throw .tooDear(line: line, price: price) }
    }
    return Problem(name: name, coordinates: coordinates, demands: amounts, offers: offers)
  }

  private func check(_ number: Int, atMost count: Int?, line: Int) throws(Problem.ParseError) {
    guard let count else { throw .missing("count before line \(line)") }
    guard number >= 1 && number <= count else { throw .outOfRange(line: line, value: number) }
  }

  private static func integer(_ text: String, line: Int) throws(Problem.ParseError) -> Int {
    guard let value = Int(text) else { throw .notANumber(line: line, value: text) }
    return value
  }

  /// A price, stock or demand: not negative and small enough for sums.
  private static func amount(_ text: String, line: Int) throws(Problem.ParseError) -> Int {
    let value = try integer(text, line: line)
    guard (0...1_000_000_000).contains(value) else { throw .outOfRange(line: line, value: value) }
    return value
  }

  private static func coordinate(_ text: String, line: Int) throws(Problem.ParseError) -> Double {
    guard let value = Double(text), abs(value) <= 1e8 else { throw .notANumber(line: line, value: text) }
    return value
  }

  private static func expect(_ count: Int, _ fields: [String], line: Int) throws(Problem.ParseError) {
    guard fields.count == count else { throw .wrongFieldCount(line: line, expected: count, found: fields.count) }
  }
}
