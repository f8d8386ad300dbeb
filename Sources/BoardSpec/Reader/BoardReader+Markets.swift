internal import Base
internal import Diagnostics
internal import MarkedText

/// Where a board buys: `market: huaqiangbei`, or `markets: [huaqiangbei, mail-order]`.
extension BoardReader {
  /// The market of the day first; empty, with a finding, where the board names none.
  func markets(_ top: MappingReader) throws -> [String] {
    let (one, several) = (top.optional("market"), top.optional("markets"))
    if let one, let several {
      sink.report(
        Diagnostic(
          SpecCodes.value, "`market` and `markets` both say where the board buys", at: several.span,
          notes: [.init("`market` stands here", at: one.span)], helps: ["leave `market` out"]))
      return []
    }
    guard let several else {
      return try top.required("market").flatMap { try self.market($0) }.map { [$0] } ?? []
    }
    guard let list = several.list("markets", into: sink) else { return [] }
    if list.isEmpty {
      sink.report(
        Diagnostic(
          SpecCodes.value, "`markets` names no market", at: several.span,
          helps: ["write `markets: [huaqiangbei, mail-order]`"]))
    }
    var known: [String] = []
    var walked: String?
    for node in list {
      guard let id = try market(node) else { continue }
      if known.contains(id) {
        sink.report(Diagnostic(SpecCodes.value, "`markets` names `\(id)` twice", at: node.span))
        continue
      }
      if try !context.nodeIDs(market: id).isEmpty {
        if let walked {
          sink.report(
            Diagnostic(
              SpecCodes.value, "`\(walked)` and `\(id)` are both walked, and a day is in one of them", at: node.span,
              helps: ["name one of them, with markets whose shops ship"]))
          continue
        }
        walked = id
      }
      known.append(id)
    }
    return (walked.map { [$0] } ?? []) + known.filter { $0 != walked }
  }

  private func market(_ node: MarkedNode) throws -> String? {
    guard let id = node.word("market", into: sink) else { return nil }
    let known = try context.marketIDs()
    if known.contains(id) { return id }
    sink.report(.unknown("market", id, at: node.span, among: known))
    return nil
  }
}
