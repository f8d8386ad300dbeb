internal import Base
internal import Diagnostics
internal import Electronics
internal import MarkedText
internal import Market

/// Reads one slot, from the board's mapping over its design's, or from a shorthand like `10k 0402 5%`.
struct SlotReader {
  let context: any SpecContext
  let sink: DiagnosticSink
  let markets: [String]
  /// Whether numbers and makers that the catalog lacks are taken as they are written.
  var takesUnknownParts = false

  /// Nil, with findings, when the slot cannot be read.
  func slot(key: String, span: SourceSpan, board: MarkedNode?, design: MarkedNode?) throws -> Slot? {
    guard let references = ReferenceKey(key)?.references else {
      let turned = ReferenceKey.ascending(key)
      sink.report(
        Diagnostic(
          SpecCodes.reference, "`\(key)` is not a list of references", at: span,
          helps: [turned.map { "write `\($0)`" } ?? "write `U1`, `R1..R8` or `C1, C3..C5`"],
          fixes: turned.map { [FixIt(.safe, replace: span, with: $0)] } ?? []))
      return nil
    }
    if let shorthand = board?.scalar, board?.isNull == false {
      let requirement = try self.shorthand(shorthand, references[0], at: board?.span ?? span)
      return requirement.map { plain(key, references, [$0], span) }
    }
    if board == nil, let shorthand = design?.scalar {
      let requirement = try self.shorthand(shorthand, references[0], at: design?.span ?? span)
      return requirement.map { plain(key, references, [$0], span) }
    }
    let upper = board.flatMap { $0.isNull ? nil : MappingReader($0, "slot `\(key)`", into: sink) }
    let lower = design.flatMap { $0.mapping == nil ? nil : MappingReader($0, "slot `\(key)`", into: sink) }
    guard upper != nil || lower != nil else { return nil }
    return try slot(key: key, references: references, span: span, Layered(upper: upper, lower: lower))
  }

  private func plain(_ key: String, _ references: [String], _ requirements: [PartRequirement], _ span: SourceSpan)
    -> Slot
  {
    Slot(
      references: references, key: key, title: nil, count: references.count, requirements: requirements, spares: nil,
      policy: SlotPolicy(), span: span)
  }

  private func slot(key: String, references: [String], span: SourceSpan, _ layers: Layered) throws -> Slot? {
    var slot = plain(key, references, [], span)
    let values = ValueReader(sink: sink)
    slot.title = layers.optional("title").flatMap { values.text($0, "title") }
    if let node = layers.optional("count") {
      slot.count = node.integer("count", in: Limits.boards, into: sink) ?? slot.count
    }
    if let node = layers.optional("spares") {
      slot.spares = values.perMille(node, "spares").map { Spares(perMille: $0) }
    }
    slot.policy.conditions = layers.optional("conditions").flatMap { values.conditions($0) }
    slot.policy.loss = layers.optional("loss").flatMap { values.money($0, "loss", in: Limits.loss) }
    slot.policy.dateCode = layers.optional("date-code").flatMap { values.dateCode($0) }
    slot.policy.singleLot = layers.optional("single-lot")?.flag("single-lot", into: sink) ?? false
    if let node = layers.optional("stalls"),
      let stalls = try values.stalls(node, in: StallNames(context: context, markets: markets))
    {
      slot.policy.pinnedStalls = stalls.only
      slot.policy.bannedStalls = stalls.never
    }
    slot.use = use(layers, values)
    let keys = ["any", "mpn", "category", "maker", "where"].map { ($0, layers.optional($0)) }
    let words = layers.optional("ask")
    layers.finish()
    let nodes = Dictionary(uniqueKeysWithValues: keys)
    if let words {
      if let other = keys.first(where: { $0.1 != nil }) {
        sink.report(
          Diagnostic(
            SpecCodes.value, "slot `\(key)` has `ask` beside `\(other.0)`", at: words.span,
            helps: ["keep `ask` for a part that no catalog knows, else `\(other.0)`"]))
        return nil
      }
      guard let part = AskedPartReader.part(words, of: "slot `\(key)`", into: sink) else { return nil }
      slot.asked = part
      slot.requirements = AskedPartReader.requirements(of: part)
      return slot
    }
    if let any = nodes["any"].flatMap({ $0 }) {
      for alternate in any.list("any", into: sink) ?? [] {
        guard let mapping = MappingReader(alternate, "an alternate of `\(key)`", into: sink) else { continue }
        let parts = ["mpn", "category", "maker", "where"].map { ($0, mapping.optional($0)) }
        mapping.finish()
        if let read = try requirement(Dictionary(uniqueKeysWithValues: parts), key: key, at: alternate.span) {
          slot.requirements.append(read)
        }
      }
    } else if let read = try requirement(nodes, key: key, at: span) {
      slot.requirements.append(read)
    }
    return slot.requirements.isEmpty ? nil : slot
  }

