internal import Diagnostics

/// How the cells of a text table are set apart.
struct Delimiter: Sendable, Hashable {
  /// Between cells: `,`, `;`, TAB, `|`, or `:` as lepton's `bom2` writes.
  var separator: UInt8
  /// Round a cell that holds separators or line breaks: `"` or `'`.
  var quote: UInt8

  static let separators: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

  /// Rows that are looked at.
  private static let sample = 60

  /// The delimiter under which most of the first rows have one width, a wider table winning a tie. O(bytes of these rows).
  init(sniffing source: SourceText) {
    quote = Self.quote(of: source)
    var best = (score: -1, width: 0)
    separator = 0x2C
    for candidate in Self.separators {
      var scanner = DelimitedScanner(source, Delimiter(separator: candidate, quote: quote))
      var rowsOfWidth: [Int: Int] = [:]
      for _ in 0..<Self.sample {
        guard let width = scanner.width() else { break }
        if width > 0 { rowsOfWidth[width, default: 0] += 1 }
      }
      for (width, rows) in rowsOfWidth where width > 1 && (rows, width) > (best.score, best.width) {
        best = (rows, width)
        separator = candidate
      }
    }
    if Self.isColons(source) { separator = 0x3A }
  }

  /// Whether the first line has colons and no other separator, two and more.
  private static func isColons(_ source: SourceText) -> Bool {
    guard let first = source.lineStarts.indices.first(where: { !source.bytes[source.range(ofLine: $0 + 1)].isEmpty })
    else {
      return false
    }
    let line = source.bytes[source.range(ofLine: first + 1)]
    return line.count { $0 == 0x3A } >= 2 && !line.contains { separators.contains($0) }
  }

  init(separator: UInt8, quote: UInt8) {
    self.separator = separator
    self.quote = quote
  }

  /// `'` where most lines start with one, as KiCad's semicolon preset writes them.
  private static func quote(of source: SourceText) -> UInt8 {
    let starts = source.lineStarts.prefix(sample).compactMap {
      source.bytes.indices.contains($0) ? source.bytes[$0] : nil
    }
    return starts.count { $0 == 0x27 } * 2 > starts.count ? 0x27 : 0x22
  }
}
