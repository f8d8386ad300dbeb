import Foundation
import Testing

@testable import WalkSheet

@Suite struct SheetFormatTests {
  /// What `Formats/` declares is in the list, so that the command offers it.
  @Test func everyFormatThatIsDeclaredIsListed() throws {
    var root = URL(fileURLWithPath: "\(#filePath)")
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let folder = root.appendingPathComponent("Sources/WalkSheet/Formats")
    var declared: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
      let text = try String(contentsOf: file, encoding: .utf8)
      for found in text.matches(of: /static let \w+ = Self\(\s*"(\w+)"/) { declared.insert(String(found.1)) }
    }
    #expect(declared.count >= 10)
    #expect(declared == Set(WalkSheet.Format.allCases.map(\.rawValue)))
  }

  @Test func aFormatIsFoundByItsNameAlone() {
    for format in WalkSheet.Format.allCases { #expect(WalkSheet.Format(rawValue: format.rawValue) == format) }
    #expect(WalkSheet.Format(rawValue: "pdf") == nil)
    #expect(WalkSheet.Format.allCases.filter(\.makesSeveralFiles) == [.orders, .shops])
  }
}
