import Base
import Testing

@testable import Optimizer

@Suite struct VertexSetPoolTests {
  @Test func keepsEachSetOnceAndKnowsItsMembers() {
    var random = Generator(seed: 1, lane: 90)
    var sets = VertexSetPool(placeCount: 140)
    var numbers: [[Int32]: Int] = [:]
    for _ in 0..<300 {
      let members = (1..<Int32(140)).filter { _ in random.below(40) == 0 }
      let number = sets.insert(members)
      #expect(numbers[members, default: number] == number)
      numbers[members] = number
    }
    #expect(sets.count == numbers.count)
    for (members, number) in numbers {
      #expect(Array(sets.members(of: number)) == members)
      #expect((0..<Int32(140)).allSatisfy { sets.contains(number, Int($0)) == members.contains($0) })
    }
  }
}
