import BoardSpec
import CatalogStore
import Diagnostics
import Foundation
import Planning

/// How long it takes to read and check board specs once the catalog is open: the folder's boards, and generated specs.
struct RuleTime {
  var catalog: String
  var folder: String
  /// Slots of the generated specs.
  var sizes: [Int]

  private static let runs = 9

  func run() throws {
    let catalog = try Catalog(path: catalog)
    print("| spec | slots | first, ms | median, ms | errors | findings |")
    print("|---|---:|---:|---:|---:|---:|")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }.sorted()
    for name in names {
      try row(name, try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8), catalog)
    }
    for size in sizes { try row("generated", LargeSpec(slots: size).text, catalog) }
  }

  private func row(_ name: String, _ text: String, _ catalog: Catalog) throws {
    let clock = ContinuousClock()
    var times: [Duration] = []
    var slots = 0
    var sink = DiagnosticSink()
    for _ in 0..<Self.runs {
      // Nothing that an earlier run read of the catalog is used again.
      let context = CatalogSpecContext(catalog)
      sink = DiagnosticSink()
      let start = clock.now
      let board = try BoardReader.read(SourceText(file: name, text: text), context: context, into: sink)
      if let board { try BoardCheck.run(board, context: context, into: sink) }
      times.append(clock.now - start)
      slots = board?.slots.count ?? 0
    }
    let milliseconds = times.map { Double($0.components.attoseconds) / 1e15 + Double($0.components.seconds) * 1e3 }
    let errors = sink.diagnostics.filter { $0.severity == .error }
    // A spec with errors is no measure of one without.
    if let first = errors.first {
      FileHandle.standardError.write(Data("\(name): \(first.message) [\(first.code.id)]\n".utf8))
    }
    let figures = [milliseconds[0], milliseconds.sorted()[Self.runs / 2]].map { String(format: "%.1f", $0) }
    print(
      "| \(name) | \(slots) | \(figures.joined(separator: " | ")) | \(errors.count) | \(sink.diagnostics.count) |")
  }
}

/// A spec of any size with rules of every family at work: stages of twenty slots, each with a rail, a bus and a host of its own.
struct LargeSpec {
  var slots: Int

  var text: String {
    let stages = (slots + 19) / 20
    var rails = "  VBUS: {source: J0, range: 4.75..5.25 V}\n"
    var buses = ""
    var parts = "  J0: {category: usb-connector, where: {type: type-c, mounting: smd}}\n"
    for stage in 0..<stages {
      let rail = "V\(stage)"
      rails += "  \(rail): {source: U\(stage)_1, from: VBUS, range: 3.2..3.4 V, limit: 150 mA}\n"
      buses += "  I2C\(stage): {kind: i2c, host: U\(stage)_2, devices: [U\(stage)_3, U\(stage)_4]}\n"
      parts += Self.stage(stage, rail)
    }
    return """
      schema: peidan.board/1
      board: {name: large, quantity: 5}
      market: huaqiangbei
      pcb: {layers: 4, size: 400 x \(max(100, slots / 5)) mm}
      rails:
      \(rails)buses:
      \(buses)slots:
      \(parts)policy: {conditions: [original, loose-new, domestic], loss: 2 CNY, spares: 2 %}
      process: {sides: 2, stencil: true}
      regions: [CN]
      day: {date: 2026-12-04, start: "09:30", finish: "18:30", buyers: [{name: A, rate: 60 CNY/h}]}

      """
  }

  /// Twenty slots; resistors and capacitors differ from stage to stage, so that not all candidates are looked up once.
  private static func stage(_ number: Int, _ rail: String) -> String {
    let ohms = ["1k", "2.2k", "4.7k", "10k", "22k", "47k", "100k"]
    var text = """
        U\(number)_1: {category: ldo, where: {output: 3.3 V, current: ">= 500 mA", input: 4.75..5.25 V, package: SOT-23-5}}
        U\(number)_2: {category: mcu, where: {supply: 3.2..3.4 V, package: "LQFP-48(7x7)"}, rail: \(rail), draw: \(10 + number % 20) mA}
        U\(number)_3: {category: humidity-sensor, where: {interfaces: i2c, supply: 3.2..3.4 V}, rail: \(rail)}
        U\(number)_4: {category: imu, where: {interfaces: i2c, supply: 3.2..3.4 V}, rail: \(rail)}
        Q\(number)_1: {category: mosfet, where: {type: n, voltage: ">= \(20 + number % 3) V", package: SOT-23}}
        D\(number)_1: {category: led, where: {colour: [green, red], package: "0603"}}

      """
    for index in 0..<7 {
      text += "  R\(number)_\(index): \(ohms[(number + index) % ohms.count]) 0402 5%\n"
      text += "  C\(number)_\(index): \(index < 4 ? "100nF 0402 X7R 16V" : "1uF 0402 X5R 10V")\n"
    }
    return text
  }
}
