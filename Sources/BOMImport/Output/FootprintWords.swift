/// What is understood of a footprint's name, word by word; the other words are the library's.
enum FootprintWords {
  /// In the order of the name, without its library. O(length).
  static func tokens(of text: String, _ vocabulary: LineWords) -> [CellToken] {
    let name = text.split(separator: ":").last.map(String.init) ?? ""
    let body = PackageForm.forms(of: name).first { !$0.body.isEmpty }
    return name.split { $0 == "_" || $0 == "," || $0.isWhitespace }.map { piece in
      let word = String(piece)
      return CellToken(word, meaning(of: word, body: body, vocabulary).map { .read($0) } ?? .ignored)
    }
  }

  private static func meaning(of word: String, body: PackageForm?, _ vocabulary: LineWords) -> String? {
    if let colour = vocabulary.colours(in: word).first { return "colour \(colour.colour)" }
    if let package = PackageName(word), !package.isFamilyName { return "package \(package)" }
    if let form = PackageForm.forms(of: word).first {
      return "package \(form.family)" + (form.leads.map { ", \($0) leads" } ?? "")
    }
    if let count = ContactCount.all(in: word).first { return "\(count.words) contacts" }
    if let mount = PartMount(footprint: word) {
      return mount == .surface ? "mounted on the surface" : "leads through the board"
    }
    let plain = word.lowercased()
    if plain.hasPrefix("p"), plain.hasSuffix("mm"), Double(plain.dropFirst().dropLast(2)) != nil { return "pitch" }
    if !vocabulary.choices(in: word).isEmpty { return "says which of several the part is" }
    let isSize = plain.contains("x") && plain.allSatisfy { $0.isNumber || ".xm".contains($0) }
    return isSize && body != nil ? "body" : nil
  }
}
