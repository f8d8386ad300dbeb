/// What the name of a package says of its shape: the family, the leads and the body, as far as it says them.
struct PackageForm: Hashable {
  /// By the names of `PackageFamilies`; `CHIP`, `CASE` and `CAN` for those that `PackageName` reads.
  var family: String
  var leads: Int?
  /// The body's sides in tenths of a millimetre as written, the width of a SO package first.
  var body: [Int] = []
  /// Hundredths of a millimetre.
  var pitch: Int?
  /// Whether a package with leads at its sides has a pad below as well.
  var hasPad = false
  /// A chip size, a case or a can.
  var name: PackageName?

  /// How the packages of a line and of a part agree.
  enum Agreement: Hashable {
    /// Both are read, and are one shape.
    case same
    /// The line's, or the part's, says nothing.
    case unsaid
    /// The part's cannot be read, or is near to the line's.
    case unsure
    case different
  }

  /// How a part's package agrees with a footprint. Any name of the one may be any of the other: `D_SMA-SMB_Universal`,
  /// `SMA(DO-214AC)`. O(length).
  static func agreement(footprint: String, part: String, number: String) -> Agreement {
    let wanted = forms(of: footprint)
    if wanted.isEmpty { return .unsaid }
    let own = forms(of: part)
    if own.isEmpty {
      let bare = part.halfWidth.trimmedBlanks.uppercased()
      if PackageFamilies.mountings.contains(bare) { return .unsaid }
      // `SMD-8P` of a list says the leads only.
      if bare.hasPrefix("SMD-"), wanted.contains(where: { $0.family != "DIP" && bare == "SMD-\($0.leads ?? 0)P" }) {
        return .unsaid
      }
      let plain = { (text: String) in text.halfWidth.lowercased().filter { $0.isLetter || $0.isNumber } }
      return number.count >= 4 && plain(footprint).contains(plain(number)) ? .unsaid : .unsure
    }
    var best = Agreement.different
    for one in wanted {
      for other in own {
        switch one.agreement(with: other) {
        case .same: return .same
        case .unsure: best = .unsure
        default: break
        }
      }
    }
    return best
  }

  private func agreement(with part: PackageForm) -> Agreement {
    if let name, let own = part.name { return name.admits(own) ? .same : .different }
    if family == "CHIP" || part.family == "CHIP" { return isPlate(of: part) ? .same : .different }
    guard family == part.family else {
      // Makers call one leadless package a land grid or not.
      let isLand = [family, part.family].contains("LGA") && leads != nil && leads == part.leads
      if isLand, Self.isNear(body, part.body) { return .same }
      return PackageFamilies.kin.contains { $0.contains(family) && $0.contains(part.family) } ? .unsure : .different
    }
    if let leads, let its = part.leads, leads != its { return .different }
    if let pitch, let its = part.pitch, abs(pitch - its) > 10 { return .different }
    // A drawing without a pad below leaves the part's unsoldered; a name by itself says nothing of it.
    let isPadLost = part.hasPad && !hasPad && (!body.isEmpty || pitch != nil)
    if family == "SO", let width = body.first,
      abs(width - (part.body.first ?? Self.usualWidth(part.leads))) > Self.widthSlack
    {
      return .different
    }
    if isPadLost { return .unsure }
    if Self.withBody.contains(family), body.count == 2, part.body.count == 2 {
      return Self.isNear(body, part.body) ? .same : .different
    }
    return .same
  }

  /// Whether one is a chip size and the other the same in tenths of a millimetre: 1210 and `SMD3225`.
  private func isPlate(of other: PackageForm) -> Bool {
    let (chip, plate) = family == "CHIP" ? (self, other) : (other, self)
    guard plate.family == "PLATE", case .chip(let size)? = chip.name else { return false }
    return Self.isNear(plate.body, PackageName.sides(ofChip: size))
  }

  private static func isNear(_ sides: [Int], _ others: [Int]) -> Bool {
    sides.count == 2 && others.count == 2
      && zip(sides.sorted(), others.sorted()).allSatisfy { abs($0 - $1) <= bodySlack }
  }

