package import Diagnostics

/// Wires between a host and what it talks to.
package struct Bus: Sendable, Hashable {
  /// A kind of interface; the raw value is the word that parts list under `interfaces`.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case i2c, spi, uart, sdio, i2s, pcm, usb, sim, dvp, lcd, adc, pwm, gpio

    /// Pins of the host that the bus takes beside those of each device.
    package var sharedPins: Int {
      switch self {
      case .i2c, .usb: 2
      case .spi, .i2s: 3
      case .sdio: 6
      case .pcm, .sim: 4
      case .dvp: 11
      case .lcd: 5
      case .uart, .adc, .pwm, .gpio: 0
      }
    }

    /// Pins of the host for each device: a select line, a line of its own, two wires of a serial port.
    package var pinsPerDevice: Int {
      switch self {
      case .i2c, .usb, .i2s, .pcm, .sdio, .sim, .dvp, .lcd: 0
      case .spi, .adc, .pwm, .gpio: 1
      case .uart: 2
      }
    }
  }

  package var name: String
  package var kind: Kind
  /// The reference that runs the bus.
  package var host: Mention
  package var devices: [Mention]
  /// The reference that turns the host's levels into the devices'.
  package var shifter: Mention?
  /// Pins of the host, where the kind and the devices do not tell them.
  package var pins: Int?
  /// Where the bus's name stands.
  package var span: SourceSpan

  package init(
    name: String, kind: Kind, host: Mention, devices: [Mention], shifter: Mention? = nil, pins: Int? = nil,
    span: SourceSpan
  ) {
    self.name = name
    self.kind = kind
    self.host = host
    self.devices = devices
    self.shifter = shifter
    self.pins = pins
    self.span = span
  }

  /// Pins of the host that the bus takes.
  package var hostPins: Int { pins ?? kind.sharedPins + kind.pinsPerDevice * devices.count }
}
