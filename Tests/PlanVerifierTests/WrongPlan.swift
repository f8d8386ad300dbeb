import Foundation
import SourcingPlan
import Testing

/// A plan that is wrong in one way: the right one with values set and removed by path.
struct WrongPlan: CustomTestStringConvertible, Sendable {
  var name: String
  /// The codes that refuse it, ascending and each once.
  var refused: [String]
  /// The edits as JSON: `set` holds values by path, `remove` paths.
  private var edits: Data

  /// The right plan that it is made of.
  var base: Base

  var testDescription: String { name }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  /// The right plan in each schema.
  enum Base: String {
    case first = "RightPlan.json"
    case second = "RightPlan2.json"
    /// Over two markets: `MixedFixture`.
    case mixed = "RightPlanMixed.json"
  }

  /// Edits of the first schema's plan, and of the second's.
  static let all = edits(in: "WrongPlans", of: .first)
  static let second = edits(in: "WrongPlans2", of: .second)
  static let mixed = edits(in: "WrongPlansMixed", of: .mixed)

  private static func edits(in name: String, of base: Base) -> [WrongPlan] {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder.appending(path: name), includingPropertiesForKeys: nil)
    return (files ?? []).sorted { $0.path < $1.path }.compactMap { file in
      guard let data = try? Data(contentsOf: file),
        let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
        let refused = object["refused"] as? [String]
      else { return nil }
      return WrongPlan(
        name: file.deletingPathExtension().lastPathComponent, refused: refused, edits: data, base: base)
    }
  }

  static func right(_ base: Base = .first) throws -> PlanDocument {
    try PlanDocument(json: Data(contentsOf: folder.appending(path: base.rawValue)))
  }

  func plan() throws -> PlanDocument {
    let data = try Data(contentsOf: Self.folder.appending(path: base.rawValue))
    var root = try JSONSerialization.jsonObject(with: data)
    let object = try JSONSerialization.jsonObject(with: edits) as? [String: Any]
    let set = object?["set"] as? [String: Any] ?? [:]
    let remove = object?["remove"] as? [String] ?? []
    for (path, value) in set { root = try Self.edit(root, Self.steps(path)[...]) { _ in value } }
    for path in remove { root = try Self.edit(root, Self.steps(path)[...]) { _ in nil } }
    return try PlanDocument(json: JSONSerialization.data(withJSONObject: root))
  }

  enum PathError: Error {
    case leadsNowhere(String)
  }

  /// `lines[0].mpn` → `lines`, `0`, `mpn`.
  private static func steps(_ path: String) -> [String] {
    path.replacingOccurrences(of: "[", with: ".").replacingOccurrences(of: "]", with: "").split(separator: ".")
      .map(String.init)
  }

  private static func edit(_ node: Any, _ path: ArraySlice<String>, _ change: (Any?) -> Any?) throws -> Any {
    guard let step = path.first else { return change(node) ?? NSNull() }
    if var object = node as? [String: Any] {
      if path.count == 1 {
        object[step] = change(object[step])
      } else {
        guard let child = object[step] else { throw PathError.leadsNowhere(step) }
        object[step] = try edit(child, path.dropFirst(), change)
      }
      return object
    }
    guard var list = node as? [Any], let index = Int(step), index <= list.count else {
      throw PathError.leadsNowhere(step)
    }
    if path.count > 1 {
      list[index] = try edit(list[index], path.dropFirst(), change)
    } else if index == list.count {
      list += [change(nil)].compactMap(\.self)
    } else {
      list.replaceSubrange(index...index, with: [change(list[index])].compactMap(\.self))
    }
    return list
  }
}
