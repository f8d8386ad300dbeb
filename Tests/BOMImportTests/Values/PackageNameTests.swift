import BOMImport
import Testing

@Suite struct PackageNameTests {
  @Test(
    "names of one chip size",
    arguments: [
      "0603", "C0603", "C_0603", "Capacitor_SMD:C_0603_1608Metric", "R_0603_1608Metric_Pad0.98x0.95mm_HandSolder",
      "0603C-GENERIC",
      "CAP_0603", "LED_0603_1608Metric", "LED0603-RD", "CAPC1608X90N", "SMD_0603",
    ])
  func chip(text: String) {
    #expect(PackageName(text) == .chip("0603"))
  }

  @Test func metricNamesAreNotTakenForInches() {
    #expect(PackageName("Capacitor_SMD:C_0201_0603Metric") == .chip("0201"))
    #expect(PackageName("Capacitor_SMD:C_0402_1005Metric") == .chip("0402"))
  }

  @Test func tantalumCasesAreToldByLetterOrSize() {
    for text in ["CASE-B_3528", "CP_EIA-3528-21_Kemet-B", "CASE-B-3528-21(mm)"] {
      #expect(PackageName(text) == .tantalum("B"), "\(text)")
    }
  }

  @Test func cansAreComparedByDiameterAndWhatHeightIsKnown() throws {
    let wanted = try #require(PackageName("Capacitor_SMD:CP_Elec_6.3x7.7"))
    #expect(wanted == .can(diameter: 63, height: 77, isLeaded: false))
    #expect(wanted.admits(try #require(PackageName("SMD,D6.3xL7.7mm"))))
    #expect(!wanted.admits(try #require(PackageName("SMD,D8xL10.2mm"))))
    #expect(!wanted.admits(try #require(PackageName("THT,D6.3xL7.7mm"))))
  }

  @Test func semiconductorPackagesLoseTheirLibraries() {
    #expect(PackageName("Package_TO_SOT_SMD:SOT-23-5") == .named("SOT235"))
    #expect(PackageName("SOT-23-5") == .named("SOT235"))
    #expect(PackageName("SOIC-8_3.9x4.9mm_P1.27mm") == .named("SOIC8"))
  }

  @Test func familiesAloneAreNoPackages() {
    for text in ["SMD,7.3x6.6mm", "IND-SMD_L7.8-W7.0", "QFN", "SMD"] { #expect(PackageName(text) == nil, "\(text)") }
    #expect(PackageName("Diode_SMD:D_SMA") == .named("SMA"))
  }

  @Test func arraysAreNoChips() {
    #expect(PackageName("R_Array_Convex_4x0603") != .chip("0603"))
  }

  @Test(
    "a size may say in what it is measured, on either side, in either language",
    arguments: [
      ("M0603", "0603"), ("0603 (1608 Metric)", "0603"), ("0603 [1608]", "0603"), ("1608 metric", "0603"),
      ("0603 metric", "0201"), ("0402 metric", "01005"), ("metric 0603", "0201"), ("imperial 0603", "0603"),
      ("0603公制", "0201"), ("公制1608", "0603"), ("0603（公制1608）", "0603"), ("英制0603", "0603"), ("贴片0603", "0603"),
    ])
  func measures(text: String, size: String) {
    #expect(PackageName(text) == .chip(size))
  }

  @Test func anMBeforeLargerSizesIsARoundResistor() {
    #expect(PackageName("M0805") == nil && PackageName("M1206") == nil)
  }
}
