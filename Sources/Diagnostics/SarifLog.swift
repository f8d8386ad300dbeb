/// Findings as SARIF 2.1.0, for code scanning and editors (OASIS, "Static Analysis Results Interchange Format", 2020).
///
/// Columns count Unicode scalars from 1, as `columnKind` says; changes are byte ranges. Checks that were not made are
/// notifications of the run, so that silence is never taken for health.
package struct SarifLog: Encodable, Sendable {
  package let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  package let version = "2.1.0"
  package var runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  package struct Run: Encodable, Sendable {
    package var tool: Tool
    package var invocations: [Invocation]
    package let columnKind = "unicodeCodePoints"
    package var results: [Result]
  }

  package struct Tool: Encodable, Sendable {
    package var driver: Driver
  }

  package struct Driver: Encodable, Sendable {
    package var name: String
    package var version: String
    package var rules: [Rule]
  }

  package struct Rule: Encodable, Sendable {
    package var id: String
    package var shortDescription: Message
    package var help: Message
  }

  package struct Message: Encodable, Sendable {
    package var text: String
    package var markdown: String?
  }

  package struct Invocation: Encodable, Sendable {
    package var executionSuccessful: Bool
    package var toolExecutionNotifications: [Notification]
  }

  package struct Notification: Encodable, Sendable {
    package let level = "note"
    package var message: Message
    package var descriptor: Descriptor
    package var locations: [Location]
  }

  package struct Descriptor: Encodable, Sendable {
    package var id: String
  }

  package struct Result: Encodable, Sendable {
    package var ruleId: String
    package var ruleIndex: Int
    package var level: String
    package var message: Message
    package var locations: [Location]
    package var relatedLocations: [Location]?
    package var fixes: [Fix]?
  }

  package struct Location: Encodable, Sendable {
    package var id: Int?
    package var physicalLocation: PhysicalLocation
    package var message: Message?
  }

  package struct PhysicalLocation: Encodable, Sendable {
    package var artifactLocation: ArtifactLocation
    package var region: Region?
  }

  package struct ArtifactLocation: Encodable, Sendable {
    package var uri: String
  }

  package struct Region: Encodable, Sendable {
    package var startLine: Int?
    package var startColumn: Int?
    package var endLine: Int?
    package var endColumn: Int?
    package var byteOffset: Int?
    package var byteLength: Int?
  }

  package struct Fix: Encodable, Sendable {
    package var description: Message
    package var artifactChanges: [ArtifactChange]
  }

  package struct ArtifactChange: Encodable, Sendable {
    package var artifactLocation: ArtifactLocation
    package var replacements: [Replacement]
  }

  package struct Replacement: Encodable, Sendable {
    package var deletedRegion: Region
    package var insertedContent: InsertedContent
  }

  package struct InsertedContent: Encodable, Sendable {
    package var text: String
  }
}
