internal import Base

/// One reading of a text: lines become records, records become answers.
struct AnswerSession {
  let reader: AnswerReader
  private let lines: [Substring]
  private var sheet = AnswerSheet()
  /// The record that a line without a part goes on with.
  private var current: Int?
  private var records: [Record] = []
  /// Parts of the question that was quoted last.
  private var asked: [Reference] = []
  /// Whether the lines are the user's own, by the name above them.
  private var isAskerSpeaking = false
  /// What is said of all parts that follow: 以下全部现货含税.
  private var preset: [Entry] = []

  init(reader: AnswerReader, text: String) {
    self.reader = reader
    lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
  }

  mutating func run() -> AnswerSheet {
    var index = 0
    while index < lines.count {
      if let table = AnswerTable(lines, from: index, reader: reader) {
        finishRecords()
        sheet.passed.append(PassedLine(line: index + 1, says: String(lines[index]).trimmed, kind: .header))
        sheet.answers += table.answers
        sheet.passed += table.passed
        index = table.end
        continue
      }
      take(SourceLine(lines[index], number: index + 1))
      index += 1
    }
    finishRecords()
    let settled = Set(sheet.answers.filter { $0.state != .question }.compactMap(\.mpn))
    // A part that is said to be there has its price in another line.
    let promised = sheet.answers.filter { answer in
      answer.why == [.noPrice] && answer.state == .question && answer.says.contains("有")
        && settled.contains(answer.mpn ?? "")
    }
    sheet.answers.removeAll { promised.contains($0) }
    for answer in promised { sheet.passed.append(PassedLine(line: answer.line, says: answer.says, kind: .talk)) }
    sheet.answers = AnswerSession.withoutContradictions(sheet.answers)
    sheet.answers = sheet.answers.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
    return sheet
  }

  // MARK: Lines

  private mutating func take(_ line: SourceLine) {
    if line.hasMedia, !reader.entries(of: line).contains(where: { $0.isPart || $0.isMoney || $0.word == .absent }) {
      pass(line, .media)
      return
    }
    if line.isBlank || line.isRule {
      if line.hasMedia { pass(line, .media) }
      if line.isBlank, !line.hasMedia { current = nil }
      return
    }
    if line.stamp.isStamp {
      isAskerSpeaking = line.stamp.isAsker
      current = nil
      pass(line, .talk)
      return
    }
    let entries = reader.entries(of: line)
    if entries.contains(where: { $0.word == .correction }), let last = records.indices.last {
      records[last].doubts.append(.contradiction(line.said))
    }
    if isAsk(entries, line) {
      let found = references(in: entries)
      if !found.isEmpty { asked = found }
      current = nil
      pass(line, .ask)
      return
    }
    if entries.contains(where: { $0.word == .contact }),
      !entries.contains(where: { $0.isMoney || $0.word == .absent || isAskedPart($0) })
    {
      pass(line, .talk)
      return
    }
    if !entries.contains(where: { $0.isPart }) {
      goOn(entries, line)
      return
    }
    let previous = current
    current = nil
    var pending: [Entry] = []
    for clause in clauses(entries) { take(clause, line, &pending, previous: previous) }
  }

  private func clauses(_ entries: [Entry]) -> [[Entry]] {
    entries.split(omittingEmptySubsequences: true) { $0.kind == .stop }.map { clause in
      var clause = Array(clause)
      // What shares a clause is found by its end.
      clause.append(Entry(kind: .stop, said: "", line: clause[0].line, isGlued: false))
      return clause
    }
  }

  /// The user's own question: quoted, or with a word of asking and without a price.
  private func isAsk(_ entries: [Entry], _ line: SourceLine) -> Bool {
    if line.isQuoted || isAskerSpeaking { return true }
    let asks = entries.contains { $0.word == .asks || $0.word == .wants }
    return asks && !entries.contains { $0.isMoney || $0.word == .absent }
  }

  private func isAskedPart(_ entry: Entry) -> Bool {
    switch entry.kind {
    case .part(_, let line, _): line != nil
    case .parts: true
    default: false
    }
  }

  private mutating func pass(_ line: SourceLine, _ kind: PassedLine.Kind) {
    sheet.passed.append(PassedLine(line: line.number, says: line.said, kind: kind))
  }

  // MARK: Clauses with and without parts

