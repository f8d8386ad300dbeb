internal import Market
internal import Mustache
internal import Phrases

/// A text in the sheet's languages. A template shows it in three braces, since it escapes itself.
struct PageWords: MustacheCustomRenderable {
  struct Run {
    /// `en` for the gloss beside the page's own language, else nil.
    var tag: String?
    var text: String
  }

  /// The page's own language first.
  var runs: [Run]

  init(_ text: LocalizedText, _ language: Language) {
    runs = [Run(tag: nil, text: text(language.languages[0]))]
    for other in language.languages.dropFirst() where text(other) != runs[0].text {
      runs.append(Run(tag: other.rawValue, text: text(other)))
    }
  }

  /// Each language in an element of its own, isolated so that no direction mark in it reaches its surroundings.
  var renderText: String {
    runs.map { run in
      "<bdi\(run.tag.map { " lang=\"\($0)\"" } ?? "")>\(ScalarHTML().escapeText(run.text))</bdi>"
    }.joined()
  }

  var isNull: Bool { false }

  init(_ phrase: Phrase, _ language: Language) { self.init(phrase.text, language) }

  init(_ phrase: SheetPhrase, _ language: Language) { self.init(phrase.text, language) }
}

/// The words of a page that are the same for every stop, by name, so that templates read like the page.
struct PageLabels {
  private let language: Language

  init(_ language: Language) { self.language = language }

  var all: [String: PageWords] {
    var labels: [String: PageWords] = [:]
    let general: [(String, Phrase)] = [
      ("wallet", .wallet), ("paid", .paid), ("left", .remaining), ("sample", .sample), ("depart", .depart),
      ("begin", .begin), ("pickUp", .pickUpHere), ("cost", .cost), ("riskNote", .riskIsExpected),
      ("schedule", .schedule), ("notes", .warnings), ("conflicts", .conflicts), ("assumptions", .assumptions),
      ("notKept", .ticksNotKept), ("nothing", .nothingToBuy), ("references", .references),
      ("maker", .maker), ("condition", .condition), ("walk", .walk), ("lines", .lines),
    ]
    let own: [(String, SheetPhrase)] = [
      ("map", .map), ("street", .street), ("northUp", .northUp), ("samplePlaces", .samplePlaces),
      ("mapLegend", .mapLegend), ("onThisFloor", .onThisFloor), ("show", .showCard), ("close", .close),
      ("answers", .answers), ("backToCard", .backToCard), ("details", .details), ("nextBest", .nextBest),
      ("sayNo", .sayNoAbove), ("hint", .breakHint), ("check", .check), ("paidHere", .paidHere),
      ("soldOut", .soldOut), ("stallClosed", .stallClosed), ("note", .note), ("goTo", .soldOutGo),
      ("boughtThere", .boughtThere),
      ("noOther", .noOtherStall), ("toBuy", .stillToBuy), ("done", .doneOf), ("hideDone", .hideDone),
      ("record", .yourDay), ("recordKept", .recordKept), ("save", .saveFile), ("open", .openFile),
      ("recordText", .recordText), ("apply", .applyText), ("skip", .skipToStops), ("seen", .priceSeen),
      ("askedFor", .askedFor), ("answer", .answer), ("nobody", .nobodyHasIt), ("priceEach", .priceEach),
      ("counter", .counter), ("dateCode", .codeOnLabel), ("contents", .contents), ("zoomIn", .zoomIn),
      ("zoomOut", .zoomOut), ("start", .start), ("finish", .finish),
    ]
    for (name, phrase) in general { labels[name] = PageWords(phrase, language) }
    for (name, phrase) in own { labels[name] = PageWords(phrase, language) }
    return labels
  }
}
