import BOMImport
import Diagnostics
import Phrases
import Testing

/// What an import says of a line, in both languages.
@Suite struct ClauseTests {
  /// Rows that end in each reason there is.
  private static let texts = [
    "Refs,Value,Footprint,LCSC\nR1,4.7k,0603,C23162\nR2,10k,0603,C23162\nR3,4.7k,0402,C23162\nR4,4.7k 1W,0603,C23162\nR5,1k,0603,TBD\n",
    "Refs,Value,Footprint,LCSC\nR1,10k,0402,\"C23162, C25744\"\nR2,22k,0603,C99999\nR3,4k7 zzq,0603,C23162\nR4,4k7,0603,C23162?\n",
    "Refs,MPN,Manufacturer,Footprint\nU1,TP4056,,\nU2,CH340N,WCH,\nU3,CH340N,ST,\nU4,TP4056,UMW,\nU5,CH340N:5,,\nU6,CH340N TP4056,,\nU7,XYZ,,\n",
    "Refs,Value,Footprint,Alternate\nR1,4k7,0603,10k\nR2,4k7,0603,RC0402-10K\nR3,4k7 5%,0603,1%\n",
    "Refs,MPN,Alternate\nR1,XYZ-99,RC0603-4K7-1\nR2,RC0603-4K7-1,RC0402-10K\nR3,RC0603-4K7-1,GRM-100N-50\n",
    "Refs,Value,Footprint,Description\nR1,4k7,0402,0603\nR2,4k7,0603,Zener\nC1,100n X7R,0402,C0G\nR3,4k7 5%,0603,1%\nR4,4k7 or 10k,0603,\n",
    "Refs,Value,Footprint\nR1,4k7 a b c d,0603\nR2,4k7 thin,0603\nR3,4k7,\nR4,4k7,odd\nR5,4k7 0.1%,0603\nR6,12k,0603\nR7,4k7,1206\n",
    "Refs,Value,Footprint\nC1,100n electrolytic,0402\nC2,10,0402\nR1,10k NTC,0603\nU1,STM32F103,\nU2,CH340N,SOT-23-5\nU3,CH340N,SOP-8\nU4,foo bar,\n",
    "Refs,Value,Footprint,Manufacturer\nR1,4k7,0603,YAGEO\nR2,4k7,0603,Foobar\n",
    "Refs,Value,Qty\n\"R1, R2\",4k7,3\nR3,4k7,2\nR4,4k7,16/40\n2024-03-04,4k7,1\nR9-R5,4k7,\nR6*,4k7,\n\"R7 (odd), R8\",4k7,\nR10 R10,4k7,\n",
    "Refs,Value,Footprint\nR1,4k7,0603\nR1,10k,0402\nU2A,TP4056,\nU2B,CH340N,\n",
    "Value,Footprint\n4k7,0603\n", "Refs,Value,Foo\nR1,4k7,DNP\nR2,4k7,removed\n",
    "Refs,Value,Notes\nR1,4k7,only for B\nR2,4k7,optional\n", "Refs,Value,Optional\nR1,4k7,yes\n",
    "Refs;Value\nR1;4,700k\n", "Refs,LCSC,Value\nU1,C506813,SIM800C\nD1,C506813,Green LED\nU2,C506813,1.8V LDO\n",
    "Refs,Value,LCSC,Manufacturer\nR1,4k7,C23162,Murata\n",
    "Refs,Value,Footprint\nR1,4k7,1005\nJ1,Conn_01x04,PinHeader_1x06\n",
    "Refs,Value,Fitted\nR1,4k7,x\nR2,4k7,\nOptions,,\nR3,4k7,x\n", "Refs,Value,Config\nR1,4k7,x\nR2,4k7,No\n",
    "Refs,MPN,Description\nU1,CH340N obsolete,\nR2,103,\nR3,RC0603-4K7-1,100nF\n",
  ]

