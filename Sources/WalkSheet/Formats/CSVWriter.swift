/// Writes tables whose cells spreadsheets show as the text they are.
package enum CSVWriter {
  /// Rows as a file: RFC 4180 with CRLF, led by a byte-order mark so that spreadsheets read UTF-8.
  /// Tables `forMachines`, which a shop's page reads, have codes such as `0402` plain.
  package static func table(_ rows: [[String]], forMachines: Bool = false) -> String {
    "\u{FEFF}"
      + rows.map { cells in
        cells.map { forMachines && isCodeWithZeros($0) ? $0 : text($0) }.joined(separator: ",") + "\r\n"
      }.joined()
  }

  /// Quoted where RFC 4180 asks for it. A text that a spreadsheet would run as a formula gets an apostrophe before it; a
  /// number with leading zeros (`0402`) is written as the formula `="0402"`, the one way in which its zeros stay.
  static func text(_ value: String) -> String {
    if isCodeWithZeros(value) { return "\"=\"\"\(value)\"\"\"" }
    let safe = startsFormula(value) ? "'" + value : value
    guard safe.unicodeScalars.contains(where: { ["\"", ",", "\r", "\n", "\t"].contains($0) }) || safe != safe.trimmed
    else { return safe }
    return "\"" + safe.unicodeScalars.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
  }

  /// A leading `=`, `+`, `-`, `@` or control character, also behind blanks; a plain number is none.
  private static func startsFormula(_ value: String) -> Bool {
    guard let first = value.unicodeScalars.first(where: { $0 != " " }) else { return false }
    if first.value < 0x20 || first == "\u{FF1D}" || first == "\u{FF0B}" || first == "\u{FF0D}" || first == "\u{FF20}" {
      return true
    }
    guard ["=", "+", "-", "@"].contains(first) else { return false }
    return
      !(first == "-" && value.dropFirst().allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") } && value.count > 1)
  }

  private static func isCodeWithZeros(_ value: String) -> Bool {
    value.count > 1 && value.hasPrefix("0") && value.utf8.allSatisfy { (48...57).contains($0) }
  }
}

extension String {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
