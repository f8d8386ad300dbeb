extension SarifLog {
  /// What was found in one file.
  package struct FileFindings: Sendable {
    package var file: String
    package var findings: [Diagnostic]
    package var skipped: [SkippedCheck]

    package init(file: String, findings: [Diagnostic], skipped: [SkippedCheck]) {
      self.file = file
      self.findings = findings
      self.skipped = skipped
    }
  }

  /// One run over several files. Rules are those that the run mentions, by code.
  package init(tool: String, version: String, files: [FileFindings], isSuccessful: Bool) {
    let codes = Set(files.flatMap { $0.findings.map(\.code) + $0.skipped.map(\.code) }).sorted { $0.id < $1.id }
    let indices = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1.id, $0) })
    let results = files.flatMap { file in
      file.findings.map { Result($0, index: indices[$0.code.id] ?? 0, file: file.file) }
    }
    let notifications = files.flatMap { file in
      file.skipped.map { check in
        Notification(
          message: Message(text: check.reason), descriptor: Descriptor(id: check.code.id),
          locations: [Location(check.span, file: file.file)])
      }
    }
    runs = [
      Run(
        tool: Tool(driver: Driver(name: tool, version: version, rules: codes.map(Rule.init))),
        invocations: [
          Invocation(executionSuccessful: isSuccessful, toolExecutionNotifications: notifications)
        ],
        results: results)
    ]
  }
}

extension SarifLog.Rule {
  fileprivate init(_ code: DiagnosticCode) {
    self.init(
      id: code.id, shortDescription: .init(text: code.title), help: .init(text: code.page, markdown: code.page))
  }
}

extension SarifLog.Result {
  fileprivate init(_ finding: Diagnostic, index: Int, file: String) {
    let notes = finding.notes.enumerated().compactMap { number, note in
      note.span.map { SarifLog.Location($0, file: file, id: number + 1, message: .init(text: note.message)) }
    }
    let further = finding.notes.filter { $0.span == nil }.map(\.message) + finding.helps
    let text = ([finding.message] + further).joined(separator: "; ")
    self.init(
      ruleId: finding.code.id, ruleIndex: index, level: finding.severity.rawValue, message: .init(text: text),
      locations: [.init(finding.span, file: file)], relatedLocations: notes.isEmpty ? nil : notes,
      fixes: finding.fixes.isEmpty ? nil : finding.fixes.map(SarifLog.Fix.init))
  }
}

extension SarifLog.Fix {
  fileprivate init(_ fix: FixIt) {
    self.init(
      description: .init(text: "\(fix.grade.rawValue) change"),
      artifactChanges: [
        .init(
          artifactLocation: .init(file: fix.span.file),
          replacements: [
            .init(
              deletedRegion: .init(byteOffset: fix.span.offsets.lowerBound, byteLength: fix.span.offsets.count),
              insertedContent: .init(text: fix.replacement))
          ])
      ])
  }
}

extension SarifLog.Location {
  fileprivate init(_ span: SourceSpan?, file: String, id: Int? = nil, message: SarifLog.Message? = nil) {
    self.init(
      id: id,
      physicalLocation: .init(
        artifactLocation: .init(file: span?.file ?? file), region: span.flatMap(SarifLog.Region.init)),
      message: message)
  }
}

extension SarifLog.Region {
  /// Nil for a span that stands for a whole file.
  fileprivate init?(_ span: SourceSpan) {
    guard span.start.line > 0 else { return nil }
    self.init(
      startLine: span.start.line, startColumn: span.start.column, endLine: span.end.line, endColumn: span.end.column)
  }
}

extension SarifLog.ArtifactLocation {
  /// A reference as RFC 3986 has it: bytes outside the unreserved set and `/` are escaped.
  fileprivate init(file: String) {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in file.utf8 {
      if plain.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    self.init(uri: String(decoding: bytes, as: UTF8.self))
  }
}
