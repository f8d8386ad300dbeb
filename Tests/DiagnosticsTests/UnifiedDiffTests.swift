import Base
import Diagnostics
import TestSupport
import Testing

@Suite struct UnifiedDiffTests {
  @Test func equalTextsHaveNone() { #expect(unifiedDiff("a\nb\n", "a\nb\n", file: "f").isEmpty) }

  @Test func aChangedLineStandsInItsContext() {
    let old = (1...9).map { "\($0)\n" }.joined()
    let new = old.replacing("5\n", with: "five\n")
    #expect(
      unifiedDiff(old, new, file: "f") == """
        --- f
        +++ f
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8

        """)
  }

  @Test func aMissingBreakAtTheEndIsTold() {
    #expect(
      unifiedDiff("a", "b", file: "f")
        == "--- f\n+++ f\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n")
  }

  @Test func linesOfCRLFEndAsTheyStand() {
    #expect(
      unifiedDiff("a\r\nb\r\n", "a\r\nc\r\n", file: "f") == "--- f\n+++ f\n@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n")
  }

  /// Applying the difference to the old text gives the new one.
  @Test func hunksTurnTheOldTextIntoTheNew() throws {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<300 {
      let old = (0..<Int.random(in: 0...30, using: &random)).map { _ in "\(Int.random(in: 0...4, using: &random))\n" }
      var new = old
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        if new.isEmpty || Bool.random(using: &random) {
          new.insert("x\n", at: Int.random(in: 0...new.count, using: &random))
        } else {
          new.remove(at: Int.random(in: new.indices, using: &random))
        }
      }
      let text = unifiedDiff(old.joined(), new.joined(), file: "f")
      #expect(try patched(old, text) == new)
    }
  }

  private func patched(_ old: [String], _ diff: String) throws -> [String] {
    if diff.isEmpty { return old }
    var output: [String] = []
    var position = 0
    for line in diff.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2) where !line.isEmpty {
      if line.hasPrefix("@@") {
        let numbers = line.split(separator: " ")[1].dropFirst().split(separator: ",")
        let start = try #require(Int(numbers[0]))
        let first = numbers[1] == "0" ? start : start - 1
        output += old[position..<first]
        position = first
      } else if line.hasPrefix("+") {
        output.append(line.dropFirst() + "\n")
      } else {
        #expect(old[position] == line.dropFirst() + "\n")
        if line.hasPrefix(" ") { output.append(old[position]) }
        position += 1
      }
    }
    return output + old[position...]
  }
}
