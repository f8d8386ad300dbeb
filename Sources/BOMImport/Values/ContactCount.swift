/// How many contacts a text says that a connector has: `1x04`, `2x5`, `4P`, `4 pin`, `Header 4`, `10位`.
struct ContactCount: Hashable {
  /// Rows, where the text says them.
  var rows: Int?
  /// Contacts in all rows together.
  var total: Int

  /// `1x4`, `4P`.
  var words: String { rows.map { "\($0)x\(total / $0)" } ?? "\(total)P" }

  /// Whether two statements can be of one connector.
  func agrees(with other: ContactCount) -> Bool {
    total == other.total && (rows == nil || other.rows == nil || rows == other.rows)
  }

  /// Units behind a number of contacts.
  private static let units: Set<String> = [
    "p", "pin", "pins", "pos", "position", "positions", "way", "ways", "contacts", "polig", "pol", "位", "芯", "针", "脚",
    "孔",
  ]
  /// Words before a number of contacts.
  private static let names: Set<String> = [
    "header", "conn", "con", "hdr", "pinheader", "contacts", "stiftleiste", "buchsenleiste",
  ]

  /// Every number of contacts that a text names, in its order. Lengths (`3.5x1.2`, `20x20mm`) and pitches are none. O(length).
  static func all(in text: String) -> [ContactCount] {
    let plain = text.halfWidth.lowercased().replacing("×", with: "x").replacing("*", with: "x")
    let pieces = pieces(of: plain)
    var found: [ContactCount] = []
    for (index, piece) in pieces.enumerated() {
      let next = index + 1 < pieces.count ? pieces[index + 1] : ""
      let before = index > 0 ? pieces[index - 1] : ""
      if let count = grid(piece) {
        if !next.hasPrefix("mm") { found.append(count) }
        continue
      }
      let digits = piece.prefix { $0.isASCII && $0.isNumber }
      if !digits.isEmpty {
        let unit = piece.dropFirst(digits.count)
        guard let number = Int(digits), (1...200).contains(number) else { continue }
        if units.contains(String(unit)) || unit.isEmpty && units.contains(next) && next != "p" {
          found.append(ContactCount(total: number))
        } else if let first = unit.first, units.contains(String(first)), LineWords.isIdeograph(first) {
          found.append(ContactCount(total: number))
        } else if unit.isEmpty, names.contains(before), number > 1 {
          found.append(ContactCount(total: number))
        }
      } else if let name = names.first(where: { piece.hasPrefix($0) && piece.count > $0.count }),
        case let number = piece.dropFirst(name.count), number.count <= 2, let contacts = Int(number), contacts > 1
      {
        found.append(ContactCount(total: contacts))
      }
    }
    return found
  }

  /// Words of letters and digits; a number with a point stays whole, so that it is no count.
  private static func pieces(of text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "." }.map { word in
      String(word.drop { $0 == "." }.reversed().drop { $0 == "." }.reversed())
    }.filter { !$0.isEmpty }
  }

  /// `1x04`, `02x05p`, `20x2`: the smaller number is that of the rows.
  private static func grid(_ piece: String) -> ContactCount? {
    let halves = piece.split(separator: "x", omittingEmptySubsequences: false)
    guard halves.count == 2, (1...2).contains(halves[0].count), let first = Int(halves[0]), first > 0 else {
      return nil
    }
    let digits = halves[1].prefix { $0.isASCII && $0.isNumber }
    let tail = halves[1].dropFirst(digits.count)
    guard tail.isEmpty || units.contains(String(tail)), (1...2).contains(digits.count), let second = Int(digits),
      second > 0,
      min(first, second) <= 4
    else { return nil }
    return ContactCount(rows: min(first, second), total: first * second)
  }
}
