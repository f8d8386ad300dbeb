internal import Diagnostics

/// Reads a KiCad schematic (6 and later) with the sheets below it, as KiCad's own BOM does: units of one reference are one part.
struct SchematicReader {
  /// The bytes of a sheet or project file, named relative to the folder of the first file; nil where there is none.
  let loadSheet: (String) -> [UInt8]?
  /// The design variants to build together (KiCad 10); none for what the schematic says for all.
  let chosen: [String]
  let sink: DiagnosticSink
  private var parsed: [String: SymbolicExpression] = [:]
  private var components: [SymbolUnits] = []
  /// Components by reference and symbol, the last one.
  private var places: [String: Int] = [:]
  private var topmost: [String: SymbolInstance] = [:]
  private var projectVariables: [String: String] = [:]
  /// The symbols of the first file that belong to other places than this schematic.
  private var foreign: [SymbolicExpression] = []
  private var ownCount = 0
  private(set) var variants: Set<String> = []
  private(set) var sources: [SourceText] = []

  /// Sheets may be nested this deep, and be placed so often in all.
  private static let depthLimit = 32
  private static let sheetLimit = 2_000
  private var sheetCount = 0

  init(loadSheet: @escaping (String) -> [UInt8]?, variants chosen: [String], sink: DiagnosticSink) {
    self.loadSheet = loadSheet
    self.chosen = chosen
    self.sink = sink
  }

  /// A row a component, each once however many units it has.
  mutating func table(_ source: SourceText) throws(BOMRefusal) -> BOMTable {
    let root = try SymbolicExpression.read(source)
    sources.append(source)
    topmost = SymbolInstance.ofTopmost(root)
    if let bytes = loadSheet(ProjectVariables.name(ofProjectOf: source.file)) {
      projectVariables = ProjectVariables.read(bytes)
    }
    var context = SheetContext(file: source.file, path: root.value("uuid").map { "/\($0)" } ?? "")
    context.variables = Self.titleBlock(root)
    try read(root, context)
    reportForeign(source)
    return rows()
  }

  private mutating func read(_ sheet: SymbolicExpression, _ context: SheetContext) throws(BOMRefusal) {
    for symbol in sheet.children("symbol") where symbol.child("lib_id") != nil { add(symbol, context) }
    for child in sheet.children("sheet") {
      let fields = Self.fields(of: child, canonical: ["Sheetname", "Sheetfile"])
      guard let name = Self.sheetFile(fields), let id = child.value("uuid") else {
        sink.report(
          Diagnostic(
            BOMCodes.sheet, "a sheet names no file, so its components are missing",
            at: .cell(row: child.line, column: 1, of: context.file), helps: ["give it one in KiCad and save"]))
        continue
      }
      sheetCount += 1
      var marks = DesignMarks(child)
      variants.formUnion(marks.apply(chosen, of: SymbolInstance.node(of: child, on: context.path)))
      let inner = context.folder.isEmpty ? name : context.folder + "/" + name
      guard context.depth < Self.depthLimit, sheetCount <= Self.sheetLimit, let content = try content(of: inner) else {
        let why = context.depth < Self.depthLimit && sheetCount <= Self.sheetLimit ? "is not there" : "contains itself"
        sink.report(
          Diagnostic(
            BOMCodes.sheet, "sheet file `\(name)` \(why), so its components are missing",
            at: .cell(row: child.line, column: 1, of: context.file),
            helps: ["put the sheet files beside the first one, or import each sheet by itself"]))
        continue
      }
      var below = context
      below.file = sources.last { $0.file.hasSuffix(name) }?.file ?? inner
      below.folder = inner.lastIndex(of: "/").map { String(inner[..<$0]) } ?? ""
      below.path += "/" + id
      below.oldPath += "/" + id
      below.depth += 1
      below.isUnfitted = context.isUnfitted || marks.isUnfitted
      below.isExcluded = context.isExcluded || marks.isExcluded
      below.variables.merge(Self.titleBlock(content)) { _, new in new }
      for (name, value) in fields { below.variables[name.uppercased()] = value }
      try read(content, below)
    }
  }

  private mutating func content(of name: String) throws(BOMRefusal) -> SymbolicExpression? {
    if let known = parsed[name] { return known }
    guard let bytes = loadSheet(name) else { return nil }
    let source = SourceText(file: name, bytes: bytes)
    let content = try SymbolicExpression.read(source)
    sources.append(source)
    parsed[name] = content
    return content
  }

  /// Fields in the order of the file. KiCad 6 wrote the names of its own fields in the user's language, with their numbers.
  private static func fields(
    of node: SymbolicExpression, canonical: [String]
  ) -> [(name: String, value: String)] {
    node.children("property").compactMap { property in
      // `(property private "Name" "Value" …)` is for the symbol's own drawing.
      let isPrivate = property.argument == "private" && property.items.count > 3 && property.items[3].word != nil
      guard !isPrivate, let name = property.argument, property.items.count > 2, let value = property.items[2].word
      else {
        return nil
      }
      if let id = property.value("id").flatMap(Int.init), canonical.indices.contains(id) {
        return (canonical[id], value)
      }
      return (name, value)
    }
  }

