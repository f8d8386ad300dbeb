/// References as people write them: `R1..R4, R7`. The only place that shortens a list for print.
package struct ReferenceList: CustomStringConvertible {
  private let references: [String]

  package init(_ references: [String]) { self.references = references }

  package var description: String {
    var runs: [(prefix: String, first: Int, last: Int, text: String)] = []
    for reference in references {
      let prefix = String(reference.prefix { !$0.isNumber })
      let number = Int(reference.dropFirst(prefix.count))
      if let number, let run = runs.last, run.prefix == prefix, run.last + 1 == number, run.last >= 0 {
        runs[runs.count - 1].last = number
      } else {
        runs.append((prefix, number ?? -1, number ?? -1, reference))
      }
    }
    return runs.map { run in
      run.first == run.last ? run.text : "\(run.text)\(run.last == run.first + 1 ? ", " : "..")\(run.prefix)\(run.last)"
    }.joined(separator: ", ")
  }
}
