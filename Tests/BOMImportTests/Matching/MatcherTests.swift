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

  @Test(
    "one rule for numbers that contradict their line: nobody knows which is meant",
    arguments: [
      "Designator,Comment,Footprint,LCSC\nR1,10k,0603,C23162\n",
      "Designator,Comment,Footprint,MPN\nR1,10k,0603,RC0603-4K7-1\n",
      "Designator,Comment,Footprint,LCSC\nR1,4.7k,0402,C23162\n",
      "Designator,Comment,Footprint,LCSC\nR1,4.7k 0.1%,0603,C23162\n",
      "Designator,Comment,Footprint,LCSC\nR1,4.7k 1W,0603,C23162\n",
      "Designator,Comment,Footprint,MPN\nC1,100n 50V,0402,GRM-100N-16\n",
      "Designator,Comment,Footprint,MPN\nC1,100n C0G,0402,GRM-100N-16\n",
      "Designator,Comment,Footprint,MPN\nC1,100n tantalum,0402,GRM-100N-16\n",
      "Designator,Comment,Footprint,LCSC\nC1,100n,0402,C25744\n",
      "Designator,Comment,Footprint,MPN\nR1,10k,0402,GRM-100N-16\n",
      "Designator,Comment,Footprint,LCSC,MPN\nR1,,0603,C23162,RC0402-10K\n",
    ])
  func contradictions(text: String) throws {
    let (matches, findings) = try matches(text)
    #expect(matches[0].grade == .ambiguous, "\(matches[0].why)")
    #expect(matches[0].part == nil)
    #expect(findings.contains { $0.code == BOMCodes.contradiction })
  }

  @Test(
    "a line that contradicts itself is ambiguous, and of two ratings the stricter counts",
    arguments: [
      ("Refs,Value,Footprint,Description\nR1,4k7,0402,chip resistor 0603\n", MatchGrade.ambiguous, 0),
      ("Refs,Value,Footprint,Description\nR1,4k7,0603,10k resistor\n", .ambiguous, 0),
      ("Refs,Value,Footprint,Description\nC1,100n X7R,0402,C0G\n", .ambiguous, 0),
      ("Refs,Value,Footprint\nR1,4k7 or 10k,0603\n", .ambiguous, 0),
      ("Refs,Value,Footprint\nR1,4k7,0603 or 0402\n", .ambiguous, 0),
      ("Refs,Value,Footprint,Description\nC1,100n 10V,0402,50 V\n", .equivalent, 1),
      ("Refs,Value,Footprint,Description\nR1,4k7 5%,0603,1%\n", .equivalent, 1),
    ])
  func selfContradictions(text: String, grade: MatchGrade, count: Int) throws {
    let match = try match(text)
    if grade == .ambiguous {
      #expect(!match.grade.isCertain, "\(match.why)")
    } else {
      #expect(
        match.grade == grade && match.candidateCount == count && match.why.contains("the stricter counts"),
        "\(match.why)")
    }
  }

  @Test(
    "a word that nobody understands leaves a line likely at most, and is named",
    arguments: [
      ("Refs,Value,Footprint\nR1,4k7 zzq,0603\n", "zzq"), ("Refs,Value,Footprint\nR1,4k7,0603 zzq\n", "zzq"),
      ("Refs,Value,Footprint\nC1,100n ${VOLT},0402\n", "VOLT"), ("Refs,Value,Footprint\nC1,100n/50,0402\n", "50"),
      ("Refs,Value,Footprint,Tolerance\nR1,4k7,0603,0.05\n", "0.05"),
      ("Refs,Value,Footprint,Voltage\nC1,100n,0402,high\n", "high"),
      ("Refs,Value,Footprint,LCSC\nR1,4k7,0603,C23162 zzq\n", "zzq"),
    ])
  func unreadWords(text: String, word: String) throws {
    let match = try match(text)
    #expect(match.grade == .heuristic)
    #expect(match.why.contains("`\(word)` in "), "\(match.why)")
    #expect(match.line.unread.map(\.text).contains(word))
  }

  @Test(
    "words that make it another part are no chip",
    arguments: [
      "R1,4k7 B3950,0603", "R1,4k7 pot,0603", "R1,4k7 LDR,0603", "R1,4k7 array,0603", "R1,4k7 NTC,0603",
      "C1,100n X2 275VAC,0402",
      "C1,100n tantalum,0402", "C1,100n film,0402", "C1,100n electrolytic,0402", "R1,4k7 排阻,0603", "C1,100n 钽电容,0402",
    ])
  func otherParts(row: String) throws {
    #expect(try match("Refs,Value,Footprint\n\(row)\n").grade.isCertain == false)
  }

  @Test func ofSeveralOrderNumbersThoseThatFitCount() throws {
    let match = try match("Refs,Value,Footprint,LCSC\nR1,10k,0402,\"C23162, C25744\"\n")
    #expect(match.grade == .exact && match.part?.id.mpn == "RC0402-10K")
    #expect(match.why.contains("`C23162` contradicts the line"))
  }

  @Test func alternatesThatAreKnownAndFitBecomeAlternates() throws {
    let (matches, findings) = try matches("Refs,MPN,Manufacturer,MPN 2,Alternates\nU1,CH340N,WCH,STM32F103C8T6,XYZ-1\n")
    #expect(matches[0].grade == .exact)
    #expect(matches[0].alternatives.map(\.id.mpn) == ["STM32F103C8T6"])
    #expect(findings.map(\.code) == [BOMCodes.numberUnknown])
    #expect(
      ImportedSpec(matches, file: "x", dialect: .table).lines[0].slot
        == "{any: [{mpn: CH340N, maker: WCH}, {mpn: STM32F103C8T6, maker: STMicroelectronics}]}")
  }

  @Test(arguments: ["CH340N:5", "3:CH340N|TP4056", "2:CH340N"])
  func piecesOfANumberAreAsked(number: String) throws {
    #expect(try match("Refs,MPN\nU1,\(number)\n").grade == .ambiguous)
  }

  @Test func aSpecificationInAColumnOfNumbersIsRead() throws {
    let match = try match("位号,规格型号,数量\nC1,100nF/50V/0402/X7R,1\n")
    #expect(match.grade == .equivalent && match.candidates.map(\.id.mpn) == ["GRM-100N-50"], "\(match.why)")
  }

  @Test func aValueThatOnlyAnotherPackageHasIsSaidSo() throws {
    #expect(
      try match("Refs,Value,Footprint\nR1,4k7,1206\n").why == "no part has 4.7 kΩ in 1206; others have it in 0603")
  }

  @Test("a value that only another kind of part has, or has in another package, is said so")
  func missingKinds() throws {
    var index = SmallIndex.standard
    index.own.append(
      SmallIndex.part(
        "EEE-1U", "Panasonic", "electrolytic-capacitor", "SMD,D4xL5.4mm", ["capacitance": ("1u", .capacitance)]))
    let matcher = Matcher(index: index, words: Fixtures.words, sink: DiagnosticSink())
    let cases = [
      ("C1,100n electrolytic,0402", "no electrolytic-capacitor of 100 nF is known; capacitor has it"),
      ("C1,1u electrolytic,0402", "no electrolytic-capacitor of 1 µF is known in 0402; others are in `SMD,D4xL5.4mm`"),
      ("C1,3u3 tantalum,0402", "no part has 3.3 µF"),
      ("R1,4k7,0402", "no part has 4.7 kΩ in 0402; others have it in 0603"),
      ("R1,10k varistor,0603", "a line of kind `varistor` is known by a part number only, and it has none"),
      ("C1,22p trimmer,0603", "a line of kind `variable` is known by a part number only, and it has none"),
      ("R1,10k thermistor,0603", "a line of kind `thermistor` is known by a part number only, and it has none"),
    ]
    for (row, why) in cases {
      let line = try #require(Fixtures.read("Refs,Value,Footprint\n\(row)\n").bill.lines.first)
      #expect(try matcher.match(line).why == why, "\(row)")
    }
  }

  @Test func passivesMayBeOthersOfEqualFacts() throws {
    let line = try #require(Fixtures.read("Designator,LCSC\nR1,C23162\n").bill.lines.first)
    var index = SmallIndex.standard
    index.own.append(SmallIndex.resistor("RC0603-4K7-1B", "4.7k", "0603", "1%"))
    let matcher = Matcher(index: index, words: Fixtures.words, sink: DiagnosticSink(), passives: .equivalent)
    let match = try matcher.match(line)
    #expect(match.grade == .exact && match.candidates.count == 2)
    let slot = ImportedSpec([match], file: "x", dialect: .table).lines[0].slot
    #expect(slot == "4.7kΩ 0603 1% 100mW", "\(slot ?? "")")
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
    let named = try matcher.match(try #require(Fixtures.read("Refs,Value\nU1,CH340N\n").bill.lines.first))
    #expect(named.grade == .exact && named.part?.id.maker == "WCH")
  }

  @Test func aValueThatNamesAnotherPartThanTheOrderNumberIsTold() throws {
    let (matches, findings) = try matches("Designator,Comment,LCSC\nU1,SIM800C,C506813\n")
    #expect(matches[0].grade == .ambiguous)
    #expect(findings.first?.message == "`C506813` is CH340N of WCH: the line names SIM800C")
  }

  @Test func makerAndNumberAreExactUnderAnyOfTheMakersNames() throws {
    #expect(try match("Refs,MPN,Manufacturer\nU1,ch340n,WCH(南京沁恒)\n").grade == .exact)
    #expect(try match("Refs,MPN,Manufacturer\nU1,STM32F103C8T6,ST\n").grade == .exact)
    #expect(try match("Refs,MPN\nU1,CH340N\n").grade == .exact)
  }

  @Test func aNumberOfSeveralMakersMayBeOfAnyOfThem() throws {
    let (matches, findings) = try matches("Refs,MPN\nU1,TP4056\n")
    #expect(matches[0].grade == .equivalent)
    #expect(matches[0].alternatives.map(\.id.maker) == ["TOPPOWER", "UMW"])
    #expect(findings.map(\.code) == [BOMCodes.severalMakers])
    #expect(
      ImportedSpec(matches, file: "x", dialect: .table).lines[0].slot
        == "{any: [{mpn: TP4056, maker: TOPPOWER}, {mpn: TP4056, maker: UMW}]}")
    var index = SmallIndex.standard
    index.listed.append(SmallIndex.part("TP4056", "Else", "charger", "SOT-23-5"))
    let matcher = Matcher(index: index, words: Fixtures.words, sink: DiagnosticSink())
    #expect(
      try matcher.match(try #require(Fixtures.read("Refs,MPN\nU1,TP4056\n").bill.lines.first)).grade == .ambiguous)
    #expect(try self.match("Refs,MPN,Manufacturer\nU1,TP4056,UMW\n").grade == .exact)
    #expect(try self.match("Refs,MPN,Manufacturer\nU1,TP4056,NanJing\n").grade == .heuristic)
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

  @Test func aValueThatIsAWholeNumberCountsAndABeginningIsOnlyLikely() throws {
    #expect(try match("Refs,Value\nU1,CH340N\n").grade == .exact)
    #expect(try match("Refs,Value,Footprint\nU1,CH340N,SOP-8\n").grade == .exact)
    #expect(try match("Refs,Value,Footprint\nU1,CH340N,SOT-23-5\n").grade == .ambiguous)
    #expect(try match("Refs,Device\nU1,CH340N\n").grade == .exact)
    #expect(try match("Refs,Value\nU1,STM32F103\n").grade == .heuristic)
    #expect(try match("Refs,Value\nU1,TP4056\n").grade == .equivalent)
    #expect(try match("Refs,Value\nU1,XYZ-12345\n").grade == .none)
  }

  @Test func uncertainLinesAreWarnedOfUnlessUnfitted() throws {
    #expect(try matches("Refs,Value\nU1,STM32F103\n").findings.map(\.code) == [BOMCodes.unmatched])
    #expect(try matches("Refs,Value,DNP\nU1,STM32F103,DNP\n").findings.isEmpty)
  }

  @Test func aNumberThatOneMakerSellsInTheLinesPackageIsExact() throws {
    var index = SmallIndex.standard
    index.listed.append(SmallIndex.part("TP4056", "Else", "charger", "SOT-23-5"))
    let matcher = Matcher(index: index, words: Fixtures.words, sink: DiagnosticSink())
    let match = try matcher.match(
      try #require(Fixtures.read("Refs,MPN,Footprint\nU1,TP4056,SOT-23-5\n").bill.lines.first))
    #expect(match.grade == .exact && match.part?.id.maker == "Else", "\(match.why)")
  }

  @Test(
    "pieces of a number are asked, however they are written",
    arguments: ["CH340N*5", "CH340N ×5", "CH340N x5", "2x CH340N", "3*CH340N"])
  func multiples(number: String) throws {
    #expect(try match("Refs,MPN\nU1,\(number)\n").grade == .ambiguous)
  }

  @Test func aNumberOfAnotherMakerIsOnlyLikelyWhateverTheValueSays() throws {
    let (matches, findings) = try matches("Refs,Value,Footprint,MPN,Manufacturer\nR1,10k,0402,RC0402-10K,Vishay\n")
    #expect(matches[0].grade == .heuristic)
    #expect(findings.map(\.code) == [BOMCodes.unmatched])
    #expect(findings[0].message.contains("not by `Vishay`"), "\(findings[0].message)")
  }

  @Test func aValueThatNamesAnotherPartThanTheNumberIsTold() throws {
    let (matches, findings) = try matches("Refs,Value,MPN\nU1,STM32F103C8T6,CH340N\nU2,CH340N,CH340N\n")
    #expect(matches.map(\.grade) == [.ambiguous, .exact])
    #expect(findings.first?.message == "`CH340N` is CH340N of WCH: the line names STM32F103C8T6")
  }

  @Test func aDoubtBesideAnOrderNumberIsNotUnderstood() throws {
    #expect(try match("Refs,Value,Footprint,LCSC\nR1,4.7k,0603,C23162?\n").grade == .heuristic)
  }

  @Test("one number of several makers will do from any, unless package or kind differ")
  func severalMakers() throws {
    func grade(_ parts: [(category: String, package: String)]) throws -> MatchGrade {
      let all = zip(["Anbon", "Borun", "Cetus"], parts).map {
        SmallIndex.part("SM712-02", $0, $1.category, $1.package)
      }
      let matcher = Matcher(index: SmallIndex(own: all), words: Fixtures.words, sink: DiagnosticSink())
      return try matcher.match(try #require(Fixtures.read("Refs,MPN\nU1,SM712-02\n").bill.lines.first)).grade
    }
    #expect(try grade([("tvs", "SOT-23"), ("esd", "SOT23-3"), ("other", "SOT-23-3L")]) == .equivalent)
    #expect(try grade([("charger", "ESOP-8"), ("other", "SOIC-8-EP")]) == .equivalent)
    #expect(try grade([("charger", "ESOP-8"), ("ldo", "ESOP-8")]) == .ambiguous)
    #expect(try grade([("tvs", "SMA(DO-214AC)"), ("tvs", "DO-214AA")]) == .ambiguous)
  }
}
