/// A valid inequality with integer coefficients, `≥ right`:
///
///     Σ sets: c x(δ(S)) + Σ places: a y_i + Σ levels: b w_l + Σ edges: e x_ij ≥ right
///
/// Integers keep the proof exact: any non-negative multiples of such rows give a bound that integer arithmetic checks.
struct CutRow: Sendable, Hashable {
  struct Term: Sendable, Hashable {
    /// A set, a place, a level, or an edge `i × placeCount + j` with i < j.
    var index: Int32
    var coefficient: Int64
  }

  var sets: [Term] = []
  var places: [Term] = []
  var levels: [Term] = []
  var edges: [Term] = []
  var right: Int64

  /// The largest coefficient, by which the linear program divides the row.
  var scale: Double {
    var largest: Int64 = 1
    for term in sets { largest = max(largest, abs(term.coefficient)) }
    for term in places { largest = max(largest, abs(term.coefficient)) }
    return Double(largest)
  }
}
