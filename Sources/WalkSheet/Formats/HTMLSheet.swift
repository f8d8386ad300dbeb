internal import Mustache
internal import SourcingPlan

extension WalkSheet.Format {
  /// One self-contained page.
  package static let html = Self("html", "one page", suffix: ".html") { try $0.html() }
}

extension WalkSheet {
  /// One self-contained page: no request leaves it, and all text of the plan is escaped.
  func html() throws -> String {
    MustacheContentTypes.register(ScalarHTML(), named: ScalarHTML.name)
    var library = MustacheLibrary()
    let templates = [
      ("page", PageTemplate.page), ("stop", PageTemplate.stop),
      ("deal", PageTemplate.deal), ("ask", PageTemplate.ask), ("answerFields", PageTemplate.answerFields),
      ("card", PageTemplate.card), ("drawing", PageTemplate.drawing),
    ]
    let labels = PageLabels(language).all
    for (name, text) in templates {
      try library.register("{{% CONTENT_TYPE:\(ScalarHTML.name)}}\(Self.labelled(text, labels))", named: name)
    }
    return library.render(PageNode(SheetPage(self, digest: try plan.digest())), withTemplate: "page") ?? ""
  }

  /// The template with its `⟨labels⟩` filled in.
  private static func labelled(_ template: String, _ labels: [String: PageWords]) -> String {
    var text = ""
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "⟨"), let close = rest[open...].firstIndex(of: "⟩") {
      let name = String(rest[rest.index(after: open)..<close])
      guard let words = labels[name] else { preconditionFailure("no label `\(name)`") }
      text += rest[..<open] + words.markup
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}

extension PageWords {
  /// Our own words: no direction mark is in them, so that they need no isolation.
  fileprivate var markup: String {
    runs.map { run in
      let text = ScalarHTML().escapeText(run.text)
      return run.tag.map { "<i lang=\"\($0)\">\(text)</i>" } ?? text
    }.joined()
  }
}

/// HTML escaping by Unicode scalar.
///
/// The library's own escapes by grapheme, and so lets a quotation mark through that is followed by a combining mark: enough
/// to leave an attribute.
struct ScalarHTML: MustacheContentType {
  static let name = "SCALAR_HTML"

  func escapeText(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x26, 0x3C, 0x3E, 0x22, 0x27].contains($0) }) else { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
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
