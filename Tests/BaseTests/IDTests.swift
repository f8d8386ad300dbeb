import Base
import Foundation
import Testing

@Suite struct IDTests {
  private enum Fruit {}

  @Test func anIDReadsAndWritesAsItsText() throws {
    let ids: [ID<Fruit>] = ["b/R1", "a/R1-R4"]
    let data = try JSONEncoder().encode(ids)
    #expect(try JSONDecoder().decode([String].self, from: data) == ["b/R1", "a/R1-R4"])
    #expect(try JSONDecoder().decode([ID<Fruit>].self, from: data) == ids)
    #expect(ids.sorted().map(\.text) == ["a/R1-R4", "b/R1"])
    #expect(Set(ids + ids).count == 2)
  }

  @Test func aTableIsReadAndWrittenByItsOwnIDs() {
    var table = IDArray<Fruit, String>()
    let pear = table.append("pear")
    let plum = table.append("plum")
    table[plum] += "s"
    #expect(Array(table) == ["pear", "plums"])
    #expect(Array(table.indices) == [pear, plum])
    #expect(table.firstIndex(of: "plums") == plum)
    #expect(table[table.startIndex..<plum].map(\.self) == ["pear"])
    #expect(pear.distance(to: plum) == 1 && pear.advanced(by: 1) == plum && plum.description == "1")
  }

  @Test func aColumnOfIDsIsAsSmallAsAColumnOfInt32() {
    #expect(MemoryLayout<DenseID<Fruit>>.stride == MemoryLayout<Int32>.stride)
  }
}
