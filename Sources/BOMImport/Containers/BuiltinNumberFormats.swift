extension NumberFormat {
  /// The code of a format that workbooks name by number alone (ECMA-376 part 1, 18.8.30); nil for others.
  static func builtinCode(_ id: Int) -> String? {
    switch id {
    case 0: "General"
    case 1: "0"
    case 2: "0.00"
    case 3: "#,##0"
    case 4: "#,##0.00"
    case 5, 6: "$#,##0;($#,##0)"
    case 7, 8: "$#,##0.00;($#,##0.00)"
    case 9: "0%"
    case 10: "0.00%"
    case 11: "0.00E+00"
    case 12: "# ?/?"
    case 13: "# ??/??"
    // Days and times, in every language's order.
    case 14...22, 27...36, 45...47, 50...58: "yyyy-mm-dd"
    case 37, 38: "#,##0;(#,##0)"
    case 39, 40: "#,##0.00;(#,##0.00)"
    case 41, 42: "#,##0;(#,##0);\"-\""
    case 43, 44: "#,##0.00;(#,##0.00);\"-\""
    case 48: "##0.0E+0"
    case 49: "@"
    default: nil
    }
  }
}
