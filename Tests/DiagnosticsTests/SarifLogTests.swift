import Diagnostics
import Foundation
import Testing

/// The properties that the schema of SARIF 2.1.0 requires, and the values that it allows for those that we write.
@Suite struct SarifLogTests {
  private let code = DiagnosticCode("B110", "too much", page: "What it means.")

  private func log() throws -> [String: Any] {
    let source = SourceText(file: "Boards/a board.yaml", text: "one\ntwo: 3\n")
    let finding = Diagnostic(
      code, "`two` is too much", severity: .warning, at: source.span(4..<7),
      notes: [.init("it starts here", at: source.span(0..<3))],
      helps: ["take less"], fixes: [FixIt(.safe, replace: source.span(9..<10), with: "2")])
    let nowhere = Diagnostic(DiagnosticCode("T001", "no text", page: "None."), "no text", at: nil)
    let files = SarifLog.FileFindings(
      file: source.file, findings: [finding, nowhere],
      skipped: [SkippedCheck(code, because: "nothing is stated", at: nil)])
    let data = try JSONEncoder().encode(SarifLog(tool: "peidan", version: "1.0", files: [files], isSuccessful: true))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func theLogNamesItsVersionAndHasRuns() throws {
    let log = try log()
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasSuffix("sarif-2.1.0.json") == true)
    #expect((log["runs"] as? [Any])?.count == 1)
  }

  @Test func theRunHasAToolWithItsRules() throws {
    let run = try #require((try log()["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "peidan")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.map { $0["id"] as? String } == ["B110", "T001"])
    #expect(rules.allSatisfy { (($0["shortDescription"] as? [String: Any])?["text"] as? String)?.isEmpty == false })
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
  }

  @Test func aResultHasMessageLevelAndPlaces() throws {
    let run = try #require((try log()["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.allSatisfy { ["none", "note", "warning", "error"].contains($0["level"] as? String) })
    let first = results[0]
    #expect(first["ruleId"] as? String == "B110")
    #expect(first["ruleIndex"] as? Int == 0)
    #expect((first["message"] as? [String: Any])?["text"] as? String == "`two` is too much; take less")
    let place = try #require((first["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
    #expect((place["artifactLocation"] as? [String: Any])?["uri"] as? String == "Boards/a%20board.yaml")
    let region = try #require(place["region"] as? [String: Int])
    #expect(region == ["startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 4])
    #expect((first["relatedLocations"] as? [Any])?.count == 1)
    let nowhere = try #require(
      (results[1]["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
    #expect(nowhere["region"] == nil)
  }

  @Test func aFixHasArtifactChangesWithReplacements() throws {
    let run = try #require((try log()["runs"] as? [[String: Any]])?.first)
    let fix = try #require(((run["results"] as? [[String: Any]])?[0]["fixes"] as? [[String: Any]])?.first)
    let change = try #require((fix["artifactChanges"] as? [[String: Any]])?.first)
    #expect(change["artifactLocation"] != nil)
    let replacement = try #require((change["replacements"] as? [[String: Any]])?.first)
    #expect(replacement["deletedRegion"] as? [String: Int] == ["byteOffset": 9, "byteLength": 1])
    #expect((replacement["insertedContent"] as? [String: String]) == ["text": "2"])
  }

  @Test func whatWasNotCheckedIsANotification() throws {
    let run = try #require((try log()["runs"] as? [[String: Any]])?.first)
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == true)
    let told = try #require((invocation["toolExecutionNotifications"] as? [[String: Any]])?.first)
    #expect((told["message"] as? [String: Any])?["text"] as? String == "nothing is stated")
    #expect((told["descriptor"] as? [String: Any])?["id"] as? String == "B110")
  }
}
