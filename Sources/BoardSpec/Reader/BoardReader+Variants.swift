internal import Diagnostics
internal import MarkedText

extension BoardReader {
  /// The variant of the board that takes no design, with every variant in it where the spec has several.
  func boards(_ root: MarkedNode) throws -> Board? {
    let reader = TurnkeyReader(values: values, sink: sink) { try design($0, at: $1) }
    let variants = try root["turnkey"].map { $0.isNull ? [[]] : try reader.variants($0) } ?? [[]]
    let boards = try variants.map { try board(root, $0) }
    guard var first = boards.first ?? nil else { return nil }
    if boards.count > 1 { first.variants = boards.compactMap(\.self) }
    return first
  }

  /// The design of that id; nil, with findings, where there is none or its file cannot be read.
  func design(_ id: String, at span: SourceSpan) throws -> NamedDesign? {
    guard let text = try context.design(id) else {
      sink.report(.unknown("reference design", id, at: span, among: try context.designIDs()))
      return nil
    }
    guard let file = YAMLReader.read(SourceText(file: text.file, text: text.text), into: sink) else { return nil }
    return DesignReader(values: values, sink: sink).design(file, id: id).map { NamedDesign(facts: $0, file: file) }
  }
}

/// Slots as they were read: most variants of a board share most of them.
final class ReadSlots {
  private struct Key: Hashable {
    var key: String
    var board: SourceSpan?
    var design: SourceSpan?
  }

  private var slots: [Key: Slot] = [:]

  func slot(_ entry: BuildVariant.Entry, read: () throws -> Slot?) rethrows -> Slot? {
    let key = Key(key: entry.key, board: entry.board?.span, design: entry.design?.span)
    if let slot = slots[key] { return slot }
    let slot = try read()
    slots[key] = slot
    return slot
  }
}

/// A design's slots on a board, and those of them that the board does not have.
struct DesignSlots {
  let design: NamedDesign
  let omitted: [Mention]

  init(_ design: NamedDesign, omitted: [Mention]) {
    self.design = design
    self.omitted = omitted
  }
}

/// What one variant of a board consists of: a design adds and removes slots, and with them what refers to them.
struct BuildVariant {
  /// A slot as it is written: by the board, by a design, or by the board over a design.
  struct Entry {
    var key: String
    var span: SourceSpan
    var board: MarkedNode?
    var design: MarkedNode?
    var minimumSets = 1
  }

  private(set) var entries: [Entry] = []
  /// References of slots that the spec has and this variant does not.
  let leftOut: Set<String>
  private let sources: [DesignSlots]
  private let choices: [GroupChoice]

  /// - Parameters:
  ///   - own: the board's slots.
  ///   - sources: designs that the board has in every variant.
  init(_ own: MarkedNode?, sources: [DesignSlots], choices: [GroupChoice], sink: DiagnosticSink) throws {
    self.sources = sources
    self.choices = choices
    if let own, own.mapping == nil {
      sink.report(Diagnostic(TextCodes.wrongKind, "`slots` must be a mapping, not \(own.kindName)", at: own.span))
    }
    let written = own?.mapping ?? []
    var needless: Set<String> = []
    let fixedKeys = sources.flatMap { $0.design.slots.map(\.key) }
    for choice in choices {
      for key in choice.group.insteadOf where !written.contains(where: { $0.key == key.text }) {
        if fixedKeys.contains(key.text) { continue }
        sink.report(.unknown("slot", key.text, at: key.span, among: written.map(\.key)))
      }
      if choice.option != nil { needless.formUnion(choice.group.insteadOf.map(\.text)) }
    }
    let chosen = choices.compactMap { $0.option.map { DesignSlots($0.design, omitted: $0.omitted) } }
    let kept = written.filter { !needless.contains($0.key) }
    var inherited: Set<String> = []
    for source in sources + chosen {
      let slots = source.design.slots
      for omission in source.omitted where !slots.contains(where: { $0.key == omission.text }) {
        sink.report(.unknown("slot", omission.text, at: omission.span, among: slots.map(\.key)))
      }
      let fills = Set(source.design.fills.map(\.key))
      let isFixed = sources.contains { $0.design.facts == source.design.facts }
      for slot in slots where !source.omitted.contains(where: { $0.text == slot.key }) {
        if isFixed, needless.contains(slot.key) { continue }
        let above = kept.first { $0.key == slot.key }
        inherited.insert(slot.key)
        entries.append(
          Entry(
            key: slot.key, span: above?.keySpan ?? slot.keySpan, board: above?.value, design: slot.value,
            minimumSets: fills.contains(slot.key) ? source.design.facts.minimumSets : 1))
      }
    }
    entries += kept.filter { !inherited.contains($0.key) }.map {
      Entry(key: $0.key, span: $0.keySpan, board: $0.value, design: nil)
    }
    let present = Set(entries.flatMap { ReferenceKey($0.key)?.references ?? [] })
    leftOut = Set(needless.flatMap { ReferenceKey($0)?.references ?? [] }).subtracting(present)
  }

