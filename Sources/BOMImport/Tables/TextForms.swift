extension StringProtocol {
  /// Without white space at both ends.
  var trimmedBlanks: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }

  /// Full-width forms as their ASCII ones, every kind of blank as a space.
  var halfWidth: String {
    var output = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: output.append(Unicode.Scalar(scalar.value - 0xFEE0)!)
      case 0x3000, 0xA0, 0x2002...0x200A, 0x202F: output.append(" ")
      default: output.append(scalar)
      }
    }
    return String(output)
  }
}

extension Character {
  /// Whether it is one of `0` to `9`.
  var isDigit: Bool { ("0"..."9").contains(self) }

  /// Whether it is a letter of the English alphabet.
  var isLatin: Bool { isASCII && isLetter }
}

extension String {
  /// Case of letters aside.
  func caseInsensitiveEquals(_ other: String) -> Bool { lowercased() == other.lowercased() }
}
