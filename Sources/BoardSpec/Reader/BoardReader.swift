internal import Base
package import Diagnostics
internal import Electronics
internal import MarkedText
internal import Market

/// Reads a board spec: text to `Board`, with every fault told and its place.
///
/// Throws only what the context throws. A board is returned when nothing was wrong with it.
package struct BoardReader {
  let context: any SpecContext
  let sink: DiagnosticSink
  let values: ValueReader
  /// Whether numbers that the catalog lacks are taken as they are written.
  private let takesUnknownParts: Bool
  private let readSlots = ReadSlots()

  private init(_ context: any SpecContext, _ sink: DiagnosticSink, takesUnknownParts: Bool) {
    self.context = context
    self.takesUnknownParts = takesUnknownParts
    self.sink = sink
    values = ValueReader(sink: sink)
  }

  /// - Parameter takesUnknownParts: whether a slot may name a number or a maker that the catalog lacks: for what only asks about
  ///   parts. Its requirement then has no conditions.
  package static func read(
    _ source: SourceText, context: any SpecContext, takesUnknownParts: Bool = false, into sink: DiagnosticSink
  ) throws -> Board? {
    let reader = BoardReader(context, sink, takesUnknownParts: takesUnknownParts)
    guard let root = YAMLReader.read(source, into: sink) else { return nil }
    let board = try reader.boards(root)
    return sink.hasErrors ? nil : board
  }

  /// One variant of the board; without choices, the board itself.
  func board(_ root: MarkedNode, _ choices: [GroupChoice]) throws -> Board? {
    guard let top = MappingReader(root, "the board spec", into: sink) else { return nil }
    // Read beforehand.
    _ = top.optional("turnkey")
    if let schema = top.required("schema"), let text = schema.word("schema", into: sink), text != "peidan.board/1" {
      sink.report(
        Diagnostic(
          SpecCodes.schema, "schema `\(text)` is not a board's", at: schema.span, helps: ["write `peidan.board/1`"]))
    }
    let head = top.required("board").flatMap { self.head($0) }
    let markets = try self.markets(top)
    let market = markets.first ?? ""
    let extended = try top.optional("extends").flatMap { try self.design($0) }
    let wiring = WiringReader(sink: sink)
    let omitted = top.optional("omit").map { wiring.mentions($0, "an omitted slot") } ?? []
    let sources = extended.map { [DesignSlots($0, omitted: omitted)] } ?? []
    let variant = try BuildVariant(top.optional("slots"), sources: sources, choices: choices, sink: sink)
    var slots = try slots(variant, markets: markets)
    // A bill of which nothing is settled yet is planned too: the plan says what is to be found out.
    if slots.isEmpty, top.optional("imported") == nil, !sink.hasErrors {
      sink.report(Diagnostic(SpecCodes.noRequirement, "the board has no slots", at: root.span))
    }
    let policy = try top.optional("policy").map { try self.policy($0, markets: markets) } ?? .standard
    let construction = ConstructionReader(values: values, sink: sink)
    let rails = variant.rails(top.optional("rails"), of: &slots, construction)
    let buses = variant.buses(top.optional("buses"), wiring)
    let functions = top.optional("functions").map { wiring.mentions($0, "functions") } ?? []
    let regions = top.optional("regions").map { wiring.mentions($0, "regions") } ?? []
    let waivers = top.optional("waivers").map { wiring.waivers($0) } ?? []
    let battery = top.optional("battery").flatMap { construction.battery($0) }.map { variant.kept($0) }
    let enclosure = top.optional("enclosure").flatMap { construction.enclosure($0) }
    let pcb = top.optional("pcb").flatMap { construction.pcb($0) }.map { variant.kept($0) }
    let process = variant.kept(top.optional("process").flatMap { construction.process($0) } ?? .none)
    let day = try top.required("day").flatMap { try DayReader(context: context, sink: sink).day($0, market: market) }
    let stock = top.optional("stock").map { StockReader.items($0, into: sink) } ?? []
    let usesSample = top.optional("sample")?.flag("sample", into: sink) ?? false
    let imported = top.optional("imported").flatMap { ImportedLines($0, into: sink) }
    let bill = imported?.bill(of: Set(slots.flatMap(\.references)).union(variant.leftOut), into: sink)
    top.finish()
    guard let head, var day else { return nil }
    var board = Board(
      name: head.name, title: head.title, revision: head.revision, quantity: head.quantity, market: market,
      otherMarkets: Array(markets.dropFirst()),
      designs: (extended.map { [$0.facts] } ?? []) + choices.compactMap { $0.option?.design.facts }, slots: slots,
      policy: policy, rails: rails, buses: buses, battery: battery,
      enclosure: enclosure, pcb: pcb, process: process, day: day.day, regions: regions, waivers: waivers,
      functions: functions, fillings: choices.map(\.filling), bill: bill, stock: stock, usesSample: usesSample)
    reportExcess(board, slots: top.optional("slots")?.span)
    board.policy.budget = day.budget
    day.budget = nil
    return board
  }

  private func head(_ node: MarkedNode) -> (name: String, title: LocalizedText, revision: String?, quantity: Int)? {
    guard let mapping = MappingReader(node, "board", into: sink) else { return nil }
    defer { mapping.finish() }
    let name = mapping.required("name").flatMap { node -> String? in
      guard let text = node.word("name", into: sink) else { return nil }
      let allowed = text.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
      if allowed { return text }
      values.refuse(node, "`name`: `\(text)` names files, so it is lower-case letters, digits and hyphens", help: nil)
      return nil
    }
    let title = mapping.optional("title").flatMap { values.text($0, "title") }
    let revision = mapping.optional("revision")?.word("revision", into: sink)
    let quantity = mapping.required("quantity")?.integer("quantity", in: Limits.boards, into: sink)
    guard let name, let quantity else { return nil }
    return (name, title ?? LocalizedText(english: name, chinese: name), revision, quantity)
  }

  /// Reports lines of more pieces than can be bought at once, and more slots than a board can have.
  private func reportExcess(_ board: Board, slots place: SourceSpan?) {
    if !Limits.slots.contains(board.slots.count) {
      sink.report(
        Diagnostic(
          SpecCodes.value, "a board has at most \(Limits.slots.upperBound) slots, not \(board.slots.count)", at: place))
    }
    for slot in board.slots {
      let spares = (slot.spares ?? board.policy.spares).perMille
      let sets = max(board.quantity * (1_000 + spares), 1_000 * slot.minimumSets)
      let pieces = slot.count * sets / 1_000
      if Limits.pieces.contains(pieces) { continue }
      sink.report(
        Diagnostic(
          SpecCodes.value,
          "`\(slot.key)` needs \(pieces) pieces for \(board.quantity) boards, at most \(Limits.pieces.upperBound) can be bought",
          at: slot.span, helps: ["build fewer boards, or plan with `--boards`"]))
    }
  }

  private func design(_ node: MarkedNode) throws -> NamedDesign? {
    guard let id = node.word("extends", into: sink) else { return nil }
    return try design(id, at: node.span)
  }

  private func policy(_ node: MarkedNode, markets: [String]) throws -> SourcingPolicy {
    var policy = SourcingPolicy.standard
    guard let mapping = MappingReader(node, "policy", into: sink) else { return policy }
    if let conditions = mapping.optional("conditions").flatMap({ values.conditions($0) }) {
      policy.conditions = conditions
    }
    policy.invoice = mapping.optional("invoice")?.flag("invoice", into: sink) ?? policy.invoice
    if let loss = mapping.optional("loss").flatMap({ values.money($0, "loss", in: Limits.loss) }) { policy.loss = loss }
    if let spares = mapping.optional("spares").flatMap({ values.perMille($0, "spares") }) {
      policy.spares = Spares(perMille: spares)
    }
    if let node = mapping.optional("stalls"),
      let stalls = try values.stalls(node, in: StallNames(context: context, markets: markets))
    {
      policy.pinnedStalls = stalls.only
      policy.bannedStalls = stalls.never
    }
    policy.dateCode = dateCode(mapping) ?? policy.dateCode
    mapping.finish()
    return policy
  }

  /// The board's own rule, in one of its two spellings.
  private func dateCode(_ mapping: MappingReader) -> DateCodeRule? {
    let rule = mapping.optional("date-code")
    let years = mapping.optional("date-code-years")
    if let rule, years != nil {
      values.refuse(rule, "the policy has `date-code` beside `date-code-years`", help: "keep `date-code`")
    }
    return rule.flatMap { values.dateCode($0) }
      ?? years?.integer("date-code-years", in: DateCodeRule.range, into: sink).map { DateCodeRule(years: $0) }
  }

  /// The designs' slots in their order, each under what the board says of it, then the board's own.
  private func slots(_ variant: BuildVariant, markets: [String]) throws -> [Slot] {
    let reader = SlotReader(
      context: context, sink: sink, markets: markets, takesUnknownParts: takesUnknownParts)
    let slots = try variant.entries.compactMap { entry in
      var slot = try readSlots.slot(entry) {
        try reader.slot(key: entry.key, span: entry.span, board: entry.board, design: entry.design)
      }
      slot?.minimumSets = entry.minimumSets
      return slot
    }
    reportDuplicates(slots)
    return slots
  }

  private func reportDuplicates(_ slots: [Slot]) {
    var owner: [String: Slot] = [:]
    for slot in slots {
      for reference in slot.references {
        guard let first = owner[reference] else {
          owner[reference] = slot
          continue
        }
        sink.report(
          Diagnostic(
            SpecCodes.duplicateReference, "reference `\(reference)` stands in two slots", at: slot.span,
            notes: [.init("the other one is here", at: first.span)]))
      }
    }
  }
}

extension SourcingPolicy {
  /// What holds where a board says nothing: new goods of any origin, no invoice, one yuan lost with a bad piece.
  static let standard = SourcingPolicy(
    conditions: [.original, .looseNew, .domestic], invoice: false, loss: Money(microYuan: 1_000_000), pinnedStalls: [],
    bannedStalls: [], spares: Spares(perMille: 0), budget: nil)
}
