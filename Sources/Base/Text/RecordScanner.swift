/// Splits delimited text into records of cells, which it gives as places in the caller's bytes: the one scanner under every
/// reader of comma-separated values and their relatives.
///
/// RFC 4180 with the freedoms that `Rules` names. A quote counts at the start of a cell only; a doubled one inside stands for
/// itself; what stands behind a closing quote is the cell's `tail`, which a reader joins to it or refuses. Bytes may arrive
/// piece by piece: a record that they do not end is scanned again with more of them. O(bytes).
package struct RecordScanner: Sendable {
  package struct Rules: Sendable {
    /// Between cells.
    package var separator: UInt8
    /// Around a cell that holds separators or line breaks.
    package var quote: UInt8
    /// Whether spaces and tabs around a cell do not count; a tab that separates always does.
    package var dropsBlanks: Bool
    /// Whether a carriage return by itself ends a record, as a line feed does. Otherwise it only goes with a line feed.
    package var returnEndsRecord: Bool
    /// Whether the first quote that is never closed is an ordinary character, and every later one with it. Otherwise its
    /// cell has all that is left.
    package var openQuoteIsText: Bool

    package init(
      separator: UInt8 = UInt8(ascii: ","), quote: UInt8 = UInt8(ascii: "\""), dropsBlanks: Bool = false,
      returnEndsRecord: Bool = false, openQuoteIsText: Bool = false
    ) {
      self.separator = separator
      self.quote = quote
      self.dropsBlanks = dropsBlanks
      self.returnEndsRecord = returnEndsRecord
      self.openQuoteIsText = openQuoteIsText
    }
  }

  /// Places in the bytes that were given to `next`.
  package struct Cell: Sendable {
    /// Without quotes and dropped blanks.
    package var inner: Range<Int>
    /// The end of what stands between a closing quote and the next separator; the end of `inner` without quotes.
    fileprivate var end: Int
    fileprivate var quotes = Quotes.none
    fileprivate var hasDoubledQuotes = false

    fileprivate enum Quotes { case none, both, open }

    /// Whether the cell has no quotes around it.
    package var isPlain: Bool { quotes == .none }

    /// Whether the cell starts with a quote that is never closed.
    package var isOpen: Bool { quotes == .open }

    /// With its quotes, without the tail.
    package var outer: Range<Int> {
      switch quotes {
      case .none: inner
      case .both: inner.lowerBound - 1..<inner.upperBound + 1
      case .open: inner.lowerBound - 1..<inner.upperBound
      }
    }

    /// What stands behind a closing quote.
    package var tail: Range<Int> { outer.upperBound..<max(end, outer.upperBound) }

    /// Whether each byte of `inner` is one of the text.
    package var isVerbatim: Bool { !hasDoubledQuotes }

    /// Whether the text is empty.
    package var isEmpty: Bool { inner.isEmpty && tail.isEmpty }

    /// The same without what stands behind its closing quote.
    package var withoutTail: Cell {
      var cell = self
      cell.end = outer.upperBound
      return cell
    }

    /// The text, the tail behind it. Bytes that are not UTF-8 become U+FFFD. O(bytes).
    package func text(in bytes: UnsafeBufferPointer<UInt8>, quote: UInt8) -> String {
      if !hasDoubledQuotes, tail.isEmpty {
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[inner]), as: UTF8.self)
      }
      var plain: [UInt8] = []
      plain.reserveCapacity(end - inner.lowerBound)
      var place = inner.lowerBound
      while place < inner.upperBound {
        if bytes[place] == quote, place + 1 < inner.upperBound { place += 1 }
        plain.append(bytes[place])
        place += 1
      }
      plain.append(contentsOf: bytes[tail])
      return String(decoding: plain, as: UTF8.self)
    }
  }

  package let rules: Rules
  /// The cells of the record read last, at least one.
  package private(set) var cells: [Cell] = []
  /// The line on which the record read last starts, from 1, and that on which the next one does.
  package private(set) var line = 0
  package private(set) var nextLine = 1
  /// Whether the bytes ended inside quotes when `next` last wanted more of them.
  package private(set) var endsInQuotes = false
  /// The place of the first quote that was taken for text because it is never closed.
  package private(set) var openQuote: Int?

  package init(_ rules: Rules = Rules()) { self.rules = rules }

  /// Reads the record at `index`, which moves behind its line break. A blank line is a record of one empty cell.
  ///
  /// - Parameter isWhole: whether no bytes follow those given.
  /// - Returns: false, with `index` where it was, behind the last record and where more bytes are needed to end one.
  package mutating func next(_ bytes: UnsafeBufferPointer<UInt8>, from index: inout Int, isWhole: Bool = true) -> Bool {
    var scan = Scan(rules: rules, bytes: bytes, index: index, quotesCount: openQuote == nil)
    endsInQuotes = false
    guard index < bytes.count else { return false }
    cells.removeAll(keepingCapacity: true)
    repeat { cells.append(scan.cell(isWhole: isWhole)) } while scan.take(rules.separator)
    let didEnd = scan.endRecord(isWhole: isWhole)
    guard didEnd else {
      endsInQuotes = cells.last?.isOpen ?? false
      return false
    }
    (line, nextLine) = (nextLine, nextLine + scan.breaks)
    openQuote = openQuote ?? scan.openQuote
    index = scan.index
    return true
  }

  /// One pass over a record.
  private struct Scan {
    let rules: Rules
    let bytes: UnsafeBufferPointer<UInt8>
    var index: Int
    /// Whether a quote is more than an ordinary character.
    var quotesCount: Bool
    var openQuote: Int?
    var breaks = 0

    mutating func take(_ byte: UInt8) -> Bool {
      guard index < bytes.count, bytes[index] == byte else { return false }
      index += 1
      return true
    }

    private func isBlank(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") && rules.separator != byte
    }

    /// Moves to the end of the cell.
    private mutating func skipToEnd() {
      let (separator, carriageReturn) = (rules.separator, rules.returnEndsRecord ? UInt8(ascii: "\r") : rules.separator)
      var place = index
      while place < bytes.count {
        let byte = bytes[place]
        if byte == separator || byte == UInt8(ascii: "\n") || byte == carriageReturn { break }
        place += 1
      }
      index = place
    }

    /// Where the cell ends that began at `start`: before the carriage return that goes with a line feed.
    private func end(from start: Int) -> Int {
      let isBeforeBreak = index < bytes.count && bytes[index] == UInt8(ascii: "\n")
      return isBeforeBreak && index > start && bytes[index - 1] == UInt8(ascii: "\r") ? index - 1 : index
    }

    mutating func cell(isWhole: Bool) -> Cell {
      if rules.dropsBlanks {
        while index < bytes.count, isBlank(bytes[index]) { index += 1 }
      }
      if quotesCount, index < bytes.count, bytes[index] == rules.quote, let cell = quoted(isWhole: isWhole) {
        return cell
      }
      let start = index
      skipToEnd()
      var end = end(from: start)
      if rules.dropsBlanks {
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
      }
      return Cell(inner: start..<end, end: end)
    }

    /// A cell in quotes; nil where its quote is never closed and counts as text.
    private mutating func quoted(isWhole: Bool) -> Cell? {
      let start = index + 1
      var place = start
      var (breaks, hasDoubled) = (0, false)
      while place < bytes.count {
        let byte = bytes[place]
        if byte == rules.quote {
          guard place + 1 < bytes.count, bytes[place + 1] == rules.quote else { break }
          hasDoubled = true
          place += 1
        } else if byte == UInt8(ascii: "\n") {
          breaks += 1
        } else if byte == UInt8(ascii: "\r"), rules.returnEndsRecord,
          place + 1 == bytes.count || bytes[place + 1] != UInt8(ascii: "\n")
        {
          breaks += 1
        }
        place += 1
      }
      if place >= bytes.count {
        if isWhole, rules.openQuoteIsText {
          openQuote = index
          quotesCount = false
          return nil
        }
        index = bytes.count
        return Cell(inner: start..<bytes.count, end: bytes.count, quotes: .open, hasDoubledQuotes: hasDoubled)
      }
      self.breaks += breaks
      index = place + 1
      let tail = index
      skipToEnd()
      return Cell(inner: start..<place, end: end(from: tail), quotes: .both, hasDoubledQuotes: hasDoubled)
    }

    /// Takes the line break; false where more bytes could belong to the record.
    mutating func endRecord(isWhole: Bool) -> Bool {
      guard index < bytes.count else { return isWhole }
      breaks += 1
      let isReturn = rules.returnEndsRecord && take(UInt8(ascii: "\r"))
      if isReturn, index == bytes.count { return isWhole }
      _ = take(UInt8(ascii: "\n"))
      return true
    }
  }
}
