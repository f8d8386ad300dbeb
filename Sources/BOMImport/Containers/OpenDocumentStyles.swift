/// The styles of an OpenDocument spreadsheet (ISO/IEC 26300-1, 16), as far as they say what is struck through, hidden, or how
/// a number is shown.
struct OpenDocumentStyles {
  private struct Style {
    var parent: String?
    var isStruck: Bool?
    var format: String?
    var isHidden = false
  }

  /// By family and name: `table-cell/ce1`.
  private var styles: [String: Style] = [:]
  private var formats: [String: NumberFormat] = [:]

  /// Styles are based on each other so deep at most.
  private static let depthLimit = 32

  init() {}

  /// Reads the styles of documents, later ones before earlier ones: `styles.xml`, then `content.xml`. O(bytes).
  init(_ documents: [MarkupElement]) {
    for document in documents {
      for list in ["styles", "automatic-styles"] {
        for element in document.child(list)?.children ?? [] { add(element) }
      }
    }
  }

  private mutating func add(_ element: MarkupElement) {
    switch element.name {
    case "style", "default-style":
      let family = element.attributes["family"] ?? ""
      var style = Style(parent: element.attributes["parent-style-name"])
      style.format = element.attributes["data-style-name"]
      if let text = element.child("text-properties") {
        let lines = [text.attributes["text-line-through-style"], text.attributes["text-line-through-type"]]
        if let line = lines.compactMap(\.self).first { style.isStruck = line != "none" }
      }
      style.isHidden = element.child("table-properties")?.attributes["display"] == "false"
      styles["\(family)/\(element.attributes["name"] ?? "")"] = style
    case "number-style", "percentage-style", "currency-style", "date-style", "time-style":
      if let name = element.attributes["name"] { formats[name] = NumberFormat(Self.code(of: element)) }
    default: break
    }
  }

  /// A data style as a format code.
  private static func code(of element: MarkupElement) -> String {
    if element.name == "date-style" || element.name == "time-style" { return "yyyy-mm-dd" }
    var code = ""
    for piece in element.children {
      switch piece.name {
      case "text", "currency-symbol":
        // Only a percentage's own sign multiplies by a hundred.
        let text = piece.allText.filter { $0 != "\"" }
        let pieces =
          element.name == "percentage-style"
          ? text.split(separator: "%", omittingEmptySubsequences: false) : [text[...]]
        code += pieces.map { $0.isEmpty ? "" : "\"\($0)\"" }.joined(separator: "%")
      case "number":
        let places = { (name: String) in min(20, max(0, piece.attributes[name].flatMap(Int.init) ?? 0)) }
        code += String(repeating: "0", count: max(1, places("min-integer-digits")))
        if places("decimal-places") > 0 { code += "." + String(repeating: "0", count: places("decimal-places")) }
        let factor = piece.attributes["display-factor"].flatMap(Double.init) ?? 1
        code += String(repeating: ",", count: factor == 1000 ? 1 : factor == 1_000_000 ? 2 : 0)
      default: code += "0"
      }
    }
    return code
  }

  private func find<Value>(_ family: String, _ name: String?, _ value: (Style) -> Value?) -> Value? {
    var name = name
    for _ in 0..<Self.depthLimit {
      guard let style = styles["\(family)/\(name ?? "")"] else { return nil }
      if let found = value(style) { return found }
      guard let parent = style.parent, parent != name else { return nil }
      name = parent
    }
    return nil
  }

  func isCellStruck(_ name: String?) -> Bool { find("table-cell", name, \.isStruck) ?? false }

  /// What a span of text says itself; nil where it says nothing.
  func isSpanStruck(_ name: String?) -> Bool? { find("text", name, \.isStruck) }

  func isTableHidden(_ name: String?) -> Bool { styles["table/\(name ?? "")"]?.isHidden ?? false }

  /// How a cell of this style shows a number, where the file does not say what it shows.
  func format(ofCell name: String?) -> NumberFormat {
    find("table-cell", name, \.format).flatMap { formats[$0] } ?? .general
  }
}
