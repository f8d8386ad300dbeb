import BOMImport
import Base
import Foundation
import TestSupport
import Testing

@Suite struct ReferenceListTests {
  @Test(
    "lists, ranges and slashes",
    arguments: [
      ("R1,R2", ["R1", "R2"]), ("R1 R2;R3、R4，R5", ["R1", "R2", "R3", "R4", "R5"]), ("R1-R3", ["R1", "R2", "R3"]),
      ("R1–R3", ["R1", "R2", "R3"]), ("R1..3", ["R1", "R2", "R3"]), ("R1 to R3, R7", ["R1", "R2", "R3", "R7"]),
      ("R1->R2", ["R1", "R2"]), ("R1 ~ R2", ["R1", "R2"]), ("C17/18/19", ["C17", "C18", "C19"]),
      ("C17/C19", ["C17", "C19"]), ("R48A/B", ["R48A", "R48B"]), ("R48A/R48B", ["R48A", "R48B"]),
      ("Q1a/b/c", ["Q1a", "Q1b", "Q1c"]),
      ("R1, R48A/B", ["R1", "R48A", "R48B"]),
      ("D1-2", ["D1", "D2"]), ("C1, C2, ", ["C1", "C2"]), ("Ｒ１，Ｒ２", ["R1", "R2"]),
    ])
  func lists(text: String, references: [String]) throws {
    #expect(try ReferenceList(parsing: text).references == references)
  }

  @Test(
    "names stay whole",
    arguments: [
      "CN-1", "TEST+SUPPLY", "A:C1", "J1-1", "USB-C", "R101A", "VIN", "I/O", "Scanned_AI&AO1301", "DO_&_Relays1301",
      "底板&副板", "B1+", "R48B/A", "R48A/1", "K1A/K2B",
    ])
  func names(text: String) throws {
    #expect(try ReferenceList(parsing: text).references == [text])
  }

  @Test(
    "what stands beside references",
    arguments: [
      ("R1-R4 4pcs", ["R1", "R2", "R3", "R4"], []), ("R1-R4 3pcs", ["R1", "R2", "R3", "R4"], ["3pcs"]),
      ("R1 top", ["R1"], []), ("No. R1", ["R1"], []), ("Ref R1, R2", ["R1", "R2"], []),
      ("R1 or R2", ["R1", "or", "R2"], ["or"]), ("R12A,B", ["R12A", "B"], ["B"]), ("R14 A/B", ["R14", "A/B"], ["A/B"]),
      ("A, B", ["A", "B"], []),
      ("R1(x2)", ["R1(x2)"], ["R1(x2)"]), ("R1-RN", ["R1-RN"], ["R1-RN"]), ("R1..Rn", ["R1..Rn"], ["R1..Rn"]),
      ("R1-1,R1-2", ["R1-1", "R1-2"], []), ("C1-1,C1-2,C1-3", ["C1-1", "C1-2", "C1-3"], []),
      ("R1-2, R4-5", ["R1", "R2", "R4", "R5"], []), ("R1, -R6", ["R1", "-R6"], []),
      ("CN-1, CN-2", ["CN-1", "CN-2"], []),
      ("TOP BOT", ["TOP", "BOT"], []),
    ])
  func besides(text: String, references: [String], odd: [String]) throws {
    let list = try ReferenceList(parsing: text)
    #expect(list.references == references && list.odd == odd, "\(text): \(list)")
  }

