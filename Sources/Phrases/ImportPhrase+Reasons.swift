extension ImportPhrase {
  /// The reasons of matches in Chinese, by their English text with `{}` for each blank; blanks stand in the same order.
  package static let chinese: [String: String] = [
    // MARK: Numbers
    "order number `{}`": "商品编号 `{}`", "maker and number": "品牌和型号",
    "number, of its only maker": "型号，只有一家生产",
    "number, of its only maker in the line's package": "型号，该封装只有一家生产",
    "`{}`, of any of its {} makers": "`{}`，{} 家中任一家",
    "{} makers sell `{}`, in {}": "{} 家供应 `{}`，封装有 {}",
    "{} sells `{}` in {}, and the line does not say which": "{} 的 `{}` 有 {} 几种封装，该行没有说明",
    "the number is sold by {}, not by `{}`": "该型号由 {} 供应，而不是 `{}`",
    " is of {}, and the line names `{}`": " 属于 {}，而该行写的是 `{}`",
    "`{}` is {} of {}: {}": "`{}` 是 {}（{}）：{}", "`{}` of {}: {}": "`{}`（{}）：{}",
    "you decided that `{}` is `{}`": "您已确认 `{}` 即 `{}`", "number and line disagree: {}": "型号与该行不符：{}",
    "the line names {}": "该行写的是 {}",
    "`{}` contradicts the line": "`{}` 与该行矛盾", "an alternate of the line": "该行列出的替代料",
    "; not {}, which the line lists and contradicts": "；不含 {}：列为替代料，却与该行矛盾",
    "the cell names several parts or pieces: `{}`": "该单元格写了多个器件或多件：`{}`",
    "the cell names several parts, of which one may do or all are needed": "该单元格写了多个器件，可能任选其一，也可能都要",
    "the value is a part number: {}": "值就是型号：{}", "; package `{}` against `{}`": "；封装 `{}` 与 `{}` 不同",
    "`{}` is the number of": "`{}` 是型号：", "`{}` is the start of the number of": "`{}` 是型号的开头：",
    " {} of {}": " {}（{}）", " {} parts": " {} 个器件",

    // MARK: Values
    "1 part meets {}": "1 个器件满足 {}", "{} parts meet {}": "{} 个器件满足 {}", ", of {}": "，品牌 {}",
    ", none of `{}`": "，其中没有 `{}` 的", "or any of {} with {}": "或 {} 个满足 {} 的器件中任一个",
    "{} parts have value and package, none meets {}": "{} 个器件的值和封装相符，但没有满足 {} 的",
    "{} parts have {}; ": "{} 个器件符合 {}；", "the line names no package": "该行没有写封装",
    "`{}` is no package that is known": "`{}` 不是已知的封装",
    "the line contradicts itself: {}": "该行自相矛盾：{}", "; {}: the stricter counts": "；{}：取较严者",
    "`{}` before and `{}` in {}": "前面是 `{}`，后面是 `{}`（{}）", "`{}` and `{}` in {}": "`{}` 与 `{}`（{}）",
    "{} in {}": "{}（{}）", "; ": "；", ", ": "，",

    // MARK: What contradicts
    "it is a part of kind `{}`, which a line of kind `{}` cannot be": "它属于 `{}` 类，而 `{}` 类的行不可能是它",
    "it is a part of kind `{}`, the line says {}": "它属于 `{}` 类，该行写的是 {}",
    "it is a part of kind `{}`, and {} of `{}`": "它属于 `{}` 类，而 {} 属于 `{}` 类",
    "its {} is {}, the line says {} {}": "它的 {} 是 {}，该行写的是 {} {}",
    "its {} is {}, the line says {}": "它的 {} 是 {}，该行写的是 {}",
    "its {} is {}, and that of {} is {}": "它的 {} 是 {}，而 {} 的是 {}",
    "its package is {}, the line says {}": "它的封装是 {}，该行写的是 {}",
    "its package is {}, and that of {} is {}": "它的封装是 {}，而 {} 的是 {}",
    "its dielectric is {}, the line says {}": "它的介质是 {}，该行写的是 {}",
    "its colour is {}, the line says {}": "它的颜色是 {}，该行写的是 {}",
    "the line itself says {}": "该行自身写着 {}",
    ", but its package `{}` is not known to be `{}`": "，但无法确认它的封装 `{}` 就是 `{}`",
    ", but `{}` is not among what is known of {}": "，但 `{}` 不在 {} 的已知信息中",
    ", but `{}` in {} names another kind of part than `{}`": "，但 `{}`（{}）说的是另一类器件，而不是 `{}`",

    // MARK: What is not understood
    "`{}` in {}": "`{}`（{}）", ", but {} is not understood": "，但未能理解 {}",
    ", but {} are not understood": "，但未能理解 {}", ", but {} and {} more are not understood": "，但未能理解 {} 及另外 {} 处",
    ", but nothing here can check {}": "，但无法核对 {}",

    // MARK: Nothing found
    "no part of number `{}`": "没有型号为 `{}` 的器件", "no part of order number `{}`": "没有商品编号为 `{}` 的器件",
    "`{}` is no {} that can be read with certainty": "`{}` 不能确定地读作 {}",
    "a line of kind `{}` is known by a part number only, and it has none": "`{}` 类的行只能凭型号认定，而该行没有型号",
    "the line names no part": "该行没有写明器件", "nothing is known of `{}`": "对 `{}` 一无所知",
    "no part has {}": "没有 {} 的器件", "no part has {} in {}; others have it in {}": "没有 {}、封装 {} 的器件；其他封装有：{}",
    "no {} of {} is known in {}; others are in {}": "没有 {}（{}，封装 {}）；其他封装有：{}",
    "no {} of {} is known; {} has it": "没有 {}（{}）；有此值的是 {}",

    // MARK: Doubts
    "`{}` has two readings, and the numbers of the file do not show its decimal mark": "`{}` 有两种读法，文件中的数字看不出小数点是哪个符号",
    "`{}` says `{}`, which leaves open whether the part is fitted": "`{}` 写的是 `{}`，不能确定是否贴装",
    "`{}` stands beside some of the references: give the parts that are not fitted a row of their own":
      "`{}` 只标在部分位号旁：请把不贴的器件单独列一行",
    "`{}` under `{}`, a column that is not read, may mean that it is not fitted": "未读取的列里有 `{}`（`{}`），可能表示不贴",
    "`{}` in {} leaves open whether the part is fitted": "`{}`（{}）不能确定是否贴装",
    "`{}` in {} leaves open which part it is": "`{}`（{}）没有定下是哪个器件",
    "the alternate `{}` in {} is {}, and the line says {}": "替代料 `{}`（{}）是 {}，该行写的是 {}",
    "`({})` beside the references is not understood": "未能理解位号旁的 `({})`",
    "`{}` may be more or less than one reference": "`{}` 可能不止一个位号，或不是位号",
    "reference `{}` stands twice in its row": "位号 `{}` 在同一行出现两次",
    "`{}` is no range of references": "`{}` 不是位号范围", "`{}` is a date, not a reference": "`{}` 是日期，不是位号",
    "`{}` is no reference": "`{}` 不是位号",
    "quantity {} is no multiple of the {} boards that the others are for": "数量 {} 不是其他行所按的 {} 块板的倍数",
    "`{}` is no whole number of pieces": "`{}` 不是整数件数",
    "the row has neither references nor a quantity": "该行既没有位号，也没有数量",
    "quantity {} and 1 reference ({}) disagree": "数量 {} 与 1 个位号（{}）不一致",
    "quantity {} and {} references ({}) disagree": "数量 {} 与 {} 个位号（{}）不一致",
    "{} look like units of one chip, and their rows name different parts": "{} 像是同一芯片的单元，而各行写的器件不同",
    "{} look like units of one chip, and the quantity is {}": "{} 像是同一芯片的单元，而数量是 {}",
    "row {} gives {} another part": "第 {} 行给 {} 写了另一个器件",
  ]
}
