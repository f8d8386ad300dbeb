internal import Base
internal import Electronics
internal import GRDB
internal import Market

/// The texts and numbers by which values without a column of their own are stored. What is written here is in users'
/// files: it may gain forms, never change them.
enum StoredValues {
  /// Numbers of conditions; independent of the order in which the type lists them.
  static func number(_ condition: Condition) -> Int {
    switch condition {
    case .original: 1
    case .looseNew: 2
    case .domestic: 3
    case .refurbished: 4
    case .pulled: 5
    case .clone: 6
    }
  }

  static func condition(_ number: Int) throws -> Condition {
    guard let condition = Condition.allCases.first(where: { StoredValues.number($0) == number }) else {
      throw unreadable("condition", "\(number)")
    }
    return condition
  }

  /// `from:price` pairs, prices in micro-yuan: `1:350000 100:210000`.
  static func text(_ breaks: [PriceBreak]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(20 * breaks.count)
    for entry in breaks {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
      append(Int64(entry.from), to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      append(entry.unitPrice.microYuan, to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The decimal digits of a number.
  private static func append(_ number: Int64, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    var rest = number.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  static func breaks(_ text: String) throws -> [PriceBreak] {
    var breaks: [PriceBreak] = []
    var text = text
    try text.withUTF8 { bytes in
      try readBreaks(bytes) { from, price in
        breaks.append(PriceBreak(from: Int(from), unitPrice: Money(microYuan: price)))
      }
    }
    return breaks
  }

  /// Hands on the breaks of a stored text in their order: the quantity, and micro-yuan a piece. Throws where a number is
  /// missing, has a sign or is beyond 64 bits.
  @inline(__always)
  static func readBreaks(_ text: UnsafeBufferPointer<UInt8>, _ take: (Int64, Int64) -> Void) throws {
    var from: Int64 = -1
    var value: Int64 = -1
    for byte in text {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (tenfold, overflow) = max(0, value).multipliedReportingOverflow(by: 10)
        let (sum, carry) = tenfold.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
        if overflow || carry { throw unreadable("breaks", String(decoding: text, as: UTF8.self)) }
        value = sum
      case UInt8(ascii: ":") where from < 0 && value >= 0: (from, value) = (value, -1)
      case UInt8(ascii: " ") where from >= 0 && value >= 0:
        take(from, value)
        (from, value) = (-1, -1)
      default: throw unreadable("breaks", String(decoding: text, as: UTF8.self))
      }
    }
    if text.isEmpty { return }
    guard from >= 0, value >= 0 else { throw unreadable("breaks", String(decoding: text, as: UTF8.self)) }
    take(from, value)
  }

  /// Seven days, Monday first, split by `|`; spans `open-close` in seconds since midnight, split by commas.
  static func text(_ week: [[OpeningHours]]) -> String {
    week.map { $0.map { "\($0.open)-\($0.close)" }.joined(separator: ",") }.joined(separator: "|")
  }

  static func week(_ text: String) throws -> [[OpeningHours]] {
    try text.split(separator: "|", omittingEmptySubsequences: false).map { day in
      try day.split(separator: ",").map { span in
        let ends = span.split(separator: "-")
        guard ends.count == 2, let open = Int(ends[0]), let close = Int(ends[1]) else { throw unreadable("week", text) }
        return OpeningHours(open: open, close: close)
      }
    }
  }

  /// Six numbers in the order of the type's fields.
  static func text(_ formula: ServiceFormula) -> String {
    [
      formula.minimum, formula.base, formula.perBoard, formula.perAreaLayer, formula.perJoint, formula.perSide,
    ].map { "\($0)" }.joined(separator: " ")
  }

  static func formula(_ text: String) throws -> ServiceFormula {
    let numbers = text.split(separator: " ").compactMap { Int64($0) }
    guard numbers.count == 6 else { throw unreadable("formula", text) }
    return ServiceFormula(
      minimum: numbers[0], base: numbers[1], perBoard: numbers[2], perAreaLayer: numbers[3], perJoint: numbers[4],
      perSide: numbers[5])
  }

  /// Words split by line feeds, which no word holds.
  static func text(words: [String]) -> String { words.joined(separator: "\n") }

  static func words(_ text: String) -> [String] { text.isEmpty ? [] : text.split(separator: "\n").map(String.init) }

  /// A raw value that this build knows.
  static func known<Value: RawRepresentable>(_ raw: String) throws -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: raw) else { throw unreadable("\(Value.self)", raw) }
    return value
  }

  static func unreadable(_ what: String, _ text: String) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: "unreadable \(what) `\(text)`")
  }
}
