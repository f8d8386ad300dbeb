/// Reads comma-separated values (RFC 4180) record by record from bytes that arrive piece by piece.
///
/// For files of hundreds of megabytes: memory is one piece and one record. Blank lines are passed over; a byte order mark
/// is dropped. O(bytes).
package struct RecordReader<Feed: ByteFeed> {
  private var feed: Feed
  private let separator: UInt8
  private let recordLimit: Int
  private var piece: [UInt8] = []
  private var position = 0
  private var nextLine = 1
  private var isFirst = true
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// The line on which the record read last starts, from 1.
  package private(set) var line = 0

  /// - Parameter recordLimit: bytes that a record may have; more is taken for a quote that was never closed.
  package init(_ feed: Feed, separator: UInt8 = UInt8(ascii: ","), recordLimit: Int = 1 << 20) {
    self.feed = feed
    self.separator = separator
    self.recordLimit = recordLimit
  }

  /// See `ByteFeed.fraction`.
  package var fraction: Double { feed.fraction }

  /// How many cells the record read last has.
  package var count: Int { ends.count }

  /// A cell of the record read last; empty beyond its end. Bytes that are not UTF-8 become U+FFFD.
  package func text(_ index: Int) -> String {
    guard index < ends.count else { return "" }
    let range = (index == 0 ? 0 : ends[index - 1])..<ends[index]
    return bytes.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
  }

  /// All cells of the record read last.
  package var texts: [String] { ends.indices.map { text($0) } }

  /// Reads the next record that is not blank; false at the end.
  package mutating func next() throws(SheetError) -> Bool {
    while try read() {
      if ends.count > 1 || !bytes.isEmpty { return true }
    }
    return false
  }

  private mutating func fill() throws(SheetError) -> Bool {
    guard let more = try feed.next() else { return false }
    piece = more
    position = 0
    if isFirst {
      isFirst = false
      while piece.count < 3, let next = try feed.next() { piece += next }
      if piece.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }
    return true
  }

  private enum State {
    case start, plain, quoted, quoteInQuoted
  }

  /// Reads one record, which may be blank.
  private mutating func read() throws(SheetError) -> Bool {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    line = nextLine
    var state = State.start
    var isAny = false
    while true {
      if position >= piece.count, try !fill() {
        if state == .quoted { throw .openQuote(line: line) }
        if isAny { ends.append(bytes.count) }
        return isAny
      }
      isAny = true
      if try scan(&state) { return true }
      if bytes.count > recordLimit {
        throw state == .quoted ? .openQuote(line: line) : .recordTooLong(line: line, limit: recordLimit)
      }
    }
  }

  /// Takes bytes of the piece up to its end or the record's; says whether the record is complete.
  private mutating func scan(_ state: inout State) throws(SheetError) -> Bool {
    let separator = separator
    var run = position
    var index = position
    let count = piece.count
    defer { position = index }
    while index < count {
      let byte = piece[index]
      if state == .quoted {
        if byte == UInt8(ascii: "\"") {
          bytes.append(contentsOf: piece[run..<index])
          state = .quoteInQuoted
        } else if byte == UInt8(ascii: "\n") {
          nextLine += 1
        }
        index += 1
        continue
      }
      switch byte {
      case separator:
        if state != .quoteInQuoted { bytes.append(contentsOf: piece[run..<index]) }
        ends.append(bytes.count)
        state = .start
        run = index + 1
      case UInt8(ascii: "\n"):
        if state != .quoteInQuoted { bytes.append(contentsOf: piece[run..<index]) }
        if bytes.last == UInt8(ascii: "\r"), bytes.count > (ends.last ?? 0), state != .quoteInQuoted {
          bytes.removeLast()
        }
        ends.append(bytes.count)
        nextLine += 1
        index += 1
        return true
      case UInt8(ascii: "\"") where state == .start:
        state = .quoted
        run = index + 1
      case UInt8(ascii: "\"") where state == .quoteInQuoted:
        // A doubled quote within quotes is one.
        state = .quoted
        run = index
      case UInt8(ascii: "\r") where state == .quoteInQuoted:
        break
      default:
        if state == .quoteInQuoted { run = index }
        state = .plain
      }
      index += 1
    }
    if state == .plain || state == .quoted { bytes.append(contentsOf: piece[run..<count]) }
    return false
  }
}
