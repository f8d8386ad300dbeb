package import Market

extension Condition {
  /// What the market calls goods in this state.
  package var text: LocalizedText {
    switch self {
    case .original: LocalizedText(english: "original", chinese: "原装")
    case .looseNew: LocalizedText(english: "loose, new", chinese: "散新")
    case .domestic: LocalizedText(english: "domestic", chinese: "国产")
    case .refurbished: LocalizedText(english: "refurbished", chinese: "翻新")
    case .pulled: LocalizedText(english: "pulled", chinese: "拆机")
    case .clone: LocalizedText(english: "clone", chinese: "高仿")
    }
  }

  /// The state with the packing, where the seller states one: `原装，整盘`.
  package func text(packed packing: Packing?) -> LocalizedText {
    guard let packing else { return text }
    return LocalizedText(
      english: "\(text.english), \(packing.text.english)", chinese: "\(text.chinese)，\(packing.text.chinese)")
  }

  /// How to look at goods at the counter before paying.
  package var check: LocalizedText {
    switch self {
    case .original:
      LocalizedText(
        english: "sealed reel or tube, label and date code match the marking",
        chinese: "看原包装：盘或管未拆，标签批号与丝印一致")
    case .looseNew:
      LocalizedText(
        english: "legs straight and bright, no solder, one date code", chinese: "看引脚：平直光亮、无焊锡、批号一致")
    case .domestic:
      LocalizedText(
        english: "ask for the maker's own number and data sheet", chinese: "问清厂家型号，要规格书")
    case .refurbished:
      LocalizedText(
        english: "look for resurfaced tops and fresh printing; test one", chinese: "看表面是否打磨、重新打字，先试一片")
    case .pulled:
      LocalizedText(
        english: "look for residue and bent legs; test before paying", chinese: "看残锡和弯脚，先测试再付款")
    case .clone:
      LocalizedText(
        english: "agree on a test and on taking bad ones back", chinese: "先说好可测试、坏的可退换")
    }
  }
}

extension Packing {
  /// What sellers call goods that are packed so; a seller's own word as it is.
  package var text: LocalizedText {
    switch self {
    case .reel: LocalizedText(english: "reel", chinese: "整盘")
    case .cutTape: LocalizedText(english: "cut tape", chinese: "编带剪切")
    case .tube: LocalizedText(english: "tube", chinese: "管装")
    case .tray: LocalizedText(english: "tray", chinese: "托盘")
    case .bag: LocalizedText(english: "bag", chinese: "袋装")
    case .box: LocalizedText(english: "box", chinese: "盒装")
    case .bulk: LocalizedText(english: "bulk", chinese: "散装")
    default: LocalizedText(english: rawValue, chinese: rawValue)
    }
  }
}

extension PriceFooting {
  /// What a plan's table of prices calls it.
  package var text: LocalizedText {
    switch self {
    case .seen: LocalizedText(english: "seen or paid", chinese: "见到或已付")
    case .quoted: LocalizedText(english: "quoted", chinese: "卖家报价")
    case .listed: LocalizedText(english: "list price", chinese: "目录价")
    case .estimate: LocalizedText(english: "estimate, asked for", chinese: "估价，待询")
    case .sample: LocalizedText(english: "generated sample", chinese: "生成的样例")
    case .none: LocalizedText(english: "no price known", chinese: "没有价格")
    }
  }
}

extension Service.Kind {
  package var text: LocalizedText {
    switch self {
    case .pcb: LocalizedText(english: "bare boards", chinese: "打板")
    case .stencil: LocalizedText(english: "stencil", chinese: "钢网")
    case .smt: LocalizedText(english: "SMT", chinese: "贴片")
    case .assembly: LocalizedText(english: "assembly", chinese: "组装")
    case .test: LocalizedText(english: "test", chinese: "测试")
    }
  }
}
