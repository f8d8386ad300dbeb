import Testing

@testable import BOMImport

@Suite struct PackageFormTests {
  private func agreement(_ footprint: String, _ part: String, _ number: String = "") -> PackageForm.Agreement {
    PackageForm.agreement(footprint: footprint, part: part, number: number)
  }

  /// Each row one shape, its fullest name first: names of KiCad, EasyEDA and the lists.
  private static let shapes: [[String]] = [
    ["Package_QFP:LQFP-48_7x7mm_P0.5mm", "LQFP-48(7x7)", "LQFP-48_L7.0-W7.0-P0.50-LS9.0-BL", "TQFP-48"],
    ["Package_QFP:LQFP-64_10x10mm_P0.5mm", "LQFP-64(10x10)", "LQFP-64"],
    [
      "SOIC-8_3.9x4.9mm_P1.27mm", "SOIC-8", "SOP-8", "SO-8",
      "SOIC-8_L4.9-W3.9-P1.27-LS6.0-BL",
    ],
    ["SOIC-8_5.3x5.3mm_P1.27mm", "SOIC-8-208mil", "SOIC-8_5.23x5.23mm_P1.27mm"],
    ["SOIC-8_7.5x5.85mm_P1.27mm"],
    ["SOIC-16W_7.5x10.3mm_P1.27mm", "SOIC-16-300mil"], ["SOIC-16_3.9x9.9mm_P1.27mm", "SOIC-16", "SOP-16"],
    ["TSSOP-8_4.4x3mm_P0.65mm", "TSSOP-8"], ["MSOP-8_3x3mm_P0.65mm", "MSOP-8", "VSSOP-8-0.65mm"],
    ["VSSOP-8_2.3x2mm_P0.5mm", "VSSOP-8-0.5mm"],
    ["QFN-16-1EP_4x4mm_P0.65mm_EP2.1x2.1mm", "QFN-16-EP(4x4)", "VQFN-16(4x4)"],
    ["QFN-16-1EP_3x3mm_P0.5mm", "QFN-16-EP(3x3)", "WQFN-16-EP(3x3)", "QFN-16_L3.0-W3.0-P0.50-BL-EP1.7"],
    ["QFN-20-1EP_4x4mm_P0.5mm", "QFN-20-EP(4x4)"], ["DHVQFN-16-1EP_2.5x3.5mm", "VQFN-16(2.5x3.5)"],
    ["DFN5x6-8", "PDFN-8(5x6)", "DFN-8(5x6)"], ["DFN1006-2", "DFN1006-2L"],
    ["SOT-23", "SOT-23-3", "SOT-23(TO-236)", "SOT-23-3L", "SC-59"],
    ["SOT-23-5", "TSOT-23-5", "SOT-25", "SOT-23-5_HandSoldering"],
    ["SOT-23-6", "SOT-26", "TSOP-6", "SOT-23-6L", "SC-74"], ["SOT-23-8", "TSOT-23-8"],
    ["SOT-89-3", "SOT-89", "SOT-89-3L"], ["SOT-89-5"],
    ["SOT-223", "SOT-223-3_TabPin2", "SOT-223-4", "SOT-223-3"], ["SOT-223-5"], ["SOT-223-6"],
    ["SOT-363", "SC-70-6", "SOT-363_SC-70-6", "SC-88"], ["SOT-353_SC-70-5", "SC-70-5"], ["SOT-323_SC-70", "SOT-323"],
    ["TO-252-2", "DPAK", "TO-252", "TO-252-2L", "TO-252-3_TabPin2"], ["TO-252-4"], ["TO-251", "IPAK"],
    ["TO-263-2", "D2PAK", "TO-263(D2PAK)", "TO-263-3"], ["TO-263-5"],
    ["TO-220-3_Vertical", "TO-220", "TO-220AB", "TO-220F", "TO-220ST"], ["TO-220-5"],
    ["TO-92", "TO-92-3", "TO-92_Inline"],
    ["D_SMB", "SMB(DO-214AA)", "DO-214AA(SMB)"], ["D_SMC", "SMC(DO-214AB)"],
    ["D_SOD-123", "SOD-123FL", "SMF(SOD-123FL)", "SOD-123F"], ["D_SOD-323", "SOD-323F", "SOD-323"],
    ["D_MiniMELF", "LL-34", "SOD-80C"], ["D_DO-35_SOD27_P7.62mm_Horizontal", "DO-35"],
    ["D_DO-41_SOD81_P10.16mm_Horizontal", "DO-41"], ["D_DO-201AD_P15.24mm_Horizontal", "DO-201AD", "DO-27"],
    ["DIP-8_W7.62mm", "DIP-8", "PDIP-8"], ["DIP-14", "PDIP-14"],
    ["Crystal_SMD_3225-4Pin_3.2x2.5mm", "SMD3225-4P", "CRYSTAL-SMD_4P-L3.2-W2.5-BL"],
    ["SMD5032-2P", "Crystal_SMD_5032-2Pin_5.0x3.2mm"],
    ["Crystal_HC49-4H_Vertical", "HC-49S"], ["Crystal_SMD_HC49-SD", "HC-49S-SMD"],
    ["R_0603_1608Metric", "0603"], ["R_Array_Convex_4x0603", "0603x4"], ["R_Array_Convex_4x0402", "0402x4"],
    ["LED_WS2812B_PLCC4_5.0x5.0mm_P3.2mm", "SMD5050-4P"],
  ]

