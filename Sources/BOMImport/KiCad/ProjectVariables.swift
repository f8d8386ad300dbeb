internal import Foundation

/// The text variables of a KiCad project (`.kicad_pro`).
enum ProjectVariables {
  /// By name in upper case; none where the file is no project. O(bytes).
  static func read(_ bytes: [UInt8]) -> [String: String] {
    guard let root = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any],
      let variables = root["text_variables"] as? [String: String]
    else { return [:] }
    return Dictionary(variables.map { ($0.key.uppercased(), $0.value) }) { first, _ in first }
  }

  /// The project file of a schematic: the same name beside it.
  static func name(ofProjectOf file: String) -> String {
    let name = file.split { "/\\".contains($0) }.last.map(String.init) ?? file
    return (name.hasSuffix(".kicad_sch") ? String(name.dropLast(".kicad_sch".count)) : name) + ".kicad_pro"
  }
}
