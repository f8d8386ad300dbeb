package import Base
package import Market

/// What a seller answered about one part: one line of an answer may give several.
package struct Answer: Sendable, Hashable {
  /// What kind of answer it is.
  package enum State: String, Sendable, Hashable, Codable, CaseIterable {
    /// A price for the part that was asked for.
    case quote
    /// The seller does not have it.
    case noBid = "no-bid"
    /// A price for a part that was not asked for.
    case otherPart = "other-part"
    /// Not taken: the user is asked what is meant.
    case question
  }

  /// Whether tax is in the price.
  package enum Tax: String, Sendable, Hashable, Codable {
    case included, excluded
  }

  /// The line of the input, from 1, on which the answer starts.
  package var line: Int
  /// The line on which it ends.
  package var lastLine: Int
  package var state: State
  /// The number of the part: as asked for where it was, else as the seller writes it. Nil where no part can be named.
  package var mpn: String?
  /// Yuan a piece, tax as stated; nil where no price is taken.
  package var unitPrice: Money?
  /// Pieces from which the price holds; nil where the seller does not say.
  package var from: Int?
  /// How the goods are packed; nil where the seller does not say.
  package var packing: Packing?
  /// Pieces that the seller has; nil where the seller does not say.
  package var stock: Int?
  /// Nil where the seller does not say.
  package var tax: Tax?
  /// Nil where the seller does not say, or in words that name none of the market's conditions.
  package var condition: Condition?
  /// As the seller writes it: `23+`, `2338`.
  package var dateCode: String?
  /// Days until the goods are there; 0 for goods on hand; nil where the seller does not say.
  package var leadDays: Int?
  /// Days for which the price holds, the day of the answer not counted; nil where the seller does not say.
  package var validDays: Int?
  /// The seller's words.
  package var says: String
  /// Why the user is asked; of other answers, what was understood beyond the words.
  package var why: [AnswerReason]

  package init(line: Int, state: State, mpn: String? = nil, says: String, why: [AnswerReason] = []) {
    self.line = line
    lastLine = line
    self.state = state
    self.mpn = mpn
    self.says = says
    self.why = why
  }

  /// The same as a question for the reasons given.
  func asked(_ reasons: AnswerReason...) -> Answer {
    var answer = self
    answer.state = .question
    for reason in reasons where !answer.why.contains(reason) { answer.why.append(reason) }
    return answer
  }
}

/// A line that holds no answer.
package struct PassedLine: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, Codable {
    /// Greetings, thanks, and words that say nothing of a part.
    case talk
    /// The question that the seller answers.
    case ask
    /// The names of columns.
    case header
    /// A picture, a voice message or another thing that is no text.
    case media
  }

  /// From 1.
  package var line: Int
  package var says: String
  package var kind: Kind
}

/// Everything that a text holds, in the order of its lines: each line with words in it is in an answer or is passed over.
package struct AnswerSheet: Sendable, Hashable {
  package var answers: [Answer] = []
  package var passed: [PassedLine] = []

  package init() {}
}
