package import Base
internal import Foundation
internal import Market

/// A share of a whole in millionths, written with six digits so that no binary noise reaches a document: `0.034211`.
package struct Share: Sendable, Hashable, Comparable {
  package var millionths: Int

  package init(millionths: Int) { self.millionths = millionths }

  /// `part / whole`, rounded away from zero so that a gap is never shown smaller than it is; nil where the whole is not
  /// positive or the share is beyond a thousand wholes.
  package init?(of part: Money, in whole: Money) {
    guard whole.microYuan > 0 else { return nil }
    let magnitude = part.microYuan.magnitude
    let (high, low) = magnitude.multipliedFullWidth(by: 1_000_000)
    guard high < whole.microYuan.magnitude else { return nil }
    let (quotient, remainder) = whole.microYuan.magnitude.dividingFullWidth((high, low))
    guard quotient < 1_000_000_000 else { return nil }
    let rounded = Int(quotient) + (remainder > 0 ? 1 : 0)
    self.init(millionths: part.microYuan < 0 ? -rounded : rounded)
  }

  package static func < (left: Share, right: Share) -> Bool { left.millionths < right.millionths }
}

extension Share: CustomStringConvertible {
  /// As a fraction: `0.034211`.
  package var description: String {
    let magnitude = Int(millionths.magnitude)
    return "\(millionths < 0 ? "-" : "")\(magnitude / 1_000_000).\((magnitude % 1_000_000).padded(to: 6))"
  }

  /// In percent with two digits, rounded away from zero: `3.43`.
  package var percent: String {
    let hundredths = (Int(millionths.magnitude) + 99) / 100
    return "\(millionths < 0 ? "-" : "")\(hundredths / 100).\((hundredths % 100).padded(to: 2))"
  }
}

extension Share: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let scaled = try container.decode(Decimal.self) * 1_000_000
    let number = NSDecimalNumber(decimal: scaled)
    guard scaled.magnitude < 1_000_000_000_000, Decimal(number.intValue) == scaled else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a share has at most six digits behind the point")
    }
    self.init(millionths: number.intValue)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Decimal(millionths) / 1_000_000)
  }
}
