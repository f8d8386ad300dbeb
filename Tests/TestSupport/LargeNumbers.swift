internal import Base

/// Numbers that no purchase has, and texts in which one number is replaced by such a one.
package enum LargeNumbers {
  /// A number of at least ten digits: the ends of the machine's types, powers of ten, or random digits.
  package static func number(_ random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: "\(Int64.max)"
    case 1: "\(UInt64.max)"
    case 2: "\(Int64(Int32.max) + Int64.random(in: 0...1, using: &random))0"
    case 3: "1" + String(repeating: "0", count: Int.random(in: 10...40, using: &random))
    default:
      String(
        (0..<Int.random(in: 10...24, using: &random)).map { _ in "123456789".randomElement(using: &random) ?? "9" })
    }
  }

  /// Where whole numbers stand in `text`: runs of digits that no letter or digit precedes.
  package static func places(in text: String) -> [Range<String.Index>] {
    var places: [Range<String.Index>] = []
    var start: String.Index?
    var before: Character = " "
    for index in text.indices {
      let isDigit = text[index].isASCII && text[index].isNumber
      if isDigit, start == nil, !before.isLetter { start = index }
      if !isDigit, let first = start {
        places.append(first..<index)
        start = nil
      }
      before = text[index]
    }
    if let start { places.append(start..<text.endIndex) }
    return places
  }

  /// `text` with one of its numbers replaced; nil where it has none.
  package static func replacingOne(in text: String, _ random: inout SeededGenerator) -> String? {
    guard let place = places(in: text).randomElement(using: &random) else { return nil }
    return text.replacingCharacters(place, with: number(&random))
  }
}

extension String {
  fileprivate func replacingCharacters(_ place: Range<String.Index>, with new: String) -> String {
    String(self[..<place.lowerBound]) + new + String(self[place.upperBound...])
  }
}
