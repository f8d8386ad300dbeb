/// Text variables of KiCad's schematics: `${VOLTAGE}` stands for a field of the symbol, of its sheet or of the project.
struct TextVariables {
  /// Variables within variables are followed so deep, to texts of at most this many characters.
  private static let depthLimit = 8
  private static let lengthLimit = 4_096

  /// Names in upper case; the first table that has a name counts.
  let tables: [[String: String]]

  /// The text with its variables filled in; those that nothing has stay as they are. O(length of the answer).
  func filled(_ text: String, depth: Int = 0) -> String {
    guard text.contains("${"), depth < Self.depthLimit, text.count <= Self.lengthLimit else { return text }
    var output = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "${") {
      output += rest[..<start.lowerBound]
      guard let end = rest[start.upperBound...].firstIndex(of: "}"), output.count <= Self.lengthLimit else {
        return output + rest[start.lowerBound...]
      }
      let name = rest[start.upperBound..<end].uppercased()
      if let value = tables.lazy.compactMap({ $0[name] }).first {
        output += filled(value, depth: depth + 1)
      } else {
        output += rest[start.lowerBound...end]
      }
      rest = rest[rest.index(after: end)...]
    }
    return output + rest
  }

  /// The variables that are left in a text.
  static func unknown(in text: String) -> [String] {
    var found: [String] = []
    var rest = text[...]
    while let start = rest.firstRange(of: "${"), let end = rest[start.upperBound...].firstIndex(of: "}") {
      found.append(String(rest[start.lowerBound...end]))
      rest = rest[rest.index(after: end)...]
    }
    return found
  }
}