  private static let withBody: Set<String> = ["QFP", "QFN", "DFN", "LGA", "BGA", "WLCSP", "PLATE"]
  /// Names round the body, libraries draw it with its moulding: tenths of a millimetre.
  private static let bodySlack = 3
  private static let widthSlack = 6

  /// The width of a SO package whose name says none: 150 mil, and 300 mil of the long ones.
  private static func usualWidth(_ leads: Int?) -> Int { leads ?? 8 > 16 ? 75 : 39 }

  // MARK: Reading

  /// The shapes that a text names; empty where it names none.
  static func forms(of text: String) -> [PackageForm] {
    let name = text.split(separator: ":").last.map { $0.halfWidth.trimmedBlanks } ?? ""
    let pieces = name.uppercased().replacing("×", with: "X").replacing("*", with: "X")
      .split { !$0.isLetter && !$0.isNumber && $0 != "." }.map(String.init)
    if let array = array(pieces) { return [array] }
    switch PackageName(name) {
    case .chip(let size)?: return [PackageForm(family: "CHIP", name: .chip(size))]
    case .tantalum(let letter)?: return [PackageForm(family: "CASE", name: .tantalum(letter))]
    case let can?:
      if case .can = can { return [PackageForm(family: "CAN", name: can)] }
    case nil: break
    }
    if let crystal = crystal(pieces) { return [crystal] }
    var forms: [PackageForm] = []
    for start in pieces.indices {
      if let form = code(pieces, start) ?? family(pieces, start) { forms.append(form) }
    }
    return forms
  }

  /// `4x0603`, `0603x4`; `0603_4R`, `0603_8P4R`, `RES-ARRAY-SMD_0603-8P`.
  private static func array(_ pieces: [String]) -> PackageForm? {
    if let size = pieces.lazy.compactMap(chipSize).first, let count = elements(pieces) {
      return PackageForm(family: "ARRAY\(size)", leads: count)
    }
    for piece in pieces {
      let halves = piece.split(separator: "X").map(String.init)
      guard halves.count == 2, let size = halves.first(where: PackageName.chipSizes.contains),
        let count = halves.first(where: { $0.count == 1 }).flatMap(Int.init)
      else { continue }
      return PackageForm(family: "ARRAY\(size)", leads: count)
    }
    return nil
  }

  /// `0603` of `0603` and `R0603`.
  private static func chipSize(_ piece: String) -> String? {
    let size = piece.drop { "RC".contains($0) }
    return piece.count - size.count <= 1 && PackageName.chipSizes.contains(String(size)) ? String(size) : nil
  }

  /// The resistors of an array: 4 of `4R`, `8P4R`, `4P2R` and `4R8P`, half the leads of `8P` beside a word for arrays.
  static func elements(_ pieces: [String]) -> Int? {
    for piece in pieces {
      let runs = piece.split { $0.isLetter }
      let letters = piece.filter(\.isLetter)
      guard runs.count == letters.count, piece.last?.isLetter == true,
        case let numbers = zip(letters, runs.map { Int($0) }).map({ (letter: $0, number: $1 ?? 0) }),
        let count = numbers.first(where: { $0.letter == "R" })?.number, [2, 4, 8].contains(count)
      else { continue }
      if letters == "R", count > 2 { return count }
      if letters == "PR" || letters == "RP", numbers.contains(where: { $0.letter == "P" && $0.number == count * 2 }) {
        return count
      }
    }
    guard pieces.contains(where: { ["ARRAY", "NETWORK", "RN"].contains($0) }), let leads = leadCount(pieces),
      [4, 8, 16].contains(leads)
    else { return nil }
    return leads / 2
  }

  /// Whether a footprint is that of several resistors in one body. O(length).
  static func isArray(_ text: String) -> Bool { forms(of: text).contains { $0.family.hasPrefix("ARRAY") } }

