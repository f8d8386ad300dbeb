import Foundation
import Market
import SourcingPlan
import Testing

/// From a bill of materials to a verified plan and back to one, by the commands of the manual.
@Suite struct ImportTests {
  private func importing(_ workspace: Workspace, _ options: [String]) async throws -> Command.Answer {
    try await workspace.peidan(["import", "logger.csv", "--date", "2026-12-04"] + options).withSharedCatalog().run()
  }

  private func workspace() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(Data(contentsOf: Fixture.bom), to: "logger.csv")
    return workspace
  }

  @Test func aBillBecomesASpecThatValidatesAndPlansAndGoesBackToABill() async throws {
    let workspace = try workspace()
    let imported = try await importing(workspace, ["--output", "logger.yaml", "--boards", "3"])
    #expect(imported.status == 0, "\(imported.errors)")
    #expect(
      imported.text.hasSuffix(
        "logger.csv (kicad-csv, UTF-8): 5 lines: 2 exact, 2 equivalent, 1 none; 1 not fitted\n"
          + "4 lines are sure, 1 wants a look, 0 cells were not understood.\n"), "\(imported.text)")

    let valid = try await workspace.peidan(["validate", "logger.yaml"]).withSharedCatalog().run()
    #expect(valid.status == 0, "\(valid.errors)")
    #expect(valid.errors.contains("`M1` of the imported BOM has no slot"))

    let line = [
      "plan", "logger.yaml", "--market", "mail-order", "--sample", "--work-limit", "1", "--format", "json", "--output",
      "plan.json",
    ]
    let planned = try await workspace.peidan(line).withSharedCatalog().run()
    #expect(planned.status == 1, "M1 is not bought, so the kit is not complete: \(planned.errors)")
    let plan = try PlanDocument(json: try workspace.contents("plan.json"))
    #expect(plan.complete == false && plan.bomLines == 5)
    #expect(plan.missing?.map(\.slots) == [["M1"]])
    #expect(plan.missing?.first?.says?.contains("a case of the shop's own") == true)
    #expect(plan.schedule.contains { $0.step == "kit" && $0.name.english == "kit, not complete" })
    #expect(plan.lines.map { $0.slots.joined(separator: " ") }.sorted() == ["C1 C2", "R1 R2 R7", "U1", "U2"])
    #expect(plan.states?.total == 6 && plan.states?[.bought] == 4)
    #expect(plan.states?[.toBeFoundOut] == 1 && plan.states?[.leftOut] == 1)

    let verified = try await workspace.peidan([
      "verify", "plan.json", "--spec", "logger.yaml",
    ]).withSharedCatalog().run()
    #expect(verified.status == 0, "\(verified.text)\(verified.errors)")
    #expect(verified.text.contains("Not complete: 1 of 5 lines of the BOM is not in this plan."))

    var hiding = plan
    hiding.missing = nil
    hiding.complete = true
    try workspace.write(try hiding.json(), to: "hiding.json")
    let refused = try await workspace.peidan([
      "verify", "hiding.json", "--spec", "logger.yaml",
    ]).withSharedCatalog().run()
    #expect(refused.status == 1)
    #expect(refused.text.contains("V005") && refused.text.contains("V006"), "\(refused.text)")

    let fitted = String(decoding: try workspace.contents("logger.yaml"), as: UTF8.self)
    let declared = fitted.replacing("M1: {from: A7, grade: none, ", with: "M1: {from: A7, grade: none, fitted: false, ")
    #expect(declared != fitted)
    try workspace.write(declared, to: "without.yaml")
    let whole = try await workspace.peidan([
      "plan", "without.yaml", "--market", "mail-order", "--sample", "--work-limit", "1",
    ]).withSharedCatalog().run()
    #expect(whole.status == 0, "the board is said to do without it: \(whole.errors)")

    for format in ["kicad", "jlcpcb"] {
      let exported = try await workspace.peidan([
        "export", "plan.json", "--format", format, "--output", "\(format).csv",
      ])
      .run()
      #expect(exported.status == 0, "\(exported.errors)")
      let again = try await workspace.peidan(["import", "\(format).csv", "--strict"]).withSharedCatalog().run()
      #expect(again.status == 1, "what is missing is in the table as well: \(again.errors)")
      #expect(
        again.text.hasSuffix(
          "5 lines: 4 exact, 1 none\n4 lines are sure, 1 wants a look, 0 cells were not understood.\n"), "\(again.text)"
      )
    }
  }

  @Test func whatNoCatalogKnowsIsAskedForAndWhatIsAtHandIsNotBought() async throws {
    let workspace = try Workspace()
    try workspace.write(
      "Refs,Value,Footprint,Qty,MPN,Manufacturer\nU1,ADC,VSSOP-10,1,ADS9999IDGSR,Texas Instruments\n"
        + "U2,USB bridge,SOP-16,1,CH340C,WCH\n\"R1,R2\",4k7 1%,R_0402_1005Metric,2,,\nC1,100n 16V,C_0402_1005Metric,1,,\n",
      to: "b.csv")
    try workspace.write("mpn,value,package,quantity\nCH340C,,,9\n,4k7 1%,0402,7\n", to: "stock.csv")
    let imported = try await workspace.peidan([
      "import", "b.csv", "--output", "b.yaml", "--boards", "2", "--date", "2026-12-04",
    ]).withSharedCatalog().run()
    #expect(imported.status == 0, "\(imported.errors)")
    let spec = String(decoding: try workspace.contents("b.yaml"), as: UTF8.self)
    #expect(spec.contains("  U1: {ask: {mpn: ADS9999IDGSR, maker: Texas Instruments, "), "\(spec)")

    let line = ["plan", "b.yaml", "--sample", "--work-limit", "1", "--lang", "en"]
    let planned = try await workspace.peidan(line + ["--stock", "stock.csv", "--output", "plan.json"])
      .withSharedCatalog().run()
    #expect(planned.status == 1, "U1 must be asked for: \(planned.errors)")
    #expect(
      planned.text.contains(
        "\n4 lines: 1 on hand, 2 bought, 1 asked for on the spot, 0 to be found out, 0 left out.\n1 line has no known price"
      ),
      "\(planned.text)")
    let plan = try PlanDocument(json: try workspace.contents("plan.json"))
    #expect(plan.status == .optimal || plan.status == .feasible)
    #expect(plan.asked?.map(\.mpn) == ["ADS9999IDGSR"] && plan.asked?[0].need == 2)
    #expect(plan.onHand?.map(\.name) == ["CH340C", "4k7 1% 0402"] && plan.onHand?.map(\.need) == [3, nil])
    #expect(plan.lines.map(\.slots) == [["R1", "R2"], ["C1"]])
    #expect(plan.schedule.contains { $0.step == "kit" && $0.name.english == "kit, not complete" })
    let verified = try await workspace.peidan(["verify", "plan.json"]).withSharedCatalog().run()
    #expect(verified.status == 0, "\(verified.text)\(verified.errors)")

    var wrong = plan
    wrong.inputs.stock?[0].quantity = 2
    try workspace.write(try wrong.json(), to: "wrong.json")
    let refused = try await workspace.peidan(["verify", "wrong.json", "--spec", "b.yaml"]).withSharedCatalog().run()
    #expect(refused.status == 1 && refused.text.contains("V009"), "\(refused.text)")
    for format in ["html", "csv", "md", "ics", "orders"] {
      let sheet = try await workspace.peidan(["export", "plan.json", "--format", format, "--output", "sheet-\(format)"])
        .run()
      #expect(sheet.status == 0, "\(sheet.errors)")
    }
    #expect(String(decoding: try workspace.contents("sheet-md"), as: UTF8.self).contains("4 lines: 1 on hand"))
  }

  @Test func aStockFileThatCannotBeReadNamesLineAndValue() async throws {
    let workspace = try workspace()
    _ = try await importing(workspace, ["--output", "logger.yaml"])
    try workspace.write("mpn,quantity\nCH340C,9\nTP4056,some\n", to: "stock.csv")
    let answer = try await workspace.peidan(["plan", "logger.yaml", "--stock", "stock.csv"]).withSharedCatalog().run()
    #expect(answer.status == 2)
    #expect(
      answer.errors.contains("stock.csv:3:8: error: `quantity` is `some`, not a number of pieces"), "\(answer.errors)")
    let absent = try await workspace.peidan(["plan", "logger.yaml", "--stock", "no.csv"]).withSharedCatalog().run()
    #expect(absent.status == 2 && absent.errors.contains("no.csv"), "\(absent.errors)")
  }

  @Test func importingAgainKeepsWhatWasEdited() async throws {
    let workspace = try workspace()
    _ = try await importing(workspace, ["--output", "logger.yaml"])
    let first = try workspace.contents("logger.yaml")
    _ = try await importing(workspace, ["--output", "logger.yaml"])
    #expect(try workspace.contents("logger.yaml") == first)

    let edited = String(decoding: first, as: UTF8.self)
      .replacing("  C1, C2: 100nF 0402 16V", with: "  C1, C2: 100nF 0402 50V").replacing("rate: 60", with: "rate: 75")
    try workspace.write(edited, to: "logger.yaml")
    try workspace.write(
      String(decoding: try workspace.contents("logger.csv"), as: UTF8.self).replacing("4k7", with: "10k"),
      to: "logger.csv")
    let answer = try await importing(workspace, ["--output", "logger.yaml"])
    #expect(answer.status == 0, "\(answer.errors)")
    let merged = String(decoding: try workspace.contents("logger.yaml"), as: UTF8.self)
    #expect(merged.contains("  C1, C2: 100nF 0402 50V"))
    #expect(merged.contains("rate: 75"))
    #expect(merged.contains("\nslots:\n  R1, R2, R7: 10kΩ 0402 1%"))
  }

  @Test func aWordThatIsNotUnderstoodIsNamedAndExplained() async throws {
    let workspace = try Workspace()
    try workspace.write("Refs,Value,Footprint,Qty\n\"R1, R2\",4k7 zzq,0603,2\nR3,1 MEG,0603,1\n", to: "b.csv")
    let answer = try await workspace.peidan(["import", "b.csv"]).withSharedCatalog().run()
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(
      answer.text.contains("\nnot understood:\n  B2 (Value): `zzq`\n")
        && answer.text.hasSuffix("\n1 line is sure, 1 wants a look, 1 cell was not understood.\n"), "\(answer.text)")
    let strict = try await workspace.peidan(["import", "b.csv", "--strict"]).withSharedCatalog().run()
    #expect(strict.status == 1)

    let explained = try await workspace.peidan(["import", "b.csv", "--explain", "R2"]).withSharedCatalog().run()
    #expect(explained.text.hasPrefix("R1, R2: heuristic: "), "\(explained.text)")
    #expect(
      explained.text.contains(
        "  B2 (Value): `4k7 zzq`: value\n    `4k7`: resistance 4.7 kΩ\n    `zzq`: not understood\n"))
    let unknown = try await workspace.peidan(["import", "b.csv", "--explain", "R9"]).withSharedCatalog().run()
    #expect(unknown.status == 2 && unknown.errors.contains("no line of the BOM has the reference or row `R9`"))
  }

  @Test func aStrictImportOfAnUncertainLineWritesNothing() async throws {
    let workspace = try workspace()
    let answer = try await importing(workspace, ["--strict", "--output", "logger.yaml"])
    #expect(answer.status == 1)
    #expect(answer.errors.contains("M1: no part: nothing is known of `a case of the shop's own` [M014]"))
    #expect(answer.errors.hasSuffix("peidan: nothing was written\n"))
    #expect(try workspace.names(in: ".").contains("logger.yaml") == false)
  }

  @Test func anOddRowIsLeftToItsReaderAndTheRestIsWritten() async throws {
    let workspace = try Workspace()
    try workspace.write(
      "Refs,Value,Footprint,Qty\n\"+, —\",10k,0603,2\nnot in schematic,Screw,,2\nR1,10k,0603,1\nR2,1k,0603,16/40\nTP1,TestPoint,TestPoint_Pad_D1.0mm,1\nTotal:,,,6\n",
      to: "odd.csv")
    let line = ["import", "odd.csv", "--date", "2026-12-04", "--output", "odd.yaml"]
    let answer = try await workspace.peidan(line).withSharedCatalog().run()
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.errors.contains("`16/40` is no whole number of pieces [M009]"))
    let spec = String(decoding: try workspace.contents("odd.yaml"), as: UTF8.self)
    #expect(spec.contains("  R1: 10kΩ 0603") && !spec.contains("  R2: 1kΩ"))
    let valid = try await workspace.peidan(["validate", "odd.yaml"]).withSharedCatalog().run()
    #expect(valid.status == 0, "\(valid.errors)")
    #expect(valid.errors.contains("`R2` of the imported BOM has no slot"))
    let strict = try await workspace.peidan(["import", "odd.csv", "--strict"]).withSharedCatalog().run()
    #expect(strict.status == 1)
  }

  @Test func aVariantThatTheFileDoesNotKnowIsRefused() async throws {
    let workspace = try Workspace()
    try workspace.write("Refs,Value,Footprint,Config\nR1,10k,0603,+can\nR2,1k,0603,+hv\n", to: "v.csv")
    let unknown = try await workspace.peidan(["import", "v.csv", "--variant", "NOSUCH"]).withSharedCatalog().run()
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("the file has no variant `NOSUCH` [M030]"))
    let line = ["import", "v.csv", "--strict", "--variant", "can", "--variant", "hv"]
    let both = try await workspace.peidan(line).withSharedCatalog().run()
    #expect(both.status == 0, "\(both.errors)")
    #expect(
      both.text.hasSuffix(
        "2 lines: 2 equivalent\n2 lines are sure, 0 want a look, 0 cells were not understood.\n"), "\(both.text)")
  }

  @Test(
    "what is no bill of materials is refused, and nothing is written",
    arguments: BadFile.unusable("csv") + [
      BadFile(name: "old.xls", content: .bytes([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]), status: 2),
      BadFile(name: "eagle.sch", content: .text("<?xml version=\"1.0\"?><eagle/>"), status: 2),
      BadFile(name: "cpl.csv", content: .text("Designator,Mid X,Mid Y,Layer,Rotation\nR1,1,1,Top,0\n"), status: 2),
    ])
  func refused(_ file: BadFile) async throws {
    let workspace = try Workspace()
    try file.make(in: workspace)
    let answer = try await workspace.peidan(["import", file.name, "--output", "x.yaml"]).withSharedCatalog().run()
    #expect(answer.status == file.status, "\(answer.errors)")
    #expect(answer.errors.contains(file.name))
    #expect(try workspace.names(in: ".").contains("x.yaml") == false)
  }
}
