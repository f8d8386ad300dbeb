internal import Diagnostics

/// Reads KiCad's XML netlist (`export`, version D of KiCad 5, E of 6 and later), the input of its BOM plugins.
enum NetlistReader {
  /// A row a component. Fields are those of the component, then those of its library part.
  ///
  /// `variants` are the design variants to build together (KiCad 10); none for what the schematic says for all.
  static func table(_ bytes: [UInt8], file: String, variants chosen: [String]) throws(BOMRefusal) -> BOMTable {
    let root = try MarkupElement.read(bytes, file: file)
    guard root.name == "export", let components = root.child("components") else {
      throw BOMRefusal(BOMCodes.unknownFormat, "the XML is no netlist of KiCad: it has no `components`", file: file)
    }
    let parts = libraryFields(root)
    var table = ComponentTable()
    var variants: Set<String> = []
    for component in components.children("comp") {
      guard let reference = component.attributes["ref"], !reference.hasPrefix("#") else { continue }
      let listed = component.child("variants")?.children("variant") ?? []
      variants.formUnion(listed.compactMap { $0.attributes["name"] })
      let own = listed.filter { node in
        chosen.contains { node.attributes["name"]?.caseInsensitiveEquals($0) == true }
      }
      table.add(fields(of: component, reference: reference, own, parts), line: component.line, file: file)
    }
    return table.table(variants: variants)
  }

  private static func fields(
    of component: MarkupElement, reference: String, _ variants: [MarkupElement],
    _ parts: [String: [(name: String, value: String)]]
  ) -> [(name: String, value: String)] {
    // The first text of a field counts: the variant's own stand before the component's.
    var fields = [(name: "Reference", value: reference)] + variants.flatMap { own($0.child("fields")) }
    var marks: [String: Bool] = [:]
    for (name, child) in [("Value", "value"), ("Footprint", "footprint"), ("Datasheet", "datasheet")] {
      fields.append((name, component.child(child)?.allText ?? ""))
    }
    fields += own(component.child("fields"))
    for property in component.children("property") {
      guard let name = property.attributes["name"] else { continue }
      switch name {
      case "dnp", "exclude_from_bom": marks[name] = isSet(property)
      case "exclude_from_board", "ki_keywords", "ki_fp_filters", "Sheetname", "Sheetfile": break
      default: fields.append((name, property.attributes["value"] ?? ""))
      }
    }
    for property in variants.flatMap({ $0.children("property") }) {
      if let name = property.attributes["name"] { marks[name] = isSet(property) }
    }
    if marks["dnp"] == true { fields.append(("DNP", "1")) }
    if marks["exclude_from_bom"] == true { fields.append(("Exclude from BOM", "1")) }
    if let source = component.child("libsource") {
      fields.append(("Description", source.attributes["description"] ?? ""))
      fields += ComponentTable.symbolField(of: source.attributes["part"] ?? "")
      fields += parts[key(source)] ?? []
    }
    return fields
  }

  /// Presence alone sets a mark; a variant writes 1 or 0.
  private static func isSet(_ property: MarkupElement) -> Bool {
    !["0", "no", "false"].contains(property.attributes["value"] ?? "")
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
