internal import Base

/// A short report: a title, and sections of tables, entries with what was and what is, and sentences. Printed on a terminal or written as
/// Markdown; both say the same.
package struct Report: Sendable, Hashable {
  package var title: String
  package var sections: [Section] = []

  package struct Section: Sendable, Hashable {
    /// Empty where the section needs none.
    package var heading: String
    package var blocks: [Block]

    package init(_ heading: String, _ blocks: [Block]) {
      self.heading = heading
      self.blocks = blocks
    }
  }

  package enum Block: Sendable, Hashable {
    case sentence(String)
    /// Titles, and rows of as many cells: the first column is of words, the others are of numbers.
    case table([String], rows: [[String]])
    case changes([Entry])
  }

  /// What is there in place of something else.
  package struct Entry: Sendable, Hashable {
    /// Empty where the section's heading says it.
    package var what: String
    package var before: [String]
    package var after: [String]

    package init(_ what: String, before: [String], after: [String]) {
      self.what = what
      self.before = before
      self.after = after
    }
  }

  package init(title: String) { self.title = title }

  /// Adds a section, but an empty one.
  package mutating func add(_ heading: String, _ blocks: [Block]) {
    let blocks = blocks.filter { !$0.isEmpty }
    if !blocks.isEmpty { sections.append(Section(heading, blocks)) }
  }
}

extension Report.Block {
  fileprivate var isEmpty: Bool {
    switch self {
    case .sentence(let text): text.isEmpty
    case .table(_, let rows): rows.isEmpty
    case .changes(let entries): entries.isEmpty
    }
  }
}

// MARK: On a terminal

extension Report {
  /// The report in lines of at most `width` cells, at least 60, ending in a line break.
  package func text(width: Int, usesColor: Bool) -> String {
    let width = max(60, min(width, 120))
    let style = PageStyle(usesColor: usesColor)
    var lines = title.plain.wrapped(toCells: width).map(style.bold)
    for section in sections {
      lines += [""] + (section.heading.isEmpty ? [] : [style.heading(section.heading.plain)])
      for block in section.blocks { lines += Self.lines(of: block, width: width, style) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of block: Block, width: Int, _ style: PageStyle) -> [String] {
    switch block {
    case .sentence(let text): return indented(text.plain, by: 2, width)
    case .table(let titles, let rows):
      var table = TextTable(
        titles.enumerated().map { place, title in
          .init(title: title.plain, alignment: place > 0 ? .right : .left)
        }, indent: 2)
      table.rows = rows.map { $0.map(\.plain) }
      return table.lines(showsTitles: titles.contains { !$0.isEmpty }, within: width)
    case .changes(let entries):
      return entries.flatMap { entry in
        (entry.what.isEmpty ? [] : indented(entry.what.plain, by: 2, width))
          + entry.before.flatMap { signed("-", $0, width).map(style.removed) }
          + entry.after.flatMap { signed("+", $0, width).map(style.added) }
      }
    }
  }

  private static func indented(_ text: String, by cells: Int, _ width: Int) -> [String] {
    text.wrapped(toCells: width - cells).map { String(repeating: " ", count: cells) + $0 }
  }

  private static func signed(_ sign: String, _ text: String, _ width: Int) -> [String] {
    text.plain.wrapped(toCells: width - 6).enumerated().map { "    \($0 == 0 ? sign : " ") \($1)" }
  }
}

// MARK: As Markdown

extension Report {
  /// The report in GitHub's Markdown, ending in a line break.
  package func markdown() -> String {
    var text = "# \(markdownText(title))\n"
    for section in sections {
      if !section.heading.isEmpty { text += "\n## \(markdownText(section.heading))\n" }
      for block in section.blocks { text += "\n" + Self.markdown(of: block) }
    }
    return text
  }

  private static func markdown(of block: Block) -> String {
    switch block {
    case .sentence(let text): return markdownText(text) + "\n"
    case .table(let titles, let rows):
      let rule = titles.indices.map { $0 > 0 ? "---:" : "---" }
      return ([titles.map(markdownText), rule] + rows.map { $0.map(markdownText) })
        .map { "| \($0.joined(separator: " | ")) |\n" }.joined()
    case .changes(let entries):
      return entries.map { entry in
        (entry.what.isEmpty ? "" : "- \(markdownText(entry.what))\n")
          + entry.before.map { "  - − \(markdownText($0))\n" }.joined()
          + entry.after.map { "  - \\+ \(markdownText($0))\n" }.joined()
      }.joined()
    }
  }
}
