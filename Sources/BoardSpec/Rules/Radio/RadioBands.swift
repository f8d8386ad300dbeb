internal import Electronics

/// Bands, regions, and which antenna serves which radio.
enum RadioBands {
  /// Kinds of parts that send and receive.
  static let radios: Set<String> = [
    "gsm-module", "lte-module", "nbiot-module", "lora-module", "wifi-module", "ble-module", "gnss-module", "phone-soc",
    "mcu",
  ]

  /// Bands for cellular and sub-GHz radios that may be used in a region; nil for a region that is not in the table.
  ///
  /// 2G: 900 and 1800 MHz in China and Europe, 850 and 1900 MHz in America (3GPP TS 45.005). Sub-GHz without licence: 470 MHz
  /// in China, 433 and 868 MHz in Europe, 433 and 915 MHz in America (LoRaWAN Regional Parameters RP002).
  static func allowed(in region: String) -> Set<String>? {
    switch region {
    case "CN": ["900MHz", "1800MHz", "433MHz", "470MHz", "B1", "B3", "B5", "B8", "B34", "B38", "B39", "B40", "B41"]
    case "EU": ["900MHz", "1800MHz", "433MHz", "868MHz", "B1", "B3", "B7", "B8", "B20", "B28", "B38", "B40"]
    case "US":
      ["850MHz", "1900MHz", "433MHz", "915MHz", "B2", "B4", "B5", "B12", "B13", "B17", "B25", "B26", "B41", "B66"]
    default: nil
    }
  }

  static let regions = ["CN", "EU", "US"]

  /// The antenna bands that serve a radio: what the part says of its bands, else what its kind works on. Any one antenna band
  /// for each group is enough.
  static func needed(by part: Part) -> [Set<String>] {
    var groups: [Set<String>] = []
    let radio = part.words("radio") ?? []
    if part.category == "gnss-module" || radio.contains("gnss") { groups.append(["gnss", "gps"]) }
    if ["wifi-module", "ble-module"].contains(part.category)
      || radio.contains(where: { $0.hasPrefix("wi-fi") || $0.hasPrefix("bluetooth") })
    {
      groups.append(["2.4GHz"])
    }
    if part.category == "gsm-module" || radio.contains("gsm") { groups.append(["900MHz", "850MHz", "lte"]) }
    if ["lte-module", "nbiot-module"].contains(part.category) { groups.append(["lte"]) }
    if part.category == "lora-module", let bands = part.words("bands") { groups.append(Set(bands)) }
    return groups
  }

  /// Whether the radio brings its antenna along.
  static func hasOwnAntenna(_ part: Part) -> Bool {
    ["pcb", "ceramic", "chip"].contains(part.text("antenna") ?? "") || part.flag("antenna-inside") == true
  }
}
