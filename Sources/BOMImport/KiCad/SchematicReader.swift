internal import Diagnostics

/// Reads a KiCad schematic (6 and later) with the sheets below it.
struct SchematicReader {
  /// The bytes of a sheet file, named relative to the folder of the first file; nil where there is none.
  let loadSheet: (String) -> [UInt8]?
  let sink: DiagnosticSink
  private var table = ComponentTable()
  private var parsed: [String: SymbolicExpression] = [:]
  /// Units of each reference that were met, and of which symbol.
  private var units: [String: (symbol: String, units: Set<String>)] = [:]
  /// KiCad 6 keeps references of all sheets in the first file, by path.
  private var references: [String: String] = [:]
  private(set) var sources: [SourceText] = []

  /// Sheets may be nested this deep, and be placed so often in all.
  private static let depthLimit = 32
  private static let sheetLimit = 2_000
  private var sheetCount = 0

  init(loadSheet: @escaping (String) -> [UInt8]?, sink: DiagnosticSink) {
    self.loadSheet = loadSheet
    self.sink = sink
  }

  /// A row a component, each once however many units it has.
  mutating func table(_ source: SourceText) throws(BOMRefusal) -> BOMTable {
    let root = try SymbolicExpression.read(source)
    sources.append(source)
    for instance in root.child("symbol_instances")?.children("path") ?? [] {
      if let path = instance.argument, let reference = instance.value("reference") { references[path] = reference }
    }
    let path = root.value("uuid").map { "/\($0)" } ?? ""
    try read(root, file: source.file, folder: "", path: path, oldPath: "", depth: 0)
    return table.table
  }

  private mutating func read(
    _ sheet: SymbolicExpression, file: String, folder: String, path: String, oldPath: String, depth: Int
  ) throws(BOMRefusal) {
    for symbol in sheet.children("symbol") where symbol.child("lib_id") != nil {
      add(symbol, file: file, path: path, oldPath: oldPath)
    }
    for child in sheet.children("sheet") {
      let names = properties(child)
      guard let name = names["Sheetfile"] ?? names["Sheet file"], let id = child.value("uuid") else { continue }
      sheetCount += 1
      let inner = folder.isEmpty ? name : folder + "/" + name
      guard depth < Self.depthLimit, sheetCount <= Self.sheetLimit, let content = try content(of: inner) else {
        let why = depth < Self.depthLimit && sheetCount <= Self.sheetLimit ? "is not there" : "contains itself"
        sink.report(
          Diagnostic(
            BOMCodes.sheet, "sheet file `\(name)` \(why), so its components are missing",
            at: .cell(row: child.line, column: 1, of: file),
            helps: ["put the sheet files beside the first one, or import each sheet by itself"]))
        continue
      }
      let slash = inner.lastIndex(of: "/")
      try read(
        content, file: sources.last { $0.file.hasSuffix(name) }?.file ?? inner,
        folder: slash.map { String(inner[..<$0]) } ?? "", path: path + "/" + id, oldPath: oldPath + "/" + id,
        depth: depth + 1)
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

  private func properties(_ node: SymbolicExpression) -> [String: String] {
    var values: [String: String] = [:]
    for property in node.children("property") where property.items.count > 2 {
      if let name = property.argument, let value = property.items[2].word { values[name] = value }
    }
    return values
  }

  private mutating func add(_ symbol: SymbolicExpression, file: String, path: String, oldPath: String) {
    if symbol.value("in_bom") == "no" { return }
    let values = properties(symbol)
    let reference = self.reference(of: symbol, path: path, oldPath: oldPath) ?? values["Reference"] ?? ""
    if reference.isEmpty || reference.hasPrefix("#") { return }
    let name = symbol.value("lib_id") ?? ""
    let unit = symbol.value("unit") ?? "1"
    if let known = units[reference], known.symbol == name, !known.units.contains(unit) {
      units[reference]?.units.insert(unit)
      return
    }
    units[reference] = (name, [unit])
    var fields = [(name: "Reference", value: reference)]
    for property in symbol.children("property") where property.items.count > 2 {
      guard let name = property.argument, name != "Reference", let value = property.items[2].word else { continue }
      fields.append((name, value))
    }
    if symbol.value("dnp") == "yes" { fields.append(("DNP", "1")) }
    table.add(fields, line: symbol.line, file: file)
  }

  /// The reference that the symbol has on this sheet's path: a sheet that is placed twice has two of each.
  private func reference(of symbol: SymbolicExpression, path: String, oldPath: String) -> String? {
    for project in symbol.child("instances")?.children("project") ?? [] {
      for instance in project.children("path") where instance.argument == path { return instance.value("reference") }
    }
    guard let id = symbol.value("uuid") else { return nil }
    return references[oldPath + "/" + id]
  }
}
