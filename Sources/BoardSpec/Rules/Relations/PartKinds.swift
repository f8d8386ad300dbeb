/// Sets of kinds of parts that several rules share.
enum PartKinds {
  /// Kinds that work from a supply: they take a range of voltages and draw current.
  static let supplied: Set<String> = [
    "mcu", "phone-soc", "gsm-module", "lte-module", "nbiot-module", "gnss-module", "wifi-module", "ble-module",
    "lora-module", "lcd", "camera", "flash", "eeprom", "ram", "rtc", "imu", "rf-front-end", "lna", "heart-rate-sensor",
    "pressure-sensor", "humidity-sensor", "temperature-sensor", "hall-sensor", "light-sensor", "audio-amp",
    "audio-codec", "haptic-driver", "touch-controller", "oscillator", "interface-ic", "fuel-gauge",
  ]

  /// Kinds that a maker's number names and that go out of production: what works from a supply, and what makes or guards it.
  static let chips = supplied.union([
    "charger", "power-bank-soc", "pd-controller", "ldo", "buck", "boost", "load-switch", "cell-protection",
    "reset-supervisor", "ac-dc", "backlight-driver", "pmic", "level-shifter", "analog-switch", "rf-switch",
  ])
}
