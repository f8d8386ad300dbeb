import Electronics
import Testing

@Suite struct JointCountTests {
  @Test(arguments: [
    ("0402", 2), ("LED0603", 2), ("SOT-23", 3), ("SOT-23-5", 5), ("SOT-23-6", 6), ("SOT-89", 3), ("SOT-223", 4),
    ("SC-70-5", 5), ("QFN-32", 33), ("DFN-8", 9), ("QFN32-EP", 33), ("ESOP-8", 9), ("SOIC-8", 8), ("SOP8", 8),
    ("LQFP-48", 48), ("TSSOP-20", 20), ("BGA-153", 153), ("WLCSP-20", 20), ("SMD3225-4P", 4), ("SOD-123", 2),
    ("HC-49S", 2), ("SMA", 2), ("TO-252", 3), ("DIP-8", 8),
  ])
  func jointsFollowFromTheName(package: String, joints: Int) {
    #expect(jointCount(ofPackage: package) == joints)
  }

  @Test(arguments: ["-", "", "USB-C", "M2", "module", "SOT", "QFN", "QFN-0", "SOP-99999"])
  func unknownNamesHaveNone(package: String) {
    #expect(jointCount(ofPackage: package) == nil)
  }
}
