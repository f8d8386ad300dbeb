internal import Base
internal import Foundation

extension PlanDocument {
  /// The plan with the control characters of its texts shown (see `visible`), for pages that colour them. It is not what was planned, so it
  /// is neither written nor verified.
  package func visible() throws -> PlanDocument {
    let text = String(decoding: try json(), as: UTF8.self)
    let shown = visibleStrings(ofJSON: text)
    return shown == text ? self : try JSONDecoder().decode(PlanDocument.self, from: Data(shown.utf8))
  }
}
