/// Text that Markdown shows as it is: its own signs and HTML's are escaped, line breaks become blanks, and marks that turn the direction of
/// writing are left out. O(n) in scalars.
package func markdownText(_ text: String) -> String {
  text.unicodeScalars.reduce(into: "") { result, scalar in
    switch scalar {
    case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "~", "!", "&": result += "\\\(scalar)"
    case "\n", "\r", "\t": result += " "
    case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{200E}", "\u{200F}": break
    default: result.unicodeScalars.append(scalar)
    }
  }
}
