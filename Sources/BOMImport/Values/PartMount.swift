/// How a part is fixed to a board, as far as a package or a footprint says it.
enum PartMount: Hashable {
  case surface, through

  /// Reads a package of a list: `SMD,P=2.54mm`, `THT-3P`, a chip size, the name of a family. Nil where it says neither, or both. O(length).
  init?(package: String) {
    if let said = Self.said(in: package) {
      guard let one = said.one else { return nil }
      self = one
      return
    }
    switch PackageName(package) {
    case .chip?, .tantalum?: self = .surface
    case .can(_, _, let isLeaded)?: self = isLeaded ? .through : .surface
    default: return nil
    }
  }

  /// Reads the words of a footprint's name (`SW_SPDT_THT`, `R_Axial_DIN0207`), or a chip size. Nil where it says neither, or both.
  init?(footprint: String) {
    let name = footprint.split(separator: ":").last.map(String.init) ?? ""
    self.init(package: name)
  }

  private static func said(in text: String) -> (one: PartMount?, Void)? {
    let plain = text.halfWidth.uppercased()
    let words = Set(plain.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    let isSurface =
      !words.isDisjoint(with: surfaceWords) || plain.contains("贴片") || plain.contains("卧贴") || plain.contains("立贴")
    let isThrough =
      !words.isDisjoint(with: throughWords) || plain.contains("THROUGH HOLE") || plain.contains("插件")
      || plain.contains("直插")
      || plain.contains("弯插")
    if !isSurface, !isThrough { return nil }
    return (isSurface && isThrough ? nil : isSurface ? .surface : .through, ())
  }

  private static let surfaceWords: Set<String> = ["SMD", "SMT"]
  private static let throughWords: Set<String> = ["TH", "THT", "PTH", "THROUGHHOLE", "AXIAL", "RADIAL", "DISC"]
}
