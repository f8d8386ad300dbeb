/// Reads the BOM that KiBoM and KiBot write as XML: `KiCad_BOM` with a `group` for each line, its cells as attributes.
enum GroupedBillReader {
  /// A row a group.
  static func table(_ bytes: [UInt8], file: String) throws(BOMRefusal) -> BOMTable {
    let root = try MarkupElement.read(bytes, file: file)
    var table = ComponentTable()
    for group in root.children("group") {
      let fields = group.attributes.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
      table.add(fields, line: group.line, file: file)
    }
    let read = table.table(variants: [])
    guard read.rows.count > 1 else {
      throw BOMRefusal(BOMCodes.unknownFormat, "the XML has no groups of components", file: file)
    }
    return read
  }
}
