internal import Diagnostics
internal import MarkedText

/// Reads how parts are connected, where the product is used, and what the board is let off.
struct WiringReader {
  let sink: DiagnosticSink

  func buses(_ node: MarkedNode) -> [Bus] {
    guard let entries = node.mapping else {
      sink.report(Diagnostic(TextCodes.wrongKind, "`buses` must be a mapping, not \(node.kindName)", at: node.span))
      return []
    }
    return entries.compactMap { entry in
      guard let mapping = MappingReader(entry.value, "bus `\(entry.key)`", into: sink) else { return nil }
      defer { mapping.finish() }
      let kind = mapping.required("kind")?.choice("kind of bus", of: Bus.Kind.self, into: sink)
      let host = mapping.required("host").flatMap { mention($0, "host") }
      let devices = mapping.optional("devices").map { mentions($0, "devices") } ?? []
      let shifter = mapping.optional("shifter").flatMap { mention($0, "shifter") }
      let pins = mapping.optional("pins")?.integer("pins", in: 1...1000, into: sink)
      guard let kind, let host else { return nil }
      return Bus(
        name: entry.key, kind: kind, host: host, devices: devices, shifter: shifter, pins: pins, span: entry.keySpan)
    }
  }

  func waivers(_ node: MarkedNode) -> [Waiver] {
    (node.list("waivers", into: sink) ?? []).compactMap { entry in
      guard let mapping = MappingReader(entry, "a waiver", into: sink) else { return nil }
      defer { mapping.finish() }
      let code = mapping.required("code").flatMap { mention($0, "code") }
      let subject = mapping.optional("at").flatMap { mention($0, "at") }
      let reason = mapping.required("reason").flatMap { mention($0, "reason") }
      guard let code, let reason else { return nil }
      return Waiver(code: code, subject: subject, reason: reason, span: entry.span)
    }
  }

  func mentions(_ node: MarkedNode, _ subject: String) -> [Mention] {
    (node.list(subject, into: sink) ?? []).compactMap { mention($0, subject) }
  }

  func mention(_ node: MarkedNode, _ subject: String) -> Mention? {
    node.word(subject, into: sink).map { Mention($0, at: node.span) }
  }
}
