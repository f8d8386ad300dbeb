package import Foundation
package import Market

/// What the user's walks found on floors, as it stands beside a catalog: `catalog.sqlite` has `catalog.floors.json`.
package struct FloorAnswers: Sendable, Hashable, Codable {
  package static let schema = "peidan.floors/1"

  package var schema = FloorAnswers.schema
  /// By plan and line, each once.
  package private(set) var answers: [FloorAnswer] = []

  package init() {}

  /// Where they stand beside the catalog at `catalog`.
  package static func path(beside catalog: String) -> String { JSONStore.path("floors", beside: catalog) }

  /// What stands beside a catalog; empty where nothing does. A damaged file is set aside where `healing` says so, else it is an error.
  package init(beside catalog: String, _ healing: Healing? = nil) throws(CatalogError) {
    let path = FloorAnswers.path(beside: catalog)
    let found: FloorAnswers? = try JSONStore.open(
      path, .floorAnswers, schema: \.schema, FloorAnswers.schema, words: "a list of answers on floors", with: healing)
    guard let found else { return }
    for answer in found.answers {
      if let fault = answer.fault { throw .system(path: path, detail: "`\(answer.line)` of \(answer.day): \(fault)") }
    }
    self = found
  }

  /// The file's text.
  package func json() throws -> Data { try JSONStore.text(of: self) }

  /// Those of a market.
  package func of(market: String) -> [FloorAnswer] { answers.filter { $0.market == market } }

  /// Takes in an answer, in the place of one for the same line of the same plan; false where that is known.
  package mutating func add(_ answer: FloorAnswer) -> Bool {
    let key = (answer.plan, answer.line)
    guard let place = answers.firstIndex(where: { ($0.plan, $0.line) == key }) else {
      answers.append(answer)
      answers.sort { ($0.day, $0.plan, $0.line) < ($1.day, $1.plan, $1.line) }
      return true
    }
    if answers[place] == answer { return false }
    answers[place] = answer
    return true
  }

  /// Forgets what was found on a floor; false where nothing is known of it.
  package mutating func forget(_ floor: PlaceID, market: String) -> Bool {
    let count = answers.count
    answers.removeAll { $0.floor == floor && $0.market == market }
    return answers.count < count
  }
}
