import CatalogStore
import Electronics
import Foundation

/// How long a search takes in a catalog that is open and the lists beside it: numbers and makers of its own parts, whole and
/// cut, values, and the shortest and most frequent words, which are the hardest.
struct SearchTime {
  var catalog: String
  /// Queries of each form that is drawn from parts.
  var count: Int

  private static let hard = [
    "1", "a", "r", "rohs", "smd", "res", "cap", "100", "0402", "resistor", "capacitor", "100nF 0402", "murata",
    "x7r 0603 50V",
    "stm32", "4056", "103C8", "电阻", "nosuchthing", "category=resistor", "category=capacitor", "category=other",
    "category=resistor resistance=4.7k", "category=resistor resistance=10k package=0402 tolerance<=1%",
    "category=capacitor capacitance=100nF voltage>=25V", "category=inductor current>=2A",
    "category=crystal frequency=26MHz",
    "category=capacitor voltage>=1kV", "usb type-c", "smd rohs 1 p", "plugin p=2mm",
  ]

  func run() throws {
    let catalog = try Catalog(path: catalog)
    var queries = Self.hard
    // Parts of the lists, some of each of many kinds: what a search for a frequent letter pair gives is spread over them.
    for seed in ["resistor", "mcu", "diode", "connector", "crystal", "ldo", "mosfet", "sensor", "inductor", "switch"] {
      let parts = try catalog.search(PartQuery(seed), limit: count).parts
      for part in parts {
        let mpn = part.id.mpn
        queries += [mpn, String(mpn.prefix(4)), String(mpn.dropFirst(2)), "\(part.id.maker) \(part.package)"]
      }
    }
    queries = queries.filter { !$0.allSatisfy { $0.isWhitespace || $0.isPunctuation } }
    var times: [(milliseconds: Double, query: String, hits: Int)] = []
    let clock = ContinuousClock()
    for query in queries {
      let start = clock.now
      guard let hits = try? catalog.search(PartQuery(query)) else { continue }
      let time = clock.now - start
      let milliseconds = Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1e3
      times.append((milliseconds, query, hits.total))
    }
    times.sort { $0.milliseconds < $1.milliseconds }
    guard let worst = times.last else { return print("the catalog has no parts") }
    func text(_ value: Double) -> String { String(format: "%.1f", value) }
    print(
      "\(times.count) searches: median \(text(times[times.count / 2].milliseconds)) ms, 95 % under "
        + "\(text(times[times.count * 95 / 100].milliseconds)) ms, worst \(text(worst.milliseconds)) ms")
    for time in times.suffix(5).reversed() { print("\(text(time.milliseconds)) ms, \(time.hits) hits: \(time.query)") }
  }
}
