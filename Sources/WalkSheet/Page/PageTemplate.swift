/// The page's templates. What they do not escape, in three braces, is escaped where it is made: `PageWords` and maps; style and
/// script are constants of this module.
///
/// `⟨wallet⟩` stands for a label in the sheet's languages (`PageLabels`), filled in before the template is read.
enum PageTemplate {
  static let page = """
    <!DOCTYPE html>
    <html lang="{{htmlLanguage}}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
    <meta name="color-scheme" content="light dark">
    <meta name="format-detection" content="telephone=no">
    <link rel="icon" href="data:,">
    <title>{{pageTitle}}</title>
    <style>
    {{{style}}}
    </style>
    </head>
    <body data-plan="{{digest}}" data-board="{{board}}" data-date="{{date}}">
    <a class="skip" href="#stops">⟨skip⟩</a>
    <header class="top">
    <h1>{{{title}}}</h1>
    <p class="facts"><span>{{date}}</span><span>{{{boards}}}</span><span>{{{market}}}</span></p>{{#states}}
    <p class="facts states">{{{.}}}</p>{{/states}}
    {{#sampleNotice}}<p class="notice"><strong>⟨sample⟩</strong> {{{.}}}</p>{{/sampleNotice}}{{#missingHeading}}
    <section class="missing" role="alert"><p class="alarm"><strong>{{{.}}}</strong></p>
    <ul>{{#missing}}<li>{{{.}}}</li>
    {{/missing}}</ul></section>{{/missingHeading}}{{#handHeading}}
    <section class="missing hand"><p><strong>{{{.}}}</strong></p>
    <ul>{{#hand}}<li>{{.}}</li>
    {{/hand}}</ul></section>{{/handHeading}}
    <nav aria-label="{{contentsName}}">
    <a href="#stops">⟨walk⟩</a>{{#maps}}<a href="#map">⟨map⟩</a>{{/maps}}<a href="#cost">⟨cost⟩</a><a href="#record">⟨record⟩</a>
    </nav>
    </header>
    <main id="stops">
    {{#conflicts}}<p class="alarm">{{#code}}<b>{{code}}</b> {{/code}}{{{text}}}</p>
    {{/conflicts}}
    {{#nothing}}<p>⟨nothing⟩</p>{{/nothing}}
    {{#walks}}
    <section class="walk" data-wallet="{{walletFen}}" aria-label="{{name}}">
    <div class="walkhead"><h2>{{{heading}}} <bdi>{{buyer}}</bdi></h2>
    <p class="facts"><span class="times">{{start}} – {{finish}}</span><span>{{{summary}}}</span></p></div>
    <div class="purse"><dl>
    <div><dt>⟨wallet⟩</dt><dd>{{wallet}}</dd></div><div><dt>⟨paid⟩</dt><dd class="paid">¥0.00</dd></div>
    <div><dt>⟨left⟩</dt><dd class="left">{{wallet}}</dd></div><div><dt>⟨toBuy⟩</dt><dd class="open">{{goods}}</dd></div></dl>
    <div class="progress"><progress max="{{count}}" value="0" aria-label="{{progressName}}"></progress><span class="count">0 / {{count}}</span>
    <label class="hide"><input type="checkbox" class="hidedone"><span>⟨hideDone⟩</span></label></div></div>
    {{#origin}}<p class="end"><span class="clock">{{start}}</span> <span>⟨start⟩ · {{{.}}}</span></p>
    {{/origin}}<ol class="stops">
    {{#stops}}{{> stop}}{{/stops}}
    </ol>
    <p class="end"><span class="clock">{{finish}}</span> <span>⟨finish⟩{{#end}} · {{{.}}}{{/end}}</span></p>
    </section>
    {{/walks}}
    {{#maps}}
    <section id="map" class="box">
    <h2>⟨map⟩</h2>
    <p class="small">⟨northUp⟩ ⟨mapLegend⟩</p>
    {{#samplePlaces}}<p class="small notice">⟨samplePlaces⟩</p>{{/samplePlaces}}
    {{#drawings}}{{> drawing}}{{/drawings}}
    </section>
    {{/maps}}
    <section class="box" id="cost">
    <h2>⟨cost⟩</h2>
    <dl>
    {{#costs}}<div{{#isStrong}} class="strong"{{/isStrong}}><dt>{{{label}}}</dt><dd>{{value}}</dd></div>
    {{/costs}}
    {{#proof}}<div><dt>{{{label}}}</dt><dd>{{value}}</dd></div>
    {{/proof}}
    </dl>
    <p class="small">⟨riskNote⟩</p>{{#once}}
    <p class="small">{{{label}}} {{value}}</p>{{/once}}{{#footingHeading}}
    <h3>{{{.}}}</h3>
    <dl>
    {{#footing}}<div><dt>{{{label}}}</dt><dd>{{value}}</dd></div>
    {{/footing}}</dl>{{#footingNotes}}
    <p class="small">{{{.}}}</p>{{/footingNotes}}{{/footingHeading}}{{#variantsHeading}}
    <h3>{{{.}}}</h3>
    <dl>
    {{#variants}}<div{{#isStrong}} class="strong"{{/isStrong}}><dt>{{{label}}}</dt><dd>{{value}}</dd></div>
    {{/variants}}</dl>{{/variantsHeading}}
    </section>
    <section class="box">
    <h2>⟨schedule⟩</h2>
    <ol class="steps">
    {{#steps}}<li><b>{{{name}}}</b> <span>{{start}} – {{finish}}</span></li>
    {{/steps}}
    </ol>
    </section>
    <section class="box" id="record">
    <h2>⟨record⟩</h2>
    <p class="small kept">⟨recordKept⟩</p><p class="small lost alarm" hidden>⟨notKept⟩</p>
    <p class="tools"><button type="button" class="save">⟨save⟩</button>
    <label class="button">⟨open⟩<input type="file" class="file" accept=".json,application/json"></label></p>
    <label class="field"><span>⟨recordText⟩</span><textarea class="text" rows="4" spellcheck="false"></textarea></label>
    <p class="tools"><button type="button" class="apply">⟨apply⟩</button></p>
    <p class="said" role="status"></p>
    </section>
    {{#notesHeading}}<section class="box"><h2>⟨notes⟩</h2>
    {{#notes}}<p class="small"><b>{{code}}</b> {{{text}}}</p>
    {{/notes}}</section>{{/notesHeading}}
    {{#assumptionsHeading}}<section class="box"><h2>⟨assumptions⟩</h2>
    {{#assumptions}}<p class="small"><b>{{{label}}}</b> {{value}}</p>
    {{/assumptions}}</section>{{/assumptionsHeading}}
    </main>
    <footer><p class="small"><bdi>{{board}}</bdi> · {{date}} · <bdi>{{digest}}</bdi></p></footer>
    <dialog class="card" aria-label="{{showName}}">
    <div class="cardbar"><button type="button" class="back" hidden>⟨backToCard⟩</button><button type="button" class="shut">⟨close⟩</button></div>
    <div class="cardtext" lang="zh-CN"></div>
    <details class="replies"><summary>⟨answers⟩</summary><ul>
    {{#answers}}<li><button type="button" class="reply"><span lang="zh-CN">{{chinese}}</span>{{#english}} <span lang="en">{{.}}</span>{{/english}}</button></li>
    {{/answers}}</ul></details>
    </dialog>
    <template class="fields"><div class="fields"><label class="check"><input type="checkbox" class="soldout"><span>⟨soldOut⟩</span></label>
    <label class="check"><input type="checkbox" class="stallclosed"><span>⟨stallClosed⟩</span></label>
    <label class="field"><span>⟨paidHere⟩</span><input class="price" inputmode="decimal" autocomplete="off"></label>
    <label class="field"><span>⟨note⟩</span><input class="memo" autocomplete="off"></label></div></template>
    {{#hasAsks}}{{> answerFields}}{{/hasAsks}}<template class="there"><p class="tools"><label class="check"><input type="checkbox" class="bought"><span>⟨boughtThere⟩</span></label><button class="show slim">⟨show⟩</button></p></template>
    <div id="messages" hidden>{{#messages}}<p data-name="{{name}}">{{text}}</p>{{/messages}}</div>
    <script>
    {{{script}}}
    </script>
    </body>
    </html>

    """

  /// A map: what is drawn is made and escaped by `Drawing`.
  static let drawing = """
    <figure id="{{id}}">
    <figcaption><h3>{{{title}}}</h3><span class="zoom"><button type="button" class="smaller" aria-label="{{smallerName}}">−</button><button type="button" class="larger" aria-label="{{largerName}}">+</button></span></figcaption>
    <div class="plan" tabindex="0" role="group" aria-label="{{name}}">{{{svg}}}</div>
    {{#hasStops}}<ul class="places" aria-label="{{placesName}}">{{#stops}}<li><a href="#{{id}}"><b>{{number}}</b> <span>{{{name}}}</span></a></li>
    {{/stops}}</ul>{{/hasStops}}
    </figure>

    """
}
