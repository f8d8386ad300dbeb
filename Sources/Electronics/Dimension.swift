/// What a quantity measures. Each dimension has one stored unit, in which values are integers.
///
/// The scales keep every value that occurs on a board exact: 1 fF to 1 kF, 1 µΩ to 1 TΩ, 1 nm to 1,000 km.
package enum Dimension: String, Sendable, Hashable, Codable, CaseIterable {
  /// A plain number; stored in 10⁻⁹.
  case number
  /// A share, written in percent or ppm; stored in 10⁻⁹.
  case ratio
  /// Stored in microvolts.
  case voltage
  /// Stored in nanoamperes.
  case current
  /// Stored in microohms.
  case resistance
  /// Stored in femtofarads.
  case capacitance
  /// Stored in picohenries.
  case inductance
  /// Stored in millihertz.
  case frequency
  /// Stored in microwatts.
  case power
  /// Stored in nanoampere hours.
  case charge
  /// Stored in nanometres.
  case length
  /// Stored in nanoseconds.
  case time
  /// Stored in millikelvin relative to 0 °C.
  case temperature
  /// Stored in micrograms.
  case mass
  /// Stored in bits.
  case information
  /// Power gain or level in decibels (dB, dBm, dBi); stored in 10⁻³.
  case level
}
