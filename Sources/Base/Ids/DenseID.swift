/// A number from 0 that stands for one thing of a kind: the place of its row in every table of that kind.
///
/// `Tag` is never made; it keeps a market's number from being used as a slot's. Four bytes, so that columns of ids are as
/// small as columns of `Int32`.
package struct DenseID<Tag>: Sendable {
  package let rawValue: Int32

  @inlinable @inline(__always)
  package init(rawValue: Int32) { self.rawValue = rawValue }

  /// The id of row `number`, which must fit 32 bits.
  @inlinable @inline(__always)
  package init(_ number: Int) { rawValue = Int32(number) }

  /// The row.
  @inlinable @inline(__always)
  package var number: Int { Int(rawValue) }
}

extension DenseID: Hashable, Comparable {
  @inlinable @inline(__always)
  package static func == (left: DenseID, right: DenseID) -> Bool { left.rawValue == right.rawValue }

  @inlinable @inline(__always)
  package static func < (left: DenseID, right: DenseID) -> Bool { left.rawValue < right.rawValue }

  @inlinable
  package func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

extension DenseID: Strideable {
  @inlinable @inline(__always)
  package func distance(to other: DenseID) -> Int { other.number - number }

  @inlinable @inline(__always)
  package func advanced(by count: Int) -> DenseID { DenseID(number + count) }
}

extension DenseID: CustomStringConvertible {
  package var description: String { String(rawValue) }
}
