import BOMImport
import Diagnostics
import Electronics
import Testing

/// The words of a numbered line's value: each is said by the part, is a name of boards, says nothing, or leaves the line to a person.
@Suite struct PartAccountTests {
  private static func part(
    _ mpn: String, _ category: String, _ english: String, package: String = "SMD", maker: String = "Maker",
    order: String
  ) -> Part {
    Part(
      id: PartID(maker: maker, mpn: mpn), category: category, package: package, parameters: [:], english: english,
      chinese: "", source: "lcsc:\(order)")
  }

  private static let parts: [String: Part] = [
    "schottky": part("SS34", "diode", "3A 40V 550mV@3A Schottky Diodes ROHS", package: "SMA(DO-214AC)", order: "C9001"),
    "bridge": part("MB10S-50MIL", "other", "1A 1kV Bridge Rectifiers ROHS", package: "MBS", order: "C9002"),
    "mosfet": part(
      "AO3400A", "mosfet", "1 N-channel 30V 5.7A N-Channel MOSFETs ROHS", package: "SOT-23", order: "C9003"),
    "bjt": part("S8050 J3Y", "bjt", "1 NPN 25V 500mA Bipolar (BJT) ROHS", package: "SOT-23", order: "C9004"),
    "mcu": part(
      "STM32F103C8T6", "mcu", "20KB 64KB 72MHz ARM Microcontrollers (MCU/MPU/SOC)", package: "LQFP-48(7x7)",
      order: "C9005"),
    "ldo": part("AMS1117-5.0", "ldo", "15V 1A 5V Low Drop Out (LDO) Regulators", package: "SOT-223", order: "C9006"),
    "flash": part("W25Q128JVSIQ", "flash", "128Mbit 133MHz SPI NOR FLASH", package: "SOIC-8-208mil", order: "C9007"),
    "eeprom": part("AT24C02C-SSHM-T", "eeprom", "1MHz 2Kbit I2C EEPROM", package: "SOIC-8", order: "C9008"),
    "slide": part(
      "SS12D07VG2", "slide-switch", "300mA 50V SPDT Through Hole Slide Switches", package: "THT", order: "C9009"),
    "tact": part("TS-1187A-B", "tact-switch", "12V 5.1mm 5.1mm SPST Round Button Tactile Switches", order: "C9010"),
    "crystal": part("X322516MLB4SI", "other", "16MHz 9pF Crystals", package: "SMD3225-4P", order: "C9011"),
    "header": part(
      "B-2100S04P", "header", "1x4P 2.54mm 4P 3A Pin Header Pin Headers", package: "THT,P=2.54mm", order: "C9012"),
    "jst": part(
      "B2B-PH-K-S", "wire-connector", "1x2P 2P 2mm PH Wire To Board Connector", package: "THT",
      maker: "JST Sales America", order: "C9013"),
    "lamp": part("KT-0603R", "led", "20mA Red Water Clear 0603 LED Indication", package: "0603", order: "C9014"),
    "trimmer": part("3296P-1-105LF", "other", "1MΩ 500mW Potentiometers, Variable Resistors", order: "C9015"),
    "array": part(
      "YC164-FR-071KL", "other", "1kΩ 4 8 ±1% Resistor Networks, Arrays", package: "0603x4", order: "C9016"),
    "thermistor": part(
      "NCP18XH103F03RB", "thermistor", "10kΩ 3380K ±1% NTC Thermistors", package: "0603", order: "C9017"),
  ]

