import ArgumentParser
import BOMImport
import BoardSpec
import CatalogStore
import Diagnostics
import Electronics
import Foundation
import Phrases
import Planning
import SourcingPlan

/// One run of `peidan decide`.
struct DecideSession {
  private let command: DecideCommand
  private let language: Language
  private let source: SourceText
  private let catalog: Catalog
  private let board: Board
  private var edit: SpecEdit
  private var aliases: PartAliases
  private var answer: DecideAnswer
  private var said: [String] = []

  init(_ command: DecideCommand) throws {
    self.command = command
    language = command.common.language
    let file = SpecFile(path: command.spec)
    guard let source = file.source else {
      Self.show([file.refusal].compactMap(\.self), of: SourceText(file: file.name, text: ""), command)
      throw ExitCode.unusable
    }
    self.source = source
    catalog = try openCatalog(command.common)
    let sink = DiagnosticSink()
    let edit = SpecEdit(source, into: sink)
    guard let edit else {
      Self.show(sink.inTextOrder, of: source, command)
      throw ExitCode.unusable
    }
    self.edit = edit
    guard let board = try Self.board(source, catalog, sink) else {
      Self.show(sink.inTextOrder.filter { $0.severity == .error }, of: source, command)
      throw ExitCode.unusable
    }
    self.board = board
    aliases = try AliasFile.read(command.common)
    answer = DecideAnswer(spec: command.spec)
  }

  private static func board(_ source: SourceText, _ catalog: Catalog, _ sink: DiagnosticSink) throws -> Board? {
    do {
      return try BoardReader.read(source, context: CatalogSpecContext(catalog), into: sink)
    } catch let error as CatalogError {
      throw refusal(error)
    }
  }

  private static func show(_ findings: [Diagnostic], of source: SourceText, _ command: DecideCommand) {
    let text = DiagnosticText(sources: [source], colour: command.common.usesColor(on: .error))
    Console.write(styled: text.render(findings), to: .error)
  }

  private typealias Line = ImportedBill.MissingLine

  private var open: [Line] { board.bill?.missing ?? [] }

  mutating func run() throws {
    var left = open
    for choice in command.choices {
      if let place = left.firstIndex(where: { $0.references.contains(choice.reference) }) {
        try decide(left.remove(at: place), choice.text, option: "--line \(choice.reference)=\(choice.text)")
      } else {
        try change(choice)
      }
    }
    if let passives = command.passives { try take(passives) }
    let asks = command.format == .text && command.choices.isEmpty && isatty(0) == 1 && Console.isTerminal(.output)
    if asks {
      if command.passives == nil { try askPassives() }
      left = try askLines(left)
    }
    answer.open = left.map(DecideAnswer.Open.init)
    try finish(left, asks: asks)
  }

  // MARK: One line

  /// Settles an open line. A choice that cannot be used ends the command with nothing written.
  private mutating func decide(_ line: Line, _ choice: String, option: String) throws {
    let references = ReferenceList(line.references).description
    if choice == LineState.leftOut.rawValue {
      edit.leaveOut(line.key)
      answer.decided.append(.init(refs: line.references, choice: choice, wrote: nil, remembered: false))
      said.append(DecidePhrase.leftOut(references)(language))
      return
    }
    let slot = try slot(for: line, choice, option)
    edit.add(line.references, slot: slot.text, comment: comment(line))
    let isRemembered =
      slot.part.map { part in
        !command.forget && aliases.remember(PartWords(line.asked), part: part.mpn, maker: part.maker)
      } ?? false
    answer.decided.append(
      .init(refs: line.references, choice: choice, wrote: slot.text, remembered: isRemembered))
    said.append(DecidePhrase.decided(references, as: slot.text)(language))
    if isRemembered, let part = slot.part, let words = line.asked {
      said.append(DecidePhrase.remembered(words.mpn ?? words.value ?? "", as: part.mpn)(language))
    }
  }

  private struct Named {
    /// The slot's value.
    var text: String
    /// What is remembered; nil for a line that is asked for as it stands.
    var part: (mpn: String, maker: String?)?
  }

