/// How many solder joints a package has, from its name.
///
/// The rule, in this order:
/// 1. Chip sizes (`0402`, `1210`), `SOD-…`, `SMA`/`SMB`/`SMC`, `DO-…`, `MELF`, `HC-49…`: 2.
/// 2. Names whose number is not a pin count: `SOT-23` and `SC-70` 3, `SOT-323` 3, `SOT-353` 5, `SOT-363` 6, `SOT-89` 3,
///    `SOT-223` 4, `SOT-523`/`SOT-723` 3, `SOT-563`/`SOT-666` 6, `TO-92` 3, `TO-220` 3, `TO-252` 3, `TO-263` 3.
/// 3. A number of pins in the name (`SOT-23-5`, `SOIC-8`, `QFN-32`, `LQFP-48`, `BGA-153`, `SMD3225-4P`); leadless and
///    power packages (`QFN`, `DFN`, `ESOP`, `HSOP`, `HTSSOP`, `…-EP`) have the pad below as one more joint.
///
/// Everything else is unknown: nil. A part's own `joints` parameter, where it has one, stands above this rule.
package func jointCount(ofPackage name: String) -> Int? {
  let name = name.uppercased()
  if isChipSize(name) || twoPole.contains(where: name.hasPrefix) { return 2 }
  if let fixed = fixedCounts[name] { return fixed }
  guard let pins = pinCount(name), (1...2000).contains(pins) else { return nil }
  let isLeadless = ["QFN", "DFN", "SON"].contains { name.contains($0) }
  let hasPad = isLeadless || padded.contains(where: name.hasPrefix) || name.hasSuffix("-EP") || name.contains("(EP)")
  return hasPad ? pins + 1 : pins
}

private let twoPole = ["SOD-", "SMA", "SMB", "SMC", "DO-", "MELF", "MINIMELF", "LL-34", "LL34", "HC-49", "HC49"]

private let padded = ["ESOP", "HSOP", "HTSSOP", "ESSOP", "EMSOP", "HSOIC", "PSOP"]

private let fixedCounts = [
  "SOT-23": 3, "SC-70": 3, "SC-59": 3, "SOT-323": 3, "SOT-353": 5, "SOT-363": 6, "SOT-89": 3, "SOT-223": 4,
  "SOT-523": 3, "SOT-723": 3, "SOT-563": 6, "SOT-666": 6, "TO-92": 3, "TO-220": 3, "TO-252": 3, "TO-263": 3,
]

/// Sizes of two-pole chips in hundredths of an inch.
private let chipSizes: Set<String> = [
  "01005", "0201", "0402", "0603", "0805", "1206", "1210", "1806", "1808", "1812", "2010", "2220", "2512", "2725",
]

private func isChipSize(_ name: String) -> Bool {
  let digits = name.drop { !$0.isNumber }
  let letters = name.prefix { !$0.isNumber }
  return ["", "R", "C", "L", "LED", "LED-", "F"].contains(String(letters)) && chipSizes.contains(String(digits))
}

/// The pins that a name states: a number before `P` or `PIN`, else the number behind the first hyphen that follows a
/// family, else the number at the end of the family (`SOP8`).
private func pinCount(_ name: String) -> Int? {
  let pieces = name.split { "-_ ,(".contains($0) }
  for piece in pieces.dropFirst() {
    for ending in ["PIN", "P"] where piece.hasSuffix(ending) {
      if let pins = Int(piece.dropLast(ending.count)) { return pins }
    }
  }
  guard let family = pieces.first else { return nil }
  if ["SOT", "SC", "TO", "SOD"].contains(String(family)) {
    return pieces.count >= 3 ? Int(pieces[2]) : nil
  }
  let letters = family.prefix { !$0.isNumber }
  guard pinFamilies.contains(where: { letters.hasSuffix($0) }) else { return nil }
  if let pins = Int(family.dropFirst(letters.count)) { return pins }
  for piece in pieces.dropFirst() {
    if let pins = Int(piece) { return pins }
  }
  return nil
}

/// Endings of family names whose number is a number of pins: `TSSOP`, `LQFP`, `WLCSP`, `TFBGA`.
private let pinFamilies = [
  "SOP", "SOIC", "SO", "QFN", "DFN", "SON", "QFP", "BGA", "LGA", "LCC", "CSP", "DIP", "SIP", "SOJ", "SIM",
]
