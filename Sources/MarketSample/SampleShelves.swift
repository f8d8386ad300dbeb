/// Which articles of a family surely stand on which of its stalls: three stalls an article, far apart, so that every
/// article with a price can be bought. Where a family has fewer stalls, all of them carry it.
struct SampleShelves: Sendable {
  static let surePlaces = 3

  /// Articles of stall `s`: `articles[starts[s]..<starts[s + 1]]`, ascending.
  private var starts: [Int32]
  private var articles: [Int32]

  init(articles count: Int, stalls: Int) {
    let places = min(SampleShelves.surePlaces, stalls)
    starts = [Int32](repeating: 0, count: stalls + 1)
    articles = [Int32](repeating: 0, count: count * places)
    for article in 0..<count {
      for place in 0..<places { starts[SampleShelves.stall(of: article, place: place, stalls: stalls) + 1] += 1 }
    }
    for stall in 0..<stalls { starts[stall + 1] += starts[stall] }
    var next = starts
    for article in 0..<count {
      for place in 0..<places {
        let stall = SampleShelves.stall(of: article, place: place, stalls: stalls)
        articles[Int(next[stall])] = Int32(article)
        next[stall] += 1
      }
    }
  }

  func articles(ofStall stall: Int) -> ArraySlice<Int32> { articles[Int(starts[stall])..<Int(starts[stall + 1])] }

  private static func stall(of article: Int, place: Int, stalls: Int) -> Int {
    // Neighbouring numbers (values of one series) mostly share a stall, as an agent's shelf does.
    (article / 8 + place * (stalls / min(surePlaces, stalls))) % stalls
  }
}
