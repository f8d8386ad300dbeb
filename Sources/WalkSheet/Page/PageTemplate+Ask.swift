extension PageTemplate {
  /// A line that is asked for on a floor: what to say, what to expect, room for what sellers answer, and what next when nobody has it.
  static let ask = """
    <li class="deal ask" data-key="{{key}}" data-fen="{{fen}}" data-ask="{{pieces}}">
    <div class="row"><label class="tick"><input type="checkbox" class="bought" aria-labelledby="{{id}}"></label>
    <button class="show"><span class="what"><b class="mpn" id="{{id}}"><bdi>{{mpn}}</bdi></b>
    {{#called}}<span class="line">{{{.}}}</span>
    {{/called}}<span class="line"><span class="tag">⟨askedFor⟩</span> <span class="tag grade">{{{condition}}}</span>{{#package}} <span class="tag"><bdi>{{.}}</bdi></span>{{/package}}</span></span>
    <span class="sum"><b>{{pieces}}</b>{{#unitPrice}}<span>× {{.}}</span>{{/unitPrice}}{{#amount}}<b class="amount">{{.}}</b>{{/amount}}</span></button></div>
    {{#card}}{{> card}}{{/card}}
    {{#most}}<p class="bargain"><span>⟨sayNo⟩ <b>{{.}}</b></span></p>{{/most}}
    <p class="hint">{{{how}}}</p>
    <div class="instead"><p>{{{otherwise}}}</p></div>
    <p class="blanks">⟨priceEach⟩ ________ ⟨counter⟩ ________ ⟨condition⟩ ________ ⟨dateCode⟩ ________</p>
    <details class="more"><summary>⟨answer⟩</summary>
    <dl><div><dt>⟨check⟩</dt><dd>{{{check}}}</dd></div><div><dt>⟨references⟩</dt><dd><bdi>{{references}}</bdi></dd></div>{{#maker}}<div><dt>⟨maker⟩</dt><dd><bdi>{{.}}</bdi></dd></div>{{/maker}}</dl>
    </details></li>

    """

  /// Fields for what sellers answer, which the script puts where they belong.
  static let answerFields = """
    <template class="asked"><div class="fields"><label class="check"><input type="checkbox" class="soldout"><span>⟨nobody⟩</span></label>
    <label class="field"><span>⟨priceEach⟩</span><input class="each" inputmode="decimal" autocomplete="off"></label>
    <label class="field"><span>⟨counter⟩</span><input class="counter" autocomplete="off"></label>
    <label class="field"><span>⟨condition⟩</span><select class="condition"><option value=""></option>{{#conditions}}<option value="{{name}}">{{text}}</option>{{/conditions}}</select></label>
    <label class="field"><span>⟨dateCode⟩</span><input class="datecode" autocomplete="off"></label>
    <label class="field"><span>⟨note⟩</span><input class="memo" autocomplete="off"></label></div></template>

    """
}
