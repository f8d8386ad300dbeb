/// Findings as SARIF 2.1.0, for code scanning and editors (OASIS, "Static Analysis Results Interchange Format", 2020).
///
/// Columns count Unicode scalars from 1, as `columnKind` says; changes are byte ranges. Checks that were not made are
/// notifications of the run, so that silence is never taken for health.
public struct SarifLog: Encodable, Sendable {
  public let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  public let version = "2.1.0"
  public var runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  public struct Run: Encodable, Sendable {
    public var tool: Tool
    public var invocations: [Invocation]
    public let columnKind = "unicodeCodePoints"
    public var results: [Result]
  }

  public struct Tool: Encodable, Sendable {
    public var driver: Driver
  }

  public struct Driver: Encodable, Sendable {
    public var name: String
    public var version: String
    public var rules: [Rule]
  }

  public struct Rule: Encodable, Sendable {
    public var id: String
    public var shortDescription: Message
    public var help: Message
  }

  public struct Message: Encodable, Sendable {
    public var text: String
    public var markdown: String?
  }

  public struct Invocation: Encodable, Sendable {
    public var executionSuccessful: Bool
    public var toolExecutionNotifications: [Notification]
  }

  public struct Notification: Encodable, Sendable {
    public let level = "note"
    public var message: Message
    public var descriptor: Descriptor
    public var locations: [Location]
  }

  public struct Descriptor: Encodable, Sendable {
    public var id: String
  }

  public struct Result: Encodable, Sendable {
    public var ruleId: String
    public var ruleIndex: Int
    public var level: String
    public var message: Message
    public var locations: [Location]
    public var relatedLocations: [Location]?
    public var fixes: [Fix]?
  }

  public struct Location: Encodable, Sendable {
    public var id: Int?
    public var physicalLocation: PhysicalLocation
    public var message: Message?
  }

  public struct PhysicalLocation: Encodable, Sendable {
    public var artifactLocation: ArtifactLocation
    public var region: Region?
  }

  public struct ArtifactLocation: Encodable, Sendable {
    public var uri: String
  }

  public struct Region: Encodable, Sendable {
    public var startLine: Int?
    public var startColumn: Int?
    public var endLine: Int?
    public var endColumn: Int?
    public var byteOffset: Int?
    public var byteLength: Int?
  }

  public struct Fix: Encodable, Sendable {
    public var description: Message
    public var artifactChanges: [ArtifactChange]
  }

  public struct ArtifactChange: Encodable, Sendable {
    public var artifactLocation: ArtifactLocation
    public var replacements: [Replacement]
  }

  public struct Replacement: Encodable, Sendable {
    public var deletedRegion: Region
    public var insertedContent: InsertedContent
  }

  public struct InsertedContent: Encodable, Sendable {
    public var text: String
  }
}
