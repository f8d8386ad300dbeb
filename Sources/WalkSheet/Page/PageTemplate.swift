/// The page's templates. Style and script are constants of this module and the only text that is not escaped.
enum PageTemplate {
  /// A text in each of its languages, isolated so that no direction mark in it reaches its surroundings.
  static let words = """
    {{#runs}}<bdi lang="{{tag}}">{{text}}</bdi>{{/runs}}
    """

  static let page = """
    <!DOCTYPE html>
    <html lang="{{htmlLanguage}}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
    <meta name="color-scheme" content="light dark">
    <meta name="format-detection" content="telephone=no">
    <title>{{pageTitle}}</title>
    <style>
    {{{style}}}
    </style>
    </head>
    <body data-plan="{{digest}}">
    <header>
    <h1>{{#title}}{{> words}}{{/title}}</h1>
    <p class="facts"><span>{{date}}</span> <span>{{#boards}}{{> words}}{{/boards}}</span> <span>{{#market}}{{> words}}{{/market}}</span></p>
    {{#sampleNotice}}<p class="notice"><strong>{{#sampleLabel}}{{> words}}{{/sampleLabel}}</strong> {{> words}}</p>{{/sampleNotice}}
    </header>
    <main>
    {{#conflictsHeading}}<section class="box alarm"><h2>{{> words}}</h2></section>{{/conflictsHeading}}
    {{#conflicts}}<p class="alarm">{{#code}}<b>{{code}}</b> {{/code}}{{#text}}{{> words}}{{/text}}</p>{{/conflicts}}
    {{#nothing}}<p>{{> words}}</p>{{/nothing}}
    {{#walks}}
    <section class="walk" data-wallet="{{walletFen}}">
    <h2><span>{{#heading}}{{> words}}{{/heading}} <bdi>{{buyer}}</bdi></span> <span class="times">{{start}}–{{finish}}</span></h2>
    <p class="facts">{{#summary}}{{> words}}{{/summary}}</p>
    <p class="purse" role="status"><span>{{#walletLabel}}{{> words}}{{/walletLabel}} <b>{{wallet}}</b></span>
    <span>{{#paidLabel}}{{> words}}{{/paidLabel}} <b class="paid">¥0.00</b></span>
    <span>{{#remainingLabel}}{{> words}}{{/remainingLabel}} <b class="left">{{wallet}}</b></span></p>
    <ol class="stops">
    {{#stops}}{{> stop}}{{/stops}}
    </ol>
    </section>
    {{/walks}}
    <section class="box">
    <h2>{{#costHeading}}{{> words}}{{/costHeading}}</h2>
    <dl>
    {{#costs}}<div{{#isStrong}} class="strong"{{/isStrong}}><dt>{{#label}}{{> words}}{{/label}}</dt><dd>{{value}}</dd></div>
    {{/costs}}
    {{#proof}}<div><dt>{{#label}}{{> words}}{{/label}}</dt><dd>{{value}}</dd></div>
    {{/proof}}
    </dl>
    <p class="small">{{#riskNote}}{{> words}}{{/riskNote}}</p>
    </section>
    <section class="box">
    <h2>{{#scheduleHeading}}{{> words}}{{/scheduleHeading}}</h2>
    <ol class="steps">
    {{#steps}}<li><b>{{#name}}{{> words}}{{/name}}</b> <span>{{start}} – {{finish}}</span></li>
    {{/steps}}
    </ol>
    </section>
    {{#notesHeading}}<h2 class="plain">{{> words}}</h2>{{/notesHeading}}
    {{#notes}}<p class="small"><b>{{code}}</b> {{#text}}{{> words}}{{/text}}</p>
    {{/notes}}
    {{#assumptionsHeading}}<h2 class="plain">{{> words}}</h2>{{/assumptionsHeading}}
    {{#assumptions}}<p class="small"><b>{{#label}}{{> words}}{{/label}}</b> {{value}}</p>
    {{/assumptions}}
    </main>
    <footer><p class="small kept">{{#ticksKept}}{{> words}}{{/ticksKept}}</p><p class="small lost" hidden>{{#ticksNotKept}}{{> words}}{{/ticksNotKept}}</p></footer>
    <script>
    {{{script}}}
    </script>
    </body>
    </html>

    """

  static let stop = """
    <li class="stop">
    <div class="head"><span class="clock">{{arrive}}</span>
    <div><h3>{{#name}}{{> words}}{{/name}} <bdi class="id">{{stall}}</bdi>{{#sample}} <span class="tag">{{> words}}</span>{{/sample}}</h3>
    <p class="place">{{#place}}{{> words}}{{/place}}</p>
    <p class="small">{{#walking}}{{> words}}{{/walking}} {{#begin}}· {{#beginLabel}}{{> words}}{{/beginLabel}} <b>{{begin}}</b> {{/begin}}· {{#departLabel}}{{> words}}{{/departLabel}} {{depart}}</p></div></div>
    <ul class="deals">
    {{#pickUps}}<li class="deal"><label><input type="checkbox" data-key="{{key}}" data-fen="0">
    <span class="what"><b>{{#pickUpLabel}}{{> words}}{{/pickUpLabel}} <bdi>{{mpn}}</bdi></b> <span class="line">{{#quantity}}{{> words}}{{/quantity}}</span></span></label>
    <p class="speech" lang="zh-CN">{{speech}}</p></li>
    {{/pickUps}}
    {{#deals}}<li class="deal"><label><input type="checkbox" data-key="{{key}}" data-fen="{{fen}}">
    <span class="what"><b class="mpn"><bdi>{{mpn}}</bdi></b> <b class="amount">{{amount}}</b>
    <span class="line"><b>{{#quantity}}{{> words}}{{/quantity}}</b> × {{unitPrice}}{{#priceBreak}} · {{> words}}{{/priceBreak}}</span>
    <span class="line"><span class="tag grade">{{#condition}}{{> words}}{{/condition}}</span>{{#package}} <span class="tag"><bdi>{{package}}</bdi></span>{{/package}}{{#sample}} <span class="tag">{{> words}}</span>{{/sample}}</span>
    <span class="line small">{{#name}}{{> words}}{{/name}} <bdi class="refs">{{references}}</bdi></span></span></label>
    <p class="speech" lang="zh-CN">{{speech}}</p>
    <details><summary>{{#sayLabel}}{{> words}}{{/sayLabel}} · {{#fallbackLabel}}{{> words}}{{/fallbackLabel}}</summary>
    {{#meaning}}<p class="small" lang="en">{{meaning}}</p>{{/meaning}}
    <p class="small">{{#check}}{{> words}}{{/check}}</p>
    <p class="small"><b>{{#fallbackLabel}}{{> words}}{{/fallbackLabel}}</b> <bdi>{{fallback}}</bdi></p></details></li>
    {{/deals}}
    </ul>
    </li>

    """
}