  private mutating func take(_ clause: [Entry], _ line: SourceLine, _ pending: inout [Entry], previous: Int?) {
    let groups = AnswerSession.groups(in: clause)
    guard let first = groups.first else {
      if clause.contains(where: { $0.word == .others }), clause.contains(where: { $0.word == .absent }) {
        refuseOthers(clause, line)
        return
      }
      let others = clause
      if isAboutAll(clause), !records.isEmpty, !clause.contains(where: \.isMoney) {
        for index in records.indices where records[index].lastLine >= line.number - 1 {
          records[index].entries += others
        }
      } else if let current {
        records[current].entries += others
      } else if clause.contains(where: { $0.word == .absent }), !clause.contains(where: \.isMoney) {
        refer(clause, line, previous: previous)
      } else {
        pending += others
      }
      return
    }
    var leading = pending + clause[..<first.lowerBound]
    pending = []
    let isMixed = groups.count > 1 && (leading.contains(where: \.isMoney) || isPricedInPart(clause, groups))
    for (index, group) in groups.enumerated() {
      let end = index + 1 < groups.count ? groups[index + 1].lowerBound : clause.count
      var following = Array(clause[group.upperBound..<end])
      var next: [Entry] = []
      // 没有 that is glued to the next part is said of it.
      if index + 1 < groups.count, clause[end].isGlued, let last = following.last, last.word == .absent, !last.isGlued {
        next = [following.removeLast()]
      }
      var record = Record(
        parts: references(in: Array(clause[group])), entries: leading + following, firstLine: line.number,
        lastLine: line.number)
      if isMixed { record.doubts.append(.sharedPrice(groups.flatMap { names(references(in: Array(clause[$0]))) })) }
      shareTerms(following, with: line)
      records.append(record)
      current = records.count - 1
      leading = next
    }
  }

  /// 都含税 behind the last part of a line is said of those before it as well.
  private mutating func shareTerms(_ entries: [Entry], with line: SourceLine) {
    guard let all = entries.firstIndex(where: { $0.word == .all }), entries[all...].contains(where: \.isTerm),
      !entries[all...].contains(where: { $0.isNumeric || $0.word == .absent })
    else { return }
    for index in records.indices where records[index].lastLine == line.number {
      records[index].entries += [Entry(kind: .stop, said: "", line: line.number, isGlued: false)] + entries[all...]
    }
  }

  /// Whether some parts of a clause have a price behind them and others nothing, so that a price may be of either.
  private func isPricedInPart(_ clause: [Entry], _ groups: [Range<Int>]) -> Bool {
    let said = groups.indices.map { index -> (isPriced: Bool, isEmpty: Bool) in
      let end = index + 1 < groups.count ? groups[index + 1].lowerBound : clause.count
      let behind = clause[groups[index].upperBound..<end]
      let isPriced = behind.contains(where: \.isMoney)
      let isSettled = behind.contains { [.absent, .onRequest, .later].contains($0.word) || $0.isNumeric }
      return (isPriced, !isPriced && !isSettled)
    }
    return said.contains { $0.isPriced } && said.contains { $0.isEmpty }
  }

  /// Ranges of parts that stand together, with nothing but `/`, `、` or blanks between.
  private static func groups(in clause: [Entry]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    for (place, entry) in clause.enumerated() where entry.isPart {
      if let last = groups.last,
        clause[last.upperBound..<place].allSatisfy({ $0.kind == .join || $0.kind == .sign("+") })
      {
        groups[groups.count - 1] = last.lowerBound..<(place + 1)
      } else {
        groups.append(place..<(place + 1))
      }
    }
    return groups
  }

  private func isAboutAll(_ clause: [Entry]) -> Bool {
    clause.contains { $0.word == .all }
      || clause.first.map { $0.said.hasPrefix("以上") || $0.said.hasPrefix("以下") } ?? false
  }

  /// Parts in their order, each once.
  private func references(in entries: [Entry]) -> [Reference] {
    var found: [Reference] = []
    for entry in entries {
      let reference: Reference
      switch entry.kind {
      case .part(let name, let line?, let isWhole): reference = .asked(line, said: name, isWhole: isWhole)
      case .part(let name, nil, _): reference = .other(name)
      case .parts(let name, let lines): reference = .unclear(said: name, lines: lines)
      default: continue
      }
      if !found.contains(where: { isSame($0, reference) }) { found.append(reference) }
    }
    return found
  }

  private func isSame(_ left: Reference, _ right: Reference) -> Bool {
    if case .asked(let first, _, _) = left, case .asked(let second, _, _) = right { return first == second }
    return left == right
  }

  func names(_ references: [Reference]) -> [String] {
    references.map { reference in
      switch reference {
      case .asked(let line, _, _): reader.context.lines[line].mpn
      case .other(let name): name
      case .unclear(let said, _): said
      }
    }
  }

  /// The part that 那个 means: that of the last record or question, or the only one asked for.
  private func referent(previous: Int?) -> [Reference] {
    // Where the last part has a price, 那个 means another one.
    if let previous, !records[previous].entries.contains(where: \.isMoney) { return records[previous].parts }
    if previous != nil, asked.isEmpty { return [] }
    if asked.count == 1 { return asked }
    if reader.context.lines.count == 1 { return [.asked(0, said: reader.context.lines[0].mpn, isWhole: true)] }
    return []
  }

