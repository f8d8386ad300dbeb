internal import Base
internal import Market

/// Makes answers of a record: its prices with the quantities, conditions and taxes that each stands beside.
struct RecordReader {
  let record: Record
  let reader: AnswerReader
  let says: String
  let atoms: [Atom]

  init(_ record: Record, reader: AnswerReader, says: String) {
    self.record = record
    self.reader = reader
    self.says = says
    atoms = RecordReader.withoutRefusedConditions(AtomBuilder.atoms(of: record.entries))
  }

  /// 没有原装，散新0.3: what is refused is one condition, where another clause has a price.
  private static func withoutRefusedConditions(_ atoms: [Atom]) -> [Atom] {
    let clauses = Set(
      atoms.filter { $0.kind == .absent }.map(\.clause).filter { clause in
        let own = atoms.filter { $0.clause == clause }
        return !own.contains { $0.price != nil }
          && own.contains { if case .condition = $0.kind { true } else { false } }
      })
    guard !clauses.isEmpty, atoms.contains(where: { $0.price != nil }) else { return atoms }
    return atoms.filter { atom in
      guard clauses.contains(atom.clause) else { return true }
      if case .condition = atom.kind { return false }
      return atom.kind != .absent
    }
  }

  func answers() -> [Answer] {
    let prices = atoms.contains { if case .price = $0.kind { true } else { false } }
    let isForEach = record.entries.contains { $0.word == .all || $0.word == .each }
    guard record.parts.count > 1 else { return answers(for: record.parts.first) }
    if !prices, isAbsent { return record.parts.flatMap { answers(for: $0) } }
    if prices, isForEach { return record.parts.flatMap { answers(for: $0) } }
    let names = record.parts.map { name(of: $0) }
    return record.parts.map { part in blank(part).asked(prices ? .sharedPrice(names) : .noPrice) }
  }

  private var isAbsent: Bool { atoms.contains { $0.kind == .absent } }

  func name(of part: Reference) -> String {
    switch part {
    case .asked(let line, _, _): reader.context.lines[line].mpn
    case .other(let name): name
    case .unclear(let said, _): said
    }
  }

  /// An answer about a part, without a price.
  private func blank(_ part: Reference?) -> Answer {
    var answer = Answer(line: record.firstLine, state: .question, says: says)
    answer.lastLine = record.lastLine
    guard let part else { return answer }
    switch part {
    case .asked(let line, let said, let isWhole):
      answer.mpn = reader.context.lines[line].mpn
      answer.state = .quote
      if !isWhole { answer.why.append(.shortName(said: said, meant: reader.context.lines[line].mpn)) }
    case .other(let name):
      answer.mpn = reader.context.known(name)?.mpn ?? name
      answer.state = reader.context.lines.isEmpty ? .quote : .otherPart
    case .unclear(let said, let lines):
      let meant = Set(lines).sorted().map { reader.context.lines[$0].mpn }
      answer.mpn = meant.count == 1 ? meant[0] : nil
      answer = answer.asked(.severalParts(said: said, meant: meant))
    }
    return answer
  }

  // MARK: One part

  private func answers(for part: Reference?) -> [Answer] {
    var base = blank(part)
    for doubt in record.doubts { base = base.asked(doubt) }
    let list = part.flatMap { reader.listPrice($0) }
    var assignment = PriceAssignment(atoms, list: list, context: reader.context)
    assignment.assign()
    if let validity = atoms.compactMap({ atom -> Int? in if case .valid(let days) = atom.kind { days } else { nil } })
      .min()
    {
      base.validDays = validity
    }
    for said in atoms where said.kind == .otherCondition { base.why.append(.unknownCondition(said.said)) }
    let orders = atoms.contains { if case .lead(let days) = $0.kind { days != 0 } else { false } }
    if isAbsent, assignment.prices.isEmpty || !orders { return [absent(base, assignment)] }
    let doubts = self.doubts(assignment)
    if assignment.prices.isEmpty {
      var answer = base
      assignment.common(&answer)
      return [doubts.isEmpty ? answer.asked(.noPrice) : doubts.reduce(answer) { $0.asked($1) }]
    }
    return assignment.prices.map { price in
      var answer = base
      price.fill(&answer)
      for doubt in doubts + price.doubts { answer = answer.asked(doubt) }
      return answer.state == .question ? answer : checked(answer, list)
    }
  }

  /// The seller does not have it; a price beside that is a contradiction.
  private func absent(_ base: Answer, _ assignment: PriceAssignment) -> Answer {
    var answer = base
    if !assignment.prices.isEmpty {
      return answer.asked(.contradiction(atoms.first { $0.kind == .absent }?.said ?? ""))
    }
    guard answer.state != .question || answer.mpn != nil && record.doubts.isEmpty else { return answer }
    if answer.why.contains(where: { if case .severalParts = $0 { true } else { false } }) { return answer }
    answer.state = .noBid
    return answer
  }

  /// Why nothing of the record can be taken.
  private func doubts(_ assignment: PriceAssignment) -> [AnswerReason] {
    var doubts: [AnswerReason] = assignment.doubts
    for atom in atoms {
      switch atom.kind {
      case .doubt(.otherCurrency(let currency)) where assignment.rate(of: currency) != nil: break
      case .doubt(let reason): doubts.append(reason)
      case .onRequest: doubts.append(.priceByPhone)
      case .later: doubts.append(.priceLater)
      case .asks: doubts.append(.askedAgain(says))
      default: break
      }
    }
    return doubts
  }

  /// Holds a price against the limits and the lists.
  private func checked(_ answer: Answer, _ list: ClosedRange<Money>?) -> Answer {
    guard let price = answer.unitPrice else { return answer.asked(.noPrice) }
    guard price > .zero, Limits.unitPrice.contains(price) else {
      var answer = answer.asked(.unusable(price.decimal))
      answer.unitPrice = nil
      return answer
    }
    guard let list else { return answer }
    let range = reader.context.plausible(list)
    if range.contains(price) { return answer }
    return answer.asked(
      .outOfRange(price: price.decimal, least: range.lowerBound.decimal, most: range.upperBound.decimal))
  }
}
