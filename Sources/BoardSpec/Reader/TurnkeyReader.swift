internal import Base
internal import Diagnostics
internal import MarkedText
internal import Market

/// A group of slots that a reference design may fill in place of discrete parts.
struct TurnkeyGroup {
  var name: String
  var span: SourceSpan
  /// Keys of the board's slots that a design makes needless.
  var insteadOf: [Mention]
  var designs: [Option]
  /// What the discrete variant costs once.
  var oneTimeCost: OneTimeCost?

  /// A design that may fill the group, and what changes on the board with it.
  struct Option {
    var design: NamedDesign
    var joints: Int?
    /// Slots of the design that this board does not have.
    var omitted: [Mention]
  }
}

/// A reference design with the file that describes it.
struct NamedDesign {
  var facts: ReferenceDesign
  var file: MarkedNode

  /// Slots that its chipset fills, then those that it opens.
  var slots: [MarkedEntry] { fills + (file["opens"]?.mapping ?? []) }
  var fills: [MarkedEntry] { file["fills"]?.mapping ?? [] }
}

/// How one variant of a board fills one group; without an option discrete parts fill it.
struct GroupChoice {
  var group: TurnkeyGroup
  var option: TurnkeyGroup.Option?

  var filling: GroupFilling {
    GroupFilling(
      group: group.name, span: group.span, design: option?.design.facts,
      oneTimeCost: option.map(\.design.facts.oneTimeCost) ?? group.oneTimeCost)
  }
}

/// Reads `turnkey`: groups of slots, and the designs that may fill each.
struct TurnkeyReader {
  let values: ValueReader
  let sink: DiagnosticSink
  /// The design of an id; nil, with a finding, where there is none.
  let design: (String, SourceSpan) throws -> NamedDesign?

  /// More variants than a search can compare are a mistake in the spec.
  private static let mostVariants = 16

  /// Every combination of fillings, the one without a design first; a single one without choices where nothing is left to choose.
  func variants(_ node: MarkedNode) throws -> [[GroupChoice]] {
    guard let entries = node.mapping else {
      sink.report(Diagnostic(TextCodes.wrongKind, "`turnkey` must be a mapping, not \(node.kindName)", at: node.span))
      return [[]]
    }
    let groups = try entries.compactMap { try group($0) }
    let variants = groups.reduce([[]]) { (variants: [[GroupChoice]], group) in
      let choices: [TurnkeyGroup.Option?] = [nil] + group.designs
      return variants.flatMap { variant in choices.map { variant + [GroupChoice(group: group, option: $0)] } }
    }
    if variants.count <= Self.mostVariants { return variants }
    sink.report(
      Diagnostic(
        SpecCodes.value,
        "`turnkey` makes \(variants.count) variants of the board; at most \(Self.mostVariants) are compared",
        at: node.span, helps: ["take designs out, or plan boards of their own"]))
    return [[]]
  }

  private func group(_ entry: MarkedEntry) throws -> TurnkeyGroup? {
    guard let mapping = MappingReader(entry.value, "group `\(entry.key)`", into: sink) else { return nil }
    defer { mapping.finish() }
    let insteadOf = mapping.required("instead-of").map { WiringReader(sink: sink).mentions($0, "instead-of") }
    let designs = try mapping.required("designs").map { try options($0) } ?? []
    let cost = mapping.optional("discrete").flatMap { node -> OneTimeCost? in
      guard let discrete = MappingReader(node, "discrete", into: sink) else { return nil }
      defer { discrete.finish() }
      return discrete.optional("nre").flatMap { DesignReader(values: values, sink: sink).oneTimeCost($0) }
    }
    return insteadOf.map {
      TurnkeyGroup(name: entry.key, span: entry.keySpan, insteadOf: $0, designs: designs, oneTimeCost: cost)
    }
  }

  private func options(_ node: MarkedNode) throws -> [TurnkeyGroup.Option] {
    guard let entries = node.mapping else {
      sink.report(Diagnostic(TextCodes.wrongKind, "`designs` must be a mapping, not \(node.kindName)", at: node.span))
      return []
    }
    return try entries.compactMap { entry in
      guard let design = try design(entry.key, entry.keySpan) else { return nil }
      var option = TurnkeyGroup.Option(design: design, joints: nil, omitted: [])
      guard !entry.value.isNull else { return option }
      guard let mapping = MappingReader(entry.value, "design `\(entry.key)`", into: sink) else { return option }
      option.joints = mapping.optional("joints")?.integer("joints", in: Limits.joints, into: sink)
      option.omitted = mapping.optional("omit").map { WiringReader(sink: sink).mentions($0, "omit") } ?? []
      mapping.finish()
      return option
    }
  }
}
