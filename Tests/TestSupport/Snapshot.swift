import Foundation
package import Testing

/// Compares `text` with the snapshot `Snapshots/NAME` beside the test's file.
///
/// `PEIDAN_RECORD_SNAPSHOTS=1` writes the snapshot; the test then fails once, so that nobody takes a first recording for a
/// passed test.
package func expectSnapshot(
  _ text: String, named name: String, filePath: StaticString = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(fileURLWithPath: "\(filePath)").deletingLastPathComponent().appendingPathComponent("Snapshots")
  let file = folder.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["PEIDAN_RECORD_SNAPSHOTS"] == "1" {
    let recorded = try? String(contentsOf: file, encoding: .utf8)
    if recorded == text { return }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name); run again without PEIDAN_RECORD_SNAPSHOTS", sourceLocation: sourceLocation)
    return
  }
  guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record("no snapshot \(name); record it with PEIDAN_RECORD_SNAPSHOTS=1", sourceLocation: sourceLocation)
    return
  }
  #expect(text == expected, "snapshot \(name)", sourceLocation: sourceLocation)
}
