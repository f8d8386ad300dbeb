import Testing

@testable import BOMImport

@Suite struct ComponentTableTests {
  @Test("names of symbols are fields where they tell what the letter of the reference does not")
  func symbols() {
    let telling = [
      "Device:Q_PMOS_GSD", "Device:Q_NPN_BEC", "Device:D_Zener", "Device:D_Bridge_+-AA", "Diode:D_TVS_Filled",
      "Device:Polyfuse",
      "Device:R_Potentiometer", "Device:Thermistor_NTC", "Device:R_Pack04",
    ]
    for name in telling {
      let fields = ComponentTable.symbolField(of: name)
      #expect(fields.map(\.name) == ["Symbol"] && name.hasSuffix(fields[0].value), "\(name)")
    }
    for name in ["Device:R", "Device:C_Small", "Transistor_FET:AO3400A", "Device:Q", "MCU_ST:STM32F103C8Tx", ""] {
      #expect(ComponentTable.symbolField(of: name).isEmpty, "\(name)")
    }
  }
}
