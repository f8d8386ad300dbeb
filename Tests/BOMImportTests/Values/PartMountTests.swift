import Testing

@testable import BOMImport

@Suite struct PartMountTests {
  @Test(
    arguments: [
      ("SMD", PartMount.surface), ("SMD,8x2.8mm", .surface), ("THT,P=2.54mm", .through), ("插件,P=5mm", .through),
      ("弯插,P=2.54mm", .through),
      ("0402", .surface), ("SMD,D6.3xL5.4mm", .surface), ("THT,D5xL11mm", .through), ("SOIC-8", nil), ("SMD+THT", nil),
      ("", nil),
    ] as [(String, PartMount?)])
  func packages(text: String, mount: PartMount?) { #expect(PartMount(package: text) == mount, "\(text)") }

  @Test(
    arguments: [
      ("Button_Switch_SMD:SW_SPDT_THT", PartMount.through), ("PinHeader_1x02_P2.54mm_Vertical_SMD", .surface),
      ("R_Axial_DIN0207", .through),
      ("Resistor_SMD:R_0603_1608Metric", .surface), ("CONN-TH_2P", .through), ("C_Disc_D5.0mm_P5.00mm", .through),
      ("SW-SMD_TH", nil),
      ("Resistor_THT:foo", nil),
    ] as [(String, PartMount?)])
  func footprints(text: String, mount: PartMount?) { #expect(PartMount(footprint: text) == mount, "\(text)") }
}
