import Diagnostics
import Foundation
import Market
import Phrases
import SourcingPlan
import WalkSheet

/// Renders a plan, its lines repeated up to a number, as HTML in both languages, and prints how long it took.
struct SheetTime {
  var planPath: String
  var phrasesPath: String
  var lines: Int

  func run() throws {
    var plan = try PlanDocument(json: Data(contentsOf: URL(fileURLWithPath: planPath)))
    repeatLines(of: &plan)
    let text = try String(contentsOfFile: phrasesPath, encoding: .utf8)
    guard let phrases = PhraseBookReader.read(SourceText(file: phrasesPath, text: text), into: DiagnosticSink()) else {
      print("\(phrasesPath) has no phrases that can be used")
      return
    }
    let sheet = WalkSheet(plan, language: .both, phrases: phrases, made: 0)
    for _ in 0..<5 {
      let start = DispatchTime.now().uptimeNanoseconds
      let bytes = try sheet.files(.html, base: "sheet").reduce(0) { $0 + $1.text.utf8.count }
      let milliseconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6
      print(plan.lines.count, "lines", bytes, "bytes", String(format: "%.0f ms", milliseconds))
    }
  }

  private func repeatLines(of plan: inout PlanDocument) {
    let own = plan.lines
    while plan.lines.count < lines, !own.isEmpty {
      let line = own[plan.lines.count % own.count]
      plan.lines.append(line)
      for walk in plan.walks.indices {
        for visit in plan.walks[walk].visits.indices
        where line.buys.contains(where: { $0.stall == plan.walks[walk].visits[visit].stall }) {
          plan.walks[walk].visits[visit].purchases += line.buys.map(\.id)
        }
      }
    }
  }
}