  private func fullest(_ row: Int) -> String { Self.shapes[row][0] }

  @Test("each name is its own shape's and no other's, both ways round", arguments: shapes.indices)
  func shapesAgree(row: Int) {
    for name in Self.shapes[row] {
      for (other, names) in Self.shapes.enumerated() {
        for part in names {
          let found = agreement(name, part)
          if other == row {
            #expect(found == .same, "\(name) \(part)")
          } else if name == fullest(row) {
            #expect(found == .different || found == .unsure, "\(name) \(part)")
          }
        }
      }
    }
  }

  @Test(
    "what only one side says is not sure, unless the list says no more than how it is mounted",
    arguments: [
      ("D_SMA", "SMAG", "SMAJ5.0A", PackageForm.Agreement.unsure), ("D_SMA", "SMAF", "SS14", .unsure),
      ("SOT-23", "SMD,P=0.5mm", "X1234", .unsure), ("SOT-23", "SMD", "", .unsaid), ("SOT-23", "-", "", .unsaid),
      ("DIP-8", "插件", "", .unsaid), ("USB_C_Receptacle_HRO_TYPE-C-31-M-12", "SMD", "", .unsaid),
      ("PinHeader_1x04_P2.54mm_Vertical", "插件,P=2.54mm", "", .unsaid), ("", "LQFP-48", "", .unsaid),
      ("QFN-16_TPS5430X", "odd case", "TPS5430X", .unsaid), ("QFN-8", "DFN-8", "", .unsure),
      ("D_SMA-SMB_Universal", "SMB", "", .same), ("D_SMA-SMB_Universal", "SMC", "", .different),
      ("LQFP-48", "0603", "", .different), ("SOIC-8", "SOIC-8-208mil", "", .same),
    ])
  func oneSided(footprint: String, part: String, number: String, agreement: PackageForm.Agreement) {
    #expect(self.agreement(footprint, part, number) == agreement, "\(footprint) \(part)")
  }

  @Test("a drawing without a pad leaves a part's pad unsoldered, a name by itself does not say; the pitch counts")
  func pads() {
    let drawn = ["SOIC-8_3.9x4.9mm_P1.27mm", "SOIC-8_L5.0-W4.0-P1.27-LS6.0-BL"]
    for part in ["SOIC-8-EP", "ESOP-8", "HSOP-8", "SOP-8-EP"] {
      for footprint in drawn { #expect(agreement(footprint, part, "") == .unsure, "\(footprint) \(part)") }
      for footprint in [
        "SOIC-8-1EP_3.9x4.9mm_P1.27mm_EP2.4x3.1mm", "ESOP-8_L4.9-W3.9-P1.27-LS6.0-BL-EP", "SOIC-8", "SOP-8", "ESOP-8",
      ] {
        #expect(agreement(footprint, part, "") == .same, "\(footprint) \(part)")
      }
    }
    for footprint in drawn + ["SOIC-8-1EP_3.9x4.9mm_P1.27mm"] {
      #expect(agreement(footprint, "SOIC-8", "") == .same, "\(footprint)")
    }
    #expect(agreement("HTSSOP-16-1EP_4.4x5mm_P0.65mm", "TSSOP-16-EP", "") == .same)
    #expect(agreement("TSSOP-16_4.4x5mm_P0.65mm", "HTSSOP-16", "") == .unsure)
    #expect(agreement("SO-4_4.4x3.6mm_P2.54mm", "SOP-4-2.54mm", "") == .same)
    #expect(agreement("SO-4_4.4x2.6mm_P1.27mm", "SOP-4-2.54mm", "") == .different)
  }
}
