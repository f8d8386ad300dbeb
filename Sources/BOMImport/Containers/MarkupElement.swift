internal import Diagnostics
internal import Foundation

#if canImport(FoundationXML)
  internal import FoundationXML
#endif

/// An element of a small XML document, read whole.
final class MarkupElement {
  let name: String
  let attributes: [String: String]
  /// Lines and columns count from 1.
  let line: Int
  let column: Int
  fileprivate(set) var children: [MarkupElement] = []
  /// Texts and children in their order.
  fileprivate(set) var content: [Content] = []

  enum Content {
    case text(String)
    case element(MarkupElement)
  }

  fileprivate init(_ name: String, _ attributes: [String: String], line: Int, column: Int) {
    self.name = name
    self.attributes = attributes
    self.line = line
    self.column = column
  }

  /// The first child of a name.
  func child(_ name: String) -> MarkupElement? { children.first { $0.name == name } }

  func children(_ name: String) -> [MarkupElement] { children.filter { $0.name == name } }

  /// Text directly inside, outside child elements.
  var text: String {
    content.map { if case .text(let text) = $0 { text } else { "" } }.joined()
  }

  /// Text of the element and of all below it, in order.
  var allText: String {
    content.map { piece in
      switch piece {
      case .text(let text): text
      case .element(let child): child.allText
      }
    }.joined()
  }
}

extension MarkupElement {
  /// Reads a document; names lose their prefixes (`table:table-row` is `table-row`). External entities are not followed.
  ///
  /// Throws `BOMCodes.damaged` at the line where the document breaks. O(bytes).
  static func read(_ bytes: [UInt8], file: String, part: String? = nil) throws(BOMRefusal) -> MarkupElement {
    let builder = TreeBuilder()
    let parser = XMLParser(data: Data(plainText(bytes)))
    parser.shouldResolveExternalEntities = false
    parser.delegate = builder
    // Some versions of the parser take a document that breaks off for whole.
    let isWhole = parser.parse() && builder.isClosed
    if isWhole, let root = builder.root { return root }
    let place = part.map { " in `\($0)`" } ?? ""
    throw BOMRefusal(
      BOMCodes.damaged, "the XML\(place) breaks off or is malformed at line \(parser.lineNumber)",
      at: .cell(row: part == nil ? max(1, parser.lineNumber) : 1, column: 1, of: file), help: "export the file again")
  }

  /// The document in UTF-8, without the declaration that may say otherwise. Foundation's parser ends the process at names that
  /// are no valid UTF-8, and at NULs.
  private static func plainText(_ bytes: [UInt8]) -> [UInt8] {
    let text = TextEncoding.sniff(bytes).decode(bytes) ?? String(decoding: bytes, as: UTF8.self)
    var plain = Array(text.utf8)
    plain.removeAll { $0 == 0 }
    guard plain.starts(with: "<?xml".utf8), let end = plain.firstIndex(of: 0x3E) else { return plain }
    for index in 0...end where plain[index] != 0x0A { plain[index] = 0x20 }
    return plain
  }

  /// Deeper than any file of these formats; a deeper one is malicious.
  fileprivate static let depthLimit = 256
}

private final class TreeBuilder: NSObject, XMLParserDelegate {
  var root: MarkupElement?
  private var open: [MarkupElement] = []
  private var isAborted = false

  /// Whether every element that was opened has been closed.
  var isClosed: Bool { open.isEmpty && !isAborted }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if open.count >= MarkupElement.depthLimit {
      isAborted = true
      parser.abortParsing()
    }
    if isAborted { return }
    var plain: [String: String] = [:]
    for (key, value) in attributes {
      // LibreOffice repeats some attributes under a prefix of its own, with other values for errors.
      plain[key.hasPrefix("calcext:") ? key : local(key)] = value
    }
    let element = MarkupElement(local(name), plain, line: parser.lineNumber, column: parser.columnNumber)
    if let parent = open.last {
      parent.children.append(element)
      parent.content.append(.element(element))
    } else if root == nil {
      root = element
    }
    open.append(element)
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    // Ends of elements are still told after parsing was aborted, also of those that were not taken.
    if !isAborted { _ = open.popLast() }
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    open.last?.content.append(.text(characters))
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    open.last?.content.append(.text(String(decoding: block, as: UTF8.self)))
  }

  private func local(_ name: String) -> String {
    guard let colon = name.lastIndex(of: ":") else { return name }
    return String(name[name.index(after: colon)...])
  }
}
