internal import Mustache

/// A value of the page whose members its template names.
protocol PageValue {}

/// A page value as the template engine looks into it.
///
/// The engine itself would reflect on every value at each name that it looks for, inside and outside, which takes seconds for a
/// sheet of three hundred lines; here each value's members are read once.
struct PageNode: MustacheParent {
  private let members: [String: Any]

  init(_ value: any PageValue) {
    var members: [String: Any] = [:]
    for (name, member) in Mirror(reflecting: value).children {
      if let name, let plain = Self.plain(member) { members[name] = plain }
    }
    self.members = members
  }

  func child(named name: String) -> Any? { members[name] }

  /// Page values as nodes, others as they are; nil for nothing.
  private static func plain(_ member: Any) -> Any? {
    switch member {
    case let text as String: text
    case let words as PageWords: words
    case let value as any PageValue: PageNode(value)
    case let words as [PageWords]: words
    case let values as [any PageValue]: values.map(PageNode.init)
    case let optional as any Emptiable where optional.isEmptyOptional: nil
    default: member
    }
  }
}

/// Tells an optional without a value from other values.
private protocol Emptiable {
  var isEmptyOptional: Bool { get }
}

extension Optional: Emptiable {
  var isEmptyOptional: Bool {
    if case .none = self { true } else { false }
  }
}
