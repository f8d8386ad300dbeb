internal import Base
internal import Diagnostics
internal import Electronics
internal import MarkedText
internal import Market

/// Reads what a board is built of beside its parts: rails, battery, enclosure, bare board, process.
struct ConstructionReader {
  let values: ValueReader
  let sink: DiagnosticSink

  /// `others` are rails that are there already, from which these may take.
  func rails(_ node: MarkedNode, beside others: [String] = []) -> [Rail] {
    guard let entries = node.mapping else {
      sink.report(Diagnostic(TextCodes.wrongKind, "`rails` must be a mapping, not \(node.kindName)", at: node.span))
      return []
    }
    let names = others + entries.map(\.key)
    return entries.compactMap { entry in
      guard let mapping = MappingReader(entry.value, "rail `\(entry.key)`", into: sink) else { return nil }
      defer { mapping.finish() }
      let source = mapping.optional("source")?.word("source", into: sink)
      let from = mapping.optional("from").flatMap { node -> String? in
        guard let name = node.word("from", into: sink) else { return nil }
        if !names.contains(name) { sink.report(.unknown("rail", name, at: node.span, among: names)) }
        return name
      }
      let limit = mapping.optional("limit").flatMap { values.positive($0, "limit", .current) }
      let margin = mapping.optional("margin").flatMap { values.perMille($0, "margin") }
      guard let range = mapping.required("range").flatMap({ values.range($0, "range", .voltage) }) else { return nil }
      return Rail(
        name: entry.key, source: source, from: from, range: range, limit: limit,
        marginPerMille: margin ?? Rail.standardMargin, span: entry.keySpan,
        sourceSpan: mapping.optional("source")?.span, rangeSpan: mapping.optional("range")?.span,
        limitSpan: mapping.optional("limit")?.span)
    }
  }

  func battery(_ node: MarkedNode) -> Battery? {
    guard let mapping = MappingReader(node, "battery", into: sink) else { return nil }
    defer { mapping.finish() }
    let slot = mapping.optional("slot")?.word("slot", into: sink)
    let chemistry = mapping.required("chemistry")?.word("chemistry", into: sink)
    let capacity = mapping.required("capacity").flatMap { values.positive($0, "capacity", .charge) }
    let voltage = mapping.required("voltage").flatMap { values.range($0, "voltage", .voltage) }
    let rate = mapping.optional("charge-rate").flatMap { values.quantity($0, "charge-rate", .number) }
    let charger = mention(mapping, "charger")
    let program = mention(mapping, "program")
    let watchesTemperature = mapping.optional("ntc")?.flag("ntc", into: sink) ?? false
    let runtime = mapping.optional("runtime").flatMap { values.positive($0, "runtime", .time) }
    guard let chemistry, let capacity, let voltage else { return nil }
    return Battery(
      slot: slot, chemistry: chemistry, capacity: capacity, range: voltage,
      chargeRatePerMille: rate.map { Int($0.stored / 1_000_000) } ?? 500, charger: charger, program: program,
      watchesTemperature: watchesTemperature, runtime: runtime, slotSpan: mapping.optional("slot")?.span,
      span: mapping.span)
  }

  func enclosure(_ node: MarkedNode) -> Enclosure? {
    guard let mapping = MappingReader(node, "enclosure", into: sink) else { return nil }
    defer { mapping.finish() }
    let slot = mapping.optional("slot")?.word("slot", into: sink)
    guard let inside = mapping.required("inside").flatMap({ values.sides($0, "inside", count: 3...3) }) else {
      return nil
    }
    return Enclosure(slot: slot, inside: inside, slotSpan: mapping.optional("slot")?.span)
  }

  func pcb(_ node: MarkedNode) -> BareBoard? {
    guard let mapping = MappingReader(node, "pcb", into: sink) else { return nil }
    defer { mapping.finish() }
    let layers = mapping.required("layers")?.integer("layers", in: Limits.layers, into: sink)
    let size = mapping.required("size").flatMap { values.sides($0, "size", count: 2...2) }
    let thickness = mapping.optional("thickness").flatMap { values.positive($0, "thickness", .length) }
    let finish = mapping.optional("finish")?.word("finish", into: sink)
    guard let layers, let size else { return nil }
    return BareBoard(
      layers: layers, width: Int(size[0].stored / 1000), height: Int(size[1].stored / 1000), thickness: thickness,
      finish: finish, layersSpan: mapping.optional("layers")?.span, sizeSpan: mapping.optional("size")?.span)
  }

  func mention(_ mapping: MappingReader, _ key: String) -> Mention? {
    mapping.optional(key).flatMap { node in node.word(key, into: sink).map { Mention($0, at: node.span) } }
  }

  func process(_ node: MarkedNode) -> Process? {
    guard let mapping = MappingReader(node, "process", into: sink) else { return nil }
    defer { mapping.finish() }
    var process = Process.none
    process.sides = mapping.optional("sides")?.integer("sides", in: 1...2, into: sink) ?? 1
    process.stencil = mapping.optional("stencil")?.flag("stencil", into: sink) ?? false
    process.stencilSpan = mapping.optional("stencil")?.span
    process.joints = mapping.optional("joints")?.integer("joints", in: Limits.joints, into: sink)
    let services = mapping.optional("services")?.list("services", into: sink) ?? []
    let kinds = services.compactMap { $0.choice("service", of: Service.Kind.self, into: sink) }
    process.services = Service.Kind.allCases.filter { kinds.contains($0) }
    if let chosen = mapping.optional("chosen"), let names = MappingReader(chosen, "chosen", into: sink) {
      for kind in Service.Kind.allCases {
        process.chosen[kind] = names.optional(kind.rawValue)?.word(kind.rawValue, into: sink)
      }
      names.finish()
    }
    if let assembly = mapping.optional("class")?.choice("assembly class", of: AssemblyClass.self, into: sink) {
      process.assembly = assembly
    }
    return process
  }
}

extension Process {
  /// Nothing is built: parts alone are bought.
  static let none = Process(sides: 1, stencil: false, joints: nil, services: [], chosen: [:])
}