  /// The rails whose source this variant has. Those of chosen designs replace the board's own of the
  /// name; those of a design that the board extends stand below the board's own.
  func rails(_ node: MarkedNode?, of slots: inout [Slot], _ reader: ConstructionReader) -> [Rail] {
    for index in slots.indices {
      // What plugs into a slot that is not there plugs into nothing.
      if let mate = slots[index].use.mate, leftOut.contains(mate.text) { slots[index].use.mate = nil }
    }
    let own = (node.map { reader.rails($0) } ?? []).filter { $0.source.map { !leftOut.contains($0) } ?? true }
    let brought = brought("rails", by: choices.compactMap { $0.option?.design })
      .flatMap { reader.rails($0, beside: own.map(\.name)) }
    let rails = own.filter { rail in !brought.contains { $0.name == rail.name } } + brought
    let below = self.brought("rails", by: sources.map(\.design)).flatMap { reader.rails($0, beside: rails.map(\.name)) }
    return rails + below.filter { rail in !rails.contains { $0.name == rail.name } }
  }

  /// The board's buses with what this variant has of them, and those of its designs as with rails.
  func buses(_ node: MarkedNode?, _ reader: WiringReader) -> [Bus] {
    let own = (node.map { reader.buses($0) } ?? []).compactMap { bus -> Bus? in
      var bus = bus
      if leftOut.contains(bus.host.text) { return nil }
      let hadDevices = !bus.devices.isEmpty
      bus.devices.removeAll { leftOut.contains($0.text) }
      if hadDevices, bus.devices.isEmpty { return nil }
      if let shifter = bus.shifter, leftOut.contains(shifter.text) { bus.shifter = nil }
      return bus
    }
    let brought = brought("buses", by: choices.compactMap { $0.option?.design }).flatMap { reader.buses($0) }
    let buses = own.filter { bus in !brought.contains { $0.name == bus.name } } + brought
    let below = self.brought("buses", by: sources.map(\.design)).flatMap { reader.buses($0) }
    return buses + below.filter { bus in !buses.contains { $0.name == bus.name } }
  }

  private func brought(_ key: String, by designs: [NamedDesign]) -> [MarkedNode] { designs.compactMap { $0.file[key] } }

  func kept(_ battery: Battery) -> Battery {
    var battery = battery
    if let charger = battery.charger, leftOut.contains(charger.text) { battery.charger = nil }
    if let program = battery.program, leftOut.contains(program.text) { battery.program = nil }
    return battery
  }

  /// A chosen design's layout has as many layers as it needs.
  func kept(_ pcb: BareBoard) -> BareBoard {
    var pcb = pcb
    pcb.layers = choices.compactMap { $0.option?.design.facts.layers }.reduce(pcb.layers, max)
    return pcb
  }

  func kept(_ process: Process) -> Process {
    var process = process
    if let joints = choices.compactMap({ $0.option?.joints }).last { process.joints = joints }
    return process
  }
}
