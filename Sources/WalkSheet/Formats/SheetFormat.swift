extension WalkSheet {
  /// A format of the sheet: its name on the command line, what it is, and its files.
  ///
  /// A further format is a file in this folder that declares one, and its name in `allCases`.
  package struct Format: Sendable {
    /// As it is typed: `csv`.
    package let rawValue: String
    /// What it is, as the help says it.
    package let summary: String
    /// Whether it makes several files, which need a folder.
    package let makesSeveralFiles: Bool
    let files: @Sendable (_ sheet: WalkSheet, _ base: String) throws -> [File]

    /// A format of one file, whose name is the plan's and `suffix`.
    init(_ name: String, _ summary: String, suffix: String, text: @escaping @Sendable (WalkSheet) throws -> String) {
      rawValue = name
      self.summary = summary
      makesSeveralFiles = false
      files = { sheet, base in [File(name: base + suffix, text: try text(sheet))] }
    }

    /// A format of several files.
    init(
      _ name: String, _ summary: String,
      files: @escaping @Sendable (_ sheet: WalkSheet, _ base: String) throws -> [File]
    ) {
      rawValue = name
      self.summary = summary
      makesSeveralFiles = true
      self.files = files
    }
  }
}

extension WalkSheet.Format: CaseIterable {
  /// Every format, in the order of the help.
  package static let allCases: [WalkSheet.Format] = [
    .html, .csv, .md, .json, .ics, .geojson, .orders, .shops, .lcsc, .jlcpcb, .kicad,
  ]

  /// The format of a name; nil for any other.
  package init?(rawValue: String) {
    guard let format = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = format
  }
}

extension WalkSheet.Format: Hashable, CustomStringConvertible {
  package static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }
  package func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
  package var description: String { rawValue }
}
