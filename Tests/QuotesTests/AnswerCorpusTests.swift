import Quotes
import Testing

/// Lines of many shapes with the truth beside them: nothing is taken wrongly, nearly everything clear is taken.
struct AnswerCorpusTests {
  private func score(_ context: QuoteContext) throws -> AnswerScore {
    let reader = AnswerReader(context)
    var score = AnswerScore()
    for item in try AnswerCorpus("answers").items { score.add(item, reader.read(item.text)) }
    return score
  }

  @Test func corpusHasTheLinesAndShapesThatAreAskedFor() throws {
    let items = try AnswerCorpus("answers").items
    #expect(items.count >= 300)
    #expect(Set(items.map(\.shape)).count >= 40)
  }

  @Test func takesClearAnswersAndNoWrongPrice() throws {
    let score = try score(AnswerCorpus.context)
    #expect(score.wrong.isEmpty, "\(score.wrong.joined(separator: "\n"))")
    #expect(score.spurious.isEmpty, "\(score.spurious.joined(separator: "\n"))")
    #expect(
      score.taken * 100 >= score.clear * 97,
      "\(score.taken) of \(score.clear) taken:\n\(score.missed.joined(separator: "\n"))")
  }

  /// Parts of which no list has a price leave more to ask, and nothing more to take wrongly but a slip in the figures.
  @Test func takesNoWrongPriceWithoutLists() throws {
    var context = AnswerCorpus.context
    for index in context.lines.indices { context.lines[index].listPrice = nil }
    context.known = { AnswerCorpus.context.known($0).map { KnownPart(mpn: $0.mpn) } }
    let score = try score(context)
    let slips = ["3.5", "0.035", "¥350"]
    let wrong = score.wrong.filter { line in !slips.contains { line.contains($0) } }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
    #expect(
      score.taken * 100 >= score.clear * 90,
      "\(score.taken) of \(score.clear) taken:\n\(score.missed.joined(separator: "\n"))")
  }
}
