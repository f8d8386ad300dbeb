internal import Base
internal import Diagnostics
internal import Electronics
internal import MarkedText
internal import Market

/// Reads what a reference design fixes, from its file.
struct DesignReader {
  let values: ValueReader
  let sink: DiagnosticSink

  /// `file` is the whole file. Nil, with findings, when it describes no design.
  func design(_ file: MarkedNode, id: String) -> ReferenceDesign? {
    guard let node = file["design"] else {
      sink.report(Diagnostic(TextCodes.missingKey, "the design's file has no `design`", at: file.span))
      return nil
    }
    guard let mapping = MappingReader(node, "design `\(id)`", into: sink) else { return nil }
    defer { mapping.finish() }
    // For catalog listings and readers; nothing of a board follows from them.
    for key in ["id", "chipset", "known", "unknown"] { _ = mapping.optional(key) }
    let name = mapping.required("name").flatMap { values.text($0, "name") }
    let pcb = mapping.optional("pcb").flatMap { MappingReader($0, "pcb", into: sink) }
    let layers = pcb?.optional("layers")
    _ = pcb?.optional("size")
    pcb?.finish()
    return ReferenceDesign(
      id: id, name: name ?? LocalizedText(english: id, chinese: id), span: node.span,
      layers: layers?.integer("layers", in: Limits.layers, into: sink), layersSpan: layers?.span,
      minimumSets: mapping.optional("minimum")?.integer("minimum", in: Limits.boards, into: sink) ?? 1,
      oneTimeCost: mapping.optional("nre").flatMap { oneTimeCost($0) },
      battery: mapping.optional("battery").flatMap { battery($0) },
      firmware: mapping.optional("firmware").flatMap { firmware($0) })
  }

  /// `{cost: 3000 CNY, for: …, source: …}`; without a source, or with `assumed`, the amount is an assumption.
  func oneTimeCost(_ node: MarkedNode) -> OneTimeCost? {
    guard let mapping = MappingReader(node, "nre", into: sink) else { return nil }
    defer { mapping.finish() }
    let amount = mapping.required("cost").flatMap { values.money($0, "cost", in: Limits.oneTimeCost) }
    let purpose = mapping.required("for").flatMap { values.text($0, "for") }
    let source = mapping.optional("source")?.word("source", into: sink) ?? "assumed"
    guard let amount, let purpose else { return nil }
    return OneTimeCost(amount: amount, purpose: purpose, isAssumed: source == "assumed", source: source)
  }

  private func battery(_ node: MarkedNode) -> ReferenceDesign.Battery? {
    guard let mapping = MappingReader(node, "battery", into: sink) else { return nil }
    defer { mapping.finish() }
    // Where the figures come from is for readers.
    _ = mapping.optional("source")
    let chemistries = mapping.required("chemistry").map { words($0, "chemistry") }
    let range = mapping.required("voltage").flatMap { values.range($0, "voltage", .voltage) }
    guard let chemistries, let range else { return nil }
    return ReferenceDesign.Battery(chemistries: chemistries, range: range, span: mapping.span)
  }

  private func firmware(_ node: MarkedNode) -> ReferenceDesign.Firmware? {
    guard let mapping = MappingReader(node, "firmware", into: sink) else { return nil }
    defer { mapping.finish() }
    _ = mapping.optional("source")
    let functions = mapping.required("does").map { words($0, "does") }
    let isOpen = mapping.optional("open")?.flag("open", into: sink) ?? false
    return functions.map { ReferenceDesign.Firmware(functions: $0, isOpen: isOpen, span: mapping.span) }
  }

  private func words(_ node: MarkedNode, _ subject: String) -> [String] {
    WiringReader(sink: sink).mentions(node, subject).map(\.text)
  }
}
