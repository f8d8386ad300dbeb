extension PageTemplate {
  static let card = """
    <div class="lines" lang="zh-CN">{{#lines}}<p{{#position}} data-place="{{.}}"{{/position}}{{#isLarge}} class="large"{{/isLarge}}>{{chinese}}{{#english}}<span lang="en">{{.}}</span>{{/english}}</p>{{/lines}}</div>
    """

  static let stop = """
    <li class="stop" id="{{id}}" data-stall="{{stall}}">
    <div class="head"><div class="when"><span class="clock">{{arrive}}</span><span class="leave">–{{depart}}</span></div>
    <div class="where"><h3><span class="number">{{number}}</span> {{{name}}}</h3>
    <p class="place">{{{place}}}</p>
    <p class="small">{{{walking}}}{{#begin}} · ⟨begin⟩ <b>{{.}}</b>{{/begin}} · <bdi>{{stall}}</bdi>{{#isSample}} <span class="tag">⟨sample⟩</span>{{/isSample}}{{#floor}} <a class="onmap" href="#{{.}}">⟨map⟩</a>{{/floor}}</p></div></div>
    <ul class="deals">
    {{#pickUps}}<li class="deal" data-key="{{key}}" data-fen="0"><div class="row">
    <label class="tick"><input type="checkbox" class="bought" aria-labelledby="{{id}}"></label>
    <button class="show"><span class="what"><b class="mpn" id="{{id}}">⟨pickUp⟩ <bdi>{{mpn}}</bdi></b></span>
    <span class="sum"><b>{{quantity}}</b></span></button></div>{{#card}}{{> card}}{{/card}}</li>
    {{/pickUps}}
    {{#deals}}{{> deal}}{{/deals}}{{#asks}}{{> ask}}{{/asks}}
    </ul>
    </li>

    """

  static let deal = """
    <li class="deal" data-key="{{key}}" data-fen="{{fen}}" data-pieces="{{pieces}}">
    <div class="row"><label class="tick"><input type="checkbox" class="bought" aria-labelledby="{{id}}"></label>
    <button class="show"><span class="what"><b class="mpn" id="{{id}}"><bdi>{{mpn}}</bdi></b>
    <span class="line">{{{name}}}</span>
    <span class="line"><span class="tag grade">{{{condition}}}</span>{{#package}} <span class="tag"><bdi>{{.}}</bdi></span>{{/package}}{{#isSample}} <span class="tag">⟨sample⟩</span>{{/isSample}}</span></span>
    <span class="sum"><b>{{pieces}}</b><span>× {{unitPrice}}</span><b class="amount">{{amount}}</b></span></button></div>
    {{#card}}{{> card}}{{/card}}
    {{#walkAway}}<p class="bargain"><span>⟨sayNo⟩ <b>{{.}}</b></span>{{#instead}}<span>⟨nextBest⟩ {{unitPrice}}</span>{{/instead}}</p>{{/walkAway}}
    {{#hints}}<p class="hint">{{{.}}}</p>{{/hints}}
    <div class="instead"{{#instead}} data-fen="{{fen}}"{{/instead}}>{{#instead}}
    <p>⟨goTo⟩ <b>{{{name}}}</b>{{#isSample}} <span class="tag">⟨sample⟩</span>{{/isSample}}</p><p><span class="place">{{{place}}}</span>{{#when}} · {{{.}}}{{/when}}</p>
    <p class="small">{{pieces}} × {{unitPrice}} · {{{condition}}} · <b>{{amount}}</b> ({{{more}}}){{#dateCode}} · {{{.}}}{{/dateCode}}</p>
    {{#card}}{{> card}}{{/card}}{{/instead}}{{^instead}}<p>⟨noOther⟩</p>{{/instead}}</div>
    <details class="more"><summary>⟨details⟩</summary>
    <dl>{{#priceBreak}}<div><dt>⟨hint⟩</dt><dd>{{{.}}}</dd></div>{{/priceBreak}}<div><dt>⟨check⟩</dt><dd>{{{check}}}</dd></div>
    <div><dt>⟨references⟩</dt><dd><bdi>{{references}}</bdi></dd></div><div><dt>⟨maker⟩</dt><dd><bdi>{{maker}}</bdi></dd></div><div><dt>⟨seen⟩</dt><dd>{{seen}}</dd></div></dl>
    </details></li>

    """
}
