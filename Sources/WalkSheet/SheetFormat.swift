extension WalkSheet {
  /// A format of walk sheets: a file of `Formats` makes it, and `allCases` lists it. The command, its help and the tests of all
  /// formats read that list.
  package struct Format: Sendable, Hashable, CaseIterable {
    /// As it is asked for: `html`.
    package let rawValue: String
    /// Whether it is a folder of files.
    package let isFolder: Bool
    let files: @Sendable (WalkSheet, _ base: String) throws -> [File]

    init(
      _ name: String, isFolder: Bool = false, files: @escaping @Sendable (WalkSheet, _ base: String) throws -> [File]
    ) {
      rawValue = name
      self.isFolder = isFolder
      self.files = files
    }

    /// A format of one file: the base and an ending, such as `-lcsc.csv`.
    init(_ name: String, ending: String, text: @escaping @Sendable (WalkSheet) throws -> String) {
      self.init(name) { sheet, base in [File(name: base + ending, text: try text(sheet))] }
    }

    package init?(rawValue: String) {
      guard let format = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
      self = format
    }

    package static let allCases: [Format] = [
      .html, .csv, .md, .json, .ics, .geojson, .orders, .lcsc, .jlcpcb, .kicad,
    ]

    package static func == (left: Format, right: Format) -> Bool { left.rawValue == right.rawValue }
    package func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
  }
}
