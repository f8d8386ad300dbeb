/// Keys of slots for references, as board specs write them.
enum SlotKeys {
  /// Longest key; YAML readers stop looking for the colon of a plain key after 1,024 characters.
  private static let limit = 200

  /// `R1..R3, R7` for R1, R2, R3 and R7: in counting order, runs of three and more as ranges, split where a key would be
  /// longer than any reader takes.
  static func keys(for references: [String]) -> [(key: String, references: [String])] {
    var keys: [(key: String, references: [String])] = []
    for run in runs(of: references.sorted(by: referencePrecedes)) {
      let pieces = run.count >= 3 ? ["\(run[0])..\(run[run.count - 1])"] : run
      for (index, piece) in pieces.enumerated() {
        let own = pieces.count == 1 ? run : [run[index]]
        if let last = keys.last, last.key.count + piece.count < limit {
          keys[keys.count - 1] = (last.key + ", " + piece, last.references + own)
        } else {
          keys.append((piece, own))
        }
      }
    }
    return keys
  }

  /// References that count up by one with the same letters.
  private static func runs(of references: [String]) -> [[String]] {
    var runs: [[String]] = []
    for reference in references {
      if let last = runs.last?.last, isNext(reference, after: last) {
        runs[runs.count - 1].append(reference)
      } else {
        runs.append([reference])
      }
    }
    return runs
  }

  private static func isNext(_ reference: String, after last: String) -> Bool {
    guard let (letters, number) = split(reference), let (otherLetters, otherNumber) = split(last) else { return false }
    return letters == otherLetters && number == otherNumber + 1
  }

  private static func split(_ reference: String) -> (String, Int)? {
    let letters = reference.prefix { $0.isLetter || $0 == "_" }
    let digits = reference.dropFirst(letters.count)
    guard !letters.isEmpty, (1...6).contains(digits.count), digits.allSatisfy(\.isDigit),
      digits == "0" || digits.first != "0",
      let number = Int(digits)
    else { return nil }
    return (String(letters), number)
  }

  /// A name that a board spec takes for a reference: signs that it does not take become `_`, and so do those of a name that
  /// would be a range there (`J1-1`).
  static func name(_ reference: String) -> String {
    var plain = reference.map { $0.isWhitespace || ",\"'{}[]#".contains($0) ? "_" : String($0) }.joined()
      .replacing("..", with: "_")
    for sign in ["-", "–", "~"] {
      let ends = plain.split(separator: sign, omittingEmptySubsequences: false).map(String.init)
      guard ends.count == 2, split(ends[0]) != nil, split(ends[1]) != nil || Int(ends[1]) != nil else { continue }
      plain = ends.joined(separator: "_")
    }
    guard let first = plain.first, first.isLetter || first.isNumber || first == "_" else { return "_" + plain }
    return plain
  }

  /// The reference of a line that has none, from its row.
  static func name(ofRow row: Int) -> String { "LINE\(row)" }
}
