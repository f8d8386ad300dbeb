/// What a symbol is on one of the paths on which its sheet stands: a sheet that is placed twice has two of each.
struct SymbolInstance {
  var reference: String?
  var unit: String?
  /// Blank where the symbol's own counts.
  var value = ""
  var footprint = ""
  /// The list it was read from, which may hold variants.
  var node: SymbolicExpression?

  private init(_ node: SymbolicExpression) {
    reference = node.value("reference")
    unit = node.value("unit")
    value = node.value("value").map { $0 == "~" ? "" : $0 } ?? ""
    footprint = node.value("footprint").map { $0 == "~" ? "" : $0 } ?? ""
    self.node = node
  }

  /// The paths of a symbol or sheet itself (KiCad 7 and later), whatever the project.
  private static func paths(of node: SymbolicExpression) -> [SymbolicExpression] {
    guard let instances = node.child("instances") else { return [] }
    return instances.children("path") + instances.children("project").flatMap { $0.children("path") }
  }

  /// The list of a path in a symbol or sheet. Where the topmost schematic has been given another id, the one list that agrees in
  /// the rest of the path.
  static func node(of node: SymbolicExpression, on path: String) -> SymbolicExpression? {
    let paths = paths(of: node)
    if let exact = paths.first(where: { $0.argument == path }) { return exact }
    let tail = tail(path)
    let alike = paths.filter { $0.argument.map(Self.tail) == tail }
    return alike.count == 1 ? alike[0] : nil
  }

  /// Whether the symbol stands on paths and not on this one.
  static func isElsewhere(_ symbol: SymbolicExpression, than path: String) -> Bool {
    !paths(of: symbol).isEmpty && node(of: symbol, on: path) == nil
  }

  /// A path without the id of the topmost schematic.
  private static func tail(_ path: String) -> String {
    String(path.dropFirst().drop { $0 != "/" })
  }

  /// The instances of KiCad 6, which the topmost file keeps for all symbols, by path.
  static func ofTopmost(_ root: SymbolicExpression) -> [String: SymbolInstance] {
    var instances: [String: SymbolInstance] = [:]
    for node in root.child("symbol_instances")?.children("path") ?? [] {
      if let path = node.argument { instances[path] = SymbolInstance(node) }
    }
    return instances
  }

  /// The instance of a symbol on the path of its sheet; nil where the file has none.
  static func of(
    _ symbol: SymbolicExpression, in context: SheetContext, _ topmost: [String: SymbolInstance]
  ) -> SymbolInstance? {
    if let node = node(of: symbol, on: context.path) { return SymbolInstance(node) }
    if let id = symbol.value("uuid") {
      if let known = topmost[context.oldPath + "/" + id] ?? topmost[context.path + "/" + id] { return known }
    }
    return symbol.child("default_instance").map { SymbolInstance($0) }
  }
}
