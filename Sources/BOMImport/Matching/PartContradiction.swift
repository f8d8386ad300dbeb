internal import Electronics

/// How a part that a line names by a number is otherwise than the line says.
///
/// One rule for order numbers and makers' numbers: what the line states of kind, value, package, ratings, tolerance and
/// dielectric must hold for the part; a rating that the part exceeds holds.
struct PartContradiction {
  /// In words, one clause; nil where nothing that the line states is otherwise.
  let words: Clause?

  init(_ line: BOMLine, _ part: Part) {
    words =
      Self.kind(line, part) ?? Self.value(line, part) ?? Self.package(line, part) ?? Self.ratings(line, part)
      ?? Self.words(line, part) ?? line.contradiction.map { "the line itself says \($0)" }
  }

  private static func kind(_ line: BOMLine, _ part: Part) -> Clause? {
    if line.kind.admits(category: part.category) { return nil }
    return "it is a part of kind `\(part.category)`, which a line of kind `\(line.kind.rawValue)` cannot be"
  }

  private static func value(_ line: BOMLine, _ part: Part) -> Clause? {
    guard let parameter = line.kind.valueParameter, let wanted = line.facts.quantities[parameter] else { return nil }
    // A coil is no bead of so many ohms, nor a bead a coil.
    let others = ["inductance": "impedance", "impedance": "inductance"]
    if let other = others[parameter], part.parameters[parameter] == nil,
      case .quantity(let own)? = part.parameters[other]
    {
      return "its \(other) is \(own), the line says \(parameter) \(wanted)"
    }
    guard case .quantity(let own)? = part.parameters[parameter], own != wanted else { return nil }
    return "its \(parameter) is \(own), the line says \(wanted)"
  }

  private static func package(_ line: BOMLine, _ part: Part) -> Clause? {
    if let wanted = line.facts.package, let own = PackageName(part.package), wanted.excludes(own) {
      return "its package is \(own == wanted ? part.package : "\(own)"), the line says \(wanted)"
    }
    let readings = PackageName.readings(of: line.footprint)
    if !readings.isEmpty, let own = PackageName(part.package), !readings.contains(own) {
      return "its package is \(own), the line says \(readings.map { "\($0)" }.joined(separator: " or "))"
    }
    if !isHybrid(part), let wanted = mount(of: line), let own = PartMount(package: part.package), own != wanted {
      let said = line.footprint.isEmpty ? line.facts.package.map { "\($0)" } ?? "" : line.footprint
      return "its package is \(part.package), the line says \(said)"
    }
    guard packageAgreement(line, part) == .different else { return nil }
    return "its package is \(part.package), the line says \(packageText(of: line))"
  }

  /// Whether a list may say `SMD` of a part whose shell or pegs go through the board.
  private static func isHybrid(_ part: Part) -> Bool {
    PartSupport.connectors.subtracting(PartSupport.sockets).contains(part.category)
  }

  /// How the line's part is fixed to the board, by its footprint, or by the size that its other cells say.
  private static func mount(of line: BOMLine) -> PartMount? {
    if let drawn = PartMount(footprint: line.footprint) { return drawn }
    if case .chip? = line.facts.package { return .surface }
    return nil
  }

  /// How the part's package agrees with the line's footprint, or with the package that its other words say.
  static func packageAgreement(_ line: BOMLine, _ part: Part) -> PackageForm.Agreement {
    // `SMD,6.3*5.4` of a capacitor is a can.
    if line.kind == .capacitor, let can = CapacitorCase.package(line.footprint), let own = PackageName(part.package) {
      return can.admits(own) ? .same : .different
    }
    let found = PackageForm.agreement(footprint: packageText(of: line), part: part.package, number: part.id.mpn)
    // `SW-SMD_DIP3`: lists have no names for what these are soldered to.
    return found == .unsure && hasOwnNames.contains(line.kind) ? .unsaid : found
  }

  /// What libraries draw for one maker's part, or for what goes into it.
  private static let hasOwnNames: Set<ComponentKind> = [.battery, .connector, .mechanical]

  /// The line's text that tells its package; empty where none does.
  static func packageText(of line: BOMLine) -> String {
    if !PackageForm.forms(of: line.footprint).isEmpty { return line.footprint }
    // A battery's or connector's value may be that of what goes into it.
    if hasOwnNames.contains(line.kind) { return "" }
    if case .named(let name)? = line.facts.package { return name }
    return ""
  }

  private static func ratings(_ line: BOMLine, _ part: Part) -> Clause? {
    for (name, wanted) in line.facts.quantities.sorted(by: { $0.key < $1.key }) where name != line.kind.valueParameter {
      guard case .quantity(let own)? = part.parameters[name], own.dimension == wanted.dimension,
        !TypedQuery.meets(name, own, wanted)
      else { continue }
      // Which of a coil's two currents is that of its core differs from maker to maker.
      if name == "saturation-current", case .quantity(let rated)? = part.parameters["current"],
        rated.stored >= wanted.stored
      {
        continue
      }
      return "its \(name) is \(own), the line says \(wanted)"
    }
    return nil
  }

  private static func words(_ line: BOMLine, _ part: Part) -> Clause? {
    if let wanted = line.facts.dielectric, case .text(let own)? = part.parameters["dielectric"],
      !FactWords.isAsGood(own, as: wanted)
    {
      return "its dielectric is \(own), the line says \(wanted)"
    }
    if let wanted = line.facts.colour, case .text(let own)? = part.parameters["colour"], own != wanted {
      return "its colour is \(own), the line says \(wanted)"
    }
    if let wanted = line.facts.categories, part.category != "other", !wanted.contains(part.category) {
      return "it is a part of kind `\(part.category)`, the line says \(wanted.sorted().joined(separator: " or "))"
    }
    return nil
  }
}

/// Whether two texts are one part number, signs and letters' case aside; a longer one may carry the packing.
func isSamePartNumber(_ left: String, _ right: String) -> Bool {
  let plain = { (text: String) in text.halfWidth.lowercased().filter { $0.isLetter || $0.isNumber } }
  let (left, right) = (plain(left), plain(right))
  return left == right || min(left.count, right.count) >= 5 && (left.hasPrefix(right) || right.hasPrefix(left))
}
