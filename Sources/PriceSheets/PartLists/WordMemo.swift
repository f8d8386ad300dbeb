/// What was once found out about a text, by its bytes.
///
/// A list of half a million rows has some thousand different words; hashing bytes is far quicker than `String`'s hashing,
/// which has to know Unicode's equal spellings. A word whose hash another word has is found out anew each time.
struct WordMemo<Value> {
  private struct Entry {
    var bytes: [UInt8]
    var value: Value
  }

  private var entries: [Int: Entry] = [:]
  private let limit: Int

  /// - Parameter limit: texts that are remembered; of further ones, each is found out anew.
  init(limit: Int = 1 << 14) { self.limit = limit }

  /// The value of `text`, from `find` where it is not known. O(bytes).
  mutating func value(of text: some StringProtocol, _ find: () -> Value) -> Value {
    var hasher = Hasher()
    if text.utf8.withContiguousStorageIfAvailable({ hasher.combine(bytes: UnsafeRawBufferPointer($0)) }) == nil {
      for byte in text.utf8 { hasher.combine(byte) }
    }
    let hash = hasher.finalize()
    if let entry = entries[hash] { return entry.bytes.elementsEqual(text.utf8) ? entry.value : find() }
    let value = find()
    if entries.count < limit { entries[hash] = Entry(bytes: Array(text.utf8), value: value) }
    return value
  }
}
