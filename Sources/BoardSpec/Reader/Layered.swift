internal import Diagnostics
internal import MarkedText

/// One mapping over another: what the board says of a slot above what its reference design says, key by key.
struct Layered {
  private let upper: MappingReader?
  private let lower: MappingReader?
  /// Keys of the lower mapping that the upper one makes void.
  private let hidden: Set<String>

  /// Keys that say what a part must be; a board that gives one of the first four gives them all anew.
  private static let requirementKeys: Set<String> = ["ask", "any", "mpn", "category", "maker", "where"]

  init(upper: MappingReader?, lower: MappingReader?) {
    self.upper = upper
    self.lower = lower
    let isNew = ["ask", "any", "mpn", "category"].contains { upper?.optional($0) != nil }
    hidden = isNew ? Self.requirementKeys : []
  }

  func optional(_ key: String) -> MarkedNode? {
    let below = lower?.optional(key)
    return upper?.optional(key) ?? (hidden.contains(key) ? nil : below)
  }

  func finish() {
    upper?.finish()
    lower?.finish()
  }
}
