import Foundation
import Testing

/// `docs/first-board.md`: every command of it is run, and what it shows is what they print.
@Suite struct FirstBoardTests {
  private static let folder = Product.root.appendingPathComponent("docs/first-board")

  /// A block of the page: commands, or lines that they print.
  private struct Block {
    var isShell: Bool
    var lines: [String]
  }

  private func blocks() throws -> [Block] {
    let text = try String(contentsOf: Product.root.appendingPathComponent("docs/first-board.md"), encoding: .utf8)
    return text.components(separatedBy: "\n```").enumerated().compactMap { place, part in
      guard place % 2 == 1 else { return nil }
      let lines = part.split(separator: "\n").map(String.init)
      return Block(isShell: lines.first == "sh", lines: Array(lines.dropFirst()))
    }
  }

  /// Whether a line is printed; `…` stands for what differs from day to day.
  private func has(_ output: String, _ line: String) -> Bool {
    let parts = line.components(separatedBy: "…")
    return output.split(separator: "\n").contains { printed in
      var rest = printed[...]
      for part in parts where !part.isEmpty {
        guard let range = rest.firstRange(of: part) else { return false }
        rest = rest[range.upperBound...]
      }
      return printed.hasPrefix(parts[0])
    }
  }

  @Test func everyCommandDoesWhatThePageShows() async throws {
    let workspace = try Workspace()
    try workspace.makeFolder("data")
    let catalog = workspace.folder.appendingPathComponent("data/catalog.sqlite")
    try FileManager.default.copyItem(at: try await SharedCatalog.file(), to: catalog)
    for file in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path) {
      try FileManager.default.copyItem(
        at: Self.folder.appendingPathComponent(file), to: workspace.folder.appendingPathComponent(file))
    }
    var output = ""
    var runs = 0
    for block in try blocks() {
      guard block.isShell else {
        for line in block.lines { #expect(has(output, line), "`\(line)` is not in:\n\(output)") }
        continue
      }
      output = ""
      for line in block.lines {
        let words = line.split(separator: " ").map(String.init)
        #expect(words.first == "peidan")
        // Ten seconds of search show no more than these lines do.
        let short = words.contains("plan") ? ["--work-limit", "5"] : []
        let answer = try await workspace.peidan(Array(words.dropFirst()) + short).run()
        // A kit that is not complete yet is no error.
        #expect(answer.status == 0 || words.contains("plan") && answer.status == 1, "\(line)\n\(answer.errors)")
        output += answer.text
        runs += 1
      }
    }
    #expect(runs == 8)
  }
}
