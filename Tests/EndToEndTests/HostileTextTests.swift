import Foundation
import TestSupport
import Testing

/// Text from files reaches the terminal through one exit, which shows control characters; JSON keeps its values.
@Suite struct HostileTextTests {
  /// Clears a screen, sets a title, turns the direction, by C0, C1 and Unicode.
  private static let hostile = "\u{1B}[2J\u{1B}]0;owned\u{7}\u{9B}31m\u{202E}\u{7F}"

  private func isInert(_ data: Data) -> Bool {
    String(decoding: data, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x0A, 0x0D, 0x09: true
      case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: false
      default: true
      }
    }
  }
  @Test func whatFilesAndOptionsSayIsInert() async throws {
    let workspace = try await SharedCatalog.workspace()
    let h = Self.hostile
    try workspace.write("stall,mpn,\(h),price\n\(h),X,1,\(h)\n", to: "header.csv")
    try workspace.write(
      "stall,mpn,condition,price,stock,seen,tax\nSEG-2F-B015,X,original,\(h),1,2026-11-20,included\n", to: "row.csv")
    try workspace.write("schema: \(h)\n", to: "yaml.yaml")
    try workspace.write("NAME : \(h)\nTYPE : \(h)\n", to: "\(h.replacing("/", with: "")).tpp")
    try workspace.write(#"{"schema": "\u001b[2J\u009b31m\u202e"}"#, to: "plan.json")
    let board = try String(contentsOf: Product.boards.appendingPathComponent("usb-charger.yaml"), encoding: .utf8)
    try workspace.write(board + "\n\u{202E}x: 1\n", to: "board.yaml")
    for arguments in [
      ["prices", "import", "header.csv"], ["prices", "import", "row.csv"], ["validate", "yaml.yaml"],
      ["validate", "board.yaml", "--color", "always"], ["solve", "\(h).tpp"], ["show", "plan.json"],
      ["verify", "plan.json"], ["catalog", "show", h], ["catalog", "search", h], ["prices", "remove", h],
      ["plan", h], ["--\(h)"], ["prices", h], ["plan", "board.yaml", "--market", h],
    ] {
      let answer = try await workspace.peidan(arguments).run()
      #expect(answer.status != 0 || arguments[0] == "catalog", "\(arguments): \(answer.text)")
      let isStyled = arguments.contains("always")
      let errors = isStyled ? answer.errors.replacing(/\u{1B}\[[0-9;]*m/, with: "") : answer.errors
      #expect(isInert(answer.output) && isInert(Data(errors.utf8)), "\(arguments)")
    }
  }

  @Test func aLongCellIsQuotedInPart() async throws {
    let workspace = try await SharedCatalog.workspace()
    let long = String(repeating: "x", count: 1 << 20)
    try workspace.write("stall,mpn,\(long)\na,b,c\n", to: "header.csv")
    try workspace.write("schema: \(long)\n", to: "yaml.yaml")
    for arguments in [["prices", "import", "header.csv"], ["validate", "yaml.yaml"], ["plan", "yaml.yaml"]] {
      let answer = try await workspace.peidan(arguments).run()
      #expect(answer.status != 0 && answer.errors.utf8.count < 20_000, "\(arguments): \(answer.errors.utf8.count)")
    }
  }

  /// The plan's own texts: pages with and without colour, sheets of every format, and JSON with the value.
  @Test func aPlanWithHostileTextsIsInert() async throws {
    let workspace = try await SharedCatalog.workspace()
    let escaped = #"\u001b[2J\u009b31m\u202e\u007f"#
    let plan = try String(contentsOf: Fixture.plan, encoding: .utf8)
    let value = try #require(plan.firstMatch(of: /"title" ?: ?\{\s*"english" ?: ?"([^"]+)"/)?.1)
    try workspace.write(plan.replacing("\"\(value)\"", with: "\"\(value)\(escaped)\""), to: "plan.json")
    for format in ["csv", "md", "json", "ics"] {
      let answer = try await workspace.peidan(["export", "plan.json", "--format", format, "-o", "-"]).run()
      #expect(answer.status == 0 && isInert(answer.output), "\(format): \(answer.errors)")
      _ = try await workspace.peidan(["export", "plan.json", "--format", format, "-o", "sheet"]).run()
      if format != "json" { #expect(isInert(try workspace.contents("sheet")), "\(format)") }
    }
    let coloured = try await workspace.peidan(["show", "plan.json", "--color", "always"]).run()
    #expect(coloured.status == 0 && coloured.text.contains("\u{1B}[1"))
    #expect(isInert(Data(coloured.text.replacing(/\u{1B}\[[0-9;]*m/, with: "").utf8)))
    let plain = try await workspace.peidan(["show", "plan.json"]).run()
    #expect(plain.status == 0 && isInert(plain.output))
  }

  /// Whoever prints another way brings raw text to the terminal.
  @Test func nothingElsePrints() throws {
    let root = Product.root.appendingPathComponent("Sources")
    let ways = [
      "FileHandle.standardOutput", "FileHandle.standardError", "fputs(", "fwrite(", "putchar(", "debugPrint(", "dump(",
      "STDOUT_FILENO", "STDERR_FILENO", "perror(", "NSLog(",
    ]
    let names = try #require(FileManager.default.enumerator(atPath: root.path))
    var count = 0
    for case let name as String in names
    where name.hasSuffix(".swift") && !name.hasPrefix("peidan-bench/") && name != "peidan/Terminal/Console.swift" {
      count += 1
      let text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
      for way in ways { #expect(!text.contains(way), "\(name) prints by `\(way)`; use Console") }
      #expect(text.firstMatch(of: /(?:^|[^\w.])print\(/) == nil, "\(name) prints; use Console")
    }
    #expect(count > 300)
  }
}
