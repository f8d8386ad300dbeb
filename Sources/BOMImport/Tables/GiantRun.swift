/// A run of bytes of a text table without separator or line break that is too long for a cell, found before the text is decoded.
struct GiantRun {
  /// From 1.
  var line: Int
  var count: Int

  /// The first run of more than `limit` bytes; nil where there is none. O(bytes), without memory.
  init?(in bytes: [UInt8], beyond limit: Int) {
    guard bytes.count > limit else { return nil }
    let found = bytes.withUnsafeBufferPointer { bytes -> (line: Int, count: Int)? in
      var (line, start) = (1, 0)
      for index in 0...bytes.count {
        if index < bytes.count {
          switch bytes[index] {
          case 0x09, 0x0A, 0x0D, 0x20, 0x2C, 0x3B, 0x7C: break
          default: continue
          }
        }
        if index - start > limit { return (line, index - start) }
        start = index + 1
        if index < bytes.count, bytes[index] == 0x0A { line += 1 }
      }
      return nil
    }
    guard let found else { return nil }
    (line, count) = found
  }
}
