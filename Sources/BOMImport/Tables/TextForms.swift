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

extension String {
  /// Without marks of writing direction and blanks of no width, which web pages leave around part numbers, and without white
  /// space at the ends that they hid.
  var withoutInvisibleSigns: String {
    guard utf8.contains(where: { $0 >= 0xE2 }), unicodeScalars.contains(where: Self.isInvisible) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.filter { !Self.isInvisible($0) })).trimmedBlanks
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
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
