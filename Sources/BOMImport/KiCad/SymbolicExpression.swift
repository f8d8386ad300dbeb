internal import Diagnostics

/// A node of a KiCad file: a word, or a list whose first word names it.
struct SymbolicExpression {
  enum Content {
    case word(String)
    case list([SymbolicExpression])
  }

  var content: Content
  /// From 1.
  var line: Int

  /// Lists may be nested this deep; KiCad's are a dozen.
  private static let depthLimit = 200

  /// Reads the one list of a file. Throws `BOMCodes.damaged` where brackets or quotes do not close. O(bytes).
  static func read(_ source: SourceText) throws(BOMRefusal) -> SymbolicExpression {
    let bytes = source.bytes
    var open: [(items: [SymbolicExpression], line: Int)] = []
    var line = 1
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x0A:
        line += 1
        index += 1
      case ...0x20: index += 1
      case 0x28:
        if open.count >= depthLimit { throw damaged("nested more than \(depthLimit) deep", line, source) }
        open.append(([], line))
        index += 1
      case 0x29:
        guard let last = open.popLast() else { throw damaged("has a `)` too many", line, source) }
        let list = SymbolicExpression(content: .list(last.items), line: last.line)
        if open.isEmpty { return list }
        open[open.count - 1].items.append(list)
        index += 1
      case 0x22:
        let start = line
        guard let text = quoted(bytes, &index, &line) else {
          throw damaged("has a quote that is never closed", start, source)
        }
        guard !open.isEmpty else { throw damaged("does not start with a list", start, source) }
        open[open.count - 1].items.append(SymbolicExpression(content: .word(text), line: start))
      default:
        let start = index
        while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
        guard !open.isEmpty else { throw damaged("does not start with a list", line, source) }
        let word = String(decoding: bytes[start..<index], as: UTF8.self)
        open[open.count - 1].items.append(SymbolicExpression(content: .word(word), line: line))
      }
    }
    throw damaged("breaks off", line, source)
  }

  private static func damaged(_ what: String, _ line: Int, _ source: SourceText) -> BOMRefusal {
    let line = min(max(line, 1), source.lineStarts.count)
    return BOMRefusal(
      BOMCodes.damaged, "the schematic \(what)", at: source.span(source.range(ofLine: line)),
      help: "save it again in KiCad")
  }

  private static func isEnd(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x28 || byte == 0x29 || byte == 0x22 }

  private static func quoted(_ bytes: [UInt8], _ index: inout Int, _ line: inout Int) -> String? {
    var text: [UInt8] = []
    index += 1
    while index < bytes.count, bytes[index] != 0x22 {
      if bytes[index] == 0x5C, index + 1 < bytes.count {
        index += 1
        text.append(bytes[index] == 0x6E ? 0x0A : bytes[index])
      } else {
        text.append(bytes[index])
      }
      if bytes[index] == 0x0A { line += 1 }
      index += 1
    }
    guard index < bytes.count else { return nil }
    index += 1
    return String(decoding: text, as: UTF8.self)
  }

  var word: String? {
    if case .word(let text) = content { text } else { nil }
  }

  var items: [SymbolicExpression] {
    if case .list(let items) = content { items } else { [] }
  }

  /// The first word of a list: what it is.
  var name: String { items.first?.word ?? "" }

  /// The first inner list of a name.
  func child(_ name: String) -> SymbolicExpression? { items.first { $0.name == name } }

  func children(_ name: String) -> [SymbolicExpression] { items.filter { $0.name == name } }

  /// The word behind the name of an inner list: of `(unit 1)`, `1`.
  func value(_ name: String) -> String? { child(name)?.argument }

  /// The second item, where it is a word.
  var argument: String? { items.count > 1 ? items[1].word : nil }
}
