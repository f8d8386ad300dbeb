import BOMImport
import Diagnostics
import Electronics
import Testing

@Suite struct MatcherTests {
  private func matches(_ text: String) throws -> (matches: [LineMatch], findings: [Diagnostic]) {
    let (bill, _) = try Fixtures.read(text)
    let sink = DiagnosticSink()
    let matcher = Matcher(index: SmallIndex.standard, words: Fixtures.words, sink: sink)
    return (try bill.lines.map { try matcher.match($0) }, sink.diagnostics)
  }

  private func match(_ text: String) throws -> LineMatch { try #require(try matches(text).matches.first) }

  @Test func aKnownOrderNumberIsExact() throws {
    let match = try match("Designator,Comment,Footprint,LCSC\nR1,4.7k,0603,C23162\n")
    #expect(match.grade == .exact)
    #expect(match.part?.id.mpn == "RC0603-4K7-1")
  }

  @Test func anOrderNumberThatContradictsItsLineIsToldAndStaysExact() throws {
    let (matches, findings) = try matches("Designator,Comment,Footprint,LCSC\nR1,10k,0603,C23162\n")
    #expect(matches[0].grade == .exact)
    #expect(findings.map(\.code) == [BOMCodes.contradiction])
  }

  @Test func anUnknownOrderNumberIsToldWhereTheValueDecides() throws {
    let (matches, findings) = try matches("Designator,Comment,Footprint,LCSC\nR1,4.7k,0603,C999999\n")
    #expect(matches[0].grade == .equivalent)
    #expect(findings.map(\.code) == [BOMCodes.numberUnknown])
  }

  @Test func thermistorsAreNoResistors() throws {
    #expect(try match("Refs,Value,Footprint\nR1,4.7k THERM,0603\n").grade == .none)
  }

  @Test func aListsOtherSpellingOfAMakerIsTheSameMaker() throws {
    var index = SmallIndex.standard
    index.listed.append(SmallIndex.part("CH340N", "WCH(Jiangsu Qin Heng)", "interface-ic", "SOP-8"))
    let matcher = Matcher(index: index, words: Fixtures.words, sink: DiagnosticSink())
    for text in ["Refs,MPN\nU1,CH340N\n", "Refs,MPN,Manufacturer\nU1,CH340N,WCH\n"] {
      let match = try matcher.match(try #require(Fixtures.read(text).bill.lines.first))
      #expect(match.grade == .exact)
      #expect(match.part?.id.maker == "WCH")
    }
    let likely = try matcher.match(try #require(Fixtures.read("Refs,Value\nU1,CH340N\n").bill.lines.first))
    #expect(likely.grade == .heuristic && likely.part?.id.maker == "WCH")
  }

  @Test func aValueThatNamesAnotherPartThanTheOrderNumberIsTold() throws {
    let (matches, findings) = try matches("Designator,Comment,LCSC\nU1,SIM800C,C506813\n")
    #expect(matches[0].grade == .exact)
    #expect(findings.map(\.message) == ["`C506813` is CH340N of WCH: the line names SIM800C"])
  }

  @Test func makerAndNumberAreExactUnderAnyOfTheMakersNames() throws {
    #expect(try match("Refs,MPN,Manufacturer\nU1,ch340n,WCH(南京沁恒)\n").grade == .exact)
    #expect(try match("Refs,MPN,Manufacturer\nU1,STM32F103C8T6,ST\n").grade == .exact)
    #expect(try match("Refs,MPN\nU1,CH340N\n").grade == .exact)
  }

  @Test func aNumberOfSeveralMakersIsAmbiguousAndListsThem() throws {
    let match = try match("Refs,MPN\nU1,TP4056\n")
    #expect(match.grade == .ambiguous)
    #expect(match.candidates.map(\.id.maker) == ["TOPPOWER", "UMW"])
    #expect(try self.match("Refs,MPN,Manufacturer\nU1,TP4056,UMW\n").grade == .exact)
    #expect(try self.match("Refs,MPN,Manufacturer\nU1,TP4056,NanJing\n").grade == .ambiguous)
  }

  @Test func toleranceAndRatingsAreMetFromOneSide() throws {
    #expect(try match("Refs,Value,Footprint\nR1,4k7 5%,0603\n").candidateCount == 2)
    #expect(try match("Refs,Value,Footprint\nR1,4k7 1%,0603\n").candidateCount == 1)
    #expect(try match("Refs,Value,Footprint\nR1,4k7 0.1%,0603\n").grade == .none)
    #expect(try match("Refs,Value,Footprint\nC1,100n 25V,0402\n").candidates.map(\.id.mpn) == ["GRM-100N-50"])
    #expect(try match("Refs,Value,Footprint\nC1,22p COG,0402\n").grade == .equivalent)
    #expect(try match("Refs,Value,Footprint\nC1,22p X7R,0402\n").grade == .none)
  }

  @Test func aLineWithoutAPackageIsOnlyLikely() throws {
    #expect(try match("Refs,Value\nR1,4k7\n").grade == .heuristic)
  }

  @Test func anUnknownNumberFallsBackToValueAndPackageAndIsTold() throws {
    let (matches, findings) = try matches("Refs,Value,Footprint,MPN\nR1,10k,0402,ERJ-XYZ\n")
    #expect(matches[0].grade == .equivalent)
    #expect(findings.map(\.code) == [BOMCodes.numberUnknown])
  }

  @Test func aModuleIsNeverAPassive() throws {
    // A part number that is a resistor's, in a line of a module; and a module's number in a line of a resistor.
    let module = try match("Refs,MPN,Description\nU1,100K,radio module\n")
    #expect(module.grade == .ambiguous)
    #expect(module.part == nil)
    #expect(try match("Refs,MPN\nR1,SIM800C\n").grade == .ambiguous)
    #expect(try match("Refs,Value,LCSC\nU1,GSM module,C23162\n").grade == .ambiguous)
  }

  @Test func aValueThatIsANumberIsOnlyLikely() throws {
    #expect(try match("Refs,Value\nU1,CH340N\n").grade == .heuristic)
    #expect(try match("Refs,Value\nU1,STM32F103\n").grade == .heuristic)
    #expect(try match("Refs,Value\nU1,TP4056\n").grade == .ambiguous)
    #expect(try match("Refs,Value\nU1,XYZ-12345\n").grade == .none)
  }

  @Test func uncertainLinesAreWarnedOfUnlessUnfitted() throws {
    #expect(try matches("Refs,Value\nU1,TP4056\n").findings.map(\.code) == [BOMCodes.unmatched])
    #expect(try matches("Refs,Value,DNP\nU1,TP4056,DNP\n").findings.isEmpty)
  }
}
