/// An array that is indexed by the dense ids of its rows: a table of all things of a kind.
package struct IDArray<Tag, Element> {
  /// The rows, from id 0.
  package var rows: [Element]

  @inlinable
  package init(_ rows: [Element] = []) { self.rows = rows }

  @inlinable
  package init(repeating value: Element, count: Int) { rows = Array(repeating: value, count: count) }

  /// Adds a row and gives its id. O(1) amortised.
  @inlinable @discardableResult
  package mutating func append(_ value: Element) -> DenseID<Tag> {
    rows.append(value)
    return DenseID(rows.count - 1)
  }
}

extension IDArray: Sendable where Element: Sendable {}
extension IDArray: Equatable where Element: Equatable {}
extension IDArray: Hashable where Element: Hashable {}

extension IDArray: RandomAccessCollection, MutableCollection {
  package typealias Index = DenseID<Tag>

  @inlinable @inline(__always)
  package var startIndex: DenseID<Tag> { DenseID(rawValue: 0) }

  @inlinable @inline(__always)
  package var endIndex: DenseID<Tag> { DenseID(rows.count) }

  @inlinable @inline(__always)
  package subscript(id: DenseID<Tag>) -> Element {
    get { rows[id.number] }
    set { rows[id.number] = newValue }
    _modify { yield &rows[id.number] }
  }
}

extension IDArray: ExpressibleByArrayLiteral {
  package init(arrayLiteral rows: Element...) { self.init(rows) }
}
