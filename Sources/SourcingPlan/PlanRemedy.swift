/// A change of one planning option under which a plan is known to exist.
package struct PlanRemedy: Sendable, Hashable, Codable {
  /// The option of `peidan plan`, without its dashes.
  package enum Option: String, Sendable, Hashable, Codable {
    case budget, finish, radius, date
  }

  package var option: Option
  /// As the option is typed: `412.30`, `11:45`, `350`, `2026-10-09`.
  package var value: String

  package init(option: Option, value: String) {
    self.option = option
    self.value = value
  }
}
