internal import Base
internal import Market
internal import SourcingPlan

/// The plan was made from this spec and this catalog, and is headed as they say.
enum InputCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    var found: [Violation] = []
    if plan.inputs.specDigest != facts.specDigest {
      found.append(.otherSpec(made: plan.inputs.specDigest, given: facts.specDigest))
    }
    let (made, given) = (plan.inputs.catalogDigest, facts.catalogDigest)
    if made != given, !isOfEarlierForm(made) || isOfEarlierForm(given) {
      found.append(.otherCatalog(made: made, given: given))
    }
    guard found.isEmpty else { return found }
    var headings: [(path: String, stated: String, given: String)] = [
      (
        "orders", plan.orders.map(\.id.text).joined(separator: ", "),
        facts.orders.map(\.id.text).joined(separator: ", ")
      ),
      ("date", "\(plan.date)", "\(facts.day.date)"),
      ("market.id", plan.market.id, facts.market.profile.id),
      ("currency", plan.currency, "CNY"),
    ]
    for (index, (stated, given)) in zip(plan.orders, facts.orders).enumerated() {
      headings.append(("orders[\(index)].board", stated.board, given.name))
      headings.append(("orders[\(index)].count", "\(stated.count)", "\(given.boards)"))
    }
    return headings.filter { $0.stated != $0.given }.map {
      .otherBoard(at: $0.path, stated: $0.stated, given: $0.given)
    }
  }

  /// Earlier versions wrote digests of 32 digits, with which one of today cannot be compared. What such a plan states of its
  /// catalog is held against the one given all the same.
  private static func isOfEarlierForm(_ digest: String) -> Bool {
    digest.utf8.count == 32 && digest.allSatisfy(\.isHexDigit)
  }
}

extension Violation {
  fileprivate static func otherSpec(made: String, given: String) -> Violation {
    Violation(
      .otherSpec, at: "inputs.specDigest",
      english: "the plan was made from another version of the spec (digest `\(made)`, the spec given has `\(given)`)",
      chinese: "该方案由另一版本的板子文件生成（摘要 `\(made)`，当前为 `\(given)`）")
  }

  fileprivate static func otherCatalog(made: String, given: String) -> Violation {
    Violation(
      .otherCatalog, at: "inputs.catalogDigest",
      english: "the plan was made from another catalog (digest `\(made)`, the catalog given has `\(given)`)",
      chinese: "该方案由另一份物料库生成（摘要 `\(made)`，当前为 `\(given)`）")
  }

  fileprivate static func otherBoard(at path: String, stated: String, given: String) -> Violation {
    Violation(
      .otherBoard, at: path, english: "the plan says `\(stated)`, the spec and the plan's options say `\(given)`",
      chinese: "方案写的是 `\(stated)`，板子文件与选项给出的是 `\(given)`")
  }
}
