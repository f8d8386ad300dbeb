package import Base
package import BoardSpec
package import CatalogStore
package import Market
package import SourcingPlan

/// One thing that is otherwise than in a plan.
package enum PlanChange: Sendable, Hashable {
  case boards(Int)
  case buyers(Int)
  /// Cash for goods and fares.
  case budget(Money)
  /// Metres.
  case radius(Int)
  /// Seconds since midnight.
  case start(Int)
  case finish(Int)
  case date(LocalDate)
  /// No goods in this condition.
  case withoutCondition(Condition)
  /// Nothing from this stall.
  case withoutStall(PlaceID)
  case price(StatedPrice)
}

/// What a plan is made from: a board, a catalog, and what is asked of the plan.
package struct PlanBasis {
  package var board: Board
  package var catalog: Catalog
  package var request: PlanRequest

  package init(board: Board, catalog: Catalog, request: PlanRequest) {
    self.board = board
    self.catalog = catalog
    self.request = request
  }

  /// The same with changes, the later ones over the earlier. What no option of `plan` can say is in board and catalog, so that a plan is
  /// verified against these.
  package func changed(by changes: [PlanChange]) -> PlanBasis {
    var other = self
    for change in changes {
      switch change {
      case .boards(let count): other.request.boards = count
      case .buyers(let count): other.request.buyers = count
      case .budget(let amount): other.request.budget = amount
      case .radius(let metres): other.request.radius = metres
      case .start(let second): other.request.start = second
      case .finish(let second): other.request.finish = second
      case .date(let date): other.request.date = date
      case .withoutCondition(let condition): other.board = other.board.without(condition)
      case .withoutStall(let stall): other.board = other.board.banning(stall)
      case .price(let price): other.catalog = other.catalog.stating([price])
      }
    }
    return other
  }
}

extension PlanRequest {
  /// What a plan was asked for, as it states it.
  package init(_ inputs: PlanInputs, search: SearchLimits) {
    self.init(
      boards: inputs.boards, date: inputs.date, start: inputs.start, finish: inputs.finish, buyers: inputs.buyers,
      budget: inputs.budget?.money, market: inputs.market, markets: inputs.markets, radius: inputs.radius,
      priceAge: inputs.priceAge, usesSample: inputs.sample,
      stock: (inputs.stock ?? []).map {
        StockItem(mpn: $0.mpn, maker: $0.maker, value: $0.value, package: $0.package, quantity: $0.quantity)
      },
      search: search)
  }
}

extension Board {
  /// The same board, and its variants, without goods in a condition, be it in the board's policy or a slot's own.
  fileprivate func without(_ condition: Condition) -> Board {
    var board = self
    board.policy.conditions.remove(condition)
    for slot in board.slots.indices { board.slots[slot].policy.conditions?.remove(condition) }
    board.variants = variants.map { $0.without(condition) }
    return board
  }

  /// The same board, and its variants, with nothing from a stall.
  fileprivate func banning(_ stall: PlaceID) -> Board {
    var board = self
    board.policy.bannedStalls.append(stall)
    board.variants = variants.map { $0.banning(stall) }
    return board
  }
}
