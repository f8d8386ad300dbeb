package import Diagnostics

extension MarkedNode {
  /// The scalar as written; a finding and nil for a list, a mapping or nothing. `subject` names the value in messages.
  package func word(_ subject: String, into sink: DiagnosticSink) -> String? {
    guard let scalar, !isNull else {
      sink.report(Diagnostic(TextCodes.wrongKind, "\(subject) must be one value, not \(kindName)", at: span))
      return nil
    }
    return scalar.text
  }

  /// A whole number within `range`, written in digits.
  package func integer(_ subject: String, in range: ClosedRange<Int>, into sink: DiagnosticSink) -> Int? {
    guard let text = word(subject, into: sink) else { return nil }
    guard let number = Int(text) else {
      let bounds =
        range.upperBound == .max ? "of at least \(range.lowerBound)" : "from \(range.lowerBound) to \(range.upperBound)"
      sink.report(
        Diagnostic(TextCodes.unreadableValue, "\(subject) must be a whole number \(bounds), not `\(text)`", at: span))
      return nil
    }
    guard range.contains(number) else {
      let bound = number < range.lowerBound ? "at least \(range.lowerBound)" : "at most \(range.upperBound)"
      sink.report(
        Diagnostic(TextCodes.unreadableValue, "\(subject) must be \(bound), not \(number)", at: span))
      return nil
    }
    return number
  }

  /// `true` or `false`; `yes`, `no`, `on` and `off` are refused with the word that would be right.
  package func flag(_ subject: String, into sink: DiagnosticSink) -> Bool? {
    guard let text = word(subject, into: sink) else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    default:
      var finding = Diagnostic(
        TextCodes.unreadableValue, "\(subject) must be `true` or `false`, not `\(text)`", at: span)
      if let meant = ["yes": "true", "on": "true", "no": "false", "off": "false"][text.lowercased()] {
        finding.helps = ["write `\(meant)`"]
        finding.fixes = [FixIt(.safe, replace: span, with: meant)]
      }
      sink.report(finding)
      return nil
    }
  }

  /// One of the raw values of an enumeration, with the closest one where it is none.
  package func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ subject: String, of type: Choice.Type, into sink: DiagnosticSink
  ) -> Choice? {
    guard let text = word(subject, into: sink) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    var finding = Diagnostic(TextCodes.unreadableValue, "unknown \(subject) `\(text)`", at: span)
    if let meant = closestMatch(to: text, among: known) {
      finding.helps.append("did you mean `\(meant)`?")
      finding.fixes.append(FixIt(.likely, replace: span, with: meant))
    }
    finding.helps.append("one of " + known.map { "`\($0)`" }.joined(separator: ", "))
    sink.report(finding)
    return nil
  }

  /// The values of a list; one value counts as a list of one.
  package func list(_ subject: String, into sink: DiagnosticSink) -> [MarkedNode]? {
    switch content {
    case .sequence(let nodes): return nodes
    case .scalar where !isNull: return [self]
    default:
      sink.report(Diagnostic(TextCodes.wrongKind, "\(subject) must be a list, not \(kindName)", at: span))
      return nil
    }
  }
}
