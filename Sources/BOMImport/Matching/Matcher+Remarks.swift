internal import Diagnostics
internal import Electronics

extension Matcher {
  /// A cell of one known number with words or signs beside it: `X (or eq)`, `Samsung X`, `X obsolete`, `~X`. Its maker's name, and words
  /// that allow equal parts, say nothing; whatever else stands there leaves the line likely. Nil where the cell has no known number.
  func byNumberWithRemark(_ line: BOMLine) throws -> LineMatch? {
    var number: String?
    var rest: [String] = []
    for piece in try pieces(of: line.number) {
      let core = String(
        piece.drop { !$0.isLetter && !$0.isNumber }.reversed().drop { !$0.isLetter && !$0.isNumber }.reversed())
      guard number == nil, core.count >= Self.shortestPrefix, core.contains(where: \.isNumber),
        try !index.parts(number: core).isEmpty
      else {
        rest.append(piece)
        continue
      }
      number = core
      if core != piece { rest.append(piece.replacing(core, with: " ").trimmedBlanks) }
    }
    guard let number else { return nil }
    var own = line
    own.number = number
    // `AO3400A SOT-23`, as home-made tables have it: what says a package is the line's where no other cell does.
    let packages = rest.indices.filter { !PackageForm.forms(of: rest[$0]).isEmpty }
    if line.footprint.isEmpty, packages.count == 1 { own.footprint = rest.remove(at: packages[0]) }
    guard var match = try byNumber(number, own) else { return nil }
    let makers = ([match.part].compactMap(\.self) + match.alternatives + match.candidates).map(\.id.maker)
    let unclear = rest.first { word in
      !Self.joiners.contains(word.lowercased()) && words.vocabulary.meaning(of: word, kind: .unknown) != .silent
        && !makers.contains { words.isSameMaker(word, $0) }
    }
    if let unclear, match.grade.isCertain {
      match.grade = .heuristic
      match.reason += ", but `\(unclear)` beside `\(number)` is not understood"
    }
    return match
  }

  /// The pieces between blanks, brackets and commas; of `1N4148W/SOD-123`, which is no number, those between slashes too.
  private func pieces(of text: String) throws -> [String] {
    try text.split(whereSeparator: { $0.isWhitespace || "()[]（）,;，；".contains($0) }).flatMap { piece in
      guard piece.contains("/"), try index.parts(number: String(piece)).isEmpty else { return [String(piece)] }
      return piece.split(separator: "/").map(String.init)
    }
  }

  private static var joiners: Set<String> { ["or", "oder", "ou", "o", "或", ".", "-", "/"] }
}
