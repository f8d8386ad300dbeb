package import Diagnostics
package import Electronics

/// What a rule asks of one place of a board: a fact about the spec, a relation between the parts of a few slots, or a bound on
/// a sum over slots.
///
/// One definition serves both the validator, which asks whether any selection satisfies it, and the search, for which it is a
/// constraint on choices.
package struct Relation: Sendable {
  package enum Form: Sendable {
    /// Nothing to choose: the spec alone decides.
    case fact(Judgement)
    /// The parts of a few slots.
    case table([Term], judge: @Sendable ([Part]) -> Judgement)
    case sum(Sum)
  }

  /// A slot, and what the rule reads of its part; parts that agree in these are judged alike.
  package struct Term: Sendable, Hashable {
    /// Index into the board's slots.
    package var slot: Int
    /// Names of parameters; `package`, `category`, `maker` and `mpn` as well.
    package var reads: [String]
  }

  /// `Σ demands ≤ limit + Σ supplies`, in the stored unit of one dimension.
  package struct Sum: Sendable {
    package var demands: [Share]
    package var supplies: [Share]
    package var limit: Int64
    /// The message, from the least that is demanded and the most that is there.
    package var claim: @Sendable (_ demand: Int64, _ supply: Int64) -> String
    /// How a share is written in notes.
    package var describe: @Sendable (Int64) -> String
  }

  /// What one slot adds to a sum.
  package struct Share: Sendable {
    package var term: Term
    /// At least 0. A demand that is not known counts nothing; a supply that is not known is taken to suffice.
    package var weigh: @Sendable (Part) -> Weight
  }

  package enum Weight: Sendable, Hashable {
    case known(Int64)
    case unknown(String)
  }

  package var code: DiagnosticCode
  /// Errors are constraints of the search; warnings and notes are told only.
  package var severity: Severity
  /// The message where no selection satisfies the relation; a sum makes its own.
  package var claim: String
  /// Names of slots, rails and buses that a waiver may give.
  package var subjects: [String]
  package var span: SourceSpan?
  package var notes: [Diagnostic.Note]
  package var helps: [String]
  package var fixes: [FixIt]
  package var form: Form
}

extension Relation {
  /// The slots that the relation is about, each once.
  var slots: [Int] {
    switch form {
    case .fact: []
    case .table(let terms, _): terms.map(\.slot)
    case .sum(let sum): (sum.demands + sum.supplies).map(\.term.slot)
    }
  }

  /// What the relation says of one selection of parts, given by slot.
  package func judge(_ parts: (Int) -> Part) -> Judgement {
    switch form {
    case .fact(let judgement): return judgement
    case .table(let terms, let judge): return judge(terms.map { parts($0.slot) })
    case .sum(let sum):
      var demand: Int64 = 0
      var supply = sum.limit
      for share in sum.demands {
        if case .known(let weight) = share.weigh(parts(share.term.slot)) { demand += weight }
      }
      for share in sum.supplies {
        guard case .known(let weight) = share.weigh(parts(share.term.slot)) else { return .holds }
        supply += weight
      }
      return demand <= supply ? .holds : .broken(sum.claim(demand, supply))
    }
  }

  func note(_ message: String, at span: SourceSpan? = nil) -> Relation {
    var copy = self
    copy.notes.append(.init(message, at: span))
    return copy
  }

  func help(_ text: String) -> Relation {
    var copy = self
    copy.helps.append(text)
    return copy
  }

  /// With a fix-it, where there is a place in the text to make it.
  func fix(_ fix: FixIt?) -> Relation {
    var copy = self
    copy.fixes += fix.map { [$0] } ?? []
    return copy
  }
}
