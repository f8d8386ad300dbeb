import Base
import Electronics
import Foundation
import Market
import Testing

@testable import CatalogStore

/// What walks found on floors, beside a catalog.
@Suite struct FloorAnswersTests {
  private static func answer(
    _ line: String, on floor: PlaceID = "floor:SEG/1", plan: String = "p", isFound: Bool = true, seconds: Int? = 300
  ) -> FloorAnswer {
    FloorAnswer(
      plan: plan, line: line, market: "north", floor: floor, day: LocalDate("2026-12-05")!, kind: .listed,
      isFound: isFound, seconds: seconds, price: isFound ? .init(condition: .looseNew, perMille: 900) : nil)
  }

  @Test func aLineOfAPlanCountsOnceAndTheLastAnswerStands() {
    var floors = FloorAnswers()
    let added = [
      Self.answer("b/U2"), Self.answer("b/U1"), Self.answer("b/U1"), Self.answer("b/U1", isFound: false),
      Self.answer("b/U1", plan: "q"),
    ].map { floors.add($0) }
    #expect(added == [true, true, false, true, true])
    #expect(
      floors.answers.map { "\($0.plan) \($0.line) \($0.isFound)" } == ["p b/U1 false", "p b/U2 true", "q b/U1 true"])
    #expect(floors.of(market: "north").count == 3 && floors.of(market: "south").isEmpty)
    let forgotten = [("floor:SEG/1", "south"), ("floor:SEG/2", "north"), ("floor:SEG/1", "north")].map {
      floors.forget(PlaceID($0.0), market: $0.1)
    }
    #expect(forgotten == [false, false, true] && floors.answers.isEmpty)
  }

  @Test func theyStandBesideTheCatalogAndAreAPartOfIt() throws {
    let bench = try PriceSheetBench()
    let before = try bench.catalog().digest
    var floors = FloorAnswers()
    _ = floors.add(Self.answer("b/U1"))
    let path = FloorAnswers.path(beside: bench.path)
    try floors.json().write(to: URL(fileURLWithPath: path))
    let catalog = try bench.catalog()
    #expect(catalog.floors == floors && catalog.withoutSample().floors == floors && catalog.digest != before)
    try FileManager.default.removeItem(atPath: path)
    #expect(try bench.catalog().digest == before)
  }

  @Test(arguments: [
    ("{", "cut short"), (#"{"schema": "peidan.other/1", "answers": []}"#, "schema"), ("{}", "answers on floors"),
  ])
  func aFileThatCannotBeReadIsNamed(text: String, words: String) throws {
    let bench = try PriceSheetBench()
    try text.write(toFile: FloorAnswers.path(beside: bench.path), atomically: true, encoding: .utf8)
    let error = "\(try #require(#expect(throws: CatalogError.self) { try bench.catalog() }))"
    #expect(error.contains(".floors.json") && error.contains(words), "\(error)")
  }

  @Test(arguments: [
    (FloorAnswersTests.answer("b/U1", on: "SEG-1"), "`floor` is `SEG-1`"),
    (FloorAnswersTests.answer("b/U1", seconds: 90_000), "seconds"),
  ])
  func valuesBeyondTheLimitsAreNamed(answer: FloorAnswer, words: String) throws {
    let bench = try PriceSheetBench()
    var floors = FloorAnswers()
    _ = floors.add(answer)
    try floors.json().write(to: URL(fileURLWithPath: FloorAnswers.path(beside: bench.path)))
    let error = "\(try #require(#expect(throws: CatalogError.self) { try bench.catalog() }))"
    #expect(error.contains("b/U1") && error.contains(words), "\(error)")
  }
}
