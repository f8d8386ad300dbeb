import Foundation
import Testing

/// `peidan explain`, and the reference that is made from it.
@Suite struct ExplainTests {
  @Test func theReferenceOfCodesIsTheDocumentation() async throws {
    let workspace = try Workspace()
    let answer = try await workspace.peidan(["explain", "--all"]).run()
    #expect(answer.status == 0)
    let file = Product.root.appendingPathComponent("docs/codes.md")
    if ProcessInfo.processInfo.environment["PEIDAN_RECORD_SNAPSHOTS"] == "1" { try answer.output.write(to: file) }
    #expect(try Data(contentsOf: file) == answer.output, "run `peidan explain --all > docs/codes.md`")
  }

  @Test func aCodeHasItsPageWhateverItsCapitals() async throws {
    let workspace = try Workspace()
    let answer = try await workspace.peidan(["explain", "b110"]).run()
    #expect(answer.status == 0)
    #expect(answer.text.hasPrefix("B110: rail draws more than it gives\n\n"))
  }

  @Test func anUnknownCodeIsRefusedWithTheClosest() async throws {
    let workspace = try Workspace()
    let answer = try await workspace.peidan(["explain", "B9110"]).run()
    #expect(answer.status == 1)
    #expect(answer.errors == "peidan: there is no code `B9110`; did you mean `B110`?\n")
  }

  @Test(arguments: [[], ["B110", "--all"]] as [[String]])
  func aCodeOrAllIsAskedFor(arguments: [String]) async throws {
    let workspace = try Workspace()
    #expect(try await workspace.peidan(["explain"] + arguments).run().status == 64)
  }
}
