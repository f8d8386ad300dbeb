import ArgumentParser

/// Markets as they are typed: `huaqiangbei,mail-order`.
struct MarketList {
  let ids: [String]

  init(_ argument: String) throws {
    ids = argument.split(separator: ",", omittingEmptySubsequences: false).map { id in
      String(id.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
    if ids.contains("") { throw ValidationError("`\(argument)` has an empty name; write `huaqiangbei,mail-order`") }
    if Set(ids).count < ids.count { throw ValidationError("`\(argument)` names a market twice") }
  }
}
