/// What stands in a BOM and is made of the board itself: there is nothing to buy.
enum BoardFeature: String, Sendable, Hashable, CaseIterable {
  case testPoint = "test point"
  case fiducial
  case hole = "mounting hole"
  case netTie = "net tie"
  case solderJumper = "solder jumper"
  case logo

  /// What a line without any number of a part is, by its footprint, else by its value; nil where it may be a part. A test point
  /// of metal (`TestPoint_Keystone_5000`) is one.
  init?(value: String, footprint: String) {
    let shape = HeaderWords.plain(footprint.split(separator: ":").last.map(String.init) ?? "")
    let word = HeaderWords.plain(value)
    if ["keystone", "harwin", "loop", "bead", "pin"].contains(where: shape.contains) { return nil }
    let known = Self.allCases.first { feature in
      feature.shapes.contains { shape.hasPrefix($0) } || shape.isEmpty && feature.isWord(word)
    }
    guard let known = known ?? Self.allCases.first(where: { $0.isWord(word) && !shape.contains("screw") }) else {
      return nil
    }
    self = known
  }

  private var shapes: [String] {
    switch self {
    case .testPoint: ["testpointpad", "testpointthtpad", "testpoint2pads", "testpointplatedhole", "testpad"]
    case .fiducial: ["fiducial"]
    case .hole: ["mountinghole"]
    case .netTie: ["nettie"]
    case .solderJumper: ["solderjumper"]
    case .logo: ["logo", "symbol"]
    }
  }

  private func isWord(_ word: String) -> Bool {
    let starts: [String] =
      switch self {
      case .testPoint: ["testpoint", "testpad", "测试点"]
      case .fiducial: ["fiducial", "光学点", "mark点", "基准点"]
      case .hole: ["mountinghole", "安装孔", "定位孔", "螺丝孔"]
      case .netTie: ["nettie"]
      case .solderJumper: ["solderjumper"]
      case .logo: ["logo"]
      }
    return starts.contains { start in
      guard word.hasPrefix(start) else { return false }
      // `MountingHole_Pad`, `NetTie_2`, `SolderJumper_2_Open`.
      let rest = word.dropFirst(start.count)
      return rest.isEmpty || ["pad", "open", "bridged", "s"].contains { rest.hasSuffix($0) }
        || rest.allSatisfy(\.isDigit)
    }
  }
}