  private func slot(for line: Line, _ choice: String, _ option: String) throws -> Named {
    if choice == "ask" {
      guard let text = SlotText.asked(PartWords(line.asked)) else {
        throw refused(option, "the BOM says nothing that a seller could be asked for; name a part")
      }
      return Named(text: text, part: nil)
    }
    if let number = Int(choice), line.candidates.indices.contains(number - 1) {
      let candidate = line.candidates[number - 1]
      return try pinned(candidate.part.mpn, candidate.part.maker, package: candidate.package, option)
    }
    if let number = Int(choice), choice.count < 3 {
      let count = line.candidates.count
      throw refused(
        option,
        count == 0
          ? "line `\(line.key)` has no candidates"
          : "line `\(line.key)` has the candidates 1 to \(count), not \(number)")
    }
    if let range = choice.ranges(of: " of ").last {
      let maker = String(choice[range.upperBound...]), mpn = String(choice[..<range.lowerBound])
      if try !parts(mpn).filter({ $0.id.maker == maker }).isEmpty {
        return try pinned(mpn, maker, package: nil, option)
      }
      return unknown(mpn, maker, line)
    }
    let known = try parts(choice)
    guard let first = known.first else { return unknown(choice, nil, line) }
    let makers = Set(known.map(\.id.maker))
    if makers.count == 1 { return try pinned(first.id.mpn, first.id.maker, package: nil, option) }
    guard Set(known.map(\.package)).count == 1, Set(known.map(\.category)).count == 1 else {
      let names = makers.sorted().prefix(6).map { "`\(first.id.mpn) of \($0)`" }.joined(separator: ", ")
      throw refused(option, "\(makers.count) makers sell it, in several packages: choose \(names)")
    }
    return Named(text: SlotText.pinned(first.id.mpn, maker: nil, package: nil), part: (first.id.mpn, nil))
  }

  /// A part that the catalog or a list has; of several packages the one that is meant.
  private func pinned(_ mpn: String, _ maker: String, package: String?, _ option: String) throws -> Named {
    let own = try parts(mpn).filter { $0.id.maker == maker }
    guard let first = own.first else {
      throw refused(option, "neither the catalog nor a list has `\(mpn)` of `\(maker)` any more; import again")
    }
    let packages = Set(own.map(\.package))
    if packages.count > 1, package.map({ !packages.contains($0) }) ?? true {
      throw refused(
        option,
        "\(maker) sells `\(mpn)` in \(packages.sorted().joined(separator: ", ")); choose a candidate by its number")
    }
    return Named(
      text: SlotText.pinned(first.id.mpn, maker: maker, package: packages.count > 1 ? package : nil),
      part: (first.id.mpn, maker))
  }

  /// A part that nothing knows: it is asked for by its number, with what else the line says.
  private func unknown(_ mpn: String, _ maker: String?, _ line: Line) -> Named {
    var words = PartWords(line.asked)
    words.mpn = mpn
    words.maker = maker ?? words.maker
    return Named(text: SlotText.asked(words) ?? "", part: (mpn, maker))
  }

  private func parts(_ mpn: String) throws -> [Part] {
    do throws(CatalogError) { return try catalog.parts(mpn: mpn) } catch { throw refusal(error) }
  }

  private func comment(_ line: Line) -> String {
    let text = [line.row, line.says].compactMap(\.self).joined(separator: ": ")
    return String(text.map { $0.isNewline ? " " : $0 })
  }

  private func refused(_ option: String, _ why: String) -> any Error {
    Console.complain("`\(option)`: \(why)")
    Console.complain("`\(command.spec)` is left as it was")
    return ExitCode.unusable
  }

  /// A line that has a slot: one that is asked for may become a part, others are the user's own to change.
  private mutating func change(_ choice: DecideCommand.Choice) throws {
    let option = "--line \(choice.reference)=\(choice.text)"
    guard let slot = board.slots.first(where: { $0.references.contains(choice.reference) }) else {
      let known = board.slots.flatMap(\.references) + open.flatMap(\.references)
      let help = closestMatch(to: choice.reference, among: known).map { "; did you mean `\($0)`?" } ?? ""
      throw refused(option, "no open line has the reference `\(choice.reference)`" + help)
    }
    guard let asked = slot.asked else {
      throw refused(option, "`\(slot.key)` is decided; change its slot in the spec")
    }
    guard choice.text != LineState.leftOut.rawValue else {
      throw refused(
        option, "`\(slot.key)` has a slot; take it out of the spec, and write `fitted: false` in its record")
    }
    let line = Line(
      key: slot.key, references: slot.references, row: nil, says: nil, grade: "none", hadSlot: true, asked: asked)
    let named = try self.slot(for: line, choice.text, option)
    edit.replace(slot.key, with: named.text)
    let isRemembered =
      named.part.map { !command.forget && aliases.remember(PartWords(asked), part: $0.mpn, maker: $0.maker) } ?? false
    answer.decided.append(
      .init(refs: slot.references, choice: choice.text, wrote: named.text, remembered: isRemembered))
    said.append(DecidePhrase.decided(ReferenceList(slot.references).description, as: named.text)(language))
  }