  /// Ranges in every spelling, against a list that is counted out.
  @Test(arguments: [UInt64](1...6))
  func rangesAreSpelledOut(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let signs = [
      "-", "–", "—", "‐", "‑", "‒", "―", "−", "－", "~", "～", "..", "...", "…", "->", ":", "至", "到", " to ", " thru ",
      " through ", " bis ", " - ", " – ", " .. ", " 到 ", " -", "- ", " –", "~ ",
    ]
    for _ in 0..<200 {
      let prefix = ["R", "C", "LED", "U", "R1_", "D"].randomElement(using: &random)!
      let first = Int.random(in: 1...120, using: &random)
      let count = Int.random(in: 1...9, using: &random)
      let width = Bool.random(using: &random) ? 3 : 1
      let names = (first...first + count).map { prefix + String(format: "%0\(width)d", $0) }
      let sign = signs.randomElement(using: &random)!
      #expect(
        try ReferenceList(parsing: names[0] + sign + names[count]).references == names,
        "\(names[0])\(sign)\(names[count])")
    }
  }

  /// Lists with every sign between their names.
  @Test(arguments: [UInt64](1...4))
  func listsAreTakenApart(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let signs = [
      ",", ", ", ";", "; ", " ", "、", "，", "\n", "\r\n", "\r", "\t", " & ", "&", " and ", " und ", " + ", "\u{3000}",
    ]
    for _ in 0..<200 {
      let names = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        ["R", "C", "LED", "U", "TP"].randomElement(using: &random)! + "\(Int.random(in: 1...400, using: &random))"
      }
      let sign = signs.randomElement(using: &random)!
      let side = ["", " (top)", " (bottom)", "(top)"].randomElement(using: &random)!
      let text = names.map { $0 + side }.joined(separator: sign)
      #expect(try ReferenceList(parsing: text).references == names, "\(text)")
    }
  }

  @Test(
    "letters that count up, and brackets",
    arguments: [
      ("R1A-R1D", ["R1A", "R1B", "R1C", "R1D"]), ("U2A–U2B", ["U2A", "U2B"]), ("R[1-4]", ["R1", "R2", "R3", "R4"]),
      ("R1+R2", ["R1", "R2"]), ("bat(0v) lamp(2) A1", ["bat(0v)", "lamp(2)", "A1"]), ("R1-04", nil), ("X1:3", nil),
      ("-", []), ("N/A", []),
    ] as [(String, [String]?)])
  func forms(text: String, references: [String]?) {
    #expect((try? ReferenceList(parsing: text))?.references == references)
  }

  @Test(
    "dates are told as such",
    arguments: ["2024-03-05", "3/5/2024", "5-Mar", "Mar-05", "45356", "2024-03-05 00:00:00", "05.03.2024"])
  func dates(text: String) {
    #expect(throws: ReferenceList.Failure.date(text)) { try ReferenceList(parsing: text) }
  }

  @Test(
    "words and signs are no references",
    arguments: [
      "not in schematic", "Do not place items", "+, —", "_4, _3, _2", "Page 1 of 2", "12", "Prepared by: John",
    ])
  func words(text: String) {
    #expect(throws: ReferenceList.Failure.self) { try ReferenceList(parsing: text) }
  }

  @Test("swapped or endless ranges are errors", arguments: ["R8-R1", "R8..R1", "R1-R99999", "R1–C4"])
  func badRanges(text: String) {
    #expect(throws: ReferenceList.Failure.self) { try ReferenceList(parsing: text) }
  }

  @Test func referencesAreOrderedAsPeopleCount() {
    #expect(["R10", "R2", "C1", "R1"].sorted(by: referencePrecedes) == ["C1", "R1", "R2", "R10"])
  }

  @Test(
    "names that may be more or less than one reference are odd",
    arguments: [
      ("R33×2", ["R33×2"]), ("R51*2", ["R51*2"]), ("2xR50", ["2xR50"]), ("R14*", ["R14*"]), ("[R16]", ["[R16]"]),
      ("R17-", ["R17-"]), ("R24-C27", ["R24-C27"]), ("R76, etc", ["etc"]), ("R32 共2个", ["共2个"]), ("第1组 R31", ["第1组"]),
      ("R61?", ["R61?"]), ("R1,R2", []), ("R?", []), ("CN-1", []), ("J1-1", []), ("TEST+SUPPLY", []), ("底板", []),
      ("3V3", []), ("U$2", []),
      ("B1+", []), ("USB-C", []),
    ])
  func odd(text: String, odd: [String]) throws {
    #expect(try ReferenceList(parsing: text).odd == odd)
  }

  @Test("bare numbers behind a reference have its letters, where signs part all of them")
  func bareNumbers() throws {
    for sign in [",", ";", "、", ", "] {
      for numbers in [[1, 2], [1, 2, 3], [7, 9, 12, 40]] {
        let text = "R" + numbers.map(String.init).joined(separator: sign)
        #expect(try ReferenceList(parsing: text).references == numbers.map { "R\($0)" }, "\(text)")
        #expect(
          try ReferenceList(parsing: text + "\(sign)C5").references == numbers.map { "R\($0)" } + ["C5"], "\(text)")
      }
    }
    #expect(throws: ReferenceList.Failure.self) { try ReferenceList(parsing: "R1 2 3") }
    #expect(throws: ReferenceList.Failure.self) { try ReferenceList(parsing: "R5,3") }
    for text in ["R1 / R2", "R1 /R2", "R1/R2", "R1 & R2"] {
      #expect(try ReferenceList(parsing: text).references == ["R1", "R2"], "\(text)")
    }
  }

  @Test("`R1-1` and `R1-2` in different rows are names, and one of them alone is a range or a name as ever")
  func dashedNames() throws {
    let names = try Fixtures.read("Refs,Value,Footprint\nR1-1,10k,0603\nR1-2,10k,0603\nR3-R5,1k,0603\nC1-2,1u,0603\n")
      .bill
    #expect(names.lines.map(\.references) == [["R1-1", "R1-2"], ["R3", "R4", "R5"], ["C1", "C2"]])
    let others = try Fixtures.read("Refs,Value,Footprint\nR1-2,10k,0603\nR1-3,22k,0603\n").bill
    #expect(others.lines.map(\.references) == [["R1-2"], ["R1-3"]])
  }
}
