import Market
import Testing

/// Words for packings.
@Suite struct PackingTests {
  @Test(arguments: [
    ("Reel", Packing.reel), ("TAPE & REEL (TR)", .reel), ("tape-and-reel", .reel), ("整盘", .reel), (" 整盘 ", .reel),
    ("Cut Tape (CT)", .cutTape), ("cut-tape", .cutTape), ("编带剪切", .cutTape), ("管装", .tube), ("Tray", .tray),
    ("散装", .bulk),
  ])
  func wordsOfTheTradeAreKnown(text: String, packing: Packing) { #expect(Packing(written: text) == packing) }

  @Test func otherWordsStandAsTheyAre() {
    #expect(Packing(written: "Digi-Reel®")?.rawValue == "digi reel")
    #expect(Packing(written: "3000/盘")?.rawValue == "3000/盘")
    #expect(Packing(written: " \t") == nil)
    #expect(Packing(written: String(repeating: "x", count: 90))?.rawValue.count == 40)
  }

  /// What is stored is read as the same.
  @Test func everyKnownWordReadsAsItself() {
    for packing in [Packing.reel, .cutTape, .tube, .tray, .bag, .box, .bulk] {
      #expect(Packing(written: packing.rawValue) == packing)
    }
  }
}
