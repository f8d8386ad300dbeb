/// A stable code (`B012`) with its page. Codes may gain, never change their meaning.
///
/// Each code is declared beside the rule that reports it; a module lists its codes in one array, which is the registry that
/// `explain` reads.
package struct DiagnosticCode: Sendable {
  /// A capital letter for the kind of file and three digits: `T` any text, `B` boards, `C` catalogs, `M` bills of material.
  package let id: String
  /// What is wrong, in a few words.
  package let title: String
  /// Markdown: what the code means, why it matters, how to settle it, with an example.
  package let page: String

  package init(_ id: String, _ title: String, page: String) {
    self.id = id
    self.title = title
    self.page = page
  }
}

extension DiagnosticCode: Hashable {
  /// Codes are equal when their `id` is.
  package static func == (left: DiagnosticCode, right: DiagnosticCode) -> Bool { left.id == right.id }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
