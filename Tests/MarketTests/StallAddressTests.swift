import Base
import Market
import Testing

@Suite("Stall addresses")
struct StallAddressTests {
  @Test(
    "floors and counters are named in both languages",
    arguments: [
      (2, "B114", "SEG Plaza, floor 2, counter B114", "赛格广场 2楼 B114柜", "SEG 2F B114"),
      (-1, "A001", "SEG Plaza, basement 1, counter A001", "赛格广场 负1楼 A001柜", "SEG B1 A001"),
      (3, "", "SEG Plaza, floor 3", "赛格广场 3楼", "SEG 3F"),
    ])
  func floorsAndCounters(floor: Int, counter: String, english: String, chinese: String, short: String) throws {
    let address = try #require(StallAddress(stall(floor: floor, counter: counter), in: building))
    #expect(address.text == LocalizedText(english: english, chinese: chinese))
    #expect(address.short == short)
  }

  @Test("a shop that ships has no address")
  func shopsHaveNone() {
    #expect(StallAddress(stall(floor: nil, counter: ""), in: building) == nil)
  }

  private let building = Building(
    id: "SEG", english: "SEG Plaza", chinese: "赛格广场", address: "", east: 0, north: 0, closed: nil, source: "test",
    floors: [])

  private func stall(floor: Int?, counter: String) -> Stall {
    Stall(
      id: "S", english: "", chinese: "",
      position: floor.map { Position(building: "SEG", floor: $0, east: 0, north: 0) }, counter: counter,
      hours: WeeklyHours.allDay, setupSeconds: 0, lineSeconds: 0, givesInvoice: false, invoicePerMille: 0,
      source: "test")
  }
}
