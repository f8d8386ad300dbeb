/// A text of an `.xlsx` workbook: what stands, and what is struck through in it.
struct WorkbookText {
  private(set) var text = ""
  private(set) var struck = ""
  /// Whether its runs say themselves what is struck through, whatever the cell's font says.
  private(set) var hasRuns = false

  /// Reads a string item (`si`, `is`): plain text or runs; phonetic hints (`rPh`) are not part of the text.
  ///
  /// A run without properties has those of the cell, one with properties has only its own.
  init(_ item: MarkupElement, isCellStruck: Bool = false) {
    for child in item.children {
      switch child.name {
      case "t": text += Self.plain(child.text)
      case "r":
        hasRuns = true
        let run = child.children("t").map(\.text).joined()
        let isStruck = child.child("rPr").map { WorkbookStyles.isStruck($0) } ?? isCellStruck
        if isStruck { struck += Self.plain(run) } else { text += Self.plain(run) }
      default: break
      }
    }
  }

  /// Characters that XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19).
  static func plain(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var output = ""
    var rest = text[...]
    while let mark = rest.firstRange(of: "_x") {
      output += rest[..<mark.lowerBound]
      let code = rest[mark.upperBound...].prefix(4)
      let end = rest.index(mark.upperBound, offsetBy: 4, limitedBy: rest.endIndex) ?? rest.endIndex
      if code.count == 4, end < rest.endIndex, rest[end] == "_", code.allSatisfy(\.isHexDigit),
        let number = UInt32(code, radix: 16), let scalar = Unicode.Scalar(number)
      {
        output.unicodeScalars.append(number == 0 ? " " : scalar)
        rest = rest[rest.index(after: end)...]
      } else {
        output += rest[mark]
        rest = rest[mark.upperBound...]
      }
    }
    return output + rest
  }
}
