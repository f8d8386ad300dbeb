import Foundation
import Market
import Phrases
import SourcingPlan
import Testing

@testable import WalkSheet

@Suite struct HostileDataTests {
  static let texts = [
    "<script>alert(1)</script>", "\"><img onerror=alert(1)>", "\"\u{0301} onfocus=alert(1) autofocus x=\"",
    "'\u{20DD} onclick=alert(1) '", "</script><script>alert(1)//", "{{mpn}}{{{style}}}", "\u{202E}gnp.exe",
    "=HYPERLINK(\"http://x\")", "a\r\n# b", "😀👨‍👩‍👧‍👦", String(repeating: "长", count: 200),
  ]

  @Test(arguments: texts) func aHostileTextIsShownAsText(_ text: String) throws {
    let clean = try SheetFixture.text(.html, of: SheetFixture.plan())
    let page = try SheetFixture.text(.html, of: SheetFixture.hostile(text))
    for tag in ["<script", "<img", "onerror=alert(1)>"] {
      #expect(page.components(separatedBy: tag).count == clean.components(separatedBy: tag).count, "\(tag)")
    }
    // Every quotation mark of an attribute is the template's own: escaped by scalar, none of the text's is left.
    let quotes = { (page: String) in page.unicodeScalars.count { $0 == "\"" } }
    let attributes = { (page: String) in page.unicodeScalars.count { $0 == "<" } }
    let words = { (page: String) in
      page.components(separatedBy: "<bdi lang=").count + page.components(separatedBy: "<span lang=").count
    }
    #expect(quotes(page) - 2 * words(page) == quotes(clean) - 2 * words(clean))
    #expect(attributes(page) - 2 * words(page) == attributes(clean) - 2 * words(clean))
  }

  @Test func escapingIsByScalar() {
    #expect(ScalarHTML().escapeText("\"\u{0301}<\u{0301}>&'") == "&quot;\u{0301}&lt;\u{0301}&gt;&amp;&#39;")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-2+3", "'-2+3"), ("-2.50", "-2.50"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "\"'\t=1\""), (" =1", "' =1"), (" a", "\" a\""), ("＝1", "'＝1"), ("0402", "\"=\"\"0402\"\"\""), ("0", "0"),
    ("0.50", "0.50"),
    ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("\"\u{0301},", "\"\"\"\u{0301},\""), ("a\nb", "\"a\nb\""), ("", ""),
  ])
  func aCellIsTheTextThatItHolds(_ value: String, _ cell: String) {
    #expect(CSVWriter.text(value).unicodeScalars.elementsEqual(cell.unicodeScalars), "\(CSVWriter.text(value))")
  }

  @Test(arguments: texts) func aHostileTextStaysInItsCellAndRow(_ text: String) throws {
    let table = try SheetFixture.text(.csv, of: SheetFixture.hostile(text), .english)
    let rows = parse(table)
    #expect(rows.count == 5, "a header, what the prices rest on, and three purchases")
    for row in rows { #expect(row.count == WalkSheet.columns.count) }
    for cell in rows.dropFirst().joined() where cell.hasPrefix("=") {
      #expect(cell.wholeMatch(of: /="[0-9]+"/) != nil, "\(cell)")
    }
  }

  @Test(arguments: texts) func aHostileTextStaysInItsCellOfAnOrder(_ text: String) throws {
    var plan = try SheetFixture.hostile(text)
    for index in plan.walks[0].visits.indices { plan.walks[0].visits[index].place = nil }
    for format in [WalkSheet.Format.lcsc, .jlcpcb, .kicad] {
      let rows = parse(try SheetFixture.text(format, of: plan, .english))
      #expect(rows.count >= 3)
      for row in rows { #expect(row.count == rows[0].count, "\(format)") }
      #expect(!rows.joined().contains { $0.hasPrefix("=") }, "\(format)")
    }
  }

  @Test(arguments: texts) func aHostileTextIsOneStringOfGeoJSON(_ text: String) throws {
    var plan = try SheetFixture.hostile(text)
    plan.map = try SheetFixture.plan(of: "esp32-sensor").map
    plan.map?.origin = GeographicPoint("22.5431, 114.0866")
    let root = try JSONSerialization.jsonObject(with: Data(SheetFixture.text(.geojson, of: plan).utf8))
    #expect((root as? [String: Any])?["type"] as? String == "FeatureCollection")
  }

  @Test(arguments: texts) func aHostileTextStaysOutOfMarkdown(_ text: String) throws {
    let sheet = try SheetFixture.text(.md, of: SheetFixture.hostile(text), .english)
    let clean = try SheetFixture.text(.md, of: SheetFixture.plan(), .english)
    #expect(!sheet.contains("<script>") && !sheet.contains("\u{202E}"))
    #expect(sheet.components(separatedBy: "\n").count == clean.components(separatedBy: "\n").count)
  }

  @Test(arguments: texts) func aHostileTextStaysInItsCalendarLine(_ text: String) throws {
    let calendar = try SheetFixture.text(.ics, of: SheetFixture.hostile(text))
    let lines = calendar.components(separatedBy: "\r\n")
    #expect(lines.last == "" && lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(calendar.unicodeScalars.count { $0 == "\n" } == lines.count - 1)
    let unfolded = calendar.replacing("\r\n ", with: "").components(separatedBy: "\r\n")
    let clean = try SheetFixture.text(.ics, of: SheetFixture.plan()).replacing("\r\n ", with: "")
    let names = { (lines: [String]) in lines.map { $0.prefix { $0 != ":" } } }
    #expect(names(unfolded) == names(clean.components(separatedBy: "\r\n")))
  }

  @Test(arguments: texts) func aHostileStallLeadsOutOfNoFolder(_ text: String) throws {
    let sheet = WalkSheet(
      try SheetFixture.hostile("../../" + text), language: .both, phrases: SheetFixture.phrases, made: 0)
    let files = try sheet.files(.orders, base: "board")
    #expect(files.count == 2)
    for file in files {
      #expect(file.name.split(separator: "/").count == 2 && !file.name.contains(".."))
      #expect(file.name.utf8.count < 255)
      for row in parse(file.text) { #expect(row.count <= 9) }
    }
  }

  /// RFC 4180 as a spreadsheet reads it.
  private func parse(_ text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    var scalars = Array(text.unicodeScalars.dropFirst())
    scalars.append("\0")
    var index = 0
    func append(_ scalar: Unicode.Scalar) {
      rows[rows.count - 1][rows[rows.count - 1].count - 1].unicodeScalars.append(scalar)
    }
    while index < scalars.count - 1 {
      let scalar = scalars[index]
      if isQuoted, scalar == "\"", scalars[index + 1] == "\"" {
        append(scalar)
        index += 1
      } else if scalar == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, scalar == "," {
        rows[rows.count - 1].append("")
      } else if !isQuoted, scalar == "\r", scalars[index + 1] == "\n" {
        rows.append([""])
        index += 1
      } else {
        append(scalar)
      }
      index += 1
    }
    return rows.dropLast()
  }
}
