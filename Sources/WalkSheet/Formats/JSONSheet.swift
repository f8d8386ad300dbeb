internal import SourcingPlan

extension WalkSheet.Format {
  /// The plan document itself.
  package static let json = Self("json", "the plan itself", suffix: ".json") {
    String(decoding: try $0.plan.json(), as: UTF8.self)
  }
}
