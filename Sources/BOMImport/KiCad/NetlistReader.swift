internal import Diagnostics

/// Reads KiCad's XML netlist (`export`, version D of KiCad 5, E of 6 and later), the input of its BOM plugins.
enum NetlistReader {
  /// A row a component. Fields are those of the component, then those of its library part.
  static func table(_ bytes: [UInt8], file: String) throws(BOMRefusal) -> BOMTable {
    let root = try MarkupElement.read(bytes, file: file)
    guard root.name == "export", let components = root.child("components") else {
      throw BOMRefusal(BOMCodes.unknownFormat, "the XML is no netlist of KiCad: it has no `components`", file: file)
    }
    let parts = libraryFields(root)
    var table = ComponentTable()
    for component in components.children("comp") {
      guard let reference = component.attributes["ref"], !reference.hasPrefix("#") else { continue }
      table.add(fields(of: component, reference: reference, parts), line: component.line, file: file)
    }
    return table.table
  }

  private static func fields(
    of component: MarkupElement, reference: String, _ parts: [String: [(name: String, value: String)]]
  ) -> [(name: String, value: String)] {
    var fields = [(name: "Reference", value: reference)]
    for (name, child) in [("Value", "value"), ("Footprint", "footprint"), ("Datasheet", "datasheet")] {
      fields.append((name, component.child(child)?.allText ?? ""))
    }
    fields += own(component.child("fields"))
    for property in component.children("property") {
      guard let name = property.attributes["name"] else { continue }
      switch name {
      // Presence alone marks these.
      case "dnp": fields.append(("DNP", "1"))
      case "exclude_from_bom": fields.append(("Exclude from BOM", "1"))
      case "exclude_from_board", "ki_keywords", "ki_fp_filters", "Sheetname", "Sheetfile": break
      default: fields.append((name, property.attributes["value"] ?? ""))
      }
    }
    if let source = component.child("libsource") {
      fields.append(("Description", source.attributes["description"] ?? ""))
      fields += parts[key(source)] ?? []
    }
    return fields
  }

  private static func own(_ list: MarkupElement?) -> [(name: String, value: String)] {
    (list?.children("field") ?? []).compactMap { field in field.attributes["name"].map { ($0, field.allText) } }
  }

  private static func key(_ element: MarkupElement) -> String {
    "\(element.attributes["lib"] ?? "")\u{0}\(element.attributes["part"] ?? "")"
  }

  /// Fields of library parts, under their names and aliases. Reference and value there are templates.
  private static func libraryFields(_ root: MarkupElement) -> [String: [(name: String, value: String)]] {
    var parts: [String: [(name: String, value: String)]] = [:]
    for part in root.child("libparts")?.children("libpart") ?? [] {
      let fields = own(part.child("fields")).filter { !["Reference", "Value", "Footprint"].contains($0.name) }
      parts[key(part)] = fields
      let library = part.attributes["lib"] ?? ""
      for alias in part.child("aliases")?.children("alias") ?? [] { parts["\(library)\u{0}\(alias.allText)"] = fields }
    }
    return parts
  }
}
