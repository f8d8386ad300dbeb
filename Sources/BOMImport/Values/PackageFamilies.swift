/// The names of packages, as makers, lists and libraries have them, by the shape that is soldered.
///
/// Heights, pads below and flat leads are not told apart: they fit the same footprint, or are left out of names as often as not.
enum PackageFamilies {
  /// Names whose digits are part of the name: shape, leads where the name says no others, and the names.
  static let codes = table(
    """
    SMA 2: SMA DO214AC SOD106
    SMB 2: SMB DO214AA
    SMC 2: SMC DO214AB
    SMAF 2: SMAF DO221AC
    SLIMSMAW 2: DO221AD SLIMSMAW
    SMBF 2: SMBF DO221AA
    SOD123 2: SOD123 SOD123F SOD123FL SOD123W SOD123H SMF DO219AB
    SOD323 2: SOD323 SOD323F SOD323HE SC76 SC90
    SOD523 2: SOD523 SOD523F SC79
    SOD923 2: SOD923
    SOD128 2: SOD128
    SOD80 2: SOD80 SOD80C LL34 MINIMELF DO213AA SODFL3618
    MELF 2: MELF LL41 DO213AB
    DO35 2: DO35 DO204AH SOD27
    DO41 2: DO41 DO204AL SOD81 SOD66
    DO15 2: DO15 DO204AC
    DO27 2: DO27 DO201 DO201AD DO201AE
    P600 2: P600 R6
    SOT23 3: SOT23 TSOT23 TO236 TO236AB SC59 SOT346 TSOT SUPERSOT3 SSOT3
    SOT23 5: SOT25 SOT753 SC74A TSOT25 TSOP5 SOT5
    SOT23 6: SOT26 SOT457 SC74 TSOT26 TSOP6 SOT6 SUPERSOT6 SSOT6
    SOT23 8: SOT28 TSOT28
    SOT143 4: SOT143 SOT143B
    SOT89 3: SOT89 TO243 SC62
    SOT223 3: SOT223 TO261 TO261AA SC73
    SC70 3: SOT323 SC70 UMT3
    SC70 4: SOT343 SC82 SC82A SC82AB
    SC70 5: SOT353 SC88A
    SC70 6: SOT363 SC88
    SOT523 3: SOT523 SOT416 SC75 SC75A SC89 SOT490 EMT3
    SOT563 6: SOT563 SOT666
    SOT563 5: SOT553 SOT665
    SOT723 3: SOT723
    SOT883 3: SOT883
    SOT963 6: SOT963
    TO252 3: TO252 TO252AA DPAK SOT428
    TO263 3: TO263 TO263AB D2PAK DDPAK SOT404
    TO251 3: TO251 IPAK
    TO262 3: TO262 I2PAK
    TO220 3: TO220 TO220AB TO220F TO220FP TO220AC TO220ST
    TO247 3: TO247 TO247AC TO247AD TO3P
    TO92 3: TO92 TO226 SOT54
    TO92S 3: TO92S SIP3
    TO126 3: TO126 TO225
    TO277 3: TO277 TO277A TO277B
    GBU 4: GBU
    KBL 4: KBL
    """)

  /// Families in which a number of leads follows the name.
  static let families = names(
    """
    QFP: QFP LQFP TQFP PQFP HLQFP HTQFP VQFP EQFP MQFP
    QFN: QFN VQFN WQFN UQFN TQFN HVQFN DHVQFN XQFN HWQFN LQFN VFQFN VFQFPN UFQFPN UFQFN LFCSP MLF FCQFN HUQFN
    DFN: DFN TDFN UDFN WDFN XDFN VDFN SON VSON WSON USON XSON X2SON X1SON VSONP PDFN PQFN DFNWB TDFNWB LDFN
    LGA: LGA VLGA VFLGA
    BGA: BGA FBGA TFBGA VFBGA UFBGA LFBGA FCBGA NFBGA
    WLCSP: WLCSP DSBGA WCSP CSP
    SO: SO SOIC SOP SOIJ ESOP HSOP PSOP SOICW SOICN HSOIC ESOIC SOPOWERPAD
    TSSOP: TSSOP HTSSOP ETSSOP
    SSOP: SSOP QSOP
    MSOP: MSOP VSSOP UMAX EMSOP HVSSOP HMSOP MINISO
    TSOP: TSOP TSOPI TSOPII
    DIP: DIP PDIP CDIP CERDIP
    PLATE: SMD PLCC
    """)

  /// Names of packages with leads at two sides that have a pad below.
  static let padded: Set<String> = [
    "ESOP", "HSOP", "PSOP", "HSOIC", "ESOIC", "SOPOWERPAD", "HTSSOP", "ETSSOP", "EMSOP", "HVSSOP", "HMSOP",
  ]

  /// Other numbers of leads by which one shape goes: its tab counts or does not.
  static let sameLeads: [String: [Int: Int]] = [
    "SOT223": [4: 3], "TO252": [2: 3], "TO263": [2: 3], "TO251": [2: 3], "TO262": [2: 3],
  ]

  /// Shapes that are so near to each other that one may have been written for the other.
  static let kin: [Set<String>] = [
    ["QFN", "DFN", "LGA"], ["BGA", "WLCSP"], ["SMA", "SMAF", "SLIMSMAW", "SOD128"], ["SMB", "SMBF"], ["DFN", "SOT883"],
    ["TO92", "TO92S"],
    ["PLATE", "LGA"], ["PLATE", "DFN"], ["PLATE", "QFN"],
  ]

  /// What lists write of parts whose package has no name.
  static let mountings: Set<String> = ["", "-", "~", "SMD", "SMT", "THT", "TH", "插件", "贴片", "弯插", "直插", "DIP", "OTHER"]

  private static func table(_ text: String) -> [String: (family: String, leads: Int)] {
    var codes: [String: (family: String, leads: Int)] = [:]
    for line in text.split(separator: "\n") {
      let halves = line.split(separator: ":"), shape = halves[0].split(separator: " ")
      for name in halves[1].split(separator: " ") { codes[String(name)] = (String(shape[0]), Int(shape[1])!) }
    }
    return codes
  }

  private static func names(_ text: String) -> [String: String] {
    var families: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let halves = line.split(separator: ":")
      for name in halves[1].split(separator: " ") { families[String(name)] = String(halves[0]) }
    }
    return families
  }
}