  private mutating func refer(_ clause: [Entry], _ line: SourceLine, previous: Int?) {
    let meant = referent(previous: previous)
    guard !meant.isEmpty else { return }
    records.append(Record(parts: meant, entries: clause, firstLine: line.number, lastLine: line.number))
  }

  /// 其他没有: none of the lines that were asked for and are not named.
  private mutating func refuseOthers(_ entries: [Entry], _ line: SourceLine) {
    let named = Set(records.flatMap { names($0.parts) })
    for (index, asked) in reader.context.lines.enumerated() where !named.contains(asked.mpn) {
      records.append(
        Record(
          parts: [.asked(index, said: asked.mpn, isWhole: true)], entries: entries, firstLine: line.number,
          lastLine: line.number))
    }
  }

  // MARK: Lines without a part

  private mutating func goOn(_ entries: [Entry], _ line: SourceLine) {
    let hasPrice = entries.contains(where: \.isMoney)
    let isAbsent = entries.contains { $0.word == .absent }
    if entries.allSatisfy({
      $0.isSilent || $0.word == .asks || $0.word == .contact || $0.word == .that || $0.word == .all || $0.word == .valid
    })
      && !(isAboutAll(entries) && isAbsent)
    {
      pass(line, line.hasMedia ? .media : .talk)
      return
    }
    if isAbsent, !hasPrice, entries.contains(where: { $0.word == .others }), !records.isEmpty {
      refuseOthers(entries, line)
      return
    }
    if isAboutAll(entries), !hasPrice, !isAbsent, records.isEmpty, entries.contains(where: \.isTerm) {
      preset = [Entry(kind: .stop, said: "", line: line.number, isGlued: false)] + entries
      pass(line, .talk)
      return
    }
    if isAboutAll(entries), !hasPrice {
      if isAbsent, records.isEmpty || current == nil {
        let all =
          asked.isEmpty
          ? reader.context.lines.indices.map { Reference.asked($0, said: reader.context.lines[$0].mpn, isWhole: true) }
          : asked
        for part in all {
          records.append(Record(parts: [part], entries: entries, firstLine: line.number, lastLine: line.number))
        }
        return
      }
      if !records.isEmpty, !isAbsent {
        for index in records.indices {
          records[index].entries += [Entry(kind: .stop, said: "", line: line.number, isGlued: false)] + entries
        }
        return
      }
    }
    if let current, line.listMark == nil, !(hasPrice && namesSomething(entries)),
      mayGoOn(records[current], entries, hasPrice: hasPrice, isAbsent: isAbsent)
    {
      records[current].entries += [Entry(kind: .stop, said: "", line: line.number, isGlued: false)] + entries
      records[current].lastLine = line.number
      return
    }
    let isOnlyTalk =
      !hasPrice && !isAbsent
      && !entries.contains { entry in
        switch entry.kind {
        case .quantity, .number, .quantities, .plus, .packs: true
        default: false
        }
      }
    var meant: [Reference] = []
    if line.listMark == nil, !namesSomething(entries) { meant = referent(previous: nil) }
    if meant.isEmpty, isOnlyTalk {
      pass(line, .talk)
      return
    }
    var record = Record(parts: meant, entries: entries, firstLine: line.number, lastLine: line.number)
    if meant.isEmpty { record.doubts.append(line.listMark.map { .numberedOnly($0) } ?? .noPart) }
    records.append(record)
    current = meant.isEmpty ? nil : records.count - 1
    asked = []
  }

  /// Whether words stand in a line that are none of the trade and may name goods: `USB`, 排针.
  private func namesSomething(_ entries: [Entry]) -> Bool {
    let unknown = entries.map { entry in entry.kind == .other ? entry.said : "" }
    return unknown.contains { $0.count >= 2 }
      || zip(unknown, unknown.dropFirst()).contains { !$0.isEmpty && !$1.isEmpty }
  }

  /// Whether a line without a part belongs to the record before it.
  private func mayGoOn(_ record: Record, _ entries: [Entry], hasPrice: Bool, isAbsent: Bool) -> Bool {
    guard record.isComplete else { return true }
    if isAbsent { return false }
    guard hasPrice else { return true }
    // Another break or condition of the same part; a bare price is of an unnamed one.
    return entries.contains { entry in
      switch entry.kind {
      case .quantity, .quantities, .plus, .word(.condition), .word(.takeAll): true
      default: false
      }
    }
  }

  // MARK: Records

  private mutating func finishRecords() {
    var found: [Answer] = []
    for record in records {
      let says = lines[(record.firstLine - 1)..<record.lastLine].map { String($0).trimmed }.joined(separator: "\n")
      var record = record
      record.entries += preset
      found += RecordReader(record, reader: reader, says: says).answers()
    }
    sheet.answers += AnswerAudit(reader.context, whole: lines.joined(separator: "\n")).checked(found) {
      lines[($0 - 1)..<$1].joined(separator: "\n")
    }
    records = []
    current = nil
  }
}
