/// What a package's name tells of its size: the outline with its leads, and the pitch of its leads or pads.
///
/// Outlines and pitches of named families are the nominal ones of their JEDEC outlines (MO-178 for SOT-23-5, MS-012 for SOIC,
/// MO-153 for TSSOP, MO-187 for MSOP, TO-236 for SOT-23 …); a size in the name stands above them.
package struct PackageGeometry: Sendable, Hashable {
  /// Nanometres; nil where the name tells nothing.
  package var length: Int64?
  package var width: Int64?
  /// From the finest to the widest pitch that the name allows; nil where it tells nothing.
  package var pitch: QuantityRange?

  /// O(length of the name).
  package init(named name: String) {
    if let chip = Self.chips[name] {
      (length, width) = (chip.0, chip.1)
      pitch = QuantityRange(.length, lower: chip.0 / 2, upper: chip.0)
      return
    }
    let family = Self.families.first { name.hasPrefix($0.prefix) }
    let size = Self.size(in: name)
    length = size?.0 ?? family?.length
    width = size?.1 ?? family?.width
    if let written = Self.number(after: "P=", in: name) {
      pitch = QuantityRange(.length, lower: written, upper: written)
    } else if let family {
      pitch = QuantityRange(.length, lower: family.pitch.lowerBound, upper: family.pitch.upperBound)
    }
  }

  /// Square nanometres of the outline with half a millimetre of courtyard round it, scaled down to square micrometres.
  ///
  /// The excess of 0.25 mm to each side is that of IPC-7351 at its nominal density level.
  package var courtyard: Int64? {
    guard let length, let width else { return nil }
    return (length / 1000 + 500) * (width / 1000 + 500)
  }

  /// Length and width of two-pole chips, from the code in hundredths of an inch.
  private static let chips: [String: (Int64, Int64)] = [
    "01005": (400_000, 200_000), "0201": (600_000, 300_000), "0402": (1_000_000, 500_000),
    "0603": (1_600_000, 800_000), "0805": (2_000_000, 1_250_000), "1008": (2_500_000, 2_000_000),
    "1206": (3_200_000, 1_600_000), "1210": (3_200_000, 2_500_000), "1806": (4_500_000, 1_600_000),
    "1812": (4_500_000, 3_200_000), "2010": (5_000_000, 2_500_000), "2512": (6_300_000, 3_200_000),
  ]

  private struct Family {
    var prefix: String
    var length: Int64?
    var width: Int64?
    var pitch: ClosedRange<Int64>

    init(_ prefix: String, _ length: Int64?, _ width: Int64?, _ pitch: ClosedRange<Int64>) {
      self.prefix = prefix
      self.length = length
      self.width = width
      self.pitch = pitch
    }

    init(_ prefix: String, _ length: Int64, _ width: Int64, _ pitch: Int64) {
      self.init(prefix, length, width, pitch...pitch)
    }
  }

  /// Longer names before the shorter ones that they start with. Nanometres.
  private static let families: [Family] = [
    Family("TSOT-23", 2_900_000, 2_800_000, 950_000), Family("SOT-23-8", 2_900_000, 2_800_000, 650_000),
    Family("SOT-23", 2_900_000, 2_800_000, 950_000), Family("SOT-89", 4_500_000, 4_000_000, 1_500_000),
    Family("SOT-223", 6_500_000, 7_000_000, 2_300_000), Family("SOT-323", 2_000_000, 2_100_000, 650_000),
    Family("SOT-363", 2_000_000, 2_100_000, 650_000), Family("SC-70", 2_000_000, 2_100_000, 650_000),
    Family("SOT-563", 1_600_000, 1_600_000, 500_000), Family("SOT-666", 1_600_000, 1_600_000, 500_000),
    Family("SOD-123", 3_700_000, 1_700_000, 3_700_000), Family("SOD-323", 2_500_000, 1_300_000, 2_500_000),
    Family("SOD-523", 1_600_000, 800_000, 1_600_000), Family("SMA", 5_200_000, 2_700_000, 5_200_000),
    Family("DO-214AC", 5_200_000, 2_700_000, 5_200_000), Family("SMB", 5_400_000, 3_600_000, 5_400_000),
    Family("DO-214AA", 5_400_000, 3_600_000, 5_400_000), Family("DFN1006", 1_000_000, 600_000, 650_000),
    Family("SOIC-8-208mil", 5_300_000, 7_900_000, 1_270_000), Family("SOP-8-208mil", 5_300_000, 7_900_000, 1_270_000),
    Family("ESOP-8", 4_900_000, 6_000_000, 1_270_000), Family("SOP-8", 4_900_000, 6_000_000, 1_270_000),
    Family("SOIC-8", 4_900_000, 6_000_000, 1_270_000), Family("SO-8", 4_900_000, 6_000_000, 1_270_000),
    Family("SOP-16", 9_900_000, 6_000_000, 1_270_000), Family("SOIC-16", 9_900_000, 6_000_000, 1_270_000),
    Family("TSSOP-8", 3_000_000, 6_400_000, 650_000), Family("TSSOP-14", 5_000_000, 6_400_000, 650_000),
    Family("TSSOP-16", 5_000_000, 6_400_000, 650_000), Family("TSSOP-20", 6_500_000, 6_400_000, 650_000),
    Family("VSSOP-8-0.5mm", 2_000_000, 3_100_000, 500_000), Family("VSSOP-8", 3_000_000, 4_900_000, 650_000),
    Family("VSSOP-10", 3_000_000, 4_900_000, 500_000), Family("MSOP-8", 3_000_000, 4_900_000, 650_000),
    Family("MSOP-10", 3_000_000, 4_900_000, 500_000), Family("LQFP-48", 9_000_000, 9_000_000, 500_000),
    Family("LQFP-32", 9_000_000, 9_000_000, 800_000), Family("18650", 65_000_000, 18_000_000, 65_000_000...65_000_000),
    Family("QFN", nil, nil, leadless), Family("VQFN", nil, nil, leadless), Family("WQFN", nil, nil, leadless),
    Family("TQFN", nil, nil, leadless), Family("UQFN", nil, nil, leadless), Family("DFN", nil, nil, leadless),
    Family("WSON", nil, nil, 500_000...1_270_000), Family("LGA", nil, nil, 400_000...650_000),
    Family("WLCSP", nil, nil, 300_000...500_000), Family("DSBGA", nil, nil, 350_000...500_000),
  ]

  /// Leadless packages come in several pitches under one name.
  private static let leadless: ClosedRange<Int64> = 350_000...650_000

  /// `…(5x5)`, `SMD,17.6x15.7mm`, `SMD,D6.3xL7.7mm` (a can of 6.3 mm across), `SMD3225-4P` (3.2 by 2.5 mm).
  private static func size(in name: String) -> (Int64, Int64)? {
    if name.hasPrefix("SMD"), let digits = four(name.dropFirst(3)) {
      return (Int64(digits / 100) * 100_000, Int64(digits % 100) * 100_000)
    }
    guard let cross = name.lastIndex(where: { $0 == "x" || $0 == "X" }) else {
      return number(after: "D=", in: name).map { ($0, $0) }
    }
    let front = name[..<cross].reversed().prefix { $0.isNumber || $0 == "." }
    guard let length = nanometres(String(front.reversed())) else { return nil }
    let before = name[..<cross].dropLast(front.count)
    if before.last == "D" { return (length, length) }
    guard before.last == "(" || before.last == ",", let width = nanometres(name[name.index(after: cross)...]) else {
      return nil
    }
    return (length, width)
  }

  private static func four(_ text: Substring) -> Int? {
    let digits = text.prefix { $0.isNumber }
    return digits.count == 4 ? Int(digits) : nil
  }

  private static func number(after mark: String, in name: String) -> Int64? {
    name.firstRange(of: mark).flatMap { nanometres(name[$0.upperBound...]) }
  }

  /// A number of millimetres at the front of a text.
  private static func nanometres(_ text: some StringProtocol) -> Int64? {
    let digits = text.prefix { $0.isNumber || $0 == "." }
    guard let number = try? DecimalNumber(parsing: String(digits)) else { return nil }
    return try? number.scaled(to: -6)
  }
}
