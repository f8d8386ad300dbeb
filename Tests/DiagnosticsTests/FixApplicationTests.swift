import Diagnostics
import TestSupport
import Testing

@Suite struct FixApplicationTests {
  private let code = DiagnosticCode("B110", "too much", page: "What it means.")

  private func applied(_ marked: String, _ replacements: [(FixIt.Grade, String)]) -> (String, Int) {
    let text = MarkedSource(marked)
    let source = SourceText(file: "a", text: text.text)
    let fixes = zip(text.ranges, replacements).map { FixIt($1.0, replace: source.span($0), with: $1.1) }
    let application = FixApplication([Diagnostic(code, "wrong", at: nil, fixes: fixes)], to: source)
    return (application.text, application.count)
  }

  @Test func onlySafeChangesAreMadeAndTheRestStays() {
    let made = applied("a: ⟦yes⟧   # really\nb: ⟦on⟧\n", [(.safe, "true"), (.likely, "true")])
    #expect(made == ("a: true   # really\nb: on\n", 1))
  }

  @Test func ofOverlappingChangesTheFirstIsMade() {
    #expect(applied("⟦a⟦b⟧c⟧d", [(.safe, "x"), (.safe, "y")]) == ("xd", 1))
  }

  @Test func anEntryOfAListGoesWithItsLineAndComment() {
    let made = applied("w:\n  - {a: 1}  # one\n  - ⟦{b: 2}⟧  # two\n  - {c: 3}\n", [(.safe, "")])
    #expect(made.0 == "w:\n  - {a: 1}  # one\n  - {c: 3}\n")
  }

  @Test(
    arguments: [
      ("[⟦a⟧, b]", "[b]"), ("[a, ⟦b⟧]", "[a]"), ("[a, ⟦b⟧, c]", "[a, c]"), ("[⟦a⟧]", "[]"), ("- ⟦a⟧", ""),
      ("k: ⟦a⟧", "k: "),
    ])
  func anEntryOfAListInBracketsGoesWithAComma(marked: String, left: String) {
    #expect(applied(marked, [(.safe, "")]).0 == left)
  }

  @Test func changesOfAnotherFileAreLeft() {
    let source = SourceText(file: "a", text: "x")
    let other = SourceText(file: "b", text: "x")
    let finding = Diagnostic(code, "wrong", at: nil, fixes: [FixIt(.safe, replace: other.span(0..<1), with: "y")])
    #expect(FixApplication([finding], to: source).count == 0)
  }
}
