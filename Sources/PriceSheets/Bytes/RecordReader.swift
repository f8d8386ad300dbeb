internal import Base

/// Reads comma-separated values (RFC 4180) record by record from bytes that arrive piece by piece.
///
/// For files of hundreds of megabytes: memory is one piece and one record. Blank lines are passed over; a byte order mark
/// is dropped. O(bytes).
package struct RecordReader<Feed: ByteFeed> {
  private var feed: Feed
  private let recordLimit: Int
  private var scanner: RecordScanner
  /// What has arrived and may still be needed; the next record starts at `position`.
  private var bytes: [UInt8] = []
  private var position = 0
  private var isStarted = false
  private var isWhole = false

  /// - Parameter recordLimit: bytes that a record may have; more is taken for a quote that was never closed.
  package init(_ feed: Feed, separator: UInt8 = UInt8(ascii: ","), recordLimit: Int = 1 << 20) {
    self.feed = feed
    self.recordLimit = recordLimit
    scanner = RecordScanner(RecordScanner.Rules(separator: separator))
  }

  /// See `ByteFeed.fraction`.
  package var fraction: Double { feed.fraction }

  /// The line on which the record read last starts, from 1.
  package var line: Int { scanner.line }

  /// How many cells the record read last has.
  package var count: Int { scanner.cells.count }

  /// A cell of the record read last; empty beyond its end. Bytes that are not UTF-8 become U+FFFD.
  package func text(_ index: Int) -> String {
    guard index < scanner.cells.count else { return "" }
    return bytes.withUnsafeBufferPointer { scanner.cells[index].text(in: $0, quote: scanner.rules.quote) }
  }

  /// All cells of the record read last.
  package var texts: [String] { scanner.cells.indices.map { text($0) } }

  /// Reads the next record that is not blank; false at the end.
  package mutating func next() throws(SheetError) -> Bool {
    while try read() {
      if scanner.cells.count > 1 || !scanner.cells[0].isEmpty { return true }
    }
    return false
  }

  /// Reads one record, which may be blank.
  private mutating func read() throws(SheetError) -> Bool {
    while true {
      let isWhole = isWhole
      let isRead = bytes.withUnsafeBufferPointer { scanner.next($0, from: &position, isWhole: isWhole) }
      if isRead, !scanner.cells[scanner.cells.count - 1].isOpen { return true }
      if isRead { throw .openQuote(line: scanner.line) }
      if isWhole { return false }
      if bytes.count - position > recordLimit {
        throw scanner.endsInQuotes
          ? .openQuote(line: scanner.nextLine) : .recordTooLong(line: scanner.nextLine, limit: recordLimit)
      }
      try fill()
    }
  }

  /// Drops what is read and adds more: as much as is left at least, so that a record is scanned a bounded number of times.
  private mutating func fill() throws(SheetError) {
    bytes.removeFirst(position)
    position = 0
    let wanted = min(2 * bytes.count, recordLimit) + 1
    while bytes.count < wanted {
      guard let more = try feed.next() else {
        isWhole = true
        break
      }
      if bytes.isEmpty { bytes = more } else { bytes += more }
    }
    guard !isStarted else { return }
    isStarted = true
    while bytes.count < 3, !isWhole {
      guard let more = try feed.next() else {
        isWhole = true
        break
      }
      bytes += more
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }
}
