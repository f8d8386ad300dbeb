/// Which names of packages mean one shape: makers, lists and libraries have many for it.
enum PackageShape {
  /// One name for the names of a package by `PackageFamilies`, which tells neither heights nor pads apart; nil for names that nobody has.
  static func sure(_ name: String) -> String? {
    PackageForm.forms(of: name).first { $0.name == nil }.map { form in form.family + (form.leads.map { "-\($0)" } ?? "")
    }
  }

  /// The same, with the pad below of the SO family told apart.
  static func plain(_ name: String) -> String { pads.contains { name.hasPrefix($0.padded) } ? name : withoutPad(name) }

  /// The same without that pad, which lists leave out of a name as often as not.
  static func withoutPad(_ name: String) -> String { sure(name) ?? name }

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

  private static let pads: [(padded: String, plain: String)] = [
    ("ESOP", "SO"), ("ESOP", "SOP"), ("ESOP", "SOIC"), ("EMSOP", "MSOP"), ("HTSSOP", "TSSOP"), ("HTSSOP", "HTSSOP"),
  ]
}
