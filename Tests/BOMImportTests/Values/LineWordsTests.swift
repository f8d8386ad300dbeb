import Diagnostics
import Foundation
import Testing

@testable import BOMImport

/// Words × values × places × letters' case: a word of another kind of part never leaves a chip resistor or a ceramic capacitor
/// certain, and a word that says nothing never keeps it from being so.
@Suite struct LineWordsTests {
  private static let others: [(kind: String, words: [String])] = [
    (
      "R",
      [
        "NTC", "PTC", "thermistor", "pot", "potentiometer", "trimmer", "LDR", "array", "network", "MOV", "varistor",
        "B3950", "热敏", "排阻", "电位器",
      ]
    ),
    (
      "C",
      [
        "tantalum", "tant", "electrolytic", "elko", "polarized", "film", "X2", "Y1", "polypropylene", "supercap", "钽",
        "电解", "薄膜",
      ]
    ),
  ]
  private static let silent: [(kind: String, words: [String])] = [
    ("R", ["resistor", "Res", "SMD", "chip", "贴片", "电阻", "thick film", "贴片电阻"]),
    ("C", ["capacitor", "Cap", "SMD", "MLCC", "ceramic", "电容", "贴片电容", "陶瓷电容"]),
  ]
  private static let values = ["R": ["4k7", "4.7k", "4700", "4.7 kOhm"], "C": ["100n", "0.1uF", "104", "100 nF"]]

  private func grade(_ kind: String, _ value: String, _ description: String) throws -> MatchGrade {
    let package = kind == "R" ? "0603" : "0402"
    let text = "Refs,Value,Footprint,Description\n\(kind)1,\(value),\(package),\(description)\n"
    let matcher = Matcher(index: SmallIndex.standard, words: Fixtures.words, sink: DiagnosticSink())
    return try matcher.match(try #require(Fixtures.read(text).bill.lines.first)).grade
  }

  private func places(_ word: String, _ value: String) -> [(value: String, description: String)] {
    let cases = Set([word, word.lowercased(), word.uppercased()])
    return cases.flatMap { word -> [(value: String, description: String)] in
      [
        ("\(value) \(word)", ""), ("\(word) \(value)", ""), ("\(value)/\(word)", ""), ("\(value) (\(word))", ""),
        (value, word),
      ]
    }
  }

  @Test func wordsOfOtherPartsNeverLeaveAChipCertain() throws {
    for (kind, words) in Self.others {
      for word in words {
        for value in Self.values[kind]! {
          for (value, description) in places(word, value) {
            let grade = try self.grade(kind, value, description)
            #expect(!grade.isCertain, "`\(value)`, `\(description)`")
          }
        }
      }
    }
  }

  @Test func wordsThatSayNothingKeepALineCertain() throws {
    for (kind, words) in Self.silent {
      for word in words {
        for value in Self.values[kind]! {
          for (value, description) in places(word, value) {
            #expect(try self.grade(kind, value, description) == .equivalent, "`\(value)`, `\(description)`")
          }
        }
      }
    }
  }

  @Test func aTableWithAnUnknownKindIsRefused() {
    let sink = DiagnosticSink()
    var words = HeaderWords()
    words.add(
      SourceText(file: "w.yaml", text: "schema: peidan.bom-words/1\nwords:\n  resistr: {silent: [x]}\n"), into: sink)
    #expect(sink.diagnostics.map(\.message) == ["unknown kind `resistr`"])
    #expect(sink.diagnostics.first?.helps == ["did you mean `resistor`?"])
  }

  @Test func namedKindsAreOfTheCatalog() throws {
    let folder = URL(fileURLWithPath: "\(#filePath)").deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Catalog")
    let text = { (path: String) in try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8) }
    let categories = try text("categories.yaml")
    let lines = try text("bom/words.yaml").split(separator: "\n").drop { $0 != "named:" }.dropFirst()
      .prefix { $0.hasPrefix(" ") || $0.hasPrefix("#") }.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
    #expect(lines.count > 20)
    for name in lines.flatMap({ ($0.split(separator: ":").first ?? "").split(separator: " ") }) {
      #expect(categories.contains("\n  \(name):"), "\(name)")
    }
  }

  @Test(
    "sizes are no numbers of parts",
    arguments: [
      ("M3*10", true), ("M2.5x6mm", true), ("M3", true), ("3*10", true), ("M3*6+6", true), ("M0603", false),
      ("MBR0530", false), ("10", false), ("2.54-1*4P", false),
    ])
  func sizes(text: String, isSize: Bool) { #expect(PartNumbers.isSize(text) == isSize) }
}
