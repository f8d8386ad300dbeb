internal import Market

/// The words of sellers, folded (`PlainText`), the longest first where several begin alike.
enum TradeWords {
  /// The longest word that starts at `place`, and its end; English in any case of letters, between other letters never.
  static func word(in text: [Character], at place: Int) -> (TradeWord, Int)? {
    guard place < text.count else { return nil }
    let first = Character(text[place].lowercased())
    guard let candidates = byFirst[first] else { return nil }
    for (characters, word) in candidates where matches(characters, text, place) {
      let end = place + characters.count
      if characters[characters.count - 1].isNumberPart, end < text.count, text[end].isRoman { continue }
      if first.isNumberPart, place > 0, text[place - 1].isRoman { continue }
      return (word, end)
    }
    return nil
  }

  private static func matches(_ word: [Character], _ text: [Character], _ place: Int) -> Bool {
    guard place + word.count <= text.count else { return false }
    for (offset, character) in word.enumerated() {
      let other = text[place + offset]
      if other != character, Character(other.lowercased()) != character { return false }
    }
    return true
  }

  private static let byFirst: [Character: [([Character], TradeWord)]] = {
    var found: [Character: [([Character], TradeWord)]] = [:]
    for (word, list) in lists {
      for text in list.split(separator: "|") {
        let characters = Array(text)
        found[characters[0], default: []].append((characters, word))
      }
    }
    return found.mapValues { $0.sorted { ($1.0.count, String($0.0)) < ($0.0.count, String($1.0)) } }
  }()

