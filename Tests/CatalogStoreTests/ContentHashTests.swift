import Testing

@testable import CatalogStore

@Suite struct ContentHashTests {
  private func digest(_ text: String, piece: Int = 7) -> String {
    var hash = ContentHash()
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: piece) {
      bytes[start..<min(bytes.count, start + piece)].withUnsafeBytes { hash.feed(bytes: $0) }
    }
    return hash.hexadecimal
  }

  /// Values of the reference implementation (x64, 128 bits, seed 0).
  @Test func publishedValuesAreMet() {
    #expect(digest("") == "00000000000000000000000000000000")
    #expect(digest("hello") == "cbd8a7b341bd9b025b1e906a48ae1d19")
    #expect(digest("The quick brown fox jumps over the lazy dog") == "e34bbc7bbc071b6c7a433ca9c49a9347")
  }

  @Test func piecesDoNotMatter() {
    let text = String(repeating: "0123456789abcdefg", count: 9_000)
    #expect(digest(text, piece: 1_000) == digest(text, piece: 70_001))
  }
}