  /// Kinds of parts, the letter of their references, values that they bear out, and values that they do not.
  private static let table: [(String, String, [String], [String])] = [
    (
      "schottky", "D", ["SS34", "Schottky", "Schottky diode", "肖特基二极管", "3A 40V", "SS34 SMA", "D_Schottky"],
      ["M7", "S1M", "稳压管", "整流桥", "D_Bridge", "快恢复二极管", "Zener", "SS14"]
    ),
    ("bridge", "D", ["MB10S", "整流桥", "Bridge rectifier"], ["MB6S", "MB2S", "Schottky", "10S6"]),
    (
      "mosfet", "Q", ["AO3400", "NMOS", "MOSFET", "Q_NMOS_GSD", "N沟道", "N-CH", "MOS管"],
      ["3401", "P沟道", "IGBT", "JFET", "PMOS", "PFET", "NPN"]
    ),
    ("bjt", "Q", ["S8050", "NPN", "三极管", "NPN型"], ["Darlington", "MOS管", "NMOS", "PNP型"]),
    (
      "mcu", "U", ["MCU", "STM32F103", "C8T6", "单片机", "STM32F103C8Tx"],
      ["CBT6", "EEPROM", "WIFI", "GPS", "OPAMP", "充电IC", "STM32F103RB"]
    ),
    ("ldo", "U", ["5V", "LDO 5V", "AMS1117", "5V0"], ["3V3", "3.3V", "DC-DC", "充电IC", "buck"]),
    ("flash", "U", ["16MB", "128Mbit", "Flash", "W25Q128"], ["128MB", "EEPROM", "SRAM", "16Mbit"]),
    ("eeprom", "U", ["256B", "2Kbit", "EEPROM", "AT24C02"], ["32K EEPROM", "256Kbit", "Op-amp"]),
    (
      "slide", "SW", ["SPDT", "1P2T", "单刀双掷", "Slide switch", "POWER", "ON/OFF"],
      ["双刀双掷", "DP3T", "轻触开关", "Tact switch", "DIP switch", "SW_DIP_x04", "编码器", "Rotary encoder"]
    ),
    ("tact", "SW", ["RESET", "BOOT", "Button", "按键", "KEY1", "VOL+"], ["Encoder", "SPDT", "DIP switch", "6.2mm"]),
    ("crystal", "Y", ["16MHz", "Crystal_GND24", "16M"], ["TCXO 16M", "XO 16MHz", "resonator 16MHz"]),
    (
      "header", "J", ["UART", "5V", "3V3", "I2C", "排针 1*4P", "Conn_01x04", "DHT11", "P1"],
      ["Lightning", "Buchsenleiste 4-polig", "Conn_01x04_Socket", "1x06"]
    ),
    ("jst", "J", ["JST PH 2P", "Battery", "PH2.0"], ["JST XH 2P", "SH1.0 2P", "Molex PicoBlade 2P"]),
    ("lamp", "D", ["CHRG", "PWR", "100%", "LED红", "LED_R", "power"], ["GRN", "LED_GN", "UV", "IR LED", "speaker"]),
    ("trimmer", "RV", ["1M", "1MΩ", "Potentiometer 1M"], ["10k", "1mΩ"]),
    ("array", "RN", ["1k", "4x1k", "1kx4"], ["1k x8", "8x1k", "4x10k"]),
    ("thermistor", "TH", ["10k", "10k B3380", "10k 3380", "NTC 10k"], ["10k B3950", "10k 3950", "PTC 10k"]),
  ]

  private func match(_ cells: String, _ parts: [Part], header: String) throws -> LineMatch {
    let (bill, _) = try Fixtures.read("\(header)\n\(cells)\n")
    let matcher = Matcher(index: SmallIndex(own: [], listed: parts), words: Fixtures.words, sink: DiagnosticSink())
    return try matcher.match(try #require(bill.lines.first))
  }

  @Test("a value's words must be said by the part of the line's number, of either kind")
  func table() throws {
    for (name, letter, good, bad) in Self.table {
      let part = try #require(Self.parts[name])
      for (values, fits) in [(good, true), (bad, false)] {
        for value in values {
          let order = part.source.split(separator: ":").last.map(String.init) ?? ""
          let byOrder = try match("\(letter)1,\"\(value)\",\(order)", [part], header: "Reference,Value,LCSC")
          #expect(byOrder.grade.isCertain == fits, "\(value) of \(name): \(byOrder.why)")
          let byNumber = try match("\(letter)1,\"\(value)\",\(part.id.mpn)", [part], header: "Reference,Value,MPN")
          #expect(byNumber.grade.isCertain == fits, "\(value) of \(name) by its number: \(byNumber.why)")
        }
      }
    }
  }

  @Test("a word that no part says is named with its cell, whatever stands around it")
  func strangers() throws {
    var random = SeededWords(seed: 7)
    for _ in 0..<300 {
      let (name, letter, good, _) = Self.table[random.below(Self.table.count)]
      let part = try #require(Self.parts[name])
      let word = random.word()
      let value = random.below(2) == 0 ? "\(good[0]) \(word)" : "\(word) \(good[0])"
      let order = part.source.split(separator: ":").last.map(String.init) ?? ""
      let match = try match("\(letter)1,\(value),\(order)", [part], header: "Reference,Value,LCSC")
      #expect(!match.grade.isCertain, "\(value) of \(name): \(match.why)")
    }
  }

  @Test("every word of a value has its account, and only what was compared is read")
  func explained() throws {
    let part = try #require(Self.parts["mosfet"])
    let match = try match("Q1,NMOS gibberish SOT-23,C9003", [part], header: "Reference,Value,LCSC")
    let tokens = try #require(match.line.cells.first { $0.field == .value }).tokens
    #expect(tokens.map(\.text) == ["NMOS", "gibberish", "SOT", "23"])
    #expect(tokens.map { $0.reading == .unread } == [false, true, false, false])
    #expect(match.why.contains("`gibberish` in B2 (Value)"), "\(match.why)")
  }
}

/// Words of random letters that no table has.
private struct SeededWords {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  /// `qzv…x`
  mutating func word() -> String {
    "qz" + String((0..<4 + below(4)).map { _ in Array("bdfghkmprtvwz")[below(13)] }) + "x"
  }
}
