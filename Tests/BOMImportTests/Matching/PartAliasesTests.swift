import BOMImport
import Diagnostics
import Electronics
import Testing

@Suite("What was decided about lines of earlier bills")
struct PartAliasesTests {
  private func matches(_ bom: String, _ aliases: PartAliases) throws -> [LineMatch] {
    let (bill, _) = try Fixtures.read(bom)
    let matcher = Matcher(index: SmallIndex.standard, words: Fixtures.words, sink: DiagnosticSink())
    return try bill.lines.map { try aliases.applied(to: try matcher.match($0), in: SmallIndex.standard) }
  }

  @Test("a number that was decided is that part, whatever the case of its letters")
  func number() throws {
    var aliases = PartAliases()
    let isKept = aliases.remember(PartWords(mpn: "SC99", maker: "Acme"), part: "CH340N", maker: "WCH")
    #expect(isKept)
    let found = try matches("Refs,MPN,Manufacturer\nU1,sc99,ACME\nU2,SC99,Other\nU3,SC98,Acme\n", aliases)
    #expect(found.map(\.grade) == [.exact, .none, .none])
    #expect(found[0].part?.id.mpn == "CH340N")
    #expect(found[0].why == "you decided that `SC99` is `CH340N`")
  }

  @Test("a value with its package may be decided, and what nothing knows is asked for by its new name")
  func value() throws {
    var aliases = PartAliases()
    let isKept = aliases.remember(
      PartWords(package: "QFN", value: "the usual one"), part: "Nobody Knows 3", maker: nil)
    let isVague = aliases.remember(PartWords(value: "no package"), part: "X", maker: nil)
    #expect(isKept && !isVague)
    let found = try matches("Refs,Value,Footprint\nU1,The usual one,QFN\nU2,the usual one,SOP\n", aliases)
    #expect(found[0].decided?.mpn == "Nobody Knows 3" && found[1].decided == nil)
  }

  @Test("a certain match and a row that contradicts itself stay as they are")
  func untouched() throws {
    var aliases = PartAliases()
    _ = aliases.remember(PartWords(mpn: "CH340N", maker: "WCH"), part: "TP4056", maker: nil)
    _ = aliases.remember(PartWords(mpn: "ZZ9"), part: "CH340N", maker: nil)
    let found = try matches("Refs,MPN,Manufacturer,Qty\nU1,CH340N,WCH,1\nU2,ZZ9,,16/40\n", aliases)
    #expect(found[0].part?.id.mpn == "CH340N" && found[1].grade != .exact)
  }

  @Test("the table is read as it was written, and a later decision takes the place of an earlier one")
  func table() throws {
    var aliases = PartAliases()
    _ = aliases.remember(PartWords(mpn: "A,\"1\"", maker: "#M"), part: "X", maker: nil)
    _ = aliases.remember(PartWords(mpn: "B"), part: "Y", maker: "Z")
    _ = aliases.remember(PartWords(mpn: "b"), part: "Y2", maker: nil)
    let sink = DiagnosticSink()
    let read = try #require(PartAliases(SourceText(file: "a.csv", text: aliases.text), into: sink))
    #expect(sink.diagnostics.isEmpty && read == aliases)
    #expect(read.aliases.map(\.part) == ["X", "Y2"])
    #expect(PartAliases(SourceText(file: "a.csv", text: "number,is\n"), into: sink) == nil)
  }
}
