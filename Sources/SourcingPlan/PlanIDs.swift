package import Base

package enum OrderTag {}
package enum LineTag {}
package enum PurchaseTag {}
package enum AgentTag {}
package enum TaskTag {}

/// An order of boards: the board's name, `usb-charger`.
package typealias OrderID = ID<OrderTag>
/// A line of an order: `usb-charger/R1,R2`.
package typealias LineID = ID<LineTag>
/// A purchase of a line: `usb-charger/R1,R2#1`.
package typealias PurchaseID = ID<PurchaseTag>
/// Who walks and orders: the buyer's name.
package typealias AgentID = ID<AgentTag>
/// A task of an order: `usb-charger/smt`.
package typealias TaskID = ID<TaskTag>

extension ID where Tag == LineTag {
  /// The line of an order that fills these references.
  package init(_ order: OrderID, _ references: [String]) {
    self.init("\(order)/\(ReferenceList(references).description.replacing(", ", with: ","))")
  }
}

extension ID where Tag == PurchaseTag {
  /// The purchase of a line with that number, counted from 1.
  package init(_ line: LineID, _ number: Int) { self.init("\(line)#\(number)") }

  /// The line that it belongs to.
  package var line: LineID { LineID(text.lastIndex(of: "#").map { String(text[..<$0]) } ?? text) }
}

extension ID where Tag == TaskTag {
  package init(_ order: OrderID, _ step: String) { self.init("\(order)/\(step)") }
}
