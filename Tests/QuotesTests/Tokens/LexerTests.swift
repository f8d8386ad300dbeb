import Testing

@testable import Quotes

struct LexerTests {
  /// Kinds of tokens with their words, one each.
  private func tokens(_ text: String) -> [String] {
    let plain = PlainText(text)
    let names = PartNames(AnswerCorpus.context)
    return Lexer.tokens(of: plain, parts: names).map { token in
      let said = plain.said(token.range)
      switch token.kind {
      case .part(_, let line?, _): return "part \(names.context.lines[line].mpn)"
      case .part(let name, nil, _): return "other part \(name)"
      case .parts: return "parts \(said)"
      case .price(let price): return "price \(price.millionths) \(price.per)"
      case .priceRange: return "prices \(said)"
      case .quantity(let count): return "quantity \(count)"
      case .quantities(let least, let most): return "quantities \(least) \(most ?? 0)"
      case .plus(let count): return "plus \(count)"
      case .number(let price): return "number \(price.millionths)"
      case .packs(let count): return "packs \(count)"
      case .dateCode: return "date \(said)"
      case .days(let days): return "days \(days)"
      case .percent(let share): return "share \(share)"
      case .word(let word): return "\(word)"
      case .stop: return "stop"
      case .join: return "join"
      case .sign(let sign): return "sign \(sign)"
      case .silent: return "silent \(said)"
      case .other: return "unknown \(said)"
      }
    }
  }

  @Test func numbersTakeWhatStandsBesideThem() {
    #expect(tokens("3毛5") == ["price 350000 pieces(1)"])
    #expect(tokens("1块2毛5") == ["price 1250000 pieces(1)"])
    #expect(tokens("块六") == ["price 1600000 pieces(1)"])
    #expect(tokens("95/k") == ["price 95000000 pieces(1000)"])
    #expect(tokens("¥36/100pcs") == ["price 36000000 pieces(100)"])
    #expect(tokens("300/盘") == ["number 300000000"])
    #expect(tokens("1.5w") == ["quantity 15000"])
    #expect(tokens("2,000pcs") == ["quantity 2000"])
    #expect(tokens("1-99") == ["quantities 1 99"])
    #expect(tokens("4-6周") == ["days 42"])
    #expect(tokens("0.3-0.35") == ["prices 0.3-0.35"])
    #expect(tokens("23+") == ["plus 23"])
    #expect(tokens("22/23") == ["date 22/23"])
    #expect(tokens("13点") == ["share 13"])
    #expect(tokens("2026-11-27") == ["silent 2026-11-27"])
    #expect(tokens("13812345678") == ["silent 13812345678"])
  }

  @Test func partsComeBeforeNumbers() {
    #expect(tokens("NUP2105 0.5") == ["part NUP2105LT1G", "number 500000"])
    #expect(tokens("AMS1117-3.3 0.2") == ["part AMS1117-3.3", "number 200000"])
    #expect(tokens("AMS1117 3.3 0.2") == ["part AMS1117-3.3", "number 200000"])
    #expect(tokens("AMS1117-5.0 0.2") == ["other part AMS1117-5.0", "number 200000"])
    #expect(tokens("LM2596-5.0") == ["parts LM2596-5.0"])
    #expect(tokens("1N4007") == ["part 1N4007"])
    #expect(tokens("TP4056-0.35") == ["part TP4056", "silent -", "number 350000"])
    #expect(tokens("10K 0402 20元") == ["part 0402WGF1002TCE", "price 20000000 pieces(1)"])
  }

  @Test func theLongestWordCounts() {
    #expect(tokens("不含税") == ["taxExcluded"])
    #expect(tokens("非原装") == ["otherCondition"])
    #expect(tokens("没有现货") == ["absent"])
    #expect(tokens("out of stock") == ["absent"])
    #expect(tokens("excl. VAT") == ["taxExcluded"])
  }
}
