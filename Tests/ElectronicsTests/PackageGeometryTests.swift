import Electronics
import Testing

@Suite struct PackageGeometryTests {
  @Test(
    arguments: [
      ("0402", 1_000_000, 500_000), ("SOT-23-5", 2_900_000, 2_800_000), ("QFN-32-EP(5x5)", 5_000_000, 5_000_000),
      ("SMD,17.6x15.7mm", 17_600_000, 15_700_000), ("SMD3225-4P", 3_200_000, 2_500_000),
      ("SMD,D6.3xL7.7mm", 6_300_000, 6_300_000), ("THT,D=6mm", 6_000_000, 6_000_000),
      ("SMD-4P,5.1x5.1mm", 5_100_000, 5_100_000), ("LCC-18(10.1x9.7)", 10_100_000, 9_700_000),
      ("SOIC-8-208mil", 5_300_000, 7_900_000), ("LQFP-48(7x7)", 7_000_000, 7_000_000),
    ] as [(String, Int64, Int64)])
  func theNameTellsTheOutline(name: String, length: Int64, width: Int64) {
    let geometry = PackageGeometry(named: name)
    #expect(geometry.length == length)
    #expect(geometry.width == width)
  }

  @Test(arguments: ["-", "SMD", "BGA", "THT", "SMD-8P", ""])
  func aNameWithoutASizeTellsNothing(name: String) {
    #expect(PackageGeometry(named: name).courtyard == nil)
  }

  @Test func pitchIsExactWhereTheFamilyHasOne() {
    #expect(PackageGeometry(named: "SMD,P=0.5mm").pitch?.description == "500 µm")
    #expect(PackageGeometry(named: "TSSOP-20").pitch?.description == "650 µm")
    #expect(PackageGeometry(named: "QFN-32-EP(4x4)").pitch?.description == "350..650 µm")
    #expect(PackageGeometry(named: "SMD,24x24mm").pitch == nil)
  }

  @Test func courtyardAddsAQuarterMillimetreToEachSide() {
    #expect(PackageGeometry(named: "0402").courtyard == Int64(1_500 * 1_000))
  }
}
