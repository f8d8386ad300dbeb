import PriceFetch
import Testing

/// Vectors of FIPS 180-4's examples and of lengths round a block's end.
@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func digestsAreThePublishedOnes(text: String, digest: String) {
    var hash = SHA256()
    hash.feed(Array(text.utf8))
    #expect(hash.hexadecimal == digest)
  }

  @Test func piecesMakeNoDifference() {
    let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    for length in [0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 1_000] {
      var (whole, pieces) = (SHA256(), SHA256())
      whole.feed(bytes[..<length])
      for start in stride(from: 0, to: length, by: 13) { pieces.feed(bytes[start..<min(length, start + 13)]) }
      #expect(whole.hexadecimal == pieces.hexadecimal, "\(length) bytes")
    }
  }
}
