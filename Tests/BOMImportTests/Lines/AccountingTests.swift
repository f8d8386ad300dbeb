import Base
import Diagnostics
import Foundation
import Phrases
import TestSupport
import Testing

@testable import BOMImport

/// No word of a cell is lost: taking any one out, or putting another in its place, changes what is asked for, the grade or the
/// report, unless the word says nothing by the reviewed list.
@Suite struct AccountingTests {
  /// Fields whose cells say nothing about which part is right.
  private static let silentFields: Set<BOMField> = [
    .price, .datasheet, .item, .positionX, .positionY, .rotation, .side, .supplier,
  ]

  /// A row as header and text, whatever file it came from.
  private struct Row: Hashable {
    var headers: [String]
    var texts: [String]

    init(_ cells: [CellAccount]) {
      headers = cells.map(\.header)
      texts = cells.map(\.text)
    }

    init(_ row: Row, with text: String, in place: Int) {
      self = row
      texts[place] = text
    }

    var file: String {
      [headers, texts].map { cells in
        cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: "\t")
      }.joined(separator: "\n") + "\n"
    }
  }

  /// Everything that an import makes of a row but the texts that it only repeats.
  private func result(_ row: Row) -> (text: String, lines: [BOMLine]) {
    let sink = DiagnosticSink()
    var output: [String] = []
    var lines: [BOMLine] = []
    do {
      let bill = try BOMReader.read(
        Array(row.file.utf8), file: "row.tsv", options: .init(words: Fixtures.words), into: sink)
      lines = bill.lines
      let matcher = Matcher(index: SmallIndex.standard, words: Fixtures.words, sink: sink)
      let matches = try bill.lines.map { try matcher.match($0) }
      for match in matches {
        let line = match.line
        let isTyped = line.kind.valueParameter != nil
        let facts = line.facts.quantities.sorted { $0.key < $1.key }.map { "\($0) \($1)" }
        let report = ImportReport.Line(match)
        output += [
          "\(line.references) \(line.quantity) \(line.isFitted) \(line.kind) \(facts) \(line.facts.package.map { "\($0)" } ?? "")",
          "\(line.facts.dielectric ?? "") \(line.facts.colour ?? "") \(line.settled) \(line.contradiction ?? "") \(line.facts.categories?.sorted() ?? []) \(line.facts.unchecked.sorted())",
          isTyped ? "" : "\(line.value)|\(line.footprint)", line.facts.package == nil ? line.footprint : "",
          "\(line.number)|\(line.maker)|\(line.orderNumbers)|\(line.alternates)|\(line.sparesPerMille ?? -1)",
          "\(match.grade) \(match.why) \(report.unread.map(\.text)) \(report.ignored.map(\.text))",
        ]
      }
      output.append("\(bill.dialect.rawValue) \(bill.variants) \(bill.unreadColumns.map { $0.summary(.english) })")
    } catch {
      output.append("\((error as? BOMRefusal)?.diagnostic.message ?? "\(error)")")
    }
    return ((output + sink.diagnostics.map(\.message)).joined(separator: "\n"), lines)
  }

  /// Places of the words of a text: runs without blanks and signs of lists.
  private func words(of text: String) -> [Range<String.Index>] {
    var words: [Range<String.Index>] = []
    var start: String.Index?
    for index in text.indices {
      let isPart = text[index].isLetter || text[index].isNumber || "+-.%Ω°℃±µ$?#&*".contains(text[index])
      if isPart, start == nil { start = index }
      if !isPart, let begin = start {
        words.append(begin..<index)
        start = nil
      }
    }
    if let start { words.append(start..<text.endIndex) }
    return words.filter { range in text[range].contains { $0.isLetter || $0.isNumber } }
  }

  /// Words of which a change shows nowhere and that are not on the list.
  private func lost(in row: Row, limit: Int, _ random: inout SeededGenerator) -> [String] {
    let (whole, lines) = result(row)
    guard lines.count == 1, lines[0].cells.count == row.texts.count, Set(row.headers).count == row.headers.count else {
      return []
    }
    var lost: [String] = []
    for (place, cell) in lines[0].cells.enumerated().shuffled(using: &random).prefix(limit) {
      guard let field = cell.field, !Self.silentFields.contains(field) else { continue }
      var ranges = words(of: cell.text)
      // A footprint is one name; its package is in it.
      if field == .footprint, !cell.text.contains(where: \.isWhitespace) {
        ranges = [cell.text.startIndex..<cell.text.endIndex]
      }
      for range in ranges {
        let word = String(cell.text[range])
        for replacement in ["", "zzq"] {
          if replacement.isEmpty, saysNothingMore(word, place, lines[0]) { continue }
          let changed = cell.text.replacing(range, with: replacement)
          if result(Row(row, with: changed, in: place)).text == whole {
            lost.append("`\(word)` of `\(cell.text)` under `\(cell.header)` (\(field.rawValue)) by `\(replacement)`")
          }
        }
      }
    }
    return lost
  }

  /// Whether a word says nothing by the table of words, or nothing beyond what another word of the line says.
  private func saysNothingMore(_ word: String, _ place: Int, _ line: BOMLine) -> Bool {
    let cell = line.cells[place]
    // A quantity that is the number of its references, and a mark that a part is fitted as all are.
    if cell.field == .quantity, !line.references.isEmpty { return true }
    if line.isFitted, [BOMField.dnp, .fitted, .excluded].contains(cell.field) { return true }
    // `n/a` and `unknown` stand for nothing.
    if CellValues.telling(cell.text).isEmpty { return true }
    // The ohms of `.1 Ohm`.
    if UnitWord.meaning(word)?.prefix.isEmpty == true { return true }
    let told = word.lowercased()
    if line.cells.enumerated().contains(where: { $0.offset != place && $0.element.text.lowercased().contains(told) }) {
      return true
    }
    // A value that another cell has too, however it is written.
    let vocabulary = Fixtures.words.vocabulary
    let own = FactReader(word, kind: line.kind, role: .value, words: vocabulary).facts.quantities
    if !own.isEmpty,
      line.cells.enumerated().contains(where: { other in
        let its = FactReader(other.element.text, kind: line.kind, role: .value, words: vocabulary).facts.quantities
        return other.offset != place && own.allSatisfy { its[$0.key] == $0.value }
      })
    {
      return true
    }
    let pieces = (word.split { "-+".contains($0) }.map(String.init) + [word]).map {
      $0.last == "." ? String($0.dropLast()) : $0
    }
    if pieces.contains(where: { Fixtures.words.vocabulary.meaning(of: $0, kind: line.kind) == .silent }) { return true }
    let readings = cell.tokens.filter { token in pieces.contains { token.text.contains($0) } }.map(\.reading)
    let others = line.cells.enumerated().flatMap { $0.offset == place ? [] : $0.element.tokens.map(\.reading) }
    let same = cell.tokens.map(\.reading)
    return !readings.isEmpty
      && readings.allSatisfy { reading in
        reading == .silent || reading == .read("as another cell says") || others.contains(reading)
          || same.count { $0 == reading } > 1
      }
  }

  @Test func noWordOfTheFixturesIsLost() throws {
    var random = SeededGenerator(seed: 1)
    for (name, text) in Fixtures.texts.sorted(by: { $0.key < $1.key }) {
      guard let bill = try? Fixtures.read(text, file: name).bill else { continue }
      for line in bill.lines.prefix(6) {
        let row = Row(line.cells.filter { $0.row == line.row })
        let lost = self.lost(in: row, limit: .max, &random)
        #expect(lost.isEmpty, "\(name), row \(line.row): \(lost.joined(separator: "; "))")
      }
    }
  }

  @Test func noWordOfRealFilesIsLost() throws {
    let folders = ["boms", "tool-boms"].compactMap { SharedFolder.path("data/\($0)") }
    if folders.isEmpty {
      print("skipped: there is no ../shared/data/boms beside this checkout")
      return
    }
    var random = SeededGenerator(seed: 2)
    var rows: Set<Row> = []
    var ordered: [Row] = []
    let all = ProcessInfo.processInfo.environment["PEIDAN_ACCOUNTING_ALL"] != nil
    for folder in folders {
      let names = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      for name in names.shuffled(using: &random).prefix(all ? .max : 10) {
        let place = URL(fileURLWithPath: "\(folder)/\(name)")
        guard let data = try? Data(contentsOf: place), !data.isEmpty, data.count < 400_000 else { continue }
        var options = BOMReader.Options(words: Fixtures.words)
        options.loadSheet = {
          (try? Data(contentsOf: place.deletingLastPathComponent().appendingPathComponent($0))).map { Array($0) }
        }
        guard let bill = try? BOMReader.read(Array(data), file: name, options: options, into: DiagnosticSink()) else {
          continue
        }
        for line in bill.lines.shuffled(using: &random).prefix(40) {
          let row = Row(line.cells.filter { $0.row == line.row })
          if rows.insert(row).inserted { ordered.append(row) }
        }
      }
    }
    var lost: [String] = []
    for row in ordered.shuffled(using: &random).prefix(all ? .max : 25) {
      lost += self.lost(in: row, limit: all ? .max : 3, &random).map { $0 + " of \(row.texts.prefix(6))" }
    }
    #expect(lost.isEmpty, "\(lost.count) lost: \(lost.prefix(60).joined(separator: "\n"))")
  }
}

extension String {
  fileprivate func replacing(_ range: Range<Index>, with text: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: text)
    return copy
  }
}
