internal import Electronics

/// Candidates grouped by what a rule reads of them; those of one class are judged alike.
struct PartClasses {
  /// One part of each class, in the order of the candidates.
  private(set) var representatives: [Part] = []
  /// The class of each candidate.
  private(set) var classes: [Int32] = []

  private struct Signature: Hashable {
    var values: [ParameterValue?]
  }

  /// O(candidates × names read).
  init(_ candidates: [Part], reads: [String]) {
    var known: [Signature: Int32] = [:]
    classes.reserveCapacity(candidates.count)
    for part in candidates {
      let signature = Signature(values: reads.map { part.fact($0) })
      if let found = known[signature] {
        classes.append(found)
      } else {
        let new = Int32(representatives.count)
        known[signature] = new
        classes.append(new)
        representatives.append(part)
      }
    }
  }
}
