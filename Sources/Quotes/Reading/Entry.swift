/// A token with its words, out of its line.
struct Entry: Sendable, Hashable {
  var kind: Token.Kind
  /// As the seller wrote it.
  var said: String
  /// The line of the input, from 1.
  var line: Int
  /// Whether no blank stands before it.
  var isGlued: Bool

  var word: TradeWord? {
    if case .word(let word) = kind { return word }
    return nil
  }

  var isPart: Bool {
    switch kind {
    case .part, .parts: true
    default: false
    }
  }

  /// Whether it may be money.
  var isMoney: Bool {
    switch kind {
    case .price, .priceRange: true
    case .number(let price): price.hasPoint
    default: false
    }
  }

  /// Whether it is a tax, a condition or a time, which may be said of several parts at once.
  var isTerm: Bool {
    switch word {
    case .taxIncluded, .taxExcluded, .condition, .onHand, .onOrder: return true
    default: break
    }
    if case .days = kind { return true }
    return false
  }

  /// Whether it is a number of any kind.
  var isNumeric: Bool {
    switch kind {
    case .price, .priceRange, .number, .quantity, .quantities, .plus: true
    default: false
    }
  }

  /// Whether it says nothing of a quote.
  var isSilent: Bool {
    switch kind {
    case .silent, .stop, .join, .sign, .other, .word(.silent), .word(.present), .word(.today), .word(.part): true
    default: false
    }
  }
}

/// A part that an answer is about.
enum Reference: Sendable, Hashable {
  /// A line that was asked for, and what the seller called it.
  case asked(Int, said: String, isWhole: Bool)
  case other(String)
  case unclear(said: String, lines: [Int])
}

/// What is said about one part, or about several together.
struct Record: Sendable, Hashable {
  var parts: [Reference]
  var entries: [Entry] = []
  /// The lines of the input on which it stands.
  var firstLine: Int
  var lastLine: Int
  /// Why no price of the record can be taken, whatever it says.
  var doubts: [AnswerReason] = []

  /// Whether it says a price, or that there is none.
  var isComplete: Bool {
    entries.contains { $0.isMoney || $0.word == .absent || $0.word == .onRequest || $0.word == .later }
  }
}
