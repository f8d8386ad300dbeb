/// An SVG under the pen: elements with escaped attributes and texts, numbers as short as they are exact.
struct Drawing {
  /// Where names stand: middle, height, and half their length.
  private var labels: [(x: Int, y: Int, half: Int)] = []
  private(set) var elements = ""

  /// An element without content.
  mutating func add(_ element: String, _ attributes: [(String, String)]) {
    elements += "<\(element)\(Self.written(attributes))/>"
  }

  mutating func addText(_ text: String, _ attributes: [(String, String)]) {
    elements += "<text\(Self.written(attributes))>\(ScalarHTML().escapeText(text))</text>"
  }

  /// Starts a group that has a tool tip.
  mutating func addTitled(_ title: String, _ draw: (inout Drawing) -> Void) {
    var inner = Drawing()
    draw(&inner)
    elements += "<g><title>\(ScalarHTML().escapeText(title))</title>\(inner.elements)</g>"
  }

  /// The whole, `width` by `height` units; the elements around it say what it shows.
  func svg(left: Int, top: Int, width: Int, height: Int) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"\(left) \(top) \(width) \(height)\" width=\"\(width)\" height=\"\(height)\" "
      + "aria-hidden=\"true\" focusable=\"false\">\(elements)</svg>"
  }

  /// `M x y L x y …`.
  static func path(_ points: [(x: Int, y: Int)]) -> String {
    points.enumerated().map { "\($0.offset == 0 ? "M" : "L")\($0.element.x) \($0.element.y)" }.joined()
  }

  /// An arrow to the north with its letter, standing on a point.
  mutating func addNorth(x: Int, y: Int, size: Int) {
    add(
      "path",
      [
        ("class", "mark"),
        (
          "d",
          "M\(x) \(y - size * 2)L\(x + size / 2) \(y - size / 2)L\(x) \(y - size * 3 / 4)L\(x - size / 2) \(y - size / 2)Z"
        ),
      ])
    addText("N", [("x", "\(x)"), ("y", "\(y + size / 3)"), ("font-size", "\(size)"), ("text-anchor", "middle")])
  }

  /// A bar that is `units` long, and what it measures.
  mutating func addScale(x: Int, y: Int, units: Int, label: String, size: Int) {
    add(
      "path",
      [
        ("class", "street"), ("style", "stroke:var(--soft)"), ("stroke-width", "\(max(1, size / 6))"),
        ("d", "M\(x) \(y - size / 3)V\(y)H\(x + units)V\(y - size / 3)"),
      ])
    addText(label, [("x", "\(x)"), ("y", "\(y - size / 2)"), ("font-size", "\(size)")])
  }

  /// A name in the middle of a place, moved sideways where it would leave the drawing, and up or down, by two lines at
  /// most, where it would stand on another name.
  mutating func addLabel(_ text: String, x: Int, y: Int, size: Int, within sides: ClosedRange<Int>) {
    // Han characters are as wide as high, others about half of that.
    let half = text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? size * 3 : size * 5) } / 10
    let least = sides.lowerBound + half
    let middle = max(least, min(x, max(least, sides.upperBound - half)))
    let line = size * 6 / 5
    let heights = [0, -line, line, -2 * line, 2 * line].map { y + $0 }
    let height = heights.first { height in
      !labels.contains { abs($0.x - middle) < $0.half + half && abs($0.y - height) < line }
    }
    let place = (x: middle, y: height ?? y, half: half)
    labels.append(place)
    addText(
      text,
      [
        ("class", "halo"), ("x", "\(place.x)"), ("y", "\(place.y)"), ("font-size", "\(size)"),
        ("text-anchor", "middle"),
        ("dominant-baseline", "central"),
      ])
  }

  /// A numbered disc.
  mutating func addDisc(x: Int, y: Int, radius: Int, label: String) {
    add("circle", [("class", "dot"), ("cx", "\(x)"), ("cy", "\(y)"), ("r", "\(radius)")])
    let size = label.count > 2 ? radius * 8 / (3 * label.count) : radius * 6 / 5
    addText(
      label,
      [("class", "dotnumber"), ("x", "\(x)"), ("y", "\(y)"), ("font-size", "\(size)")])
  }

  private static func written(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0.0)=\"\(ScalarHTML().escapeText($0.1))\"" }.joined()
  }
}
