/// A point of the earth, in degrees of WGS 84 as text keeps them: `22.5431, 114.0866`, latitude first.
package struct GeographicPoint: Sendable, Hashable, Codable {
  package var latitude: Double
  package var longitude: Double

  /// Nil for anything but two plain decimal numbers in −90...90 and −180...180.
  package init?(_ text: some StringProtocol) {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      Double(part.drop { $0 == " " })
    }
    guard numbers.count == 2, let latitude = numbers[0], let longitude = numbers[1],
      (-90...90).contains(latitude), (-180...180).contains(longitude)
    else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }
}
