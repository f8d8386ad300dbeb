internal import Mustache
internal import SourcingPlan

extension WalkSheet {
  /// One self-contained page: no request leaves it, and all text of the plan is escaped.
  func html() throws -> String {
    MustacheContentTypes.register(ScalarHTML(), named: ScalarHTML.name)
    var library = MustacheLibrary()
    for (name, text) in [("page", PageTemplate.page), ("words", PageTemplate.words), ("stop", PageTemplate.stop)] {
      try library.register("{{% CONTENT_TYPE:\(ScalarHTML.name)}}\(text)", named: name)
    }
    let page = SheetPage(plan, language: language, digest: try plan.digest())
    return library.render(page, withTemplate: "page") ?? ""
  }
}

/// HTML escaping by Unicode scalar.
///
/// The library's own escapes by grapheme, and so lets a quotation mark through that is followed by a combining mark: enough
/// to leave an attribute.
struct ScalarHTML: MustacheContentType {
  static let name = "SCALAR_HTML"

  func escapeText(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
