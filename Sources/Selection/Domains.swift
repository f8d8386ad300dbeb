/// The options that are still open, by variable, with an undo trail.
struct Domains {
  private(set) var isOpen: [[Bool]]
  private(set) var counts: [Int]
  private var trail: [(variable: Int, option: Int)] = []

  init(_ optionCounts: [Int]) {
    isOpen = optionCounts.map { [Bool](repeating: true, count: $0) }
    counts = optionCounts
  }

  /// Closes an option; false when none is left.
  mutating func close(_ variable: Int, _ option: Int) -> Bool {
    isOpen[variable][option] = false
    counts[variable] -= 1
    trail.append((variable, option))
    return counts[variable] > 0
  }

  var mark: Int { trail.count }

  mutating func undo(to mark: Int) {
    while trail.count > mark {
      let (variable, option) = trail.removeLast()
      isOpen[variable][option] = true
      counts[variable] += 1
    }
  }

  func options(of variable: Int) -> [Int] { isOpen[variable].indices.filter { isOpen[variable][$0] } }
}
