import BoardSpec
import Electronics
import Testing

@Suite struct AskedPartTests {
  @Test("an article is the part by its number, and by its maker where both name one")
  func named() {
    let asked = AskedPart(mpn: "CH32V003F4P6", maker: "WCH")
    #expect(asked.isNamed(by: PartID(maker: "-", mpn: "CH32V003F4P6")))
    #expect(asked.isNamed(by: PartID(maker: "wch", mpn: "ch32v003f4p6")))
    #expect(!asked.isNamed(by: PartID(maker: "Other", mpn: "CH32V003F4P6")))
    #expect(!asked.isNamed(by: PartID(maker: "-", mpn: "CH32V003F4U6")))
    #expect(AskedPart(mpn: "X1").isNamed(by: PartID(maker: "Other", mpn: "X1")))
    #expect(!AskedPart(value: "10k").isNamed(by: PartID(maker: "-", mpn: "10k")))
  }
}
