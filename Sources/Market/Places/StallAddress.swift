/// Where a stall is, in words of both languages.
package struct StallAddress: Sendable, Hashable {
  /// `SEG Plaza, floor 2, counter B114`, and `赛格广场 2楼 B114柜`; the floor alone where the counter has no number.
  package let text: LocalizedText
  /// `SEG 2F B114`, for narrow columns.
  package let short: String

  /// Nil for a shop that is not walked to.
  package init?(_ stall: Stall, in building: Building) {
    guard let position = stall.position else { return nil }
    let english = position.floor < 0 ? "basement \(-position.floor)" : "floor \(position.floor)"
    let chinese = position.floor < 0 ? "负\(-position.floor)楼" : "\(position.floor)楼"
    let code = position.floor < 0 ? "B\(-position.floor)" : "\(position.floor)F"
    if stall.counter.isEmpty {
      text = LocalizedText(english: "\(building.english), \(english)", chinese: "\(building.chinese) \(chinese)")
      short = "\(building.id) \(code)"
    } else {
      text = LocalizedText(
        english: "\(building.english), \(english), counter \(stall.counter)",
        chinese: "\(building.chinese) \(chinese) \(stall.counter)柜")
      short = "\(building.id) \(code) \(stall.counter)"
    }
  }
}
