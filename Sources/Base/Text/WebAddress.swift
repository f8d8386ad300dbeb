/// The address of something on the net, which may hold secrets: a user, a password, a token in its query.
///
/// The one type that knows such addresses. The whole text goes to the server that it names (`forRequest`) and nowhere else; whatever is
/// shown, stored or logged is `shown`, which string interpolation gives too.
package struct WebAddress: Sendable, Hashable {
  /// The address as it was written, secrets included: for asking the server, and for nothing else.
  package let forRequest: String

  package init(_ text: String) { forRequest = text }

  /// The address without user, password, query and fragment: `https://example.com/prices.csv`.
  ///
  /// Where a password with a sign of the syntax leaves open what is what, the scheme alone: `https://…`.
  package var shown: String {
    let parts = Parts(forRequest[...])
    return String(parts.scheme) + (parts.kept.isEmpty && parts.isHidden ? "…" : String(parts.kept))
  }

  /// Whether `shown` leaves something out.
  package var hasSecrets: Bool { Parts(forRequest[...]).isHidden }

  /// `https`, in small letters; empty where there is none.
  package var scheme: String { Parts(forRequest[...]).scheme.prefix { $0 != ":" }.lowercased() }

  /// A text with each address in it as it is shown.
  package static func redacted(_ text: String) -> String {
    replaced(text) { WebAddress(String($0)).shown }
  }

  /// A text whose addresses have `*` in place of each byte of their secrets: every place in it stays where it is.
  package static func masked(_ text: String) -> String {
    replaced(text) { run in
      let parts = Parts(run)
      return String(parts.scheme) + stars(parts.user) + String(parts.kept) + stars(parts.tail)
    }
  }

  private static func stars(_ hidden: Substring) -> String { String(repeating: "*", count: hidden.utf8.count) }

  private static func replaced(_ text: String, _ body: (Substring) -> String) -> String {
    var result = ""
    var rest = text[...]
    while let mark = rest.firstRange(of: "://") {
      // Letters before it belong to the address, whatever the scheme.
      let start =
        rest[..<mark.lowerBound].lastIndex { !($0.isLetter || $0.isNumber) }.map { rest.index(after: $0) }
        ?? rest.startIndex
      let run = rest[mark.upperBound...].prefix { !endsAddress($0) }
      result += rest[..<start] + body(rest[start..<run.endIndex])
      rest = rest[run.endIndex...]
    }
    return result + rest
  }

  private static func endsAddress(_ character: Character) -> Bool {
    character.isWhitespace || "\"'<>`".contains(character)
  }

  /// What stands where in an address. `kept` lies between what is hidden.
  private struct Parts {
    /// With its `://`; empty where there is none.
    var scheme: Substring
    /// User and password with the `@`.
    var user: Substring
    var kept: Substring
    /// From the query on.
    var tail: Substring

    var isHidden: Bool { !user.isEmpty || !tail.isEmpty }

    init(_ text: Substring) {
      let mark = text.firstRange(of: "://")
      scheme = text[..<(mark?.upperBound ?? text.startIndex)]
      let rest = text[scheme.endIndex...]
      let bare = rest.prefix { !"?#;".contains($0) }
      let authority = bare.prefix { $0 != "/" && $0 != "\\" }
      if let at = authority.lastIndex(of: "@") {
        user = rest[...at]
        kept = bare[bare.index(after: at)...]
        tail = rest[bare.endIndex...]
      } else if Parts.holdsPassword(authority, hasAt: rest.contains("@")) {
        (user, kept, tail) = (rest, rest[rest.endIndex...], rest[rest.endIndex...])
      } else {
        (user, kept, tail) = (rest[..<rest.startIndex], bare, rest[bare.endIndex...])
      }
    }

    /// Whether what stands before the first `/`, `?` or `#` may be a user and the beginning of a password: it has a colon with no port
    /// behind it, or an `@` follows.
    private static func holdsPassword(_ authority: Substring, hasAt: Bool) -> Bool {
      let host = authority.hasPrefix("[") ? authority.drop { $0 != "]" }.dropFirst() : authority
      guard let colon = host.firstIndex(of: ":") else { return false }
      let port = host[host.index(after: colon)...]
      return hasAt || !port.allSatisfy { ("0"..."9").contains($0) }
    }
  }
}

extension WebAddress: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { shown }
  package var debugDescription: String { shown }
  /// `dump` shows no more.
  package var customMirror: Mirror { Mirror(self, children: ["shown": shown]) }
}

extension WebAddress: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(text) }
}
