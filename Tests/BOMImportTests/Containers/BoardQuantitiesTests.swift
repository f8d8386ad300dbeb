import BOMImport
import Base
import Diagnostics
import TestSupport
import Testing

/// Quantities of many boards, as a row above the header says.
@Suite struct BoardQuantitiesTests {
  private static let titles = [
    "BOM for {} boards", "Qty for {} PCBs", "Boards: {}", "套数:,{}", "订单数量：{}套", "Production Quantity:,{}",
    "Number of boards,{}",
    "Board Qty: {}", "共{}套", "Stückzahl: {}", "Build quantity = {} pcs", "Parts list,,Boards,{}",
    "Quantity of boards: {}", "{} 套", "数量×{}", "Qty x {}", "x{}", "{} pcs", "{}片", "For {} units",
  ]

  /// Every title × numbers, against quantities of one board multiplied out.
  @Test(arguments: [UInt64](1...3))
  func oneBoardIsRead(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for title in Self.titles {
      let boards = Int.random(in: 2...500, using: &random)
      let counts = (0..<4).map { _ in Int.random(in: 1...20, using: &random) }
      let parts = counts.enumerated().map { "\($0 + 1)k,0603,\($1 * boards)\n" }.joined()
      let (bill, findings) = try Fixtures.read(
        title.replacing("{}", with: "\(boards)") + "\nValue,Footprint,Qty\n" + parts)
      #expect(bill.lines.map(\.quantity) == counts, "\(title) \(boards)")
      #expect(findings.contains { $0.code == BOMCodes.boardQuantities })
    }
  }

  @Test func quantitiesThatDoNotDivideAreLeftToAPerson() throws {
    let (bill, findings) = try Fixtures.read("Boards: 50\nValue,Footprint,Qty\n10k,0603,200\n22k,0603,3\n")
    #expect(bill.lines.map(\.quantity) == [200, 3])
    #expect(bill.lines.allSatisfy { !$0.unread.isEmpty })
    #expect(findings.contains { $0.code == BOMCodes.boardQuantities })
  }

  @Test(arguments: [
    "Rev 2 boards", "4 layers", "2026-11-27", "Project X5 for boards", "PCB1 boards", "Rev 2", "BOM v2",
  ])
  func otherTitlesSayNothing(title: String) throws {
    let (bill, _) = try Fixtures.read("\(title)\nValue,Footprint,Qty\n10k,0603,20\n22k,0603,4\n")
    #expect(bill.lines.map(\.quantity) == [20, 4])
    #expect(bill.lines.allSatisfy { $0.unread.isEmpty })
  }

  @Test(
    "a header may say for how many boards its quantities are",
    arguments: [
      "Qty ({} boards)", "Qty for {} PCBs", "数量({}套)", "数量/{}套", "{} boards qty", "Menge ({} Platinen)",
      "Quantity [{} sets]", "Qty for {}", "Qty/{} pcs", "Qty x{}", "数量×{}", "{}x Qty", "Qty ({})", "Menge für {} Stück",
      "Quantity for {} units",
    ])
  func headers(header: String) throws {
    for boards in [2, 50, 100] {
      let name = header.replacing("{}", with: "\(boards)")
      let (bill, findings) = try Fixtures.read("Value,Footprint,\(name)\n10k,0603,\(boards * 4)\n22k,0603,\(boards)\n")
      #expect(bill.lines.map(\.quantity) == [4, 1], "\(name)")
      #expect(findings.contains { $0.code == BOMCodes.boardQuantities })
      let both = try Fixtures.read("Value,Footprint,\(name),Qty\n10k,0603,\(boards * 4),4\n22k,0603,\(boards),1\n").bill
      #expect(both.lines.map(\.quantity) == [4, 1], "\(name) and one board's")
    }
  }

  /// What was ordered is not what one board takes; references tell the pieces, and without them there is a warning.
  @Test(arguments: ["Order Qty", "Order Quantity", "采购数量", "Qty Ordered"])
  func quantitiesOfAnOrder(header: String) throws {
    for (rows, isWarned) in [
      ("10k,0603,20,\n22k,0603,10,\n", true), ("10k,0603,1,\n", false), ("10k,0603,2,\"R1,R2\"\n", false),
    ] {
      let (bill, findings) = try Fixtures.read("Value,Footprint,\(header),Refs\n" + rows)
      let isRead = bill.unreadColumns.isEmpty
      #expect(findings.contains { $0.code == BOMCodes.orderQuantities } == (isWarned && isRead), "\(header)")
      #expect(isRead || bill.lines.allSatisfy { !$0.doubts.isEmpty } || !isWarned, "\(header)")
    }
  }
}
