/// What a map's scale is labelled with; the sign is the same in all languages.
enum SheetScale {
  static func label(metres: Int) -> String { "\(metres) m" }
}
