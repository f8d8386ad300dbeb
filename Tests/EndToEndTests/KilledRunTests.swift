import Foundation
import TestSupport
import Testing

/// What the tests of killed runs share.
enum KilledRun {
  /// A list of rows that takes a while to import.
  static func list(rows: Int) -> String {
    var text =
      "lcsc,mpn,manufacturer,category,subcategory,package,joints,library_type,status,stock,price_breaks_usd,description,datasheet\n"
    for number in 1...rows {
      text +=
        "C\(number),PART-\(number),Maker \(number % 90),Resistors,Chip Resistor - Surface Mount,0402,2,Basic,Active,"
      text += "\(number),1-9:0.02;10-:0.01,4.7kΩ ±1% 0402 Chip Resistor - Surface Mount ROHS,\n"
    }
    return text
  }
}

/// Runs that end at any moment leave the old or the new file, whole, and nothing that a later run does not remove.
@Suite struct KilledRunTests {
  /// A command that writes, and the files that stand in its folder before.
  struct Writer: CustomTestStringConvertible, Sendable {
    var arguments: [String]
    var files: [String: String] = [:]
    /// What it writes, which holds the same bytes after each run; the rest is looked at by `catalog check`.
    var written: [String] = []
    var status: Int32 = 0

    var testDescription: String { arguments.prefix(2).joined(separator: " ") }
  }

  private static let board = """
    schema: peidan.board/1
    board: {name: asked, title: {en: Asked, zh: 询价板}, revision: A, quantity: 20}
    market: huaqiangbei
    slots:
      U1: {mpn: TP4056, maker: UMW}
      R1: 10k 0402
    \(Fixture.day)
      buyers:
        - {name: A, rate: 60 CNY/h}

    """

  static let writers = [
    Writer(arguments: ["catalog", "build"]),
    Writer(
      arguments: ["catalog", "import", "list.csv", "--name", "l", "--date", "2026-11-20"],
      files: ["list.csv": KilledRun.list(rows: 500)]),
    Writer(
      arguments: ["prices", "import", "list.csv", "--name", "l", "--date", "2026-11-20"],
      files: ["list.csv": KilledRun.list(rows: 500)]),
    Writer(
      arguments: ["import", "logger.csv", "--output", "out/spec.yaml", "--date", "2026-12-04"],
      written: ["out/spec.yaml"]),
    Writer(
      arguments: ["export", "plan.json", "--format", "html,csv,md", "--output", "out"],
      written: ["out/charger.html", "out/charger.csv", "out/charger.md"]),
    Writer(
      arguments: ["validate", "board.yaml", "--fix"],
      files: ["board.yaml": ValidateTests.spec], written: ["board.yaml"], status: 1),
    Writer(
      arguments: ["quotes", "add", "li.txt", "--seller", "li", "--date", "2026-12-01"],
      files: ["li.txt": "TP4056 散新 0.35 2k起 现货\nDW01A 0.12\n"]),
    Writer(
      arguments: ["ask", "board.yaml", "--date", "2026-12-01"],
      files: [
        "board.yaml": board,
        "data/stalls.csv": "id,name,contact,goods,market,place,lines\nli,李,w,power-ics,huaqiangbei,,\n",
      ]),
  ]

  @Test(arguments: writers) func theOldOrTheNewFileIsThereWhole(writer: Writer) async throws {
    let workspace = try await SharedCatalog.workspace()
    for (name, text) in writer.files { try workspace.write(text, to: name) }
    try workspace.write(Data(contentsOf: Fixture.bom), to: "logger.csv")
    try workspace.write(Data(contentsOf: Fixture.plan), to: "plan.json")
    try workspace.makeFolder("out")
    let old = writer.written.map { try? workspace.contents($0) }
    let start = Date()
    let first = try await workspace.peidan(writer.arguments).run()
    let duration = Date().timeIntervalSince(start)
    #expect(first.status == writer.status, "\(first.text)\(first.errors)")
    let new = try writer.written.map { try workspace.contents($0) }
    for share in [0.7, 0.9, 0.97] {
      for (name, data) in zip(writer.written, old) {
        if let data { try workspace.write(data, to: name) } else { try? workspace.remove(name) }
      }
      let running = try workspace.peidan(writer.arguments).start()
      try await Task.sleep(for: .seconds(duration * share))
      kill(running.process.processIdentifier, SIGKILL)
      _ = try await running.answer()
      for (name, (old, new)) in zip(writer.written, zip(old, new)) {
        let found = try? workspace.contents(name)
        #expect(found == old || found == new, "\(name) after \(share) of a run")
      }
    }
    let check = try await workspace.peidan(["catalog", "check"]).run()
    #expect(check.status == 0 && !check.errors.contains("damaged"), "\(check.errors)")
    let again = try await workspace.peidan(writer.arguments).run()
    #expect(again.status == writer.status, "\(again.text)\(again.errors)")
    #expect(try workspace.leftovers(in: ".").isEmpty)
  }

  @Test(arguments: [SIGKILL, SIGINT])
  func theOldListAndTheOldPricesStay(signal: Int32) async throws {
    let workspace = try await SharedCatalog.workspace()
    try workspace.write(KilledRun.list(rows: 200), to: "old.csv")
    try workspace.write(KilledRun.list(rows: BuildMode.isRelease ? 120_000 : 12_000), to: "new.csv")
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
