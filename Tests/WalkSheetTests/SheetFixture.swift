import Foundation
import Market
import SourcingPlan

enum SheetFixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static func plan() throws -> PlanDocument {
    try PlanDocument(json: Data(contentsOf: folder.appending(path: "Plan.json")))
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
    plan.lines[0].buys[0].stall = text
    plan.lines[0].buys[0].offer = text
    plan.lines[0].fallback?.stall = text
    plan.walks[0].buyer = text
    plan.walks[0].visits[0].stall = text
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
/// `PEIDAN_RECORD=1` records; the run that records fails, so that no recording passes unread.
func snapshotDifference(_ text: String, _ name: String) throws -> String? {
  let file = SheetFixture.folder.appending(path: "Snapshots/\(name)")
  // By bytes: reading as text would drop a byte-order mark.
  let recorded = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
  if let recorded, recorded.utf8.elementsEqual(text.utf8) { return nil }
  if ProcessInfo.processInfo.environment["PEIDAN_RECORD"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return "recorded \(name)"
  }
  guard let recorded else { return "no snapshot \(name); record it with PEIDAN_RECORD=1" }
  let old = recorded.components(separatedBy: "\n")
  let new = text.components(separatedBy: "\n")
  for (line, pair) in zip(old, new).enumerated() where pair.0 != pair.1 {
    return "\(name):\(line + 1): recorded `\(pair.0)`, now `\(pair.1)`"
  }
  return "\(name): recorded \(old.count) lines, now \(new.count)"
}
