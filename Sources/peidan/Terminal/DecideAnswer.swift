import Base
import BoardSpec
import Diagnostics
import Electronics
import Foundation
import Market
import Phrases
import SourcingPlan

/// What `peidan decide` did and what is open, as data: `decide --format json`.
struct DecideAnswer: Encodable {
  struct Candidate: Encodable {
    var mpn: String
    var maker: String
    var package: String?
  }

  struct Open: Encodable {
    var refs: [String]
    var row: String?
    var says: String?
    var grade: String
    var why: String?
    var whyChinese: String?
    var candidates: [Candidate]

    init(_ line: ImportedBill.MissingLine) {
      refs = line.references
      row = line.row
      says = line.says
      grade = line.grade
      why = line.why?.english
      whyChinese = line.why?.chinese
      candidates = line.candidates.map { Candidate(mpn: $0.part.mpn, maker: $0.part.maker, package: $0.package) }
    }
  }

  struct Decided: Encodable {
    var refs: [String]
    var choice: String
    /// The slot; left out for a line that is left out.
    var wrote: String?
    /// Whether later boards use it.
    var remembered: Bool
  }

  struct Passives: Encodable {
    var choice: String
    /// Keys of slots that were changed.
    var changed: [String]
  }

  var schema = "peidan.decide/1"
  var spec: String
  var written = false
  var decided: [Decided] = []
  var open: [Open] = []
  var passives: Passives?

  init(spec: String) { self.spec = spec }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  /// A line as a person decides on it: what the bill says, why it is open, and what it may be.
  static func text(of line: ImportedBill.MissingLine, _ language: Language) -> String {
    let row = line.row.map { " (\($0))" } ?? ""
    var text = "\(ReferenceList(line.references))\(row): \(line.says ?? "")\n"
    if let why = line.why { text += "  \(why(language))\n" }
    if !line.candidates.isEmpty { text += "  \(DecidePhrase.candidates(language))\n" }
    for (place, candidate) in line.candidates.enumerated() {
      let package = candidate.package.map { ", \($0)" } ?? ""
      text += "    \(place + 1)  \(candidate.part.mpn) of \(candidate.part.maker)\(package)\n"
    }
    // What a file says must not reach the terminal as orders to it.
    return text.split(separator: "\n").map { visible(String($0)) + "\n" }.joined()
  }
}
