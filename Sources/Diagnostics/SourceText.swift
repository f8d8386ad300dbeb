/// The text of one file, with the places of its lines. Positions count from 1; a column counts Unicode scalars.
///
/// A class, so that spans, cells and renderers share one copy of the bytes.
package final class SourceText: Sendable {
  /// The name that messages give the file: the path as the user wrote it, or `<stdin>`.
  package let file: String
  /// UTF-8 without a byte order mark.
  package let bytes: [UInt8]
  /// The offset at which each line starts; never empty.
  package let lineStarts: [Int]
  /// How many scalars begin before each `stride`-th byte, so that the column in a long line is not counted from its start.
  private let scalarsBefore: [Int32]

  private static let stride = 256

  /// Keeps `text` under the name `file`. A leading byte order mark is dropped. O(n) in bytes.
  package convenience init(file: String, text: String) {
    self.init(file: file, bytes: Array(text.utf8))
  }

  /// Keeps `bytes` under the name `file`; bytes that are not UTF-8 are shown as U+FFFD. O(n) in bytes.
  package init(file: String, bytes: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes
    self.file = file
    self.bytes = body
    var starts = [0]
    var counts: [Int32] = []
    counts.reserveCapacity(body.count / Self.stride + 1)
    body.withUnsafeBufferPointer { buffer in
      var scalars: Int32 = 0
      for index in 0..<buffer.count {
        let byte = buffer[index]
        if index % Self.stride == 0 { counts.append(scalars) }
        if byte & 0xC0 != 0x80 { scalars += 1 }
        guard byte == 0x0A || byte == 0x0D else { continue }
        if byte == 0x0D, index + 1 < buffer.count, buffer[index + 1] == 0x0A { continue }
        starts.append(index + 1)
      }
    }
    lineStarts = starts
    scalarsBefore = counts
  }

  /// The whole text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The text of a range of byte offsets.
  package func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The byte offsets of a line (from 1) without its line break.
  package func range(ofLine line: Int) -> Range<Int> {
    precondition(lineStarts.indices.contains(line - 1), "line \(line) of \(lineStarts.count)")
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// Line and column of a byte offset, clamped to the text. O(log lines).
  package func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourcePosition(offset: offset, line: low + 1, column: scalars(in: lineStarts[low]..<offset) + 1)
  }

  /// How many scalars begin in a range of byte offsets.
  private func scalars(in range: Range<Int>) -> Int {
    guard range.count > Self.stride else { return bytes[range].count { $0 & 0xC0 != 0x80 } }
    let (first, last) = (range.lowerBound / Self.stride, range.upperBound / Self.stride)
    // The last counted place is that of the last byte.
    let end = min(last, scalarsBefore.count - 1)
    let whole = Int(scalarsBefore[end] - scalarsBefore[first])
    let before = bytes[first * Self.stride..<range.lowerBound].count { $0 & 0xC0 != 0x80 }
    return whole - before + bytes[end * Self.stride..<range.upperBound].count { $0 & 0xC0 != 0x80 }
  }

  /// The span of a range of byte offsets, clamped to the text.
  package func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(file: file, start: position(at: range.lowerBound), end: position(at: range.upperBound))
  }
}
