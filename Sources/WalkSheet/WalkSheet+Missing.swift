internal import Market
internal import Phrases
internal import SourcingPlan

extension WalkSheet {
  /// That lines of the bill of materials are not bought; nil where none is missing.
  var incomplete: LocalizedText? {
    guard let missing = plan.missing, !missing.isEmpty else { return nil }
    return PlanPhrase.notComplete(missing: missing.count, of: plan.bomLines).text
  }
}
