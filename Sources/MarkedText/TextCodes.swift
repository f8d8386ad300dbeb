package import Diagnostics

/// The codes of what can be wrong with any YAML or CSV text, whatever it is about.
package enum TextCodes {
  /// Every code of this module, ascending.
  package static let all: [DiagnosticCode] = [
    syntax, duplicateKey, notAKey, tooDeep, tag, empty, binary, encoding, tooLarge, unknownKey, missingKey, wrongKind,
    unreadableValue, unknownColumn, missingColumn, duplicateColumn, cellCount, openQuote, unusable,
  ]

  package static let syntax = DiagnosticCode(
    "T001", "broken YAML",
    page: """
      The text is not YAML from this place on, so nothing behind it was read. Common causes: a line that is not
      indented like its neighbours, a tab in the indentation, a `:` inside a value that is not quoted, a bracket or a
      quote that is never closed.
      """)
  package static let duplicateKey = DiagnosticCode(
    "T002", "key given twice",
    page: """
      A mapping names each key once. YAML readers disagree on which of two values counts, so the second is refused
      instead of dropped. Remove one, or give it another name.
      """)
  package static let notAKey = DiagnosticCode(
    "T003", "key is not a word",
    page: """
      Keys are plain words: `slots:`, `U1:`. A list or a mapping cannot be a key. A text that starts with `{` or `[`
      needs quotes.
      """)
  package static let tooDeep = DiagnosticCode(
    "T004", "nested or repeated too much",
    page: """
      Lists and mappings may be nested 64 deep, and aliases (`*name`) may repeat 100,000 values in all. A file beyond
      that is a mistake, or made to exhaust its reader.
      """)
  package static let tag = DiagnosticCode(
    "T005", "YAML tag",
    page: """
      Tags such as `!!binary` or `!include` change how YAML reads a value. They mean nothing here, and would be dropped
      silently, so they are refused.
      """)
  package static let empty = DiagnosticCode(
    "T006", "empty file",
    page: "The file has no content beyond blanks and comments, so there is nothing to read.")
  package static let binary = DiagnosticCode(
    "T007", "binary file",
    page: """
      The file holds bytes that no text has (a zero byte or other control characters). It is probably another file
      than the one that was meant: an archive, an image, a spreadsheet.
      """)
  package static let encoding = DiagnosticCode(
    "T008", "not UTF-8",
    page: """
      Texts are UTF-8. A file saved as GBK or Latin-1 shows here as bytes that no UTF-8 text has. Convert it, for
      instance with `iconv -f GBK -t UTF-8`.
      """)
  package static let tooLarge = DiagnosticCode(
    "T009", "file too large",
    page: "A YAML file may have 8 MB, which is some hundred times the largest board known.")
  package static let unknownKey = DiagnosticCode(
    "T010", "unknown key",
    page: """
      Everything that is written is used or reported: a key that means nothing here is an error, since a misspelt key would
      otherwise be a requirement that nobody checks.
      """)
  package static let missingKey = DiagnosticCode(
    "T011", "missing key",
    page: "A key that has no default is not there.")
  package static let wrongKind = DiagnosticCode(
    "T012", "wrong kind of value",
    page: """
      A value is of another kind than the key takes: a list where a word is asked for, a word where a mapping is asked
      for, nothing where something is asked for.
      """)
  package static let unreadableValue = DiagnosticCode(
    "T013", "unreadable value",
    page: """
      A quantity, an amount of money, a date, a time, or a word out of a fixed list cannot be read: an unknown unit, a
      unit of another dimension, a number that is out of range or finer than the smallest step that is kept.
      """)
  package static let unknownColumn = DiagnosticCode(
    "T020", "unknown column",
    page: "The header of a CSV names a column that means nothing in this file.")
  package static let missingColumn = DiagnosticCode(
    "T021", "missing column",
    page: "The header of a CSV lacks a column that this file must have.")
  package static let duplicateColumn = DiagnosticCode(
    "T022", "column given twice",
    page: "The header of a CSV names a column twice, so it is unclear which of its cells counts.")
  package static let cellCount = DiagnosticCode(
    "T023", "wrong number of cells",
    page: """
      A row has more or fewer cells than the header has columns. A comma inside a cell needs quotes around the cell:
      `"4,700 Ω"`.
      """)
  package static let openQuote = DiagnosticCode(
    "T024", "quote out of place",
    page: """
      A quoted cell is never closed, or has text behind its closing quote. A quote inside a quoted cell is doubled:
      `"3"" display"`.
      """)
  package static let unusable = DiagnosticCode(
    "T030", "file cannot be read",
    page: "The file is missing, is a folder, or may not be read by this user.")
}
