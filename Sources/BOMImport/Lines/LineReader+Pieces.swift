internal import Diagnostics

extension LineReader {
  /// References of a row; none, with a doubt, where the cell cannot be understood.
  func references(_ row: BOMRow, _ doubts: inout [Clause]) -> [String] {
    guard let cell = first(.refs, in: row), !FittingMarks.saysUnfitted(cell.text) else { return [] }
    do {
      let list = try ReferenceList(parsing: cell.text, names: frame.dashedFronts)
      // `DNS, D4`: the word marks the row.
      let references = list.references.filter { !FittingMarks.saysUnfitted($0) }
      for remark in list.remarks where !ReferenceText.isUnderstood(remark, besides: references.count) {
        doubts.append("`(\(remark))` beside the references is not understood")
      }
      for odd in list.odd {
        let message: Clause = "`\(odd)` may be more or less than one reference"
        sink.report(Diagnostic(BOMCodes.reference, message.english, severity: .warning, at: cell.span))
        doubts.append(message)
      }
      var plain: [String: String] = [:]
      for reference in references where references.count > 1 {
        guard let other = plain.updateValue(reference, forKey: reference.uppercased()), other != reference else {
          continue
        }
        doubts.append("`\(other)` and `\(reference)` may be one reference")
      }
      var seen: Set<String> = []
      let repeated = references.filter { !seen.insert($0).inserted }
      guard let first = repeated.first else { return references }
      sink.report(
        Diagnostic(
          BOMCodes.duplicateReference, "reference `\(first)` stands twice in this row", severity: .warning,
          at: cell.span))
      doubts.append("reference `\(first)` stands twice in its row")
      seen = []
      return references.filter { seen.insert($0).inserted }
    } catch {
      let (message, help) = Self.explanation(error, of: cell.text)
      sink.report(Diagnostic(BOMCodes.reference, message.english, severity: .warning, at: cell.span, helps: [help]))
      doubts.append(message)
      return []
    }
  }

  private static func explanation(_ failure: ReferenceList.Failure, of cell: String) -> (Clause, String) {
    switch failure {
    case .badRange(let range):
      (
        "`\(range)` is no range of references",
        "write the smaller number first and the same letters on both ends: `R1-R4`"
      )
    case .date(let text):
      (
        "`\(text)` is a date, not a reference",
        "a spreadsheet makes dates of texts such as `MAR-5`: format the column as text and export again"
      )
    case .words(let text):
      // As the cell has it, where the whole cell is meant: `—` was read as `–`.
      (
        "`\((ReferenceText.plain(cell) == text ? cell : text).prefix(60))` is no reference",
        "references have letters and mostly a number, as `R1`, `C4, C7` or `U1-U3`"
      )
    }
  }

  /// The quantity of a row; nil where it has none, with a doubt where it cannot be understood.
  func count(_ row: BOMRow, _ doubts: inout [Clause]) -> PieceCount? {
    guard let cell = first(.quantity, in: row), !ReferenceText.isNothing(cell.text), cell.text.lowercased() != "unknown"
    else { return nil }
    if var count = PieceCount(parsing: cell.text, mark: frame.decimalMark) {
      guard frame.boards > 1 else { return count }
      if count.count.isMultiple(of: frame.boards) {
        count.count /= frame.boards
        return count
      }
      doubts.append("quantity \(count.count) is no multiple of the \(frame.boards) boards that the others are for")
      return count
    }
    let message: Clause = "`\(cell.text.prefix(60))` is no whole number of pieces"
    sink.report(Diagnostic(BOMCodes.quantity, message.english, severity: .warning, at: cell.span))
    doubts.append(message)
    return nil
  }

  /// Holds the quantity against the references. Units of one chip (`U1A, U1B` with quantity 1) become one reference.
  func settleQuantity(of line: inout BOMLine, _ count: PieceCount?, _ row: BOMRow) {
    if let mark = count?.unfittedMark, !mark.isEmpty {
      line.isFitted = false
      line.unfittedWord = mark
    }
    guard !line.references.isEmpty else {
      line.quantity = count?.count ?? 1
      if count == nil, line.doubts.isEmpty { line.doubts.append("the row has neither references nor a quantity") }
      return
    }
    guard let count, count.count != line.references.count else {
      line.isCounted = count != nil
      return
    }
    if let chips = ReferenceUnits.chips(of: line.references), chips.count == count.count {
      line.references = chips
      line.quantity = chips.count
      return
    }
    if count.count == 0, !line.isFitted { return }
    guard let cell = first(.quantity, in: row) else { return }
    let number = line.references.count
    let names = Self.shortened(line.references)
    let message: Clause =
      number == 1
      ? "quantity \(count.count) and 1 reference (\(names)) disagree"
      : "quantity \(count.count) and \(number) references (\(names)) disagree"
    sink.report(
      Diagnostic(
        BOMCodes.quantityDisagrees, message.english, severity: .warning, at: cell.span,
        notes: [.init("the references stand here", at: line.span)]))
    line.doubts.append(message)
  }
}

extension ReferenceText {
  /// Whether a remark beside references says nothing about the part (`top`), how many they are (`4x`), or that one is not fitted,
  /// which is read with the fitting.
  static func isUnderstood(_ remark: String, besides count: Int) -> Bool {
    isSide(remark) || FittingMarks.saysUnfitted(remark) || PieceCount(parsing: remark)?.count == count
  }
}

/// Units of one chip, as schematics letter them: `U2A` and `U2B` are both in `U2`.
enum ReferenceUnits {
  /// Letters of references whose parts have units: chips, and gates drawn one by one.
  private static let prefixes: Set<String> = ["U", "IC", "UA", "OP", "AR"]

  /// The chip and the unit of a reference; nil where it has no letter behind its number.
  static func unit(of reference: String) -> (chip: String, unit: Character)? {
    var chip = reference
    guard let unit = chip.popLast(), unit.isLatin, unit.isUppercase else { return nil }
    if let sign = chip.last, sign == "-" || sign == "." || sign == "_" { chip.removeLast() }
    return NumberedName(chip)?.isPlain == true ? (chip, unit) : nil
  }

  /// The chips of which these references are the units, in their order; nil where one of them is no unit.
  static func chips(of references: [String]) -> [String]? {
    var chips: [String] = []
    for reference in references {
      guard let unit = unit(of: reference) else { return nil }
      if !chips.contains(unit.chip) { chips.append(unit.chip) }
    }
    return chips.count < references.count ? chips : nil
  }

  /// Whether a chip's references are lettered in units where nothing else tells.
  static func hasUnits(_ chip: String) -> Bool {
    prefixes.contains(String(chip.prefix(while: \.isLetter)).uppercased())
  }
}
