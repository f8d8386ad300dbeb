/// The reference of all codes, as docs/codes.md has it.
package enum CodeReference {
  /// Codes of one kind of file.
  package struct Chapter: Sendable {
    package var title: String
    package var codes: [DiagnosticCode]

    package init(_ title: String, _ codes: [DiagnosticCode]) {
      self.title = title
      self.codes = codes
    }
  }

  /// A table of all codes, then each code's page. Markdown.
  package static func markdown(_ chapters: [Chapter]) -> String {
    var text = """
      # Diagnostic codes

      Made by `peidan explain --all` from the pages beside the rules; a test fails where the two differ. `peidan explain CODE` prints one
      page.

      """
    for chapter in chapters {
      text += "\n## \(chapter.title)\n\n| code | what |\n|---|---|\n"
      for code in chapter.codes { text += "| [\(code.id)](#\(anchor(of: code))) | \(code.title) |\n" }
    }
    for chapter in chapters {
      for code in chapter.codes { text += "\n### \(page(code))" }
    }
    return text
  }

  /// One code's page: its title, then the text. Markdown, ended by a line break.
  package static func page(_ code: DiagnosticCode) -> String { "\(code.id): \(code.title)\n\n\(code.page)\n" }

  /// The anchor that hosts of Markdown give the heading.
  private static func anchor(of code: DiagnosticCode) -> String {
    let heading = "\(code.id): \(code.title)".lowercased()
    return String(heading.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }.map { $0 == " " ? "-" : $0 })
  }
}
