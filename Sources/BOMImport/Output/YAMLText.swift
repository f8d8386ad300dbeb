internal import Base

/// Values as YAML writes them, in one line.
enum YAMLText {
  /// Plain where no reader can take it for something else, else in double quotes.
  static func scalar(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  private static let words: Set<String> = ["true", "false", "yes", "no", "on", "off", "null", "~", "y", "n"]

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    let isNumberLike = text.allSatisfy { $0.isDigit || ".+-_eExX".contains($0) }
    if isNumberLike || words.contains(text.lowercased()) { return false }
    guard first.properties.isAlphabetic || ("0"..."9").contains(first) || first == "_" else { return false }
    if last == " " || last == ":" { return false }
    let isSafe = text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || " _-+./()%Ω°±µ×*:⌀@;".unicodeScalars.contains(scalar)
    }
    return isSafe && !text.contains(": ") && !text.contains(" #")
  }

  /// Whether YAML takes a scalar neither plain nor in a comment, or nobody would see it there.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    isHidden(scalar) || [0xFFFE, 0xFFFF].contains(scalar.value)
  }

  static func quoted(_ text: String) -> String {
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      default:
        if isControl(scalar) {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          let (letter, width) = scalar.value > 0xFFFF ? ("U", 8) : ("u", 4)
          output += "\\" + letter + String(repeating: "0", count: width - digits.count) + digits
        } else {
          output.unicodeScalars.append(scalar)
        }
      }
    }
    return output + "\""
  }

  static func flow(_ entries: [(key: String, value: String)]) -> String {
    "{" + entries.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
  }

  static func list(_ values: [String]) -> String { "[" + values.joined(separator: ", ") + "]" }
}
