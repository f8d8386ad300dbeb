/// Text from outside (files, servers, names) made harmless to look at: control characters, and those that turn the direction of writing
/// or cannot be seen, are shown as U+FFFD.
///
/// The one home of this rule; `Console` applies it to all that a command prints.
package func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB,
    0xE0000...0xE007F:
    true
  default: false
  }
}

/// One line of text without control characters: those of lines and tabs are shown too. O(n) in scalars.
package func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isHidden) else { return text }
  return mapped(text) { isHidden($0) ? "\u{FFFD}" : $0 }
}

/// Lines of text without control characters but line feeds, with or without a carriage return before them, tabs, and the byte order mark with
/// which tables for spreadsheets begin. O(n) in scalars.
package func visibleLines(_ text: String) -> String { lines(text, keepsStyles: false) }

/// The same, with the sequences of ECMA-48 that colour a text or end its colour (`ESC [ 1 ; 31 m`) kept. For texts whose parts from outside
/// were made visible before they were coloured.
package func visibleStyledLines(_ text: String) -> String { lines(text, keepsStyles: true) }

/// A text cut to `limit` characters, with `…` where something was left out. O(limit).
package func excerpt(_ text: String, limit: Int = 1_000) -> String {
  // A character has at least one byte.
  guard text.utf8.count > limit, let end = text.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex),
    end < text.endIndex
  else { return text }
  return text[..<end] + "…"
}

/// JSON whose strings have escapes (`\u202E`) in place of what `visible` hides: the same value, and harmless to print. O(n) in scalars.
package func visibleJSON(_ json: String) -> String {
  guard json.unicodeScalars.contains(where: { isHidden($0) && $0 != "\n" && $0 != "\t" }) else { return json }
  var output = String.UnicodeScalarView()
  for scalar in json.unicodeScalars {
    guard isHidden(scalar), scalar != "\n", scalar != "\t" else {
      output.append(scalar)
      continue
    }
    for unit in String(scalar).utf16 {
      let digits = String(unit, radix: 16)
      output.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars)
    }
  }
  return String(output)
}

/// JSON whose strings have U+FFFD in place of what `visible` hides, written as it is or as an escape; all else stays as it is, numbers
/// digit by digit. O(n) in scalars.
package func visibleStrings(ofJSON json: String) -> String {
  let scalars = json.unicodeScalars
  var output = String.UnicodeScalarView()
  var isInString = false
  var place = scalars.startIndex
  while place < scalars.endIndex {
    let scalar = scalars[place]
    let next = scalars.index(after: place)
    guard isInString, scalar != "\"" else {
      if scalar == "\"" { isInString.toggle() }
      output.append(scalar)
      place = next
      continue
    }
    let end = scalar == "\\" ? endOfEscape(scalars, from: next) : next
    if scalar == "\\" ? escapesHidden(scalars[next..<end]) : isHidden(scalar) {
      output.append("\u{FFFD}")
    } else {
      output.append(contentsOf: scalars[place..<end])
    }
    place = end
  }
  return String(output)
}

/// Where the escape ends whose reverse solidus is before `place`.
private func endOfEscape(_ scalars: String.UnicodeScalarView, from place: String.Index) -> String.Index {
  guard place < scalars.endIndex else { return place }
  let length = scalars[place] == "u" ? 5 : 1
  return scalars.index(place, offsetBy: length, limitedBy: scalars.endIndex) ?? scalars.endIndex
}

/// Whether `n`, `t`, `u001b` and the like, behind a reverse solidus, stand for what is hidden.
private func escapesHidden(_ escape: Substring.UnicodeScalarView) -> Bool {
  guard let first = escape.first else { return false }
  if first != "u" { return "bfnrt".unicodeScalars.contains(first) }
  return UInt32(String(escape.dropFirst()), radix: 16).flatMap(Unicode.Scalar.init).map(isHidden) ?? false
}

private func mapped(_ text: String, _ body: (Unicode.Scalar) -> Unicode.Scalar) -> String {
  var output = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { output.append(body(scalar)) }
  return String(output)
}

private func lines(_ text: String, keepsStyles: Bool) -> String {
  guard text.unicodeScalars.contains(where: { isHidden($0) && $0 != "\n" && $0 != "\t" }) else { return text }
  let scalars = text.unicodeScalars
  var output = String.UnicodeScalarView()
  var place = scalars.startIndex
  while place < scalars.endIndex {
    let scalar = scalars[place]
    let next = scalars.index(after: place)
    if scalar == "\u{1B}", keepsStyles, let end = endOfStyle(scalars, from: next) {
      output.append(contentsOf: scalars[place..<end])
      place = end
      continue
    }
    let isBreak = scalar == "\r" && next < scalars.endIndex && scalars[next] == "\n"
    let isMark = scalar == "\u{FEFF}" && place == scalars.startIndex
    let isKept = isMark || !isHidden(scalar) || scalar == "\n" || scalar == "\t" || isBreak
    output.append(isKept ? scalar : "\u{FFFD}")
    place = next
  }
  return String(output)
}

/// Where the sequence ends whose ESC is before `place`; nil where it does anything but colour.
private func endOfStyle(
  _ scalars: String.UnicodeScalarView, from place: String.Index
) -> String.Index? {
  guard place < scalars.endIndex, scalars[place] == "[" else { return nil }
  var place = scalars.index(after: place)
  while place < scalars.endIndex, ("0"..."9").contains(scalars[place]) || scalars[place] == ";" {
    place = scalars.index(after: place)
  }
  return place < scalars.endIndex && scalars[place] == "m" ? scalars.index(after: place) : nil
}
