import Base
import Diagnostics
import Foundation
import Market
import Phrases
import SourcingPlan
import WalkSheet

enum SheetFixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  /// A small plan worked out by hand.
  static func plan() throws -> PlanDocument {
    try PlanDocument(json: Data(contentsOf: folder.appending(path: "Plan.json")))
  }

  /// A plan that `peidan plan Boards/BOARD.yaml` made of the bundled market's sample stalls and offers.
  static func plan(of board: String) throws -> PlanDocument {
    try PlanDocument(json: Data(contentsOf: file(of: board)))
  }

  static func file(of board: String) -> URL { folder.appending(path: "Plans/\(board).json") }

  /// The bundled phrases.
  static let phrases: PhraseBook = {
    let root = folder.deletingLastPathComponent().deletingLastPathComponent()
    let text = (try? String(contentsOf: root.appending(path: "Phrases/cards.yaml"), encoding: .utf8)) ?? ""
    let sink = DiagnosticSink()
    return PhraseBookReader.read(SourceText(file: "cards.yaml", text: text), into: sink)
      ?? PhraseBook(subjects: [:], anything: [], request: [], pickUp: [], answers: [])
  }()

  /// The files of a format in one text.
  static func text(
    _ format: WalkSheet.Format, of plan: PlanDocument, _ language: Language = .both
  ) throws -> String {
    let files = try WalkSheet(plan, language: language, phrases: phrases, made: 1_795_743_600).files(
      format, base: plan.board)
    if files.count == 1 { return files[0].text }
    return files.map { "== \($0.name)\n\($0.text)" }.joined()
  }

  /// The plan with every text that comes from outside replaced by `text`.
  static func hostile(_ text: String) throws -> PlanDocument {
    var plan = try plan()
    plan.title.english = text
    plan.title.chinese = text
    plan.lines[0].mpn = text
    plan.lines[0].maker = text
    plan.lines[0].package = text
    plan.lines[0].slots = [text]
    plan.lines[0].name.english = text
    plan.lines[0].name.chinese = text
    plan.lines[0].buys[0].stall = PlaceID(text)
    plan.lines[0].buys[0].offer = SupplyID(text)
    plan.lines[0].fallback?.stall = PlaceID(text)
    plan.lines[0].fallback?.insteadOf = SupplyID(text)
    plan.lines[0].fallback?.name.english = text
    plan.lines[0].fallback?.name.chinese = text
    plan.lines[0].fallback?.place?.counter = text
    plan.walks[0].agent = AgentID(text)
    plan.walks[0].from = text
    plan.walks[0].to = text
    plan.walks[0].visits[0].stall = PlaceID(text)
    plan.walks[0].visits[0].name.english = text
    plan.walks[0].visits[0].name.chinese = text
    plan.walks[0].visits[0].place?.counter = text
    plan.warnings[0].message.english = text
    plan.assumptions[0].why = text
    return plan
  }
}

/// A text compared with the file that was recorded for it.
///
/// `PEIDAN_RECORD_SNAPSHOTS=1` records; the run that records fails, so that no recording passes unread.
func snapshotDifference(_ text: String, _ name: String) throws -> String? {
  let file = SheetFixture.folder.appending(path: "Snapshots/\(name)")
  // By bytes: reading as text would drop a byte-order mark.
  let recorded = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
  if let recorded, recorded.utf8.elementsEqual(text.utf8) { return nil }
  if ProcessInfo.processInfo.environment["PEIDAN_RECORD_SNAPSHOTS"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return "recorded \(name)"
  }
  guard let recorded else { return "no snapshot \(name); record it with PEIDAN_RECORD_SNAPSHOTS=1" }
  let old = recorded.components(separatedBy: "\n")
  let new = text.components(separatedBy: "\n")
  for (line, pair) in zip(old, new).enumerated() where pair.0 != pair.1 {
    return "\(name):\(line + 1): recorded `\(pair.0)`, now `\(pair.1)`"
  }
  return "\(name): recorded \(old.count) lines, now \(new.count)"
}
