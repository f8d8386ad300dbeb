import BOMImport
import Base
import Diagnostics
import TestSupport
import Testing

/// Numbers are read as the cells show them, and never with fewer digits than are stored.
@Suite struct NumberFormatTests {
  private static func values(
    _ cells: [SheetFixture.Cell], _ container: SheetFixture.Container
  ) throws -> (values: [String], findings: [Diagnostic]) {
    let rows = cells.enumerated().map { [SheetFixture.Cell.text("X\($0 + 1)"), $1] }
    let fixture = SheetFixture(header: ["Reference", "Value"], rows)
    let (bill, findings) = try Fixtures.read(fixture.bytes(container), file: "bom.\(container.rawValue)")
    var values = [String](repeating: "", count: cells.count)
    for line in bill.lines {
      for reference in line.references { values[(Int(reference.dropFirst()) ?? 1) - 1] = line.value }
    }
    return (values, findings)
  }

  @Test(
    "formats by which makers keep units and zeros",
    arguments: [
      ("0.05", "0%", "5%"), ("0.001", "0.0%", "0.1%"), ("25", "0\"V\"", "25V"), ("25", "0\\V", "25V"),
      ("3.3", "0.0\"k\"", "3.3k"), ("402", "0000", "0402"), ("603", "\"R\"0000", "R0603"), ("47", "0\"k\"0", "4k7"),
      ("5", "\"±\"0\"%\"", "±5%"), ("4700", "0.0,\"k\"", "4.7k"), ("4700", "[>=1000]0.0,\"k\";0\"R\"", "4.7k"),
      ("47", "[>=1000]0.0,\"k\";0\"R\"", "47R"), ("2200000", "[>=1000000]0.0,,\"M\";[>=1000]0.0,\"k\";0\"R\"", "2.2M"),
      ("0", "0\"R\";-0\"R\";\"DNP\"", "DNP"), ("1000", "#,##0", "1000"), ("16", "General\"V\"", "16V"),
      ("0.0000001", "0.00E+00\"F\"", "0.0000001F"), ("0.25", "# ?/?\"W\"", "0.25W"), ("6.3", "[Red]0.0\" V\"", "6.3 V"),
      ("10", "[$€-407]0", "€10"), ("10", "_(0_)\"uF\"", "10uF"), ("-5", "0;(0)", "(5)"), ("-5", "0", "-5"),
    ])
  func known(number: String, format: String, text: String) throws {
    let cells = [SheetFixture.Cell.number(number, format, shown: text)]
    #expect(try Self.values(cells, .xlsx).values == [text])
    #expect(try Self.values(cells, .ods).values == [text])
  }

  @Test(
    "an open document's text is in its writer's language",
    arguments: [
      ("3.3", "3,3k", "3.3k"), ("1000", "1.000", "1000"), ("1", "1,000", "1.000"), ("1234.5", "1'234.5", "1234.5"),
      ("1000", "1\u{A0}000 V", "1000 V"), ("0.05", "5,0 %", "5.0 %"), ("402", "0402", "0402"), ("4700", "4,7k", "4.7k"),
    ])
  func language(number: String, shown: String, text: String) throws {
    #expect(try Self.values([.number(number, shown: shown)], .ods).values == [text])
  }

  @Test(arguments: SheetFixture.Container.allCases)
  func aNumberThatItsCellRoundsIsReadAsStoredAndReported(container: SheetFixture.Container) throws {
    let (values, findings) = try Self.values([.number("4.7", "0\"k\"", shown: "5k")], container)
    #expect(values == ["4.7k"])
    #expect(findings.contains { $0.code == BOMCodes.cellText && $0.message.contains("B2") })
  }

  /// A number of `mantissa` and as many decimals, written without needless zeros, with at least so many digits.
  private static func written(_ mantissa: Int, _ decimals: Int, whole: Int, places: Int) -> String {
    var digits = String(mantissa)
    while digits.count <= decimals { digits = "0" + digits }
    var front = String(digits.dropLast(decimals))
    var back = String(digits.suffix(decimals))
    while back.hasSuffix("0") { back.removeLast() }
    while front.hasPrefix("0") { front.removeFirst() }
    while front.count < whole { front = "0" + front }
    while back.count < places { back += "0" }
    return front + (back.isEmpty ? "" : "." + back)
  }

