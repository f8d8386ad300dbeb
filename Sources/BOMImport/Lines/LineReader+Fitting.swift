internal import Diagnostics

extension LineReader {
  /// Whether the part of a row is put on the board: every column that answers counts, and one that says no is enough.
  mutating func settleFitting(of line: inout BOMLine, _ row: BOMRow) {
    if let heading = unfittedHeading { leaveOut(&line, heading) }
    if let heading = openHeading {
      line.doubts.append("the heading `\(heading.prefix(60))` above it leaves open whether the part is fitted")
    }
    markedReferences(of: &line, row)
    answers(of: &line, row)
    words(of: &line, row)
    marksOfUnreadColumns(of: &line, row)
    cellsBeyondHeader(of: &line, row)
    let list = frame.variant.finding(ofList: text(.variant, in: row))
    variants.formUnion(list.variants)
    if let word = list.unfittedWord { leaveOut(&line, word) }
    for cell in cells(.config, in: row) {
      guard let finding = frame.variant.finding(ofWords: cell.text) else { continue }
      variants.formUnion(finding.variants)
      if let word = finding.unfittedWord { leaveOut(&line, word) }
    }
    if line.isFitted, line.number.isEmpty, line.orderNumbers.isEmpty,
      let feature = BoardFeature(value: line.value, footprint: line.footprint)
    {
      leaveOut(&line, feature.rawValue + ", nothing to buy")
    }
  }

  private func leaveOut(_ line: inout BOMLine, _ word: String) {
    if line.isFitted { line.unfittedWord = word }
    line.isFitted = false
  }

  /// A word within a cell that neither says that the part is fitted, nor that it is not.
  private func leaveOpen(_ line: inout BOMLine, _ mark: String, _ cell: BOMCell) {
    let place = mark == cell.text.trimmedBlanks ? name(of: cell) : "`\(cell.text.prefix(60))`"
    line.doubts.append("`\(mark)` in \(place) leaves open whether the part is fitted")
  }

  /// `DNS, D4` marks the row; `R1 (DNP), R2` only one of its references.
  private func markedReferences(of line: inout BOMLine, _ row: BOMRow) {
    guard let cell = first(.refs, in: row) else { return }
    let words = cell.text.split { ",; ".contains($0) }.map(String.init)
    let beside = (try? ReferenceList(parsing: cell.text))?.remarks.filter(FittingMarks.saysUnfitted) ?? []
    let marks = ([cell.text] + words).filter(FittingMarks.saysUnfitted)
    guard let mark = marks.first ?? beside.first else { return }
    let isBracketed = (mark.first == "(" || marks.isEmpty) && line.references.count > 1
    if isBracketed {
      line.doubts.append(
        "`\(mark)` stands beside some of the references: give the parts that are not fitted a row of their own")
    } else {
      leaveOut(&line, mark)
    }
  }

  /// Columns that ask whether the part is fitted, in either sense.
  private mutating func answers(of line: inout BOMLine, _ row: BOMRow) {
    for column in frame.ticked where row.cells.indices.contains(column) {
      let text = row.cells[column].text
      // A blank, or a dash, beside ticks.
      if text.contains(where: { $0.isLetter || $0.isNumber }) || FittingMarks.saysYes(text) { continue }
      if FittingMarks.answer(text, isNegative: false) != nil { continue }
      line.doubts.append(
        "`\(header.names[column])` says of other rows that they are fitted, and nothing of this one")
    }
    for (field, isNegative) in [(BOMField.dnp, true), (.fitted, false)] {
      for cell in cells(field, in: row) {
        if frame.unnamed.contains(cell.column - 1), FittingMarks.isSign(cell.text) {
          leaveOpen(&line, cell.text.trimmedBlanks, cell)
          continue
        }
        if let finding = frame.variant.finding(ofWords: cell.text), !finding.variants.isEmpty {
          variants.formUnion(finding.variants)
          if let word = finding.unfittedWord { leaveOut(&line, word) }
          continue
        }
        switch FittingMarks.answer(cell.text, isNegative: isNegative) {
        case .unfitted: leaveOut(&line, cell.text.trimmedBlanks)
        case .unknown:
          // A side, a technology or a sentence under `Mount` or `Assembly` says nothing of this.
          keep([CellToken(cell.text, .unread)], of: cell)
        case nil where field == .fitted && HeaderWords.plain(cell.text) == "na":
          keep([CellToken(cell.text, .unread)], of: cell)
        case .fitted, nil: break
        }
      }
    }
    // `Mounting` may ask how, and whether.
    for cell in cells(.feature, in: row) {
      if FittingMarks.saysUnfitted(cell.text) {
        leaveOut(&line, cell.text.trimmedBlanks)
      } else if FittingMarks.isYesOrNo(cell.text) || FittingMarks.isOpen(cell.text) {
        leaveOpen(&line, cell.text.trimmedBlanks, cell)
      }
    }
    for cell in cells(.status, in: row) where FittingMarks.saysUnfitted(cell.text) { leaveOut(&line, cell.text) }
  }