  /// `HC-49S-SMD`, `Crystal_SMD_HC49-SD`, `Crystal_HC49-4H_Vertical`, `CRYSTAL-SMD_4P-L3.2-W2.5`.
  private static func crystal(_ pieces: [String]) -> PackageForm? {
    let isHC =
      pieces.contains { $0.hasPrefix("HC49") }
      || zip(pieces, pieces.dropFirst()).contains { $0 == "HC" && $1.hasPrefix("49") }
    if isHC {
      let isFlat = pieces.contains { ["SMD", "SD", "49SMD", "HC49SMD", "49SM", "HC49SM"].contains($0) }
      return PackageForm(family: isFlat ? "HC49SMD" : "HC49")
    }
    guard pieces.contains("CRYSTAL") || pieces.contains("OSC") || pieces.contains("OSCILLATOR") else { return nil }
    let sides = body(pieces[...])
    return sides.count == 2 ? PackageForm(family: "PLATE", leads: leadCount(pieces), body: sides) : nil
  }

  private static func leadCount(_ pieces: [String]) -> Int? {
    pieces.lazy.compactMap { piece in
      ["P", "PIN"].contains(String(piece.drop { $0.isDigit })) ? Int(piece.prefix { $0.isDigit }) : nil
    }.first
  }

  /// A name of `PackageFamilies.codes` that begins at a piece.
  private static func code(_ pieces: [String], _ start: Int) -> PackageForm? {
    let next = start + 1 < pieces.count ? pieces[start + 1] : ""
    for (text, after) in [(pieces[start] + next, start + 2), (pieces[start], start + 1)] where !text.isEmpty {
      if after == start + 2, pieces[start].contains(where: \.isNumber) || next.isEmpty { continue }
      let letters = text.prefix { !$0.isNumber }
      let digits = text.dropFirst(letters.count).prefix { $0.isNumber }
      let tail = text.dropFirst(letters.count + digits.count)
      var names = [(text, 0), (letters + String(digits), 0)]
      // `SOT235`.
      if digits.count > 2 { names.append((letters + String(digits.dropLast()), Int(String(digits.suffix(1))) ?? 0)) }
      for (name, glued) in names {
        if glued == 0, name != text, !tail.allSatisfy({ "LAB".contains($0) }) { continue }
        guard let found = PackageFamilies.codes[String(name)] else { continue }
        var leads = glued > 0 ? glued : found.leads
        if glued == 0, after < pieces.count, let said = leadNumber(pieces[after]), said <= 9, said > 1 { leads = said }
        leads = PackageFamilies.sameLeads[found.family]?[leads] ?? leads
        return PackageForm(family: found.family, leads: leads)
      }
    }
    return nil
  }

  /// `5`, `6L`, `4PIN`.
  private static func leadNumber(_ piece: String) -> Int? {
    let digits = piece.prefix { $0.isDigit }
    guard !digits.isEmpty, ["", "L", "LD", "P", "PIN", "W", "N", "VEP"].contains(String(piece.dropFirst(digits.count)))
    else { return nil }
    return Int(digits)
  }

