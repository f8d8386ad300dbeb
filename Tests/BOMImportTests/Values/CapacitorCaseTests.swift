import Testing

@testable import BOMImport

@Suite struct CapacitorCaseTests {
  @Test func cansOfEveryForm() {
    for (diameter, wide) in [("4", 40), ("6.3", 63), ("8", 80), ("10", 100)] {
      for (height, tall) in [("5.4", 54), ("7.7", 77), ("10.2", 102)] {
        let flat = PackageName.can(diameter: wide, height: tall, isLeaded: false)
        for sign in ["*", "x", "X", "×"] {
          let size = "\(diameter)\(sign)\(height)"
          for text in [size, "\(size)mm", "SMD \(size)", "贴片 \(size)", "φ\(size)", "D\(diameter)\(sign)L\(height)"] {
            #expect(CapacitorCase.package(text) == flat, "\(text)")
          }
          #expect(CapacitorCase.package("插件 \(size)") == .can(diameter: wide, height: tall, isLeaded: true))
        }
      }
      // A height of both kinds.
      #expect(CapacitorCase.package("\(diameter)*11") == nil)
    }
  }

  @Test func casesOfTantalum() {
    for letter in ["A", "B", "C", "D"] {
      for text in [
        "\(letter)型", "\(letter.lowercased())型", "\(letter)壳", "TANT \(letter)型", "Case \(letter)", "CASE-\(letter)",
        "钽\(letter)",
      ] {
        #expect(CapacitorCase.package(text) == .tantalum(letter), "\(text)")
      }
    }
    for text in ["A", "G型", "AB型", "USB-A型", "3.2*1.6", "10*10*3"] {
      #expect(CapacitorCase.package(text) == nil, "\(text)")
    }
  }
}
