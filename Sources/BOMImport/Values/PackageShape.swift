/// Which names of packages mean one shape: makers, lists and libraries have many for it.
enum PackageShape {
  /// One name for the names of a small package; nil for names that libraries use loosely.
  static func sure(_ name: String) -> String? {
    var plain = name.uppercased()
    if plain.hasSuffix("L"), plain.hasPrefix("SO") { plain.removeLast() }
    return names[plain]
  }

  /// One name for the names of a package that differ in spelling or height only: `VQFN44` and `QFN44` are soldered to one footprint.
  static func plain(_ name: String) -> String {
    if let name = sure(name) { return name }
    for family in ["QFN", "DFN", "SON"] {
      guard let range = name.firstRange(of: family), heights.contains(String(name[..<range.lowerBound])) else {
        continue
      }
      return (family == "SON" ? "DFN" : family) + name[range.upperBound...]
    }
    return name
  }

  /// The same without the pad below, which lists leave out of a name as often as not.
  static func withoutPad(_ name: String) -> String {
    for (padded, plain) in pads where name.hasPrefix(padded) { return self.plain(plain + name.dropFirst(padded.count)) }
    return plain(name)
  }

  /// The name of a package of the SO family with a pad below: `SOIC-8-1EP`, `SO-8-EP` and `HSOP-8` are `ESOP8`. Nil for others.
  ///
  /// - Parameter rest: the words behind the name.
  static func padded(_ name: String, _ rest: ArraySlice<String>) -> String? {
    let family = String(name.prefix { !$0.isNumber }), leads = name.dropFirst(family.count)
    if ["ESOP", "HSOP", "PSOP"].contains(family) { return "ESOP" + leads }
    if family == "HMSOP" { return "EMSOP" + leads }
    guard rest.contains(where: { ["EP", "1EP", "2EP"].contains($0) }) else { return nil }
    return pads.first { $0.plain == family }.map { $0.padded + leads }
  }

  private static let heights: Set<String> = ["", "V", "W", "U", "T", "X", "X1", "X2"]

  private static let pads: [(padded: String, plain: String)] = [
    ("ESOP", "SO"), ("ESOP", "SOP"), ("ESOP", "SOIC"), ("EMSOP", "MSOP"), ("HTSSOP", "TSSOP"), ("HTSSOP", "HTSSOP"),
  ]

  static let names: [String: String] = [
    "SMA": "SMA", "DO214AC": "SMA", "SMB": "SMB", "DO214AA": "SMB", "SMC": "SMC", "DO214AB": "SMC", "SOD123": "SOD123",
    "SOD323": "SOD323", "SOD523": "SOD523", "SOT23": "SOT23", "SOT233": "SOT23", "TO236": "SOT23", "TO2363": "SOT23",
    "SOT235": "SOT235", "SOT236": "SOT236", "SOT89": "SOT89", "SOT893": "SOT89", "SOT223": "SOT223",
    "SOT2234": "SOT223",
    "TO252": "TO252", "TO2522": "TO252", "TO263": "TO263", "TO2632": "TO263", "TO92": "TO92", "TO923": "TO92",
    "TO220": "TO220", "TO2203": "TO220", "SOIC8": "SO8", "SOP8": "SO8", "SO8": "SO8", "SOIC16": "SO16", "SOP16": "SO16",
    "SO16": "SO16", "SC706": "SOT363", "SC88": "SOT363", "SOT363": "SOT363", "SC705": "SOT353", "SC88A": "SOT353",
    "SOT353": "SOT353",
    "SC703": "SOT323", "SOT323": "SOT323", "SOD80": "SOD80", "SOD80C": "SOD80", "TSSOP16": "TSSOP16",
    "TSSOP20": "TSSOP20", "MSOP8": "MSOP8", "SOIC14": "SO14", "SOP14": "SO14",
  ]
}
