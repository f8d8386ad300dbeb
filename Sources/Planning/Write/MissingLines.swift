internal import Base
internal import BoardSpec
internal import Market
internal import SourcingPlan

extension Board {
  /// What of the board's bill of materials the plan cannot buy, with the reason; nil where nothing is missing.
  var planMissing: [MissingLine]? {
    guard let bill, !bill.missing.isEmpty else { return nil }
    return bill.missing.map { line in
      MissingLine(
        order: OrderID(name), slots: line.references, row: line.row, says: line.says, grade: line.grade,
        reason: Self.reason(line))
    }
  }

  private static func reason(_ line: ImportedBill.MissingLine) -> LocalizedText {
    if line.hadSlot {
      return LocalizedText(english: "its slot was removed from the spec", chinese: "对应的位号已从板子文件中删除")
    }
    return switch line.grade {
    case "none": LocalizedText(english: "no part of the catalog matches it", chinese: "物料库中没有匹配的物料")
    case "ambiguous":
      LocalizedText(
        english: "several parts match it, and nothing in the line decides between them",
        chinese: "有多种物料匹配，料单内容不足以确定")
    case "heuristic":
      LocalizedText(
        english: "a part probably matches it, and nobody has confirmed it", chinese: "有疑似匹配的物料，尚未确认")
    default: LocalizedText(english: "the spec has no slot for it", chinese: "板子文件中没有对应的位号")
    }
  }
}
