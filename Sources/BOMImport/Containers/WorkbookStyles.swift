/// The cell formats of an `.xlsx` workbook, as far as they say what a number reads like and what is struck through.
struct WorkbookStyles {
  struct Style {
    var format: NumberFormat
    var isStruck: Bool
  }

  private var styles: [Style] = []
  private static let plain = Style(format: .general, isStruck: false)

  /// No styles: every number is shown as it is.
  init() {}

  /// Reads `xl/styles.xml`. O(bytes).
  init(_ root: MarkupElement) {
    var codes: [Int: String] = [:]
    for format in root.child("numFmts")?.children("numFmt") ?? [] {
      guard let id = format.attributes["numFmtId"].flatMap(Int.init) else { continue }
      codes[id] = format.attributes["formatCode"] ?? "General"
    }
    let struck = (root.child("fonts")?.children("font") ?? []).map { Self.isStruck($0) }
    var formats: [Int: NumberFormat] = [:]
    for record in root.child("cellXfs")?.children("xf") ?? [] {
      let id = record.attributes["numFmtId"].flatMap(Int.init) ?? 0
      let format = formats[id] ?? NumberFormat(codes[id] ?? NumberFormat.builtinCode(id) ?? "General")
      formats[id] = format
      let font = record.attributes["fontId"].flatMap(Int.init) ?? 0
      styles.append(Style(format: format, isStruck: struck.indices.contains(font) && struck[font]))
    }
  }

  /// The style of a cell's `s`; plain where there is none.
  subscript(_ index: Int?) -> Style {
    guard let index, styles.indices.contains(index) else { return Self.plain }
    return styles[index]
  }

  /// Whether a font or the properties of a run strike their text through.
  static func isStruck(_ properties: MarkupElement) -> Bool {
    guard let strike = properties.child("strike") else { return false }
    return SpreadsheetReader.isTrue(strike.attributes["val"] ?? "1")
  }
}
