import ArgumentParser
import Base
import BoardSpec
import CatalogStore
import Diagnostics
import Electronics
import Foundation
import Market
import Phrases
import Planning
import SourcingPlan

/// A saved plan, and what it was made from, read again: problems that differ from it can be solved.
struct WhatIfSession {
  let plan: PlanDocument
  private let session: PlanSession
  private let basis: PlanBasis
  private let common: CommonOptions

  /// Complains and exits with 2 where a file cannot be used, with 1 where spec or data are not those of the plan any more.
  ///
  /// - Parameters:
  ///   - path: the plan; `-` is standard input.
  ///   - spec: its spec; nil for the file of the name that the plan states.
  ///   - search: the limits of each search.
  init(path: String, spec: String?, search: (PlanDocument) -> SearchLimits, common: CommonOptions) throws {
    plan = try PlanFile.read(path)
    let inputs = plan.inputs
    session = try PlanSession(
      specPath: try PlanSpec.path(of: plan, at: path, given: spec),
      markets: inputs.markets ?? inputs.market.map { [$0] } ?? [], usesSample: inputs.sample, common: common)
    basis = PlanBasis(
      board: session.board, catalog: session.catalog, request: PlanRequest(inputs, search: search(plan)))
    self.common = common
    let changes = InputDifference.all(from: inputs, to: session.inputs(basis.request)).filter(\.input.isData)
    guard changes.isEmpty else {
      Console.complain("`\(path)` was made from something else, so that a difference from it would say nothing:")
      PlanLock.tell(changes)
      Console.write("help: plan again, and ask about that plan\n", to: .error)
      throw ExitCode.answerIsNo
    }
  }

  /// Makes sure that the stalls and offers that changes name are there; complains and exits with 1 where one is not.
  func check(_ changes: [TypedChange]) throws {
    for typed in changes {
      do {
        switch typed.change {
        case .withoutStall(let stall): try check(stall, typed)
        case .price(let price): try check(price, typed)
        default: break
        }
      } catch let error as CatalogError {
        throw refusal(error)
      }
    }
  }

  private func check(_ stall: PlaceID, _ typed: TypedChange) throws {
    let markets = markets
    if try markets.contains(where: { try session.catalog.stalls([stall], market: $0)[stall] != nil }) { return }
    let like = try markets.flatMap { try session.catalog.stallIDs(like: stall, market: $0) }
    let near = closestMatch(
      to: stall.text, among: like.map(\.text) + Condition.allCases.flatMap { [$0.rawValue, $0.text.chinese] })
    Console.complain(
      "`\(typed.text)`: `\(stall)` is neither a condition nor a stall of \(markets.joined(separator: ", "))"
        + (near.map { "; did you mean `ban=\($0)`?" } ?? "; conditions are \(Self.conditions)"))
    throw ExitCode.answerIsNo
  }

  private static var conditions: String {
    Condition.allCases.map { "`\($0.rawValue)` (\($0.text.chinese))" }.joined(separator: ", ")
  }

  private func check(_ price: StatedPrice, _ typed: TypedChange) throws {
    let parts = try session.catalog.parts(mpn: price.mpn) + session.catalog.quotedParts(mpn: price.mpn)
    let catalog =
      basis.request.usesSample ?? session.board.usesSample ? session.catalog : session.catalog.withoutSample()
    let offers = try markets.flatMap { try catalog.offers(of: parts.map(\.id), market: $0).values.flatMap(\.self) }
    if offers.contains(where: { $0.stall == price.stall && $0.part.mpn == price.mpn }) { return }
    let others = Set(offers.map(\.stall.text)).sorted()
    Console.complain(
      "`\(typed.text)`: `\(price.stall)` has no offer of `\(price.mpn)`"
        + (others.isEmpty ? "; nobody has" : "; these have: \(others.prefix(5).joined(separator: ", "))"))
    throw ExitCode.answerIsNo
  }

  private var markets: [String] {
    basis.request.markets ?? basis.request.market.map { [$0] } ?? session.board.markets
  }

  /// What the day would be under changes.
  enum Finding {
    case plan(PlanDocument)
    /// Nothing could be planned at all, for this reason.
    case refused(String)
  }

  /// Solves the changed problem, from the plan on where the change leaves it one; the answer is verified like any other.
  func solve(_ changes: [PlanChange], cancellation: Cancellation) throws -> Finding {
    let changed = basis.changed(by: changes)
    let session = session.with(board: changed.board, catalog: changed.catalog)
    let planner = Planner(
      now: { ProcessClock.now() }, cancellation: cancellation, verify: session.verification(common.language))
    do {
      return .plan(
        try planner.plan(
          changed.board, from: changed.catalog, request: changed.request, inputs: session.inputs(changed.request),
          start: plan, progress: { _ in }))
    } catch let error as PlanningError where error.isAboutTheChange {
      return .refused(error.explanation(common.language))
    } catch let error as PlanningError {
      throw session.exit(for: error)
    } catch let error as CatalogError {
      throw refusal(error)
    }
  }
}

extension PlanningError {
  /// Whether another day or number of boards may bring it about, and not a defect or a broken catalog.
  fileprivate var isAboutTheChange: Bool {
    if case .refused = self { return false }
    return isAboutTheBoard
  }
}

extension InputDifference.Input {
  /// Whether it is a file of the user's, and no option or version.
  fileprivate var isData: Bool {
    switch self {
    case .spec, .catalog, .list, .prices, .quotes, .closed: true
    default: false
    }
  }
}
