package import Base

extension ServiceFormula {
  /// The formula's value: micro-yuan for a price, milliseconds for a duration. See `ServiceFormula` for the terms.
  ///
  /// - Parameters:
  ///   - boards: how many boards.
  ///   - area: one board's area in square millimetres.
  ///   - layers: copper layers of a board.
  ///   - joints: solder joints of one board.
  ///   - sides: sides that carry parts.
  /// - Returns: exact but for one rounding, half up to a whole unit; at most `Limits.dayTotal`, which no day can pay.
  package func value(boards: Int, area: Int, layers: Int, joints: Int, sides: Int) -> Int64 {
    let boards = Int128(boards)
    let whole =
      Int128(base) + Int128(perBoard) * boards + Int128(perJoint) * Int128(joints) * boards
      + Int128(perSide) * Int128(sides)
    let hundredths = Int128(perAreaLayer) * Int128(area) * Int128(layers) * boards
    let doubled = (whole * 100 + hundredths) * 2 + 100
    let floored = doubled >= 0 ? doubled / 200 : -((-doubled + 199) / 200)
    return max(minimum, Int64(min(floored, Int128(Limits.dayTotal.upperBound.microYuan))))
  }
}

extension Service {
  /// Whether the service takes such an order; see the limits of `Service`.
  package func accepts(boards boardCount: Int, area: Int, layers layerCount: Int, sides sideCount: Int) -> Bool {
    (boards?.contains(boardCount) ?? true) && (largestArea.map { area <= $0 } ?? true)
      && (layers?.contains(layerCount) ?? true) && (sides?.contains(sideCount) ?? true)
  }

  /// What the service takes, for messages: `5 to 30000 boards, 1 to 4 layers, at most 90000 mm2, 1 to 2 sides`.
  package var limits: String {
    func span(_ range: ClosedRange<Int>?, _ noun: String) -> String? {
      range.map { ($0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)") + " \(noun)" }
    }
    let all = [
      span(boards, "boards"), span(layers, "layers"), largestArea.map { "at most \($0) mm2" }, span(sides, "sides"),
    ]
    let stated = all.compactMap { $0 }
    return stated.isEmpty ? "what costs at most \(Limits.purchase.upperBound)" : stated.joined(separator: ", ")
  }

  /// What an order costs, rounded to the fen once, half up.
  package func price(boards: Int, area: Int, layers: Int, joints: Int, sides: Int) -> Money {
    Money(microYuan: price.value(boards: boards, area: area, layers: layers, joints: joints, sides: sides))
      .roundedToFen
  }

  /// Seconds from order to goods in hand, rounded up.
  package func seconds(boards: Int, area: Int, layers: Int, joints: Int, sides: Int) -> Int64 {
    let milliseconds = duration.value(boards: boards, area: area, layers: layers, joints: joints, sides: sides)
    return (milliseconds + 999) / 1_000
  }
}
