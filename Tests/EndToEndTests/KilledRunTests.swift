import Foundation
import TestSupport
import Testing

/// Imports that end at any moment leave what was there, whole.
@Suite struct KilledImportTests {
  /// A list of rows that takes a while to import.
  private static func list(rows: Int) -> String {
    var text =
      "lcsc,mpn,manufacturer,category,subcategory,package,joints,library_type,status,stock,price_breaks_usd,description,datasheet\n"
    for number in 1...rows {
      text +=
        "C\(number),PART-\(number),Maker \(number % 90),Resistors,Chip Resistor - Surface Mount,0402,2,Basic,Active,"
      text += "\(number),1-9:0.02;10-:0.01,4.7kΩ ±1% 0402 Chip Resistor - Surface Mount ROHS,\n"
    }
    return text
  }

  @Test(arguments: [SIGKILL, SIGINT])
  func theOldListAndTheOldPricesStay(signal: Int32) async throws {
    let workspace = try await SharedCatalog.workspace()
    try workspace.write(Self.list(rows: 200), to: "old.csv")
    try workspace.write(Self.list(rows: BuildMode.isRelease ? 120_000 : 12_000), to: "new.csv")
    let imports = [["catalog", "import"], ["prices", "import"]]
    for command in imports {
      let made = try await workspace.peidan(command + ["old.csv", "--name", "l", "--date", "2026-11-20"]).run()
      #expect(made.status == 0, "\(made.errors)")
    }
    let files = ["data/catalog.sqlite", "data/catalog.lists/l.sqlite", "data/catalog.prices/l.sqlite"]
    let before = try files.map { try workspace.contents($0) }
    for (round, delay) in [5, 60, 150, 300, 500, 800].enumerated() {
      let running = try workspace.peidan(imports[round % 2] + ["new.csv", "--name", "l", "--date", "2026-11-21"])
        .start()
      try await Task.sleep(for: .milliseconds(delay))
      kill(running.process.processIdentifier, signal)
      let answer = try await running.answer()
      // One that was too quick for the signal has put the new list in place; the old one is given back.
      if answer.status == 0 {
        for (file, data) in zip(files, before) { try workspace.write(data, to: file) }
        continue
      }
      #expect(
        answer.status == (signal == SIGINT ? 130 : 137) || answer.status == 130, "\(answer.status) \(answer.errors)")
      #expect(try files.map { try workspace.contents($0) } == before, "after \(delay) ms")
      let stats = try await workspace.peidan(["prices", "status"]).run()
      #expect(stats.status == 0 && stats.text.contains("l         200"), "\(stats.text)\(stats.errors)")
    }
  }
}
