import Foundation
import Testing

/// The table of where things go names files and folders that there are.
@Suite struct ContributingTests {
  @Test func everyPathOfTheTableIsThere() throws {
    let text = try String(contentsOf: Product.root.appendingPathComponent("CONTRIBUTING.md"), encoding: .utf8)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.hasPrefix("| task") }
    #expect(rows.count >= 12)
    for row in rows {
      let words = row.split(separator: "`", omittingEmptySubsequences: false)
      let paths = words.indices.filter { $0 % 2 == 1 }.map { String(words[$0]) }.filter { $0.contains("/") }
      #expect(!paths.isEmpty, "\(row)")
      for path in paths {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(
          atPath: Product.root.appendingPathComponent(path).path, isDirectory: &isFolder)
        #expect(exists && isFolder.boolValue == path.hasSuffix("/"), "\(path)")
      }
    }
  }
}
