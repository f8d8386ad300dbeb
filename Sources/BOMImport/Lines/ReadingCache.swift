/// What texts of cells were read as: most cells of a BOM say what others have said. O(1) a text that was seen.
final class ReadingCache {
  private struct Key: Hashable {
    var text: String
    var kind: ComponentKind
    var role: FactReader.Role
  }

  private struct KindKey: Hashable {
    var prefix: String
    var footprint: String
    var words: String
  }

  let vocabulary: LineWords
  private var facts: [Key: FactReader] = [:]
  private var kinds: [KindKey: ComponentKind] = [:]
  private var packages: [String: PackageName?] = [:]

  /// Texts that are kept; a file of more different ones is read without.
  private static let limit = 20_000

  init(vocabulary: LineWords) { self.vocabulary = vocabulary }

  func reader(_ text: String, _ kind: ComponentKind, _ role: FactReader.Role) -> FactReader {
    let key = Key(text: text, kind: kind, role: role)
    if let known = facts[key] { return known }
    let reader = FactReader(text, kind: kind, role: role, words: vocabulary)
    if facts.count < Self.limit { facts[key] = reader }
    return reader
  }

  func package(_ text: String) -> PackageName? {
    if let known = packages[text] { return known }
    let package = PackageName(text)
    if packages.count < Self.limit { packages[text] = .some(package) }
    return package
  }

  /// The kind of a line by its first reference, its footprint and its words.
  func kind(reference: String, footprint: String, words: String) -> ComponentKind {
    let key = KindKey(prefix: String(reference.prefix { !$0.isNumber }), footprint: footprint, words: words)
    if let known = kinds[key] { return known }
    let kind = ComponentKind(reference: key.prefix, footprint: footprint, words: words, vocabulary: vocabulary)
    if kinds.count < Self.limit { kinds[key] = kind }
    return kind
  }
}