  private static let lists: [(TradeWord, String)] = [
    (
      .absent,
      "没有了|没有货|没有|没货了|没货|沒|没现货|没有现货|无现货|无货|暂无|暂时没货|暂时没有|暂时无货|缺货|断货|卖完|卖光|售完|售罄|停产|不做|没做|没得|没了|冇货|冇|没库存|无库存|没有库存"
        + "|做不了|找不到|订不到|缺料|空缺|清完|out of stock|no stock|not in stock|not available|unavailable|n/a|no bid|nobid|no|no-bid|don't have|do not have"
        + "|dont have|sold out|下架了|下架|没备货|没备|没这个|没这款|没此|没做|没|not stock|not stocked|don't carry|do not carry|eol|obsolete|none|no quote|no-quote|discontinued|can't supply|cannot supply|cannot offer|can't offer|not found|无"
    ),
    (.present, "有货|有的|还有|有|available|we have|have|got"),
    (.onHand, "现货|现成|在手|现有|现貨|in stock|instock|on hand|ex stock|ex-stock|ready stock|立即发|马上发|当天发|今天发|可当天发"),
    (.onOrder, "期货|订货|定货|订期|排单|排期|排产|预订|预定|需订|要订|on order|back order|backorder"),
    (.stock, "库存数量|库存量|库存|只剩下|只剩|还剩|剩余|剩下|剩|余|手上|余量|可供|能供|可出|能出|stock qty|stock|available qty|on-hand qty|只有|就剩"),
    (.from, "起订|起批|起卖|起售|起发|起拿|起|以上|及以上|and up|up|min"),
    (
      .least,
      "最小起订量|最小起订|最低起订量|最低起订|最少起订|起订量|起批量|最小订购量|最小包装|最小订量|最少|最低|满|moq|min order|minimum order|minimum|min qty|min. order|≥|>=|>|spq|mpq"
    ),
    (.reel, "整盘|整卷|整包|整盒|整管|整袋|原盘|盘装|卷装|编带装|编带|full reel|full reels|by reel|per reel|reel|tape"),
    (
      .condition(.original),
      "原装正品|全新原装|原装全新|进口原装|原装进口|正品原装|原厂原装|原装原包|原装|原厂|正品|brand new original|new and original|new original|original|genuine|oem original"
    ),
    (.condition(.looseNew), "原装散新|散新|全新散新|拆包散新|loose new|loose-new|loose, new"),
    (.condition(.domestic), "国产替代|国产|国产货|domestic"),
    (.condition(.refurbished), "原装翻新|翻新|翻新件|refurbished|refurb|reworked"),
    (.condition(.pulled), "原装拆机|拆机件|拆机|拆件|拆机货|pulled|pulls|used|拆机散新"),
    (.condition(.clone), "高仿|仿货|仿品|仿的|复刻|clone|copy|replica"),
    (.otherCondition, "非原装|不是原装|非原厂|非正品|不是正品|非国产|不是国产|非翻新|不是翻新|非拆机|不是拆机|非散新|not original|non-original|not genuine|未知"),
    (
      .taxIncluded,
      "含税|含增值税|带税|带票|含票|含专票|含普票|含发票|税票|专票|普票|开专票|开普票|incl vat|incl. vat|inc vat|inc. vat|including vat|incl tax|incl. tax|including tax|with vat|with tax|vat included"
        + "|tax included|vat incl|tax incl|含"
    ),
    (
      .taxExcluded,
      "不含税|未含税|未税|不带税|不带票|不含票|不开票|不含|无票|没票|免税价|不要票|不要发票|税另算|税另计|税费另计|不包税|无税|除税|去税|税前|excl vat|excl. vat|ex vat|ex. vat|excluding vat|excl tax|excl. tax|ex tax|excluding tax|without vat"
        + "|without tax|w/o vat|w/o tax|vat excluded|tax excluded|no vat|no tax|vat excl|tax excl|net of vat|before tax|untaxed"
    ),
    (.surcharge, "开票另加|开票加|带票加|含税加|含税另加|另加|加税|加|plus"),
    (.invoicePossible, "可开票|可开专票|可开普票|能开票|可以开票|可含税|可带票|开票"),
    (
      .price,
      "单价|价格|报价|售价|卖价|批发价|现价|底价|特价|优惠价|价钱|价|unit price|unitprice|price|u/p|quote|cost|@|at"
    ),
    (.lead, "货期|交期|交货期|交货|到货|发货期|周期|lead time|leadtime|lead-time|l/t|delivery|ships in|eta"),
    (.dateCode, "生产批号|批号|批次|年份|年号|datecode|date code|d/c|dc|lot"),
    (
      .about,
      "量大|量多|数量多|大批量|左右|上下|大概|大约|约莫|估计|差不多|可能|应该|好像|几|多点|多一点|出头|不到|将近|接近|around|about|approximately|approx.|approx|roughly|maybe|est.|ca.|circa|~|≈|约|多"
    ),
    (
      .past,
      "目标价|接受价|期望价|心理价|成本|市场价|行情价|参考价|指导价|target price|target|以前|之前|上次|上回|原来|原价|去年|上个月|上周|老价|不是|不止|低于|高于|超过|少于|last time|previously|was|not|under|over|less than|more than|up to|starting at"
    ),
    (.below, "以内|之内|以下|不足|<=|≤|<|below"),
    (.warranty, "质保|保修|保换|包换|包退|保|warranty"),
    (.fee, "运费|邮费|快递费|快递|打包费|手续费|shipping|freight"),
    (.correction, "写错了|写错|打错了|打错|错了|更正|纠正|改成|改为|修改|应为|应该是|correction|corrected|wrong|typo"),
    (.others, "其他的|其它的|其他|其它|别的|剩下的|剩余的|the rest|the others|others"),
    (.between, "到|至|或者|或|or"),
    (
      .negotiable,
      "量大可谈|量多可谈|量大从优|量大优惠|量大价优|可谈|可议|价格可谈|价可谈|可以谈|好商量|可小刀|negotiable|数量多可谈|量大再谈"
    ),
    (
      .onRequest,
      "电议|面议|来电|私聊|私信|私我|价格私|电联|详谈|另议|再议|议价|电话谈|price on request|please call|call me|call for price|call|tbd|poa|ask for price|dm me|pm me|dm|待定|待报|实单谈|实单来谈"
    ),
    (
      .later,
      "稍等|等等|等一下|等下|我查下|查一下|查下|问一下|问下|我问|帮你问|晚点报|晚点|稍后|回头报|明天报|确认一下|确认下|核实|let me check|will check|checking|later"
    ),
    (.takeAll, "全要|全拿|全部要|全收|全部拿|都要|打包|包圆|一起拿|一枪打|清货|take all|if you take all"),
    (.valid, "有效期至|有效期到|有效期|有效|valid until|valid for|valid|validity|价格有效期|报价有效期|前有效"),
    (.today, "今天|今日|当天|当日|today|今晚|明天|明日|昨天|昨日|上午|下午|晚上|早上|中午|后天"),
    (.that, "那个型号|那个|这个型号|这个|该型号|这款|那款|此型号|这颗|那颗|that one|this one|it"),
    (.all, "都|均|全部|全|所有|以上都|以上均|每个都|both|all|一样|同价"),
    (
      .asks, "多少钱|多少|什么价|啥价|几钱|怎么卖|有没有|有没|有吗|有么|吗|么|how much|do you have|any stock|?|可以吗|行吗|行不"
    ),
    (.wants, "求购|询价|请报价|求报价|帮忙报价|帮报|麻烦报|需要|想要|采购|我要|rfq|please quote|pls quote|looking for|need|求"),
    (.currency("USD"), "美金|美元|美刀|刀|usd|us$|dollars|dollar|$"),
    (.currency("HKD"), "港币|港元|港纸|hkd|hk$"),
    (.currency("EUR"), "欧元|eur|€"),
    (.currency("GBP"), "英镑|gbp|£"),
    (.currency("JPY"), "日元|日币|jpy"),
    (.currency("TWD"), "台币|新台币|twd|nt$"),
    (.currency("CNY"), "人民币|rmb|cny|¥|yuan"),
    (.rate, "汇率|按汇率|rate|exchange rate"),
    (.contact, "联系电话|电话|手机号|手机|微信号|微信|加微|薇信|wechat|qq群|qq|tel|phone|mobile|whatsapp|传真|fax|地址|门牌|柜台|档口"),
    (.sum, "合计|总共|一共|总价|总计|小计|共计|总额|共|total|subtotal|amount"),
    (.count, "数量|个数|qty|quantity"),
    (.each, "每|per"),
    (.part, "产品型号|物料型号|型号|料号|物料|品名|part number|part no|mpn|p/n|part"),
    (
      .silent,
      "没问题|没事|没关系|没变|没涨|没降|不多了|不多|很多|多的是|大把|不议价|一口价|不讲价|不还价|不含运费|含运费|含运|运费到付|包邮|要不要|要吗|要嘛|呢|税点|税率|税|vat|tax|你好|您好|老板|老板娘|谢谢|多谢|感谢|亲|哦|啊|呀|吧|哈|嘿|在的|好的|收到|嗯|嗨|如下|报价如下|推荐|可以用|可以|可用|可代|代替|替代|替换|代用|用|要|请|的|了|是|个|钱|品牌|封装|原包|贴片|直插|颗|只|片|能|发|货|卖"
        + "|给你|给您|我这|我们|我|您|你|这边|hi|hello|thanks|thank you|thx|dear|sorry|we|you|is|are|the|for|and|with|of|to|in|on|a|pcs|ea|each|piece|pieces|unit|units|but|instead|replacement|alternative"
        + "|offer|can|could|please|pls|ok|brand|package|pkg|sop|qfn|ic|smd|dip|rohs|无铅|备注|说明|regards|best|bro|boss|friend|yes"
    ),
  ]
}
