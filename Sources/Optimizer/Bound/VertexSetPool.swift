/// Sets of places without the depot, each kept once: the `S` of the cuts.
struct VertexSetPool: Sendable {
  let placeCount: Int
  let wordCount: Int
  private(set) var bits: [UInt64] = []
  private(set) var memberStart: [Int32] = [0]
  private(set) var members: [Int32] = []
  private var known: [UInt64: [Int32]] = [:]

  init(placeCount: Int) {
    self.placeCount = placeCount
    wordCount = (placeCount + 63) / 64
  }

  var count: Int { memberStart.count - 1 }

  func contains(_ set: Int, _ place: Int) -> Bool {
    bits[set * wordCount + place >> 6] >> UInt64(place & 63) & 1 != 0
  }

  func members(of set: Int) -> ArraySlice<Int32> { members[Int(memberStart[set])..<Int(memberStart[set + 1])] }

  /// The number of the set with these members (ascending), which is added when it is new.
  mutating func insert(_ places: [Int32]) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for place in places { hash = (hash ^ UInt64(place)) &* 0x100_0000_01b3 }
    for set in known[hash, default: []] where members(of: Int(set)).elementsEqual(places) { return Int(set) }
    let set = count
    known[hash, default: []].append(Int32(set))
    bits.append(contentsOf: repeatElement(0, count: wordCount))
    for place in places { bits[set * wordCount + Int(place) >> 6] |= 1 << UInt64(place & 63) }
    members.append(contentsOf: places)
    memberStart.append(Int32(members.count))
    return set
  }
}
