import BOMImport
import Base
import Diagnostics
import TestSupport
import Testing

/// Random hierarchies, written as KiCad 6 and as KiCad 7 and later write them, against what was drawn.
@Suite struct SchematicPropertyTests {
  enum Form: CaseIterable { case six, later }

  /// A symbol of a sheet's file, the same on all of its places but for references.
  private struct Symbol {
    var id: String
    var value: String
    var isUnfitted: Bool
    var isExcluded: Bool
  }

  /// One place of a sheet.
  private struct Place {
    var id: String
    var isUnfitted: Bool
    var isExcluded: Bool
    /// In the variant `lite`, which only later forms have.
    var isUnfittedInLite: Bool
  }

  private struct Drawing {
    var symbols: [Symbol] = []
    var places: [Place] = []
    /// By place and symbol.
    var references: [[String]] = []
    /// Values that the variant `lite` gives, by reference.
    var liteValues: [String: String] = [:]
  }

  private static func drawing(_ random: inout SeededGenerator) -> Drawing {
    var drawing = Drawing()
    let flags = [false, false, false, true]
    for index in 0..<Int.random(in: 1...5, using: &random) {
      drawing.symbols.append(
        Symbol(
          id: "s\(index)", value: ["1k", "10k", "4k7", "100R"].randomElement(using: &random)!,
          isUnfitted: flags.randomElement(using: &random)!, isExcluded: flags.randomElement(using: &random)!))
    }
    var number = 0
    for index in 0..<Int.random(in: 1...4, using: &random) {
      drawing.places.append(
        Place(
          id: "p\(index)", isUnfitted: flags.randomElement(using: &random)!,
          isExcluded: flags.randomElement(using: &random)!, isUnfittedInLite: flags.randomElement(using: &random)!))
      drawing.references.append(
        drawing.symbols.map { _ in
          number += Int.random(in: 1...3, using: &random)
          if Int.random(in: 0..<4, using: &random) == 0 { drawing.liteValues["R\(number)"] = "22k" }
          return "R\(number)"
        })
    }
    return drawing
  }

  private static func flag(_ name: String, _ isSet: Bool) -> String { "(\(name) \(isSet ? "yes" : "no"))" }

  /// The topmost file and the one sheet that all places use.
  private static func files(_ drawing: Drawing, _ form: Form) -> (top: String, sheet: String) {
    let sheets = drawing.places.map { place in
      let names =
        form == .six
        ? "(property \"Schaltplanname\" \"x\" (id 0)) (property \"Schaltplandatei\" \"sub.kicad_sch\" (id 1))"
        : "(property \"Sheetname\" \"x\") (property \"Sheetfile\" \"sub.kicad_sch\")"
      let variant =
        form == .later && place.isUnfittedInLite
        ? "(instances (project \"b\" (path \"/top\" (page \"2\") (variant (name \"lite\") (dnp yes)))))" : ""
      return
        "(sheet (uuid \"\(place.id)\") \(flag("dnp", place.isUnfitted)) \(flag("in_bom", !place.isExcluded)) \(names) \(variant))"
    }
    var table: [String] = []
    let symbols = drawing.symbols.enumerated().map { index, symbol in
      let paths = drawing.places.enumerated().map { place, own -> String in
        let reference = drawing.references[place][index]
        table.append(
          "(path \"/\(own.id)/\(symbol.id)\" (reference \"\(reference)\") (unit 1) (value \"\") (footprint \"\"))")
        let lite = drawing.liteValues[reference].map {
          "(variant (name \"lite\") (field (name \"Value\") (value \"\($0)\")))"
        }
        return "(path \"/top/\(own.id)\" (reference \"\(reference)\") (unit 1) \(lite ?? ""))"
      }
      let instances = form == .later ? "(instances (project \"b\" \(paths.joined())))" : ""
      return """
        (symbol (lib_id "Device:R") (unit 1) \(flag("in_bom", !symbol.isExcluded)) \(flag("dnp", symbol.isUnfitted))
          (uuid "\(symbol.id)") (property "Reference" "R?") (property "Value" "\(symbol.value)")
          (property "Footprint" "R_0402_1005Metric") \(instances))
        """
    }
    let instances = form == .six ? "(symbol_instances \(table.joined()))" : ""
    return (
      "(kicad_sch (uuid \"top\") \(sheets.joined()) \(instances))", "(kicad_sch (uuid \"sub\") \(symbols.joined()))"
    )
  }

  private struct Part: Hashable {
    var reference: String
    var value: String
    var isFitted: Bool
  }

  private static func expected(_ drawing: Drawing, lite: Bool) -> Set<Part> {
    var parts: Set<Part> = []
    for (place, references) in zip(drawing.places, drawing.references) {
      for (symbol, reference) in zip(drawing.symbols, references) where !place.isExcluded && !symbol.isExcluded {
        let isUnfitted = place.isUnfitted || symbol.isUnfitted || lite && place.isUnfittedInLite
        let value = lite ? drawing.liteValues[reference] ?? symbol.value : symbol.value
        parts.insert(Part(reference: reference, value: value, isFitted: !isUnfitted))
      }
    }
    return parts
  }

  private static func read(
    _ files: (top: String, sheet: String), lite: Bool
  ) throws -> Set<Part> {
    let bill = try SchematicReaderTests.read(
      files.top, files: ["sub.kicad_sch": files.sheet], variant: lite ? "lite" : nil
    ).bill
    return Set(
      bill.lines.flatMap { line in
        line.references.map { Part(reference: $0, value: line.value, isFitted: line.isFitted) }
      })
  }

  @Test(arguments: Form.allCases, [UInt64](1...25))
  func everyPlaceHasItsParts(form: Form, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let drawing = Self.drawing(&random)
    let files = Self.files(drawing, form)
    let hasLite = files.top.contains("\"lite\"") || files.sheet.contains("\"lite\"")
    for lite in hasLite ? [false, true] : [false] {
      let parts = Self.expected(drawing, lite: lite)
      // A schematic without any component is refused.
      if parts.isEmpty { continue }
      #expect(try Self.read(files, lite: lite) == parts)
    }
  }

  @Test(arguments: Form.allCases, [UInt64](1...3))
  func mutatedSchematicsNeverCrash(form: Form, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "(", ")", "\"", "${A}", "(id 1)", "(variant (name \"lite\") (dnp yes))", "sub.kicad_sch", "99999999999999999999",
      "\\",
      "(uuid \"top\")", "(property private \"a\" \"b\")", "\n", "(unit -1)",
    ]
    for _ in 0..<40 {
      let files = Self.files(Self.drawing(&random), form)
      var texts = [Array(files.top), Array(files.sheet)]
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let file = Int.random(in: 0...1, using: &random)
        let place = Int.random(in: 0...texts[file].count, using: &random)
        let end = min(texts[file].count, place + Int.random(in: 0...20, using: &random))
        texts[file].replaceSubrange(place..<end, with: pieces.randomElement(using: &random)!)
      }
      let parts = try? Self.read((String(texts[0]), String(texts[1])), lite: Bool.random(using: &random))
      #expect(parts.map { $0.count <= 1_000 } ?? true)
    }
  }
}