  // MARK: Passives

  /// Slots that name a passive by its number, with what is equal to it.
  private func namedPassives() throws -> [(key: String, slot: String)] {
    do {
      let matcher = Matcher(index: try CatalogPartIndex(catalog), words: HeaderWords(), sink: DiagnosticSink())
      return try edit.untouched.compactMap { key, _ in
        guard let slot = board.slots.first(where: { $0.key == key }), slot.asked == nil, slot.requirements.count == 1,
          let mpn = slot.requirements[0].mpn,
          let part = try catalog.parts(mpn: mpn).first(where: { slot.requirements[0].matches($0) })
        else { return nil }
        return try matcher.equivalentSlot(to: part).map { (key, $0) }
      }
    } catch let error as CatalogError {
      throw refusal(error)
    }
  }

  private mutating func take(_ choice: PassiveChoice) throws {
    let changed = choice == .equivalent ? try namedPassives() : []
    for (key, slot) in changed { edit.replace(key, with: slot) }
    edit.record(choice)
    answer.passives = .init(choice: choice.rawValue, changed: changed.map(\.key))
    said.append(DecidePhrase.passivesRecorded(choice.rawValue, lines: changed.count)(language))
  }

  // MARK: Asking

  private mutating func askPassives() throws {
    guard edit.passives == nil else { return }
    let lines = try namedPassives().count
    guard lines > 0 else { return }
    Console.write(DecidePhrase.passives(lines: lines)(language))
    guard let word = readLine()?.trimmingCharacters(in: .whitespaces).lowercased(), !word.isEmpty else { return }
    if let choice = PassiveChoice.allCases.first(where: { $0.rawValue.hasPrefix(word) }) { try take(choice) }
  }

  /// Asks about each line, and returns those that stay open.
  private mutating func askLines(_ lines: [Line]) throws -> [Line] {
    for line in lines {
      Console.write("\n" + DecideAnswer.text(of: line, language))
      while true {
        Console.write(DecidePhrase.prompt(language))
        guard let text = readLine()?.trimmingCharacters(in: .whitespaces), text != "q" else {
          return open.filter { one in !answer.decided.contains { $0.refs == one.references } }
        }
        if text.isEmpty { break }
        do {
          try decide(line, text, option: text)
          break
        } catch let code as ExitCode where code == .unusable {
          continue
        }
      }
    }
    return open.filter { one in !answer.decided.contains { $0.refs == one.references } }
  }

  // MARK: Writing

  private mutating func finish(_ left: [Line], asks: Bool) throws {
    let isChanged = !answer.decided.isEmpty || answer.passives != nil
    if isChanged {
      let text = edit.text
      let sink = DiagnosticSink()
      let changed = SourceText(file: source.file, text: text)
      guard try Self.board(changed, catalog, sink) != nil else {
        Self.show(sink.inTextOrder.filter { $0.severity == .error }, of: changed, command)
        Console.complain("`\(command.spec)` is left as it was")
        throw ExitCode.unusable
      }
      try OutputFile.write(Data(text.utf8), to: command.spec)
      if answer.decided.contains(where: \.remembered) { try AliasFile.write(aliases) }
      answer.written = true
      said.append(DecidePhrase.wrote(command.spec)(language))
    }
    switch command.format {
    case .json: Console.write(json: try answer.json())
    case .text:
      let rest = asks ? [] : left.map { DecideAnswer.text(of: $0, language) }
      let heading = left.isEmpty ? DecidePhrase.nothingOpen(language) : DecidePhrase.open(left.count)(language)
      let help = rest.isEmpty || command.common.quiet ? [] : [DecidePhrase.howTo(language)]
      let text = said + [heading] + rest + help
      Console.write(text.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined())
    }
    if !isChanged, !left.isEmpty { throw ExitCode.answerIsNo }
  }
}

extension PartWords {
  fileprivate init(_ part: AskedPart?) {
    self.init(
      mpn: part?.mpn ?? "", maker: part?.maker ?? "", package: part?.package ?? "", value: part?.value ?? "",
      description: part?.description ?? "")
  }
}
