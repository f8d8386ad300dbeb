import Base
import Foundation
import Market
import SourcingPlan
import Testing

@testable import PlanVerifier

/// Every leaf of a plan is derived anew, or checked: whoever changes one has it refused.
@Suite struct ChangedLeavesTests {
  /// Kinds of leaves (`lines[].mpn`) whose change is accepted, and why.
  static let free = [
    "baselines[].goods": "another search found it, and nothing is bought by it",
    "baselines[].minutes": "another search found it, and nothing is bought by it",
    "baselines[].stalls": "another search found it, and nothing is bought by it",
    "baselines[].total": "another search found it; no lower than the bound",
    "decidableGap": "its floor takes every part that would do; held between the least and the most that it can be",
    "inputs.markets[]": "the facts are made from them",
    "inputs.spec": "a file's name; its digest says which one it is",
    "solver.cuts": "how long the search took says nothing of the plan",
    "solver.moves": "how long the search took says nothing of the plan",
    "solver.nodes": "how long the search took says nothing of the plan",
    "solver.seed": "how the search began says nothing of the plan",
    "warnings[].code": "advice for the reader, whose causes are checked where they stand",
    "warnings[].message.chinese": "advice for the reader, whose causes are checked where they stand",
    "warnings[].message.english": "advice for the reader, whose causes are checked where they stand",
  ]

  @Test(arguments: [WrongPlan.Base.first, .second, .mixed]) func noLeafCanBeChanged(right: WrongPlan.Base) throws {
    let facts = right == .mixed ? MixedFixture.facts : DayFixture.facts
    let data = try Data(contentsOf: WrongPlan.folder.appending(path: right.rawValue))
    let root = try JSONSerialization.jsonObject(with: data)
    var accepted: [String: [String]] = [:]
    var count = 0
    for leaf in JSONLeaf.all(in: root) {
      for value in leaf.changes {
        count += 1
        let changed = try JSONSerialization.data(withJSONObject: leaf.replaced(by: value, in: root))
        // What cannot be read is refused as well.
        guard let plan = try? PlanDocument(json: changed) else { continue }
        if PlanVerifier(facts).violations(in: plan).isEmpty {
          accepted[leaf.kind, default: []].append("\(leaf.path) \(leaf.value) → \(value)")
        }
      }
    }
    #expect(count > 300)
    for (kind, changes) in accepted.sorted(by: { $0.key < $1.key }) where Self.free[kind] == nil {
      Issue.record("\(kind): \(changes.count) changes are accepted, such as \(changes[0])")
    }
  }
}

/// A string, number or truth value of a JSON document.
struct JSONLeaf {
  enum Step {
    case key(String), index(Int)
  }

  var steps: [Step]
  var value: Any

  /// With places in lists: `lines[0].mpn`.
  var path: String { text { "[\($0)]" } }
  /// Without: `lines[].mpn`.
  var kind: String { text { _ in "[]" } }

  private func text(_ index: (Int) -> String) -> String {
    steps.reduce(into: "") { text, step in
      switch step {
      case .key(let key): text += (text.isEmpty ? "" : ".") + key
      case .index(let place): text += index(place)
      }
    }
  }

  /// Other values of the same form, that a reader would take.
  var changes: [Any] {
    if let number = value as? NSNumber {
      if isTruth(number) { return [!number.boolValue] }
      if number.doubleValue != number.doubleValue.rounded() { return [number.doubleValue + 0.001] }
      return [number.intValue + 1, number.intValue + 60, max(0, number.intValue - 1)].filter { $0 != number.intValue }
    }
    guard let text = value as? String else { return [] }
    if let amount = Amount(text) { return [Amount(amount.money + Money(microYuan: 10_000)).description] }
    if let date = LocalDate(text) { return [date.adding(days: 1)?.description ?? ""] }
    if let time = LocalTime(text) { return [time.adding(seconds: 60).map { "\($0)" } ?? ""] }
    return [text + "x", "x"]
  }

  static func all(in value: Any, at steps: [Step] = []) -> [JSONLeaf] {
    switch value {
    case let object as [String: Any]:
      object.keys.sorted().flatMap { all(in: object[$0] as Any, at: steps + [.key($0)]) }
    case let list as [Any]:
      list.indices.flatMap { all(in: list[$0], at: steps + [.index($0)]) }
    case is NSNull: []
    default: [JSONLeaf(steps: steps, value: value)]
    }
  }

  func replaced(by new: Any, in root: Any) -> Any { replaced(steps[...], by: new, in: root) }

  private func replaced(_ steps: ArraySlice<Step>, by new: Any, in root: Any) -> Any {
    guard let step = steps.first else { return new }
    switch step {
    case .key(let key):
      guard var object = root as? [String: Any], let old = object[key] else { return root }
      object[key] = replaced(steps.dropFirst(), by: new, in: old)
      return object
    case .index(let index):
      guard var list = root as? [Any] else { return root }
      list[index] = replaced(steps.dropFirst(), by: new, in: list[index])
      return list
    }
  }
}

/// Whether a number of JSON is a truth value; Foundation keeps both in one class.
private func isTruth(_ number: NSNumber) -> Bool {
  String(cString: number.objCType) == "c"
}