  /// A mark under a header that is not known leaves the line to a person.
  private func marksOfUnreadColumns(of line: inout BOMLine, _ row: BOMRow) {
    guard line.isFitted else { return }
    for place in unreadPlaces where row.cells.indices.contains(place) {
      let text = row.cells[place].text
      guard !text.isEmpty, FittingMarks.saysUnfitted(text) || FittingMarks.isOpen(text) else { continue }
      line.doubts.append(
        "`\(text)` under `\(header.names[place])`, a column that is not read, may mean that it is not fitted")
    }
  }

  /// A cell right of the header's last column, which nothing names, leaves the line to a person where it has a digit (a value, a
  /// rating, an order number) or a mark of fitting. Other words there are only listed.
  private func cellsBeyondHeader(of line: inout BOMLine, _ row: BOMRow) {
    for cell in row.cells.dropFirst(header.names.count) where Self.mayTell(cell.text) {
      line.doubts.append(
        "`\(cell.text.prefix(60))` in \(name(of: cell)) stands right of the header's last column, and is not read")
    }
  }

  static func mayTell(_ text: String) -> Bool {
    text.contains(where: \.isNumber) || FittingMarks.saysUnfitted(text) || FittingMarks.openMark(text) != nil
      || FittingMarks.mark(within: text) != nil || FittingMarks.saysYes(text) || FittingMarks.saysNo(text)
  }

  /// Marks within the value, and notes and descriptions that consist of one.
  private func words(of line: inout BOMLine, _ row: BOMRow) {
    for field in [BOMField.value, .mpn, .orderNumber, .supplierNumber, .note, .description, .kind] {
      for cell in cells(field, in: row) where FittingMarks.saysUnfitted(cell.text) { leaveOut(&line, cell.text) }
    }
    // `R0603_DNP`
    for cell in cells(.footprint, in: row) {
      let words = FactWords.nameWords(of: cell.text)
      if let mark = words.first(where: { $0.count >= 3 && FittingMarks.saysUnfitted($0) }) { leaveOut(&line, mark) }
    }
    // `C25804 DNP`
    for cell in [BOMField.mpn, .orderNumber, .supplierNumber].flatMap({ cells($0, in: row) }) {
      let words = cell.text.halfWidth.split { $0.isWhitespace || "()[],;".contains($0) }.map(String.init)
      if let mark = words.first(where: { $0.count >= 3 && FittingMarks.saysUnfitted($0) }) { leaveOut(&line, mark) }
    }
    for cell in cells(.value, in: row) {
      if let mark = FittingMarks.mark(within: cell.text) { leaveOut(&line, mark) }
    }
    for field in [BOMField.note, .description, .status] where line.isFitted {
      for cell in cells(field, in: row) {
        if let mark = FittingMarks.openMark(cell.text) {
          leaveOpen(&line, mark, cell)
          continue
        }
        guard
          let mark = FittingMarks.phrase(within: cell.text.halfWidth)
            ?? cache.vocabulary.openMark(in: cell.text, of: field == .description ? .any : .note)
        else { continue }
        leaveOpen(&line, mark, cell)
      }
    }
  }
}
