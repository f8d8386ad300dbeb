internal import Base
internal import Diagnostics
internal import Electronics
internal import MarkedText
internal import Market

extension CatalogReader {
  func readCategories() -> [PartCategory] {
    guard let root = root("categories.yaml", schema: "peidan.categories/1") else { return [] }
    var categories: [PartCategory] = []
    for entry in root.required("categories")?.mapping ?? [] {
      guard let reader = MappingReader(entry.value, "category `\(entry.key)`", into: sink) else { continue }
      let name = reader.required("name").flatMap { localized($0, "name") }
      let handling = reader.required("handling").flatMap { node in
        node.word("handling", into: sink).flatMap {
          reference($0, to: "handling", among: names.handlings.keys, at: node.span) ? $0 : nil
        }
      }
      let family = reader.required("family")?.word("family", into: sink)
      let mass = reader.required("mass").flatMap { milligrams($0) }
      let parameters = (reader.optional("parameters")?.mapping ?? []).compactMap(parameter)
      reader.finish()
      names.categories[entry.key] = Dictionary(
        parameters.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
      guard let name, let handling, let family, let mass else { continue }
      names.families.insert(family)
      categories.append(
        PartCategory(
          id: entry.key, english: name.english, chinese: name.chinese, handling: handling, family: family,
          milligrams: mass, parameters: parameters))
    }
    root.finish()
    return categories
  }

  private func parameter(_ entry: MarkedEntry) -> ParameterDefinition? {
    guard let reader = MappingReader(entry.value, "parameter `\(entry.key)`", into: sink) else { return nil }
    let kind = reader.required("kind")?.choice("kind", of: ParameterDefinition.Kind.self, into: sink)
    let english = reader.required("en")?.word("en", into: sink)
    let chinese = reader.required("zh")?.word("zh", into: sink)
    var dimension: Dimension?
    if kind == .quantity || kind == .range {
      guard let unit = reader.required("unit"), let symbol = unit.word("unit", into: sink) else { return nil }
      dimension = Dimension(unitSymbol: symbol)
      if dimension == nil {
        report(CatalogCodes.value, "unknown unit `\(symbol)`", at: unit.span)
        return nil
      }
    }
    reader.finish()
    guard let kind, let english, let chinese else { return nil }
    return ParameterDefinition(
      name: entry.key, kind: kind, dimension: dimension, english: english, chinese: chinese)
  }

  func readDesign(_ path: String) -> DesignText? {
    guard let text = text(path), let node = YAMLReader.read(text, into: sink) else { return nil }
    guard node["schema"]?.scalar?.text == "peidan.design/1" else {
      report(
        CatalogCodes.value, "a design has the schema `peidan.design/1`", at: node["schema"]?.span ?? text.span(0..<0))
      return nil
    }
    guard let design = node["design"], let reader = MappingReader(design, "design", into: sink) else {
      report(CatalogCodes.value, "the file has no `design`", at: text.span(0..<0))
      return nil
    }
    let id = reader.required("id")
    let name = reader.required("name").flatMap { localized($0, "name") }
    let chipset = reader.optional("chipset")?.list("chipset", into: sink)?.compactMap {
      $0.word("chipset", into: sink)
    }
    guard let id, let word = id.word("id", into: sink), let name,
      claim(word, in: &names.designs, as: "design `\(word)`", at: id.span)
    else { return nil }
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return DesignText(id: word, name: name, chipset: chipset ?? [], file: file, text: text.text)
  }

  /// Milligrams a piece.
  private func milligrams(_ node: MarkedNode) -> Int64? {
    guard let milligrams = quantity(node, "mass", .mass).map({ $0.stored / 1_000 }) else { return nil }
    if Limits.mass.contains(milligrams) { return milligrams }
    report(CatalogCodes.value, "`mass` must be from 0 to \(Limits.mass.upperBound / 1_000_000) kg", at: node.span)
    return nil
  }

  /// `{en: …, zh: …}`.
  func localized(_ node: MarkedNode, _ subject: String) -> LocalizedText? {
    guard let reader = MappingReader(node, subject, into: sink) else { return nil }
    let english = reader.required("en")?.word("en", into: sink)
    let chinese = reader.required("zh")?.word("zh", into: sink)
    reader.finish()
    guard let english, let chinese else { return nil }
    return LocalizedText(english: english, chinese: chinese)
  }

  /// A value with a unit.
  func quantity(_ node: MarkedNode, _ subject: String, _ dimension: Dimension) -> Quantity? {
    guard let text = node.word(subject, into: sink) else { return nil }
    do {
      return try Quantity(parsing: text, as: dimension)
    } catch {
      report(error, of: "`\(subject)`", at: node.span)
      return nil
    }
  }
}