  private func report(_ text: String) throws -> (report: ImportReport, reasons: [Clause]) {
    let (bill, findings) = try Fixtures.read(text)
    let matcher = Matcher(index: SmallIndex.standard, words: Fixtures.words, sink: DiagnosticSink())
    let matches = try bill.lines.map { try matcher.match($0) }
    let clauses = matches.flatMap {
      [$0.reason] + $0.line.doubts + $0.line.settled + [$0.line.contradiction].compactMap { $0 }
    }
    return (ImportReport(bill, matches, findings: findings), clauses)
  }

  @Test("every reason has its Chinese, and no English sentence is left in it")
  func translated() throws {
    for text in Self.texts + Fixtures.texts.sorted(by: { $0.key < $1.key }).map(\.value) {
      guard let (report, reasons) = try? report(text) else { continue }
      for reason in reasons {
        #expect(reason.untranslated.isEmpty, "\(reason.untranslated)")
        for word in [" is ", " are ", " the ", "not ", " parts"] {
          #expect(!reason.chinese.contains(word), "\(reason.chinese)")
        }
      }
      #expect(report.lines.map(\.why) == report.lines.map { $0.reason(.english) })
    }
  }

  @Test("texts of both languages have the same blanks")
  func blanks() {
    for (english, chinese) in ImportPhrase.chinese {
      #expect(english.ranges(of: "{}").count == chinese.ranges(of: "{}").count, "\(english)")
    }
  }

  @Test func clausesJoinAndNest() {
    let inner: Clause = "the line names \("X")"
    let whole: Clause = "number and line disagree: \(inner)"
    #expect(whole.english == "number and line disagree: the line names X")
    #expect(whole.chinese == "型号与该行不符：该行写的是 X")
    #expect((whole + "; " + inner).chinese == "型号与该行不符：该行写的是 X；该行写的是 X")
    #expect(whole(.both) == "\(whole.english) / \(whole.chinese)")
    // A blank's own braces are no blank.
    #expect(("nothing is known of `\("{}")`" as Clause).chinese == "对 `{}` 一无所知")
    #expect(("no such words" as Clause).untranslated == ["no such words"])
  }

  @Test func theReportIsInTheLanguageAskedFor() throws {
    let (report, _) = try report(
      "Refs,Value,Footprint,Foo,DNP\nR1,4k7,0603,left,\nR2,4k7 zzq,0603,left,\nR3,10k,0402,,DNP\n")
    let lines = report.text(.chinese).split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "等级  位号  型号  原因", "等效  R1    –     2 个器件满足 4.7 kΩ, 0603",
        "推测  R2    –     2 个器件满足 4.7 kΩ, 0603，但未能理解 `zzq`（B3 (Value)）", "不贴  R3    –     1 个器件满足 10 kΩ, 0402", "未能理解：",
        "  B3 (Value): `zzq`", "未读取的列：Foo (2 格：left)", "bom.csv (kicad-csv, UTF-8): 2 行：1 等效, 1 推测；1 行不贴",
        "1 行可以放心，1 行需要看一下，1 格未能理解。",
      ])
    #expect(report.text(.both).contains("1 line is sure, 1 wants a look, 1 cell was not understood. / 1 行可以放心"))
  }

  @Test func oneLineIsExplainedInChinese() throws {
    let (bill, _) = try Fixtures.read("Refs,Value,Footprint,Foo\nR1,4k7 zzq SMD,0603,left\n")
    let matcher = Matcher(index: SmallIndex.standard, words: Fixtures.words, sink: DiagnosticSink())
    let explanation = try #require(
      LineExplanation("R1", among: try bill.lines.map { try matcher.match($0) }, words: Fixtures.words))
    let text = explanation.text(.chinese)
    for words in ["R1: 推测: 2 个器件满足", "`zzq`: 未能理解", "`SMD`: 与选型无关", "D2 (Foo): `left`: 此列未读取"] {
      #expect(text.contains(words), "\(text)")
    }
  }
}
