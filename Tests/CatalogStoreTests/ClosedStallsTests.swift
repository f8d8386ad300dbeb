import Base
import Electronics
import Foundation
import Market
import Testing

@testable import CatalogStore

/// Stalls that somebody found closed.
@Suite struct ClosedStallsTests {
  private static func entry(_ stall: PlaceID, _ seen: String, _ until: String) -> ClosedStalls.Entry {
    ClosedStalls.Entry(market: "north", stall: stall, seen: LocalDate(seen)!, until: LocalDate(until)!)
  }

  @Test func theNewestDayCountsAndALaterOneReopens() {
    var closed = ClosedStalls()
    let added = [
      ("B", "2026-12-05", "2026-12-19"), ("A", "2026-12-05", "2026-12-19"), ("A", "2026-12-05", "2026-12-19"),
      ("A", "2026-12-04", "2027-01-01"), ("A", "2026-12-06", "2026-12-08"),
    ].map { closed.add(Self.entry($0.0, $0.1, $0.2)) }
    #expect(added == [true, true, false, false, true])
    #expect(closed.stalls.map(\.stall) == ["A", "B"])
    #expect(closed.days(of: "A", market: "north") == LocalDate("2026-12-06")!...LocalDate("2026-12-08")!)
    #expect(closed.days(of: "A", market: "south") == nil)
    let days: [LocalDate?] = [LocalDate("2026-12-05")!, LocalDate("2026-12-06")!, nil]
    let reopened = days.map { closed.reopen("A", market: "north", on: $0) }
    #expect(reopened == [false, true, false] && closed.stalls.map(\.stall) == ["B"])
  }

  @Test func aClosedStallOfTheCatalogHasNoHoursOnThoseDays() throws {
    let bench = try PriceSheetBench()
    let before = try bench.catalog().digest
    var closed = ClosedStalls()
    _ = closed.add(Self.entry("SEG-1-A1", "2026-12-05", "2026-12-08"))
    let path = ClosedStalls.path(beside: bench.path)
    try closed.json().write(to: URL(fileURLWithPath: path))
    let catalog = try bench.catalog()
    #expect(catalog.closed == closed && catalog.digest != before)
    let stall = try #require(try catalog.stalls(["SEG-1-A1"], market: "north")["SEG-1-A1"])
    #expect(try catalog.stalls(market: "north").first { $0.id == "SEG-1-A1" } == stall)
    var week = stall
    week.hours = Array(repeating: [OpeningHours(open: 0, close: 9)], count: 7)
    let calendar = MarketCalendar()
    let open = ["2026-12-04", "2026-12-05", "2026-12-08", "2026-12-09"].map {
      !calendar.hours(of: week, on: LocalDate($0)!).isEmpty
    }
    #expect(open == [true, false, false, true])
    try FileManager.default.removeItem(atPath: path)
    #expect(try bench.catalog().digest == before)
  }

  @Test(arguments: ["{", #"{"schema": "peidan.other/1", "stalls": []}"#]) func aDamagedListIsNamed(text: String) throws
  {
    let bench = try PriceSheetBench()
    try text.write(toFile: ClosedStalls.path(beside: bench.path), atomically: true, encoding: .utf8)
    let error = #expect(throws: CatalogError.self) { try bench.catalog() }
    #expect(
      "\(String(describing: error))".contains("catalog.closed.json")
        || "\(String(describing: error))".contains("c.closed.json"))
  }
}
