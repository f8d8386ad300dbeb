import SourcingPlan
import Testing

@Suite struct ContentDigestTests {
  /// A plan of an earlier version is still held against its spec: FNV-1a's published value of `foobar`.
  @Test func theDigestHasTheFormOfTheStoredOne() {
    let bytes = Array("foobar".utf8)
    #expect(ContentDigest.hexadecimal(of: bytes, like: "0123456789abcdef") == "85944171f73967e8")
    let now = "c3ab8ff13720e8ad9047dd39466b3c8974e592c2fa383d4a3960714caef0c4f2"
    #expect(ContentDigest.hexadecimal(of: bytes, like: now) == now)
    #expect(ContentDigest.hexadecimal(of: bytes) == now)
  }
}
