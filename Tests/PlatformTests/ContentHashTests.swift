import Platform
import Testing

/// Vectors of FIPS 180-4's examples, and pieces of every length round a block's end.
@Suite struct ContentHashTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func digestsAreThePublishedOnes(text: String, digest: String) {
    #expect(ContentHash.hexadecimal(of: text.utf8) == digest)
  }

  @Test func piecesMakeNoDifference() {
    let bytes = (0..<150_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    for (length, piece) in [(0, 1), (1, 1), (64, 13), (65, 13), (65_535, 999), (65_536, 70_001), (150_000, 4_099)] {
      var pieces = ContentHash()
      for start in stride(from: 0, to: length, by: piece) {
        pieces.feed(bytes: bytes[start..<min(length, start + piece)])
      }
      #expect(ContentHash.hexadecimal(of: bytes[..<length]) == pieces.hexadecimal, "\(length) bytes")
    }
  }

  @Test func neighbouringTextsDoNotRunTogether() {
    var (first, second) = (ContentHash(), ContentHash())
    for text in ["ab", "c"] { first.feed(text) }
    for text in ["a", "bc"] { second.feed(text) }
    #expect(first.hexadecimal != second.hexadecimal)
  }
}
