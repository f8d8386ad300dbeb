package import Phrases

/// What an import says of a line, in both languages: written in English where it arises, `no part has \(value)`, and looked up in
/// Chinese by its text without what stands in the blanks (`ImportPhrase.chinese`).
package struct Clause: Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
  fileprivate enum Blank: Sendable {
    case text(String)
    case clause(Clause)
  }

  fileprivate struct Piece: Sendable {
    /// The text, with `{}` for each blank.
    var template: String
    var blanks: [Blank]
  }

  private var pieces: [Piece]

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var piece = Piece(template: "", blanks: [])

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { piece.template += literal }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      piece.template += "{}"
      piece.blanks.append(.text(value.description))
    }

    package mutating func appendInterpolation(_ clause: Clause) {
      piece.template += "{}"
      piece.blanks.append(.clause(clause))
    }
  }

  package init(stringLiteral text: String) { pieces = text.isEmpty ? [] : [Piece(template: text, blanks: [])] }

  package init(stringInterpolation text: StringInterpolation) { pieces = [text.piece] }

  package static func + (left: Clause, right: Clause) -> Clause {
    var sum = left
    sum += right
    return sum
  }

  package static func += (left: inout Clause, right: Clause) { left.pieces += right.pieces }

  package var english: String {
    text {
      $0
    } in: {
      $0.english
    }
  }

  package var description: String { english }

  /// A text without a translation stays English.
  package var chinese: String {
    text {
      ImportPhrase.chinese[$0] ?? $0
    } in: {
      $0.chinese
    }
  }

  package func callAsFunction(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    case .both: english == chinese ? english : "\(english) / \(chinese)"
    }
  }

  /// Texts of which there is no Chinese.
  package var untranslated: [String] {
    pieces.flatMap { piece in
      let own = piece.template == "{}" || ImportPhrase.chinese[piece.template] != nil ? [] : [piece.template]
      return own
        + piece.blanks.flatMap { blank in
          if case .clause(let clause) = blank { clause.untranslated } else { [String]() }
        }
    }
  }

  private func text(_ wording: (String) -> String, in inner: (Clause) -> String) -> String {
    pieces.reduce(into: "") { text, piece in
      var blanks = piece.blanks.makeIterator()
      var rest = wording(piece.template)[...]
      while let place = rest.firstRange(of: "{}") {
        text += rest[..<place.lowerBound]
        switch blanks.next() {
        case .text(let own)?: text += own
        case .clause(let clause)?: text += inner(clause)
        case nil: text += "{}"
        }
        rest = rest[place.upperBound...]
      }
      text += rest
    }
  }
}

extension Clause: Hashable {
  package static func == (left: Clause, right: Clause) -> Bool { left.english == right.english }

  package func hash(into hasher: inout Hasher) { hasher.combine(english) }
}

extension Sequence<Clause> {
  /// One behind the other, with a sign between them.
  func joined(_ separator: Clause) -> Clause {
    reduce(into: (sum: "" as Clause, isFirst: true)) { state, clause in
      if !state.isFirst { state.sum += separator }
      state.sum += clause
      state.isFirst = false
    }.sum
  }
}
