internal import Foundation
internal import SourcingPlan

extension WalkSheet.Format {
  /// The plan document itself.
  package static let json = WalkSheet.Format("json", ending: ".json") {
    String(decoding: try $0.plan.json(), as: UTF8.self)
  }
}