  /// Formats × values × containers: the oracle writes decimal digits from whole numbers and knows no format but its parts.
  @Test(arguments: SheetFixture.Container.allCases, [UInt64](1...4))
  func formatsShowWhatTheirPartsSay(container: SheetFixture.Container, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var cells: [SheetFixture.Cell] = []
    var expected: [String] = []
    for _ in 0..<200 {
      let decimals = Int.random(in: 0...4, using: &random)
      let mantissa = Int.random(in: 1...99_999, using: &random)
      let whole = [1, 1, 1, 4].randomElement(using: &random)!
      let places = Int.random(in: 0...3, using: &random)
      let front = ["", "R", "±"].randomElement(using: &random)!
      let back = ["", "k", "V", "uF", " Ohm", "%"].randomElement(using: &random)!
      // A percent sign outside quotes multiplies by a hundred.
      let isPercent = back == "%"
      let quoted = { (text: String) in text.isEmpty ? "" : "\"\(text)\"" }
      let pattern =
        String(repeating: "0", count: whole) + (places > 0 ? "." + String(repeating: "0", count: places) : "")
      let format = quoted(front) + pattern + (isPercent ? "%" : quoted(back))
      let shift = isPercent ? 2 : 0
      // Only formats that lose nothing: the others are held elsewhere.
      let needed =
        Self.written(mantissa * (isPercent ? 100 : 1), decimals, whole: 1, places: 0)
        .split(separator: ".").dropFirst().first?.count ?? 0
      if needed > places { continue }
      let stored = Double(mantissa) / [1.0, 10, 100, 1000, 10_000][decimals]
      let middle = Self.written(mantissa * [1, 10, 100][shift], decimals, whole: whole, places: places)
      expected.append(front + middle + back)
      cells.append(.number("\(stored)", format, shown: expected.last!))
    }
    let (values, findings) = try Self.values(cells, container)
    for (value, wanted) in zip(values, expected) { #expect(value == wanted) }
    #expect(!findings.contains { $0.code == BOMCodes.cellText })
  }

  /// What a format cannot show is not lost: the number stays the stored one, with the format's words around it.
  @Test(arguments: SheetFixture.Container.allCases, [UInt64](5...8))
  func roundingNeverReachesTheLine(container: SheetFixture.Container, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var cells: [SheetFixture.Cell] = []
    var expected: [String] = []
    for _ in 0..<100 {
      let mantissa = Int.random(in: 1001...99_999, using: &random)
      if mantissa % 10 == 0 { continue }
      let rounded = (mantissa + 50) / 100 * 100
      let stored = Self.written(mantissa, 3, whole: 1, places: 0)
      cells.append(.number(stored, "0.0\"k\"", shown: Self.written(rounded, 3, whole: 1, places: 1) + "k"))
      expected.append(stored + "k")
    }
    let (values, findings) = try Self.values(cells, container)
    for (value, wanted) in zip(values, expected) { #expect(value == wanted) }
    #expect(findings.contains { $0.code == BOMCodes.cellText })
  }

  /// A share that its format shows as nought is the stored one, without a question; any other that loses digits is asked for.
  @Test(arguments: SheetFixture.Container.allCases)
  func sharesShownAsNought(container: SheetFixture.Container) throws {
    for (stored, shown, text, isTold) in [
      ("0.001", "0%", "0.1%", false), ("0.0025", "0%", "0.25%", false), ("0.015", "2%", "1.5%", true),
      ("0.05", "5%", "5%", false),
    ] {
      let (values, findings) = try Self.values([.number(stored, "0%", shown: shown)], container)
      #expect(values == [text])
      #expect(findings.contains { $0.code == BOMCodes.cellText } == isTold, "\(stored)")
    }
  }

  @Test(
    "days are reported, whatever their order",
    arguments: ["mm-dd-yy", "d/m/yyyy", "yyyy\"年\"m\"月\"d\"日\"", "[h]:mm", "[$-409]d-mmm;@"])
  func days(format: String) throws {
    let (values, findings) = try Self.values([.number("46024", format, shown: "2026-01-02")], .xlsx)
    #expect(values == ["2026-01-02"])
    #expect(findings.contains { $0.code == BOMCodes.cellText && $0.message.contains("2026-01-02") })
  }
}