  private func use(_ layers: Layered, _ values: ValueReader) -> SlotUse {
    let wiring = WiringReader(sink: sink)
    var use = SlotUse()
    use.rails = layers.optional("rail").map { wiring.mentions($0, "rail") } ?? []
    use.draw = layers.optional("draw").flatMap { values.positive($0, "draw", .current) }
    use.burst = layers.optional("burst").flatMap { values.positive($0, "burst", .current) }
    if let node = layers.optional("duty"), let share = values.perMille(node, "duty") {
      if share > 1000 { values.refuse(node, "`duty` is a share of the time, at most 100 %", help: nil) }
      use.dutyPerMille = min(share, 1000)
    }
    use.footprint = layers.optional("footprint").flatMap { wiring.mention($0, "footprint") }
    use.mate = layers.optional("mates").flatMap { wiring.mention($0, "mates") }
    return use
  }

  private func requirement(_ nodes: [String: MarkedNode?], key: String, at span: SourceSpan) throws -> PartRequirement?
  {
    let node = { (name: String) in nodes[name].flatMap { $0 } }
    var requirement = PartRequirement(mpn: nil, maker: nil, category: nil, conditions: [])
    var category: PartCategory?
    if let written = node("category"), let id = written.word("category", into: sink) {
      category = try context.category(id)
      guard category != nil else {
        sink.report(.unknown("category", id, at: written.span, among: try context.categoryIDs()))
        return nil
      }
      requirement.category = id
    }
    if let written = node("maker"), let maker = written.word("maker", into: sink) {
      let known = try context.makers()
      if !known.contains(maker), node("mpn") == nil, !takesUnknownParts {
        sink.report(.unknown("maker", maker, at: written.span, among: known))
      }
      requirement.maker = maker
    }
    if let written = node("mpn"), let mpn = written.word("mpn", into: sink) {
      let parts = try context.parts(mpn: mpn)
      guard let first = parts.first else {
        if takesUnknownParts {
          requirement.mpn = mpn
          return requirement
        }
        sink.report(.unknown("part number", mpn, at: written.span, among: try context.mpns(like: mpn)))
        return nil
      }
      requirement.mpn = mpn
      if let maker = requirement.maker, !takesUnknownParts, !parts.contains(where: { $0.id.maker == maker }),
        let at = node("maker")?.span
      {
        sink.report(.unknown("maker", maker, of: "`\(mpn)`", at: at, among: parts.map(\.id.maker)))
        return nil
      }
      if category == nil { category = try context.category(first.category) }
    }
    guard requirement.mpn != nil || requirement.category != nil else {
      sink.report(
        Diagnostic(
          SpecCodes.noRequirement, "slot `\(key)` names neither a part nor a kind of part", at: span,
          helps: ["give it a `category`, an `mpn`, or alternates under `any`"]))
      return nil
    }
    if let written = node("where"), let category {
      requirement.conditions = ConditionReader(category: category, sink: sink).conditions(written)
    }
    return requirement
  }
}

extension SlotPolicy {
  /// Everything as the board has it.
  init() {
    self.init(conditions: nil, loss: nil, singleLot: false, pinnedStalls: [], bannedStalls: [])
  }
}
