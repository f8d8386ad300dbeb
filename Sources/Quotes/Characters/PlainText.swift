/// A text with one form for each character: full-width Latin as ASCII, Traditional characters of the trade as Simplified, dashes and
/// blanks of all kinds as `-` and a space. Each character stands for one of the original, so that places are the same in both.
struct PlainText: Sendable, Hashable {
  /// Folded.
  let characters: [Character]
  /// As written.
  let original: [Character]

  init(_ text: String) {
    original = Array(text)
    characters = original.map { PlainText.fold($0) }
  }

  /// The original's characters in a range of places.
  func said(_ range: Range<Int>) -> String { String(original[range]) }

  static func fold(_ character: Character) -> Character {
    if let simple = simplified[character] { return simple }
    guard character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first else {
      return character == "\r\n" ? "\n" : character
    }
    switch scalar.value {
    case 0xFF0C, 0xFF1B: return character == "；" ? ";" : character
    case 0xFF01...0xFF5E: return Character(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    case 0x3000, 0xA0, 0x202F, 0x2009: return " "
    case 0x2010...0x2015, 0x2212, 0xFE63: return "-"
    case 0x301C, 0x223C: return "~"
    case 0xFFE5, 0xA5: return "¥"
    case 0xB5, 0x3BC: return "u"
    case 0x2126, 0x3A9: return "Ω"
    case 0xD7, 0x2715: return "*"
    case 0x2019, 0x2018: return "'"
    case 0x201C, 0x201D: return "\""
    default: return character
    }
  }

  private static let simplified: [Character: Character] = {
    let traditional =
      "沒現貨報價單稅個塊兩萬庫裝賣無週號盤來電談訂產國舊還這給問詢暫時開點換圖張請謝銷斷貴錢幣滿約後發間餘備與對幾種應該說讓買顆隻捲數項聯繫絡達從優議專"
      + "壞購進齊鋪隨話紙繼續過價條際聲員長實導體東樣為樓檔號碼類廠確認圓爾處據區質舖壹貳參肆陸柒捌玖機麼嗎們裡壓頭將業較術鐘腳夠剛過歡絕邏輯"
    let plain =
      "没现货报价单税个块两万库装卖无周号盘来电谈订产国旧还这给问询暂时开点换图张请谢销断贵钱币满约后发间余备与对几种应该说让买颗只卷数项联系络达从优议专"
      + "坏购进齐铺随话纸继续过价条际声员长实导体东样为楼档号码类厂确认圆尔处据区质铺一二三四六七八九机么吗们里压头将业较术钟脚够刚过欢绝逻辑"
    return Dictionary(zip(traditional, plain), uniquingKeysWith: { first, _ in first })
  }()
}

extension Character {
  /// Whether it is one of `0` to `9`.
  var isFigure: Bool { ("0"..."9").contains(self) }
  /// Whether it is a letter of the English alphabet.
  var isRoman: Bool { isASCII && isLetter }
  /// Whether numbers of parts are made of it.
  var isNumberPart: Bool { isFigure || isRoman }
  /// Whether it is a Chinese character.
  var isHan: Bool {
    guard let scalar = unicodeScalars.first else { return false }
    return (0x3400...0x9FFF).contains(scalar.value)
  }
  /// A blank within a line.
  var isGap: Bool { self == " " || self == "\t" }
}
