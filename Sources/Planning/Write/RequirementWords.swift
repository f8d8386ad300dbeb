internal import BoardSpec
internal import Electronics

extension Slot {
  /// What may fill the slot, in the words of its spec, the package aside where one will do: `10k 1%`, `CH224K / HUSB238`,
  /// `battery charger 充电管理芯片, current >= 500 mA`.
  func words(_ categories: [String: PartCategory]) -> String {
    requirements.map { $0.words(categories) }.filter { !$0.isEmpty }.joined(separator: " / ")
  }
}

extension PartRequirement {
  private static let values: Set<String> = ["resistance", "capacitance", "inductance", "impedance"]

  fileprivate func words(_ categories: [String: PartCategory]) -> String {
    if let mpn { return mpn }
    let told = conditions.filter { condition in
      guard condition.parameter == "package", case .equals = condition.test else { return true }
      return false
    }
    // A value in ohms, farads or henries says what kind of part it is of.
    if let first = told.first, first.isValue, Self.values.contains(first.parameter) {
      return told.map { $0.isValue ? $0.text : "\($0.parameter) \($0.text)" }.joined(separator: " ")
    }
    let kind = category.flatMap { categories[$0] }.map { "\($0.english) \($0.chinese)" } ?? ""
    return
      ([[kind, maker ?? ""].filter { !$0.isEmpty }.joined(separator: " ")]
      + told.map { "\($0.parameter) \($0.text)" }).filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension ParameterCondition {
  /// Whether it is asked for as it stands: `10k`, `X7R`, and `5%` or `16V`, which are ends of what will do.
  fileprivate var isValue: Bool {
    switch test {
    case .equals(.quantity), .equals(.text): true
    case .atLeast, .atMost: !text.contains { "<>".contains($0) }
    default: false
    }
  }
}
