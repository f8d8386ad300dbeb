import Electronics

@testable import PriceSheets

/// A small list and vocabulary, written for these tests.
enum ListSample {
  static let header =
    "lcsc,mpn,manufacturer,category,subcategory,package,joints,library_type,status,stock,price_breaks_usd,description,datasheet"

  static let rows = [
    "C1,RC-4K7,Ohm Works,Resistors,Chip Resistor - Surface Mount,0603,2,Basic,Active,500,1-99:0.002;100-:0.001,100mW 4.7kΩ ±1% 0603 Chip Resistor - Surface Mount ROHS,",
    "C2,RL-2W,,Resistors,Through Hole Resistors,\"插件,D3.5xL9mm\",2,Extended,Active,0,,240Ω 500mW ±5%,",
    "C3,RC-4K7,Ohm Works,Resistors,Chip Resistor - Surface Mount,0603,2,Extended,Active,9,1-9:0.3;10-:0.3,x,",
    "C4,HF3FF,Relay Co,Relays,Power Relays,奇怪,5,Extended,Active,7,1-9:0.3;10-99:0.2;100-:0.25,x,https://example.com/a.pdf",
    "C5,G5,Rail Ltd,Global Sourcing Parts,Global Sourcing Parts,0402,2,Extended,Active,1,1-:1,10kΩ ±5% 0402 Chip Resistor - Surface Mount ROHS,",
  ]

  static let resistor = PartCategory(
    id: "resistor", english: "resistor", chinese: "电阻", handling: "ic", family: "f", milligrams: 1,
    parameters: [
      ParameterDefinition(
        name: "resistance", kind: .quantity, dimension: .resistance, english: "resistance", chinese: "阻值"),
      ParameterDefinition(name: "tolerance", kind: .quantity, dimension: .ratio, english: "tolerance", chinese: "精度"),
    ])

  static let other = PartCategory(
    id: "other", english: "other", chinese: "其他", handling: "ic", family: "f", milligrams: 1, parameters: [])

  static func vocabulary() throws -> ListVocabulary {
    try ListVocabulary(
      categories: Array(
        "# comment\nkind,category\nchip resistor - surface mount,resistor\nthrough hole resistors,resistor\n".utf8),
      packages: Array("chinese,english\n插件,THT\n".utf8), known: ["resistor", "other"])
  }

  static func reader(_ rows: [String]) throws -> PartListReader<MemoryFeed> {
    let text = ([header] + rows).joined(separator: "\n") + "\n"
    return try PartListReader(
      MemoryFeed(Array(text.utf8)), vocabulary: try vocabulary(), categories: [resistor, other])
  }
}