  /// A family with a number of leads, or a body, that begins at a piece.
  private static func family(_ pieces: [String], _ start: Int) -> PackageForm? {
    let piece = pieces[start]
    guard
      let (name, family) = PackageFamilies.families.filter({ piece.hasPrefix($0.key) }).max(by: {
        $0.key.count < $1.key.count
      })
    else { return nil }
    let rest = piece.dropFirst(name.count)
    if let first = rest.first, !first.isNumber { return nil }
    var form = PackageForm(family: family)
    var further = pieces[(start + 1)...]
    // `DFN1006-2`, `SMD3225-4P`, `DFN5x6-8`, `SOIC8`.
    var own = rest.isEmpty ? further.first { $0 != "EP" } ?? "" : String(rest)
    let isGlued = !rest.isEmpty
    if own.count >= 4, own.prefix(4).allSatisfy(\.isNumber) {
      guard let side = Int(own.prefix(2)), let other = Int(own.dropFirst(2).prefix(2)) else { return nil }
      form.body = [side, other]
      own = isGlued ? further.first ?? "" : further.dropFirst().first ?? ""
    } else if isGlued, own.contains("X") {
      form.body = body([own][...])
      own = further.first ?? ""
    }
    form.leads = leadNumber(own)
    if form.leads.map({ $0 > 999 || $0 < 2 }) == true { form.leads = nil }
    if name == "SMD" {
      if form.body.isEmpty {
        // `SMD-4P,3.2x2.5mm`; a library's `KEY-SMD_4P-L6.0` is no name of a package.
        guard start == 0 else { return nil }
        form.body = body(further)
      }
      return form.body.count == 2 ? form : nil
    }
    if form.leads == nil, form.body.isEmpty { return nil }
    if form.body.isEmpty { form.body = body(further) }
    // `35x45mm` of a library that leaves the points out.
    if ["QFN", "DFN"].contains(family), form.body.contains(where: { $0 > 200 }) {
      form.body = form.body.map { $0 / 10 }
    }
    if family == "SO" { form.body = width(of: own, further).map { [$0] } ?? Array(form.body.prefix(1)) }
    form.hasPad = hasPad(family, name, pieces)
    further = further.drop { !$0.contains(".") }
    form.pitch = further.lazy.compactMap { pitch($0, limit: family == "SO" ? 2.6 : 1.3) }.first
    if name == "MSOP", form.leads == 8 { form.pitch = form.pitch ?? 65 }
    return form
  }

  private static func hasPad(_ family: String, _ name: String, _ pieces: [String]) -> Bool {
    guard ["SO", "TSSOP", "SSOP", "MSOP"].contains(family) else { return false }
    return PackageFamilies.padded.contains(name) || pieces.contains { ["EP", "1EP", "2EP"].contains($0) }
  }

  /// The width of a SO package in tenths: `208mil`, `SOIC-16W`, `W3.9`.
  private static func width(of leads: String, _ pieces: ArraySlice<String>) -> Int? {
    if leads.hasSuffix("W") { return 75 }
    for piece in pieces {
      if piece.hasSuffix("MIL"), let mil = Double(piece.dropLast(3)) {
        return [150: 39, 173: 44, 200: 53, 208: 53, 209: 53, 300: 75][Int(mil)] ?? Int(mil * 0.254)
      }
      if piece.hasPrefix("W"), let side = Double(piece.dropFirst()), side > 1 { return Int((side * 10).rounded()) }
    }
    return nil
  }

  /// `P0.65MM`, `0.5MM`.
  private static func pitch(_ piece: String, limit: Double) -> Int? {
    let digits = piece.hasPrefix("P") ? piece.dropFirst() : piece[...]
    let plain = digits.hasSuffix("MM") ? digits.dropLast(2) : digits
    guard digits.hasSuffix("MM") || piece.hasPrefix("P"), let number = Double(plain), number < limit else { return nil }
    return Int((number * 100).rounded())
  }

  /// `4x4mm`, or `L3.0` and `W3.0`; empty where there is none. Lists have commas, libraries have none.
  private static func body(_ pieces: ArraySlice<String>) -> [Int] {
    func tenths(_ text: some StringProtocol) -> Int? {
      let digits = text.prefix { $0.isDigit || $0 == "." }
      guard let number = Double(String(digits)), number < 100, number > 0 else { return nil }
      return Int((number * 10).rounded())
    }
    for piece in pieces {
      let halves = piece.split(separator: "X", maxSplits: 1)
      if halves.count == 2, halves[0].allSatisfy({ $0.isDigit || $0 == "." }), let side = tenths(halves[0]),
        let other = tenths(halves[1])
      {
        return [side, other]
      }
    }
    let long = pieces.lazy.compactMap { $0.hasPrefix("L") ? tenths($0.dropFirst()) : nil }.first
    let wide = pieces.lazy.compactMap { $0.hasPrefix("W") ? tenths($0.dropFirst()) : nil }.first
    if let long, let wide { return [wide, long] }
    return []
  }
}
