internal import Foundation

extension PlanDocument {
  /// The largest whole number that a plan can hold: pieces, seconds, centimetres, places in its lists. What is made of them,
  /// products with prices among them, then fits into 64 bits. What a search counted, or was limited to, may
  /// be larger, as nothing is made of it.
  static let largestNumber = 1_000_000_000

  /// The first number of the JSON beyond `largestNumber`, with its path; nil where there is none. O(values).
  static func excess(in value: Any, path: String = "") -> (path: String, value: String)? {
    switch value {
    case let object as [String: Any]:
      for (key, inner) in object.sorted(by: { $0.key < $1.key }) {
        let path = path == "" ? key : "\(path).\(key)"
        if path == "solver" || path == "inputs.search" { continue }
        if let found = excess(in: inner, path: path) { return found }
      }
    case let list as [Any]:
      for (place, inner) in list.enumerated() {
        if let found = excess(in: inner, path: "\(path)[\(place)]") { return found }
      }
    case let number as NSNumber where number.doubleValue.magnitude > Double(largestNumber):
      return (path, "\(number)")
    default: break
    }
    return nil
  }
}
