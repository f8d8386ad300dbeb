internal import Base

extension AnswerSession {
  /// Of answers about one part that cannot all hold (other prices on the same terms, or a price and a refusal), those of one line are
  /// questions; of several lines the last one counts, and the others say so.
  static func withoutContradictions(_ answers: [Answer]) -> [Answer] {
    var byPart: [String: [Int]] = [:]
    for (index, answer) in answers.enumerated() where answer.state != .question {
      byPart[answer.mpn ?? "", default: []].append(index)
    }
    var checked = answers
    for indices in byPart.values where indices.count > 1 {
      for left in indices {
        for right in indices where left != right && !agree(answers[left], answers[right]) {
          if answers[left].line == answers[right].line {
            let prices = [left, right].sorted().map { answers[$0].unitPrice?.decimal ?? answers[$0].says }
            checked[left] = checked[left].asked(.severalPrices(prices))
          } else if answers[left].line < answers[right].line {
            let reason = AnswerReason.replaced(line: answers[right].line)
            if !checked[left].why.contains(where: \.isReplaced) { checked[left].why.append(reason) }
          }
        }
      }
    }
    return checked
  }

  private static func agree(_ left: Answer, _ right: Answer) -> Bool {
    if left.state != right.state { return false }
    if left.unitPrice == right.unitPrice { return true }
    return left.from != right.from || left.tax != right.tax || left.condition != right.condition
      || left.leadDays != right.leadDays
      || left.dateCode != right.dateCode
  }
}
