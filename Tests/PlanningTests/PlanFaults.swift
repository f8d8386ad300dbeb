import BoardSpec
import CatalogStore
import Market
import PlanVerifier
import SourcingPlan

extension PlanVerifier {
  /// What is wrong with a plan of a board, in words; what stops the verifier is one of them.
  static func faults(in plan: PlanDocument, board: Board, catalog: Catalog) -> [String] {
    do {
      let facts = try VerifierFacts(for: plan, board: board, specDigest: "", catalog: catalog)
      return PlanVerifier(facts).violations(in: plan).map {
        "\($0.path): \($0.message.english) [\($0.code.rawValue)]"
      }
    } catch {
      return ["\(error)"]
    }
  }
}
