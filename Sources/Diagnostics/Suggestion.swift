/// The number of single insertions, deletions, replacements and swaps of neighbours that turn `left` into `right`, no
/// stretch edited twice (optimal string alignment).
///
/// Three rows of the table, O(|left| · |right|) in scalars. After F. J. Damerau, "A technique for computer detection and
/// correction of spelling errors", 1964, doi:10.1145/363958.363994.
package func editDistance(_ left: String, _ right: String) -> Int {
  let a = Array(left.unicodeScalars)
  let b = Array(right.unicodeScalars)
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  var row = last
  for i in 1...a.count {
    row[0] = i
    for j in 1...b.count {
      let change = a[i - 1] == b[j - 1] ? 0 : 1
      row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        row[j] = min(row[j], beforeLast[j - 2] + 1)
      }
    }
    (beforeLast, last, row) = (last, row, beforeLast)
  }
  return last[b.count]
}

/// The candidate that was probably meant by `written`: the closest one, if it differs in no more than a third of its
/// letters (at least one edit); capitals do not count. Ties go to the first candidate in alphabetical order.
///
/// Candidates whose length is too far off are passed over, so that ten thousand part numbers cost little.
package func closestMatch(to written: String, among candidates: some Sequence<String>) -> String? {
  let wanted = written.lowercased()
  let length = wanted.unicodeScalars.count
  guard (1...64).contains(length) else { return nil }
  let limit = max(1, length / 3)
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    let count = candidate.unicodeScalars.count
    if abs(count - length) > limit { continue }
    let distance = editDistance(wanted, candidate.lowercased())
    if distance > limit || (distance > 0 && distance >= max(length, count)) { continue }
    if let found = best, (found.distance, found.candidate) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.candidate
}
