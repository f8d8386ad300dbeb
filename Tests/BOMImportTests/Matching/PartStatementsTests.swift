import BOMImport
import Diagnostics
import Electronics
import Testing

/// Colours, currents, plugs and numbers of contacts of a line against those of the part that its number names.
@Suite struct PartStatementsTests {
  private static func part(_ mpn: String, _ category: String, _ english: String, package: String = "SMD") -> Part {
    Part(
      id: PartID(maker: "Maker", mpn: mpn), category: category, package: package, parameters: [:], english: english,
      chinese: "",
      source: "lcsc:\(mpn)")
  }

  private func match(_ cells: String, _ parts: [Part], header: String = "Designator,Comment,Footprint,LCSC") throws
    -> LineMatch
  {
    let (bill, _) = try Fixtures.read("\(header)\n\(cells)\n")
    let matcher = Matcher(index: SmallIndex(own: [], listed: parts), words: Fixtures.words, sink: DiagnosticSink())
    return try matcher.match(try #require(bill.lines.first))
  }

  private static let lamps = [
    ("red", part("C1001", "led", "615nm Red Water Clear LED Indication - Discrete")),
    ("green", part("C1002", "led", "520nm Emerald Green LED Indication - Discrete")),
    ("yellow-green", part("C1003", "led", "570nm Yellow Green LED Indication - Discrete")),
    ("blue", part("C1004", "led", "Blue LED Indication - Discrete")),
    ("white", part("C1005", "led", "Cool White LED Indication - Discrete")),
    ("infrared", part("C1006", "led", "940nm Infrared LED Emitters")),
  ]
  private static let colourWords: [(String, [String])] = [
    ("red", ["red", "Rot", "rouge", "rosso", "rojo", "红", "红色"]),
    ("green", ["green", "Grün", "vert", "verde", "绿", "翠绿"]),
    ("yellow-green", ["yellow-green", "黄绿", "黄绿色"]), ("blue", ["blue", "blau", "bleu", "azul", "蓝", "蓝色"]),
    ("white", ["white", "weiß", "blanc", "白", "暖白"]), ("infrared", ["infrared", "红外"]),
    ("yellow", ["yellow", "gelb", "黄"]), ("orange", ["orange", "橙色"]),
  ]

  @Test("a lamp's colour in any language is that of its part, or leaves the line to a person")
  func colours() throws {
    for (own, part) in Self.lamps {
      for (colour, words) in Self.colourWords {
        for word in words {
          let isChinese = word.contains { !$0.isASCII && !"üß".contains($0) }
          let texts =
            isChinese ? ["\(word)灯", "LED\(word)", "\(word)LED", "白发\(word)"] : [word, "LED \(word)", "\(word)_LED"]
          for text in texts {
            let match = try match("D1,\(text),,\(part.id.mpn)", [part])
            let fits = own == colour || own == "yellow-green" && colour == "green"
            #expect(match.grade.isCertain == fits, "\(text) of \(own): \(match.why)")
          }
        }
      }
    }
  }

  @Test("a colour in the description counts, and a letter beside LED")
  func otherCells() throws {
    let header = "Designator,Comment,Footprint,LCSC,Description"
    for (text, fits) in [
      ("Rote LED", true), ("绿灯", false), ("LED, rot", true), ("Diode verde", false), ("Indicator", true),
    ] {
      let match = try match("D1,LED,,C1001,\"\(text)\"", [Self.lamps[0].1], header: header)
      #expect(match.grade.isCertain == fits, "\(text): \(match.why)")
    }
    #expect(try match("D1,LED_R,,C1001", [Self.lamps[0].1]).grade == .exact)
    #expect(try match("D1,LED_G,,C1001", [Self.lamps[0].1]).grade == .heuristic)
  }

  @Test("a fuse is called by the current that it holds")
  func currents() throws {
    let fuses = [
      (250, Self.part("C2001", "fuse", "100A 24V 250mA 350mΩ 500mA Resettable Fuses")),
      (2000, Self.part("C2002", "fuse", "1.5kA 2A 250V Ceramic Tube Fuse - Disposable fuses")),
      (500, Self.part("C2003", "fuse", "40A 13.2V 500mA 1A Resettable Fuses")),
    ]
    let said: [(Int, [String])] = [
      (250, ["250mA", "0.25A"]), (500, ["500mA", "0.5A", "F500mA"]), (1000, ["1A", "1.0 A", "T1A"]),
      (2000, ["2A", "2.0A", "2000mA"]), (1250, ["1.25A", "1A25"]),
    ]
    for (own, part) in fuses {
      for (current, texts) in said {
        for text in texts.flatMap({ [$0, "Fuse \($0)", "保险丝 \($0)", "\($0) PTC"] }) where !text.contains(" A") {
          let match = try match("F1,\(text),,\(part.id.mpn)", [part])
          // A fuse that melts is no PTC.
          let fits = own == current && !(text.hasSuffix("PTC") && own == 2000)
          #expect(match.grade.isCertain == fits, "\(text) of \(own) mA: \(match.why)")
        }
      }
    }
  }

  @Test("what a connector takes is what its part takes")
  func plugs() throws {
    let parts = [
      ("usb", Self.part("C3001", "usb-connector", "16P Female Type-C SMD USB Connectors")),
      ("hdmi", Self.part("C3002", "other", "19P HDMI-A Female Connectors")),
      ("rj45", Self.part("C3003", "other", "RJ45 8P8C Modular Connectors / Ethernet Connectors")),
      ("sma", Self.part("C3004", "rf-connector", "SMA Female RF Connectors / Coaxial Connectors")),
      ("sd", Self.part("C3005", "sd-socket", "Push-Push TF card SD Card / Memory Card Connectors")),
    ]
    let words = [
      ("usb", ["USB", "USB-C", "USB_C_Receptacle"]), ("hdmi", ["HDMI", "HDMI_A"]), ("rj45", ["RJ45", "Ethernet"]),
      ("sma", ["SMA"]), ("sd", ["Micro_SD_Card", "TF"]), ("bnc", ["BNC"]),
    ]
    for (own, part) in parts {
      for (plug, texts) in words {
        for text in texts {
          let match = try match("J1,\(text),,\(part.id.mpn)", [part])
          if own != plug { #expect(!match.grade.isCertain, "\(text) of \(own): \(match.why)") }
          if own == plug, !text.contains("Micro") { #expect(match.grade == .exact, "\(text) of \(own): \(match.why)") }
        }
      }
    }
  }

  @Test("a connector has as many contacts as its value and its footprint say")
  func contacts() throws {
    for own in [4, 6, 20] {
      let part = Self.part("C4001", "header", "1x\(own)P 2.54mm \(own)P 3A Black Brass Pin Header")
      for count in [4, 6, 20] {
        let number = count < 10 ? "0\(count)" : "\(count)"
        for text in [
          "Conn_01x\(number)", "1x\(count)", "\(count)P", "\(count)-pin", "Header \(count)", "排针 1*\(count)P",
        ] {
          let byValue = try match("J1,\(text),,C4001", [part])
          #expect(byValue.grade.isCertain == (own == count), "\(text) of \(own): \(byValue.why)")
        }
        let footprint = "PinHeader_1x\(number)_P2.54mm_Vertical"
        #expect(try match("J1,Conn,\(footprint),C4001", [part]).grade.isCertain == (own == count))
        let both = try match("J1,Conn_01x\(own < 10 ? "0" : "")\(own),\(footprint),C4001", [part])
        #expect(both.grade == (own == count ? .exact : .ambiguous), "\(footprint) of \(own): \(both.why)")
      }
      #expect(!(try match("J1,Conn_02x\(own / 2),,C4001", [part]).grade.isCertain))
    }
  }

  @Test("a symbol's polarity is that of the number's transistors, as far as one of their makers says it")
  func polarity() throws {
    let parts = ["60V P-Channel SOT-23 MOSFETs", "60V SOT-23 MOSFETs"].enumerated().map { place, english in
      Part(
        id: PartID(maker: ["Alfa", "Bravo"][place], mpn: "BSS84"), category: "mosfet", package: "SOT-23",
        parameters: [:],
        english: english, chinese: "", source: "test")
    }
    let header = "Reference,Value,Footprint,Symbol"
    for (symbol, fits) in [("Q_PMOS_GSD", true), ("Device:Q_NMOS_GSD", false), ("Q", true)] {
      for parts in [parts, parts.reversed()] {
        let match = try match("Q1,BSS84,SOT-23,\(symbol)", parts, header: header)
        #expect(match.grade.isCertain == fits, "\(symbol): \(match.why)")
      }
    }
  }

  @Test("a transistor's polarity in the value is that of its part, and a field effect is no bipolar transistor's")
  func polarityWords() throws {
    let cases: [(part: Part, own: [String], others: [String])] = [
      (
        Self.part("C7001", "mosfet", "30V 5.8A N-Channel SOT-23 MOSFETs", package: "SOT-23"),
        ["N沟道", "NMOS", "NMOS管", "NFET", "n沟 30V"], ["P沟道", "PMOS", "PMOS管", "PFET", "PNP", "P沟 30V"]
      ),
      (
        Self.part("C7002", "bjt", "25V 500mA NPN SOT-23 Bipolar Transistors", package: "SOT-23"), ["NPN", "NPN型"],
        ["PNP", "PNP型", "NMOS", "NMOS管", "N沟道"]
      ),
    ]
    for (part, own, others) in cases {
      for word in own + others {
        let match = try match("Q1,\(word),SOT-23,\(part.id.mpn)", [part])
        #expect(match.grade.isCertain == own.contains(word), "\(part.id.mpn) \(word): \(match.why)")
      }
    }
  }

  /// Parts without typed facts, a reference each, the values that they have and those that they have not.
  private static let measured: [(part: Part, reference: String, own: [String], others: [String])] = [
    (
      part("C5001", "other", "100mW 4 4.7kΩ 8 ±200ppm/℃ ±5% Resistor Networks, Arrays"), "RN1",
      ["4k7", "4.7k", "4.7kx4", "4.7 kΩ"], ["10k", "10kx4", "47k"]
    ),
    (
      part("C5002", "other", "100kΩ 2 2.7V~5.5V Digital Potentiometers"), "RV1", ["100k", "100kΩ", "0.1M"],
      ["10k", "1M"]
    ),
    (
      part("C5003", "other", "-55℃~+125℃ 100nF 250V Polyester Film Capacitors"), "C1",
      ["100nF film", "0.1uF film 250V", "film 100n 63V"], ["10nF film", "100nF film 630V"]
    ),
    (
      part("C5004", "other", "100mΩ 12V 150mW 1A 60V@DC、125V@AC 960Ω Signal Relays"), "K1",
      ["12V", "Relay 12V", "Relay"], ["5V", "24V relay"]
    ),
    (
      part("C5005", "flash", "133MHz 2.7V~3.6V 32Mbit SPI NOR FLASH"), "U1", ["32Mbit", "4MB", "Flash 32Mb"],
      ["16Mbit", "128Mb", "8MB"]
    ),
    (
      part("C5006", "thermistor", "100kΩ 3950K 50mW ±1% NTC Thermistors"), "TH1",
      ["100k", "NTC 100k B3950", "100k 3950K"], ["10k", "100k B3435"]
    ),
    (
      part("C5007", "diode", "40V 550mV@1A 1A Schottky Diodes"), "D1", ["Schottky 1A", "500mA"], ["Schottky 3A", "5A"]
    ),
    (part("C5008", "other", "230V 19V~20V 500mA DC-DC"), "U1", ["19.5V", "20V"], ["5V", "12V"]),
  ]

  @Test("quantities that a list states in words only are held against those of the line")
  func measures() throws {
    for (part, reference, own, others) in Self.measured {
      for value in own {
        let match = try match("\(reference),\(value),,\(part.id.mpn)", [part])
        #expect(match.grade == .exact, "\(value) of \(part.english): \(match.why)")
      }
      for value in others {
        let match = try match("\(reference),\(value),,\(part.id.mpn)", [part])
        #expect(!match.grade.isCertain, "\(value) of \(part.english): \(match.why)")
      }
    }
  }

  @Test("a name that begins as the part's number and goes on otherwise is another part's")
  func families() throws {
    let names: [(String, [String], [String])] = [
      (
        "STM32F103C8T6", ["STM32F103C8", "STM32F103C8Tx", "STM32F103", "STM32F103Cx"],
        ["STM32F103RB", "STM32F103VET6", "STM32F405"]
      ),
      ("W25Q128JVSIQ", ["W25Q128", "W25Q128JV"], ["W25Q64", "W25Q32JV"]),
      ("XC6206P332MR", ["XC6206", "XC6206P332", "XC6206Pxxx"], ["XC6206P182", "XC6206P302MR"]),
      ("AP2114H-3.3TRG1", ["AP2114-3.3", "AP2114H"], ["AP2114-1.8", "AP2112"]),
      ("LAN9514-JZX", ["LAN9514/LAN9514i", "LAN9514"], ["LAN9512", "LAN9512/LAN9513"]),
    ]
    for (number, own, others) in names {
      let part = Part(
        id: PartID(maker: "Maker", mpn: number), category: "mcu", package: "SMD", parameters: [:], english: "chip",
        chinese: "",
        source: "lcsc:C6001")
      for value in own { #expect(try match("U1,\(value),,C6001", [part]).grade == .exact, "\(value) of \(number)") }
      for value in others {
        #expect(!(try match("U1,\(value),,C6001", [part]).grade.isCertain), "\(value) of \(number)")
      }
    }
  }

  @Test("one of several things is the one that is known of the part; pitches count")
  func choices() throws {
    let parts: [(String, String, [String], [String])] = [
      ("SW1", "12V DPDT Through Hole Slide Switches", ["DPDT", "Switch"], ["SPDT", "SPST switch"]),
      (
        "J1", "1x20P 2.54mm 20P Pin Header Through Hole", ["Conn_01x20", "排针 1x20", "1x20 2.54mm"],
        ["Female 1x20", "排母 1x20", "1x20 2.0mm"]
      ),
      ("J1", "2.54mm 1x6P Top Female Headers", ["Female header", "排母"], ["Pin header", "Male"]),
      (
        "BZ1", "Active Buzzer (Built-in Driving Circuit) Buzzers", ["Active buzzer", "有源蜂鸣器"],
        ["Passive buzzer", "无源蜂鸣器"]
      ),
      ("J1", "USB Type-C Surface Mount, Right Angle", ["USB-C", "USB-C right angle"], ["USB-C vertical"]),
    ]
    for (reference, english, own, others) in parts {
      let part = Self.part(
        "C7001",
        reference == "SW1"
          ? "slide-switch" : reference == "BZ1" ? "buzzer" : english.contains("USB") ? "usb-connector" : "header",
        english)
      for value in own {
        #expect(try match("\(reference),\(value),,C7001", [part]).grade == .exact, "\(value): \(english)")
      }
      for value in others {
        #expect(!(try match("\(reference),\(value),,C7001", [part]).grade.isCertain), "\(value): \(english)")
      }
    }
    let pins = Self.part("C7002", "header", "1x20P 2.54mm 20P Pin Header")
    for (footprint, fits) in [
      ("PinHeader_1x20_P2.54mm_Vertical", true), ("PinHeader_1x20_P2.00mm_Vertical", false),
      ("PinSocket_1x20_P2.54mm_Vertical", false),
    ] {
      for value in ["Conn", "", "C7002"] {
        #expect(try match("J1,\(value),\(footprint),C7002", [pins]).grade.isCertain == fits, "\(footprint)")
      }
    }
  }

  // MARK: Footprints, symbols and descriptions

  private static let list: [String: Part] = [
    "lamp": part("C3001", "led", "Discrete Diode Red Water Clear LED Indication", package: "0603"),
    "usbc": part("C3002", "usb-connector", "16P Female Surface Mount, Right Angle Type-C USB Connectors"),
    "micro": part("C3003", "usb-connector", "5P Female Micro-B Surface Mount, Right Angle USB 2.0 USB Connectors"),
    "row": part("C3004", "header", "1x2P 2.54mm 2P Pin Header Through Hole Pin Headers", package: "THT,P=2.54mm"),
    "lying": part(
      "C3005", "header", "1x2P 2.54mm 2P Pin Header Right Angle Pin Headers", package: "Right Angle,P=2.54mm"),
    "switch": part("C3006", "slide-switch", "SPDT Surface Mount, Right Angle Slide Switches", package: "SMD,8x2.8mm"),
    "schottky": part("C3007", "diode", "3A 40V Independent Schottky Diodes", package: "SMA(DO-214AC)"),
    "zener": part("C3008", "zener", "36V 200mW Zener Diodes", package: "SOD-323"),
    "bridge": part("C3009", "diode", "1kV Single-Phase Rectifier Bridge Rectifiers", package: "MBS"),
    "crystal": part("C3010", "crystal", "12MHz 20pF Crystal Oscillator Crystals", package: "SMD3225-4P"),
    "mcu": part("C3011", "mcu", "8KB FLASH Microcontrollers (MCU/MPU/SOC)", package: "SOP-8"),
    "amp": part("C3012", "other", "32V Operational Amplifier", package: "SOIC-8"),
    "film": part("C3013", "other", "100nF 100V Polypropylene Film Capacitors (CBB)", package: "THT,P=5mm"),
    "array": part("C3014", "other", "4.7kΩ 4 Resistor Networks, Arrays", package: "0603x4"),
    "saw": part("C3015", "saw-filter", "1.57542GHz SAW Filters"),
    "choke": part("C3016", "common-mode-choke", "400mA 90Ω@100MHz Common Mode Filters", package: "SMD-4P,2x1.2mm"),
    "ntc": part("C3017", "thermistor", "10kΩ 3380K 3434K 3455K NTC Thermistors", package: "0402"),
  ]

  @Test(
    "words of footprints hold for the part, or leave the line to a person",
    arguments: [
      ("lamp", "D1", "LED0603-GREEN", false), ("lamp", "D1", "LED_0603_Red", true), ("lamp", "D1", "LED0603-RD", true),
      ("usbc", "J1", "USB_Micro-B", false), ("usbc", "J1", "USB_C_Receptacle", true),
      ("micro", "J1", "USB_Micro-B", true),
      ("micro", "J1", "USB_C_Receptacle", false), ("micro", "J1", "USB_A_Female", false),
      ("usbc", "J1", "USB_B_Female", false), ("micro", "J1", "USB_B_Micro", true),
      ("row", "J1", "PinSocket_1x02_P2.54mm_Vertical", false),
      ("row", "J1", "PinHeader_1x02_P2.54mm_Horizontal", false), ("row", "J1", "PinHeader_1x02_P2.54mm_Vertical", true),
      ("row", "J1", "HDR-TH_2P_right-angle", false), ("row", "J1", "PinHeader_1x02_P2.54mm_Vertical_SMD", false),
      ("lying", "J1", "PinHeader_1x02_P2.54mm_Vertical", false),
      ("lying", "J1", "PinHeader_1x02_P2.54mm_Horizontal", true),
      ("switch", "SW1", "SW_SPDT_THT", false), ("switch", "SW1", "SW_SPDT_SMD", true),
      ("switch", "SW1", "SW_DPDT", false),
      ("switch", "SW1", "SLIDE SWITCH DPDT 1P2T", true),
    ])
  func footprints(name: String, reference: String, footprint: String, fits: Bool) throws {
    let part = try #require(Self.list[name])
    let match = try match("\(reference),,\(footprint),\(part.id.mpn)", [part])
    #expect(match.grade.isCertain == fits, "\(footprint): \(match.why)")
  }

  @Test(
    "names of symbols and descriptions name the part's kind, or leave the line to a person",
    arguments: [
      (
        "schottky", "D1", ["D_Schottky", "肖特基", "Schottky diode", "肖特基二极管", "diode"],
        ["D_Zener", "稳压管", "整流桥", "Zener diode", "D_Bridge_+-AA", "TVS 二极管"]
      ),
      ("zener", "D1", ["Zener", "稳压管", "D_Zener"], ["肖特基二极管", "Schottky diode", "Bridge rectifier", "整流桥"]),
      ("bridge", "D1", ["整流桥", "Bridge rectifier"], ["Zener diode", "肖特基"]),
      (
        "crystal", "Y1", ["Crystal", "Crystal oscillator", "晶振", "无源晶振", "12MHz"],
        ["Oscillator", "12MHz oscillator", "有源晶振", "TCXO", "Oscillator:ASE-xxxMHz"]
      ),
      ("mcu", "U1", ["MCU", "单片机", "Microcontroller"], ["OPAMP", "Operational amplifier", "运放", "LDO"]),
      (
        "amp", "U1", ["Operational amplifier", "运放", "OPAMP"],
        ["MCU", "LDO", "DC-DC", "Comparator", "ADC", "Voltage regulator", "Timer"]
      ),
      ("usbc", "J1", ["USB_C_Receptacle"], ["USB_B_Micro", "Micro USB"]),
      ("ntc", "RT1", ["10k NTC B3380", "NTC"], ["10k NTC B3950", "PTC"]),
    ])
  func kinds(name: String, reference: String, fitting: [String], others: [String]) throws {
    let part = try #require(Self.list[name])
    for header in ["Description", "Symbol"] {
      for (text, fits) in fitting.map({ ($0, true) }) + others.map({ ($0, false) }) {
        let match = try match(
          "\(reference),,,\(part.id.mpn),\(text)", [part], header: "Designator,Comment,Footprint,LCSC,\(header)")
        #expect(match.grade.isCertain == fits, "\(header) \(text): \(match.why)")
      }
    }
  }

  @Test(
    "values that ask for another body, another number of parts, or another lens",
    arguments: [
      ("film", "C1,100nF 0603,", false), ("film", "C1,100nF,0603", false), ("film", "C1,100nF,", true),
      ("array", "RN1,4.7k,0603_4R", true),
      ("array", "RN1,4.7k,RES-ARRAY-SMD_0603-8P-L3.2-W1.6-BL", true), ("array", "RN1,4.7k,0603_8P4R", true),
      ("array", "RN1,4.7k,0402_4R", false), ("lamp", "D1,red diffused,0603", false),
      ("lamp", "D1,red water clear,0603", true),
      ("lamp", "D1,red lens,0603", true), ("saw", "FL1,SAW filter,", true), ("saw", "FL1,C3015,", true),
      ("choke", "FL1,90R common mode,", true),
      ("choke", "L1,90R@100MHz,", true),
    ])
  func values(name: String, cells: String, fits: Bool) throws {
    let part = try #require(Self.list[name])
    let match = try match("\(cells),\(part.id.mpn)", [part])
    #expect(match.grade.isCertain == fits, "\(cells): \(match.why)")
  }
}
