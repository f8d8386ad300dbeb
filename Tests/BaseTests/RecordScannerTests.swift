import Base
import Testing

@Suite struct RecordScannerTests {
  private typealias Rules = RecordScanner.Rules

  /// The records of a text, each cell with its tail.
  private func records(_ text: String, _ rules: RecordScanner.Rules) -> (records: [[String]], lines: [Int], open: Int?)
  {
    var scanner = RecordScanner(rules)
    var (records, lines, index): ([[String]], [Int], Int) = ([], [], 0)
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      while scanner.next(bytes, from: &index) {
        records.append(scanner.cells.map { $0.text(in: bytes, quote: rules.quote) })
        lines.append(scanner.line)
      }
    }
    return (records, lines, scanner.openQuote)
  }

  @Test func aDoubledQuoteStandsForItselfAndATailForTheRest() {
    #expect(records("\"a \"\"b\"\"\",\"c\"d\"e\"\n", Rules()).records == [["a \"b\"", "cd\"e\""]])
    #expect(records("x\"y\",\"\",\"\"\"\"", Rules()).records == [["x\"y\"", "", "\""]])
  }

  @Test func blanksAroundACellAreDroppedOnlyWhereTheRulesSaySo() {
    #expect(records(" a , \"b\" ,c\n", Rules()).records == [[" a ", " \"b\" ", "c"]])
    #expect(records(" a\t, \" b\",\tc \n", Rules(dropsBlanks: true)).records == [["a", " b", "c"]])
    #expect(records(" a\t\tc \n", Rules(separator: 0x09, dropsBlanks: true)).records == [["a", "", "c"]])
  }

  @Test func aReturnEndsARecordOnlyWhereTheRulesSaySo() {
    let text = "a\rb\r\n\"c\rd\"\r\ne\r"
    let kept = records(text, Rules())
    #expect(kept.records == [["a\rb"], ["c\rd"], ["e\r"]] && kept.lines == [1, 2, 3])
    let ended = records(text, Rules(returnEndsRecord: true))
    #expect(ended.records == [["a"], ["b"], ["c\rd"], ["e"]] && ended.lines == [1, 2, 3, 5])
  }

  @Test func anOpenQuoteIsTextOrTakesTheRest() {
    let text = "\"a\",\"b,c\nd,\"e\"\n"
    let open = records("\"a\",\"b,c\nd\n", Rules())
    #expect(open.records == [["a", "b,c\nd\n"]] && open.open == nil)
    #expect(records(text, Rules()).records == [["a", "b,c\nd,e\""]])
    let plain = records("\"a\",\"b,c\nd,\"e\n", Rules(openQuoteIsText: true))
    #expect(plain.records == [["a", "b,c\nd,e"]] && plain.open == nil)
    let late = records("\"a\",b\n\"c,d\n'e\n", Rules(openQuoteIsText: true))
    #expect(late.records == [["a", "b"], ["\"c", "d"], ["'e"]] && late.open == 6)
  }

  /// A plain reading, character by character, of texts with few letters, under every rule.
  @Test func recordsAreThoseOfAPlainReading() {
    var random = SplitMix64(seed: 11)
    let letters: [UInt8] = Array("a\",\n\r \"\"".utf8)
    for round in 0..<4_000 {
      let rules = Rules(
        dropsBlanks: round & 1 != 0, returnEndsRecord: round & 2 != 0, openQuoteIsText: round & 4 != 0)
      let bytes = (0..<random.below(16)).map { _ in letters[random.below(letters.count)] }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(records(text, rules).records == PlainRecords(bytes, rules).records, "seed 11, round \(round): \(bytes)")
    }
  }

  /// Bytes that come one by one, ten by ten or at once give the same records.
  @Test func piecesMakeNoDifference() {
    var random = SplitMix64(seed: 12)
    let letters: [UInt8] = Array("a\",\n\r \"".utf8)
    for round in 0..<1_000 {
      let rules = Rules(returnEndsRecord: round & 1 != 0)
      let bytes = (0..<random.below(40)).map { _ in letters[random.below(letters.count)] }
      let whole = records(String(decoding: bytes, as: UTF8.self), rules)
      for piece in [1, 10] {
        var scanner = RecordScanner(rules)
        var (found, lines, index, end): ([[String]], [Int], Int, Int) = ([], [], 0, 0)
        bytes.withUnsafeBufferPointer { all in
          while true {
            let given = UnsafeBufferPointer(rebasing: all[..<end])
            if scanner.next(given, from: &index, isWhole: end == all.count) {
              found.append(scanner.cells.map { $0.text(in: given, quote: rules.quote) })
              lines.append(scanner.line)
            } else if end == all.count {
              break
            } else {
              end = min(end + piece, all.count)
            }
          }
        }
        #expect(found == whole.records && lines == whole.lines, "seed 12, round \(round), pieces of \(piece): \(bytes)")
      }
    }
  }
}

/// The rules, one character after another, with copies in the place of ranges.
private struct PlainRecords {
  private(set) var records: [[String]] = []

  init(_ bytes: [UInt8], _ rules: RecordScanner.Rules) {
    var rest = bytes[...]
    var quotesCount = true
    let isBlank: (UInt8) -> Bool = { rules.dropsBlanks && ($0 == 0x20 || $0 == 0x09 && rules.separator != 0x09) }
    func isEnd() -> Bool {
      guard let first = rest.first else { return true }
      return first == rules.separator || isBreak() != nil
    }
    func isBreak() -> Int? {
      if rest.first == 0x0A { return 1 }
      if rest.starts(with: [0x0D, 0x0A]) { return 2 }
      return rest.first == 0x0D && rules.returnEndsRecord ? 1 : nil
    }
    func upToEnd() -> [UInt8] {
      var text: [UInt8] = []
      while !isEnd() { text.append(rest.removeFirst()) }
      return text
    }
    func quoted() -> [UInt8]? {
      let before = rest
      rest.removeFirst()
      var text: [UInt8] = []
      while let first = rest.popFirst() {
        if first == rules.quote {
          guard rest.first == rules.quote else { return text + upToEnd() }
          rest.removeFirst()
        }
        text.append(first)
      }
      guard rules.openQuoteIsText else { return text }
      quotesCount = false
      rest = before
      return nil
    }
    func cell() -> [UInt8] {
      while let first = rest.first, isBlank(first) { rest.removeFirst() }
      if quotesCount, rest.first == rules.quote, let text = quoted() { return text }
      var text = upToEnd()
      while let last = text.last, isBlank(last) { text.removeLast() }
      return text
    }
    while !rest.isEmpty {
      var record = [String(decoding: cell(), as: UTF8.self)]
      while rest.first == rules.separator {
        rest.removeFirst()
        record.append(String(decoding: cell(), as: UTF8.self))
      }
      rest = rest.dropFirst(isBreak() ?? 0)
      records.append(record)
    }
  }
}
