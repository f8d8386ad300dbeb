import Testing

@testable import BOMImport

@Suite struct PackageShapeTests {
  private func plain(_ text: String) -> String? {
    guard case .named(let name)? = PackageName(text) else { return nil }
    return PackageShape.plain(name)
  }

  /// Names that KiCad, EasyEDA and the lists have for one package, and some of its neighbours.
  private static let families: [[String]] = [
    [
      "Package_SO:SOIC-8-1EP_3.9x4.9mm_P1.27mm_EP2.29x3mm", "ESOP-8", "ESOP-8L", "SOP-8-EP", "SO-8-EP",
      "SOP-8_EP_150MIL",
      "HSOP-8", "SOIC-8-EP",
    ],
    ["Package_SO:SOIC-8_3.9x4.9mm_P1.27mm", "SOIC-8", "SOP-8", "SO-8", "SOP-8_150MIL"],
    ["MSOP-8-EP", "Package_SO:MSOP-8-1EP_3x3mm_P0.65mm_EP1.68x1.88mm"], ["MSOP-8"],
    ["HTSSOP-16", "TSSOP-16-EP", "HTSSOP-16-EP", "Package_SO:HTSSOP-16-1EP_4.4x5mm_P0.65mm_EP3.4x5mm"], ["TSSOP-16"],
    ["SOT-23-6L", "SOT-23-6", "SOT23-6", "SOT-23-6_L2.9-W1.6"], ["SOT-23", "SOT-23-3", "SOT23-3L"],
    ["SMA", "DO-214AC", "DO-214AC(SMA)", "SMA(DO-214AC)", "D_SMA"], ["DO-214AA(SMB)", "SMB", "SMB(DO-214AA)"],
    ["SOT-363", "SC-70-6", "SC-88", "Package_TO_SOT_SMD:SOT-363_SC-70-6"],
    ["VQFN-44-EP(7x7)", "QFN-44", "WQFN-44"], ["QFN-32"], ["WSON-8-EP(2x2)", "DFN-8", "TDFN-8"],
  ]

  @Test func namesOfOnePackageAreOneAndOthersAreNot() {
    for (place, names) in Self.families.enumerated() {
      for name in names {
        #expect(plain(name) == plain(names[0]) && plain(name) != nil, "\(name)")
        for other in Self.families[(place + 1)...].joined() {
          #expect(plain(name) != plain(other), "\(name), \(other)")
        }
      }
    }
  }

  @Test func aPadThatOneSideLeavesOutDoesNotCount() {
    #expect(PackageShape.withoutPad("ESOP8") == PackageShape.withoutPad("SOIC8"))
    #expect(PackageShape.withoutPad("HTSSOP16") == PackageShape.withoutPad("TSSOP16"))
    #expect(PackageShape.withoutPad("ESOP8") != PackageShape.withoutPad("ESOP16"))
  }

  @Test func aPackageWithAPadIsNotRuledOutByOneWithout() throws {
    let (padded, plain) = (try #require(PackageName("ESOP-8")), try #require(PackageName("SOIC-8")))
    #expect(!padded.excludes(plain) && !plain.excludes(padded))
    let (small, large) = (try #require(PackageName("SOT-23-6L")), try #require(PackageName("SOT-23")))
    #expect(small.excludes(large))
  }
}