  private static func sheetFile(_ fields: [(name: String, value: String)]) -> String? {
    fields.first { $0.name == "Sheetfile" || $0.name == "Sheet file" }?.value
      ?? fields.first { $0.value.hasSuffix(".kicad_sch") }?.value
  }

  /// What a title block says, by the names of its text variables.
  private static func titleBlock(_ root: SymbolicExpression) -> [String: String] {
    guard let block = root.child("title_block") else { return [:] }
    var variables: [String: String] = [:]
    for (name, variable) in [("title", "TITLE"), ("date", "ISSUE_DATE"), ("rev", "REVISION"), ("company", "COMPANY")] {
      if let value = block.value(name) { variables[variable] = value }
    }
    for comment in block.children("comment") where comment.items.count > 2 {
      if let number = comment.argument, let text = comment.items[2].word { variables["COMMENT\(number)"] = text }
    }
    return variables
  }

  private mutating func add(_ symbol: SymbolicExpression, _ context: SheetContext) {
    let instance = SymbolInstance.of(symbol, in: context, topmost)
    var fields = Self.fields(of: symbol, canonical: ["Reference", "Value", "Footprint", "Datasheet"])
    let reference = instance?.reference ?? fields.first { $0.name == "Reference" }?.value ?? ""
    if reference.isEmpty || reference.hasPrefix("#") { return }
    if context.depth == 0 {
      if SymbolInstance.isElsewhere(symbol, than: context.path) { foreign.append(symbol) } else { ownCount += 1 }
    }
    var marks = DesignMarks(symbol)
    variants.formUnion(marks.apply(chosen, of: instance?.node))
    marks.isUnfitted = marks.isUnfitted || context.isUnfitted
    marks.isExcluded = marks.isExcluded || context.isExcluded
    let given = [("Value", instance?.value ?? ""), ("Footprint", instance?.footprint ?? "")].filter { !$0.1.isEmpty }
    for (name, value) in given + marks.fields {
      if let place = fields.firstIndex(where: { $0.name == name }) {
        fields[place].value = value
      } else {
        fields.append((name, value))
      }
    }
    fill(&fields, reference: reference, context)
    let number = Int(instance?.unit ?? symbol.value("unit") ?? "1") ?? 1
    let unit = SymbolUnits.Unit(number: number, fields: fields, marks: marks, line: symbol.line, file: context.file)
    let name = symbol.value("lib_id") ?? ""
    let key = "\(reference)\u{0}\(name)"
    if let place = places[key], !components[place].has(unit: number) {
      components[place].add(unit)
    } else {
      places[key] = components.count
      components.append(SymbolUnits(reference: reference, symbol: name, first: unit))
    }
  }

  /// Fills in text variables; those that nothing has are reported and stay.
  private func fill(_ fields: inout [(name: String, value: String)], reference: String, _ context: SheetContext) {
    guard fields.contains(where: { $0.value.contains("${") }) else { return }
    var own: [String: String] = [:]
    for (name, value) in fields where own[name.uppercased()] == nil { own[name.uppercased()] = value }
    own["REFERENCE"] = reference
    let variables = TextVariables(tables: [own, context.variables, projectVariables])
    for place in fields.indices where fields[place].value.contains("${") {
      fields[place].value = variables.filled(fields[place].value)
    }
  }

  private mutating func rows() -> BOMTable {
    var table = ComponentTable()
    for component in components where !component.isExcluded {
      let (line, file) = component.place
      var doubts = component.disagreements
      for doubt in doubts {
        sink.report(
          Diagnostic(
            BOMCodes.partialSchematic, "units of \(component.reference) disagree: \(doubt)", severity: .warning,
            at: .cell(row: line, column: 1, of: file), helps: ["give all units the same fields in KiCad"]))
      }
      let fields = component.fields.filter { $0.name != "Reference" }
      for (name, value) in fields where !name.hasPrefix("ki_") {
        for variable in Set(TextVariables.unknown(in: value)).sorted() {
          doubts.append(variable)
          sink.report(
            Diagnostic(
              BOMCodes.textVariable, "\(component.reference): text variable `\(variable)` in `\(name)` is not known",
              severity: .warning, at: .cell(row: line, column: 1, of: file),
              helps: [
                "define it in the project, whose `.kicad_pro` stands beside the schematic, or write the text itself"
              ]))
        }
      }
      var row = [(name: "Reference", value: component.reference)] + fields
      row += ComponentTable.symbolField(of: component.symbol)
      if component.isUnfitted { row.append(("DNP", "1")) }
      table.add(row, line: line, file: file, doubt: doubts.first)
    }
    return table.table(variants: variants)
  }

  /// A sheet of a larger schematic that is read by itself: its references are those of one place at most.
  private func reportForeign(_ source: SourceText) {
    guard let first = foreign.first, ownCount == 0 else { return }
    sink.report(
      Diagnostic(
        BOMCodes.partialSchematic,
        "this is a sheet of a larger schematic, read by itself: its references and numbers of pieces may be others there",
        severity: .warning, at: .cell(row: first.line, column: 1, of: source.file),
        helps: ["import the topmost schematic, with all sheets beside it"]))
  }
}
