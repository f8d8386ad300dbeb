internal import Diagnostics

extension String {
  /// Cells that the text takes on a terminal; escape sequences that set colour take none.
  var cellWidth: Int {
    guard contains("\u{1B}") else { return displayWidth(of: self) }
    var plain = ""
    var isEscape = false
    for scalar in unicodeScalars {
      if scalar == "\u{1B}" {
        isEscape = true
      } else if isEscape {
        if scalar == "m" { isEscape = false }
      } else {
        plain.unicodeScalars.append(scalar)
      }
    }
    return displayWidth(of: plain)
  }
}
