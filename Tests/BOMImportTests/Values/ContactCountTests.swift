import Testing

@testable import BOMImport

@Suite struct ContactCountTests {
  @Test func everyFormSaysTheSame() {
    for rows in 1...4 {
      for columns in 1...40 {
        let padded = columns < 10 ? "0\(columns)" : "\(columns)"
        let count = ContactCount(rows: min(rows, columns), total: rows * columns)
        for text in [
          "\(rows)x\(columns)", "0\(rows)x\(padded)", "Conn_0\(rows)x\(padded)_Male", "\(rows)*\(columns)P",
          "\(rows)×\(columns)",
        ] {
          #expect(ContactCount.all(in: text) == [count], "\(text)")
        }
        let footprint = "Connector_PinHeader_2.54mm:PinHeader_\(rows)x\(padded)_P2.54mm_Vertical"
        #expect(ContactCount.all(in: footprint) == [count], "\(footprint)")
      }
    }
    for number in 2...99 {
      for text in [
        "\(number)P", "\(number) pin", "\(number)-pins", "Header \(number)", "CON\(number)", "\(number)位",
        "FPC \(number)P 0.5mm",
      ] {
        #expect(ContactCount.all(in: text).map(\.total) == [number], "\(text)")
      }
    }
  }

  @Test(
    "lengths, names and voltages are no contacts",
    arguments: [
      "3.5x1.2mm", "4x4mm", "20x20", "TYPE-C-31-M-12", "USB-C", "P2.54mm", "12V", "JST-XH", "M3x10", "CN1", "S2B-PH-K",
    ])
  func others(text: String) { #expect(ContactCount.all(in: text).isEmpty, "\(text)") }
}
