internal import Base

extension PageTemplate {
  /// Light, dark and print; from 320 px up nothing overflows sideways. Colours keep WCAG AA (4.5 : 1) on their grounds,
  /// and what is touched is 44 px high.
  static let style = screenStyle + paperStyle

  private static let screenStyle = """
    :root { color-scheme: light dark; --ground: #f5f3ee; --paper: #fffefb; --ink: #1d1c1a; --soft: #5a564e; --rule: #ddd8cc;
      --accent: #0a5c49; --tint: #e3efe9; --on: #ffffff; --warn: #7a4300; --warnground: #fdf0d8; --block: #e9e4d8; }
    @media (prefers-color-scheme: dark) { :root { --ground: #131312; --paper: #1d1c1a; --ink: #f2efe8; --soft: #b9b3a6;
      --rule: #3b3833; --accent: #7ad7bb; --tint: #1f332c; --on: #0f211b; --warn: #ffd08a; --warnground: #38290f; --block: #2a2824; } }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    html { scroll-padding-top: 6.5rem; -webkit-text-size-adjust: 100%; }
    body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "PingFang SC",
      "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
    .top, main, footer { max-width: 46rem; margin: 0 auto; padding: 0 .9rem; }
    h1 { font-size: 1.6rem; line-height: 1.2; letter-spacing: -.01em; margin: 1.4rem 0 .35rem; text-wrap: balance; }
    h2 { font-size: 1.15rem; line-height: 1.3; margin: 0; }
    h3 { font-size: 1.05rem; line-height: 1.35; margin: 0; }
    p { margin: .3rem 0; }
    a { color: var(--accent); text-underline-offset: .18em; }
    bdi + bdi[lang], i[lang] { color: var(--soft); font-style: normal; font-weight: 400; margin-inline-start: .4em; font-size: .9em; }
    .facts { color: var(--soft); display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0; }
    .small { color: var(--soft); font-size: .875rem; }
    .notice { background: var(--warnground); color: var(--warn); border-radius: .5rem; padding: .55rem .8rem; margin: .7rem 0; font-size: .9rem; }
    :is(.notice, .alarm, .hint, .skip, .purse, .grade, button, .button) :is(bdi + bdi[lang], i[lang]) { color: inherit; }
    .alarm { color: var(--warn); }
    .skip { position: absolute; inset-inline-start: -99rem; padding: .7rem 1rem; background: var(--accent); color: var(--on); }
    .skip:focus { inset-inline-start: 0; z-index: 3; }
    nav { display: flex; flex-wrap: wrap; gap: 0 1.2rem; }
    nav a, .places a, .onmap { display: inline-flex; align-items: center; gap: .5rem; min-height: 2.75rem; }
    nav a { min-width: 2.75rem; }
    .onmap { padding: 0 .5rem; margin: -.8rem 0; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .3rem; }

    .walkhead { margin: 1rem 0 .5rem; }
    .purse { position: sticky; top: 0; z-index: 1; background: var(--accent); color: var(--on); border-radius: .7rem;
      padding: .6rem .9rem .35rem; margin-bottom: 1rem; box-shadow: 0 .3rem .8rem rgb(0 0 0 / .12); }
    .purse dl { display: grid; grid-template-columns: repeat(4, auto); justify-content: space-between; gap: 0 .5rem; margin: 0; }
    .purse dl div { display: block; padding: 0; border: 0; }
    .purse dt { font-size: .75rem; color: inherit; line-height: 1.25; }
    .purse dd { margin: 0; font-size: 1.1rem; font-weight: 650; white-space: nowrap; }
    .purse dt i { display: block; margin: 0; }
    .purse.short .left { text-decoration: underline wavy; text-underline-offset: .25em; }
    .progress { display: flex; align-items: center; gap: .7rem; } .count { white-space: nowrap; font-size: .875rem; }
    .progress progress { flex: 1; min-width: 3rem; height: .4rem; appearance: none; border: 0; border-radius: .2rem; overflow: hidden; background: rgb(127 127 127 / .5); }
    progress::-webkit-progress-bar { background: rgb(127 127 127 / .5); }
    progress::-webkit-progress-value { background: var(--on); }
    progress::-moz-progress-bar { background: var(--on); }
    .hide { display: inline-flex; align-items: center; gap: .45rem; min-height: 2.75rem; font-size: .75rem; line-height: 1.2; } .hide i { display: block; margin: 0; }
    .hide input { width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--on); }

    .stops, .deals, .steps, .places, .replies ul { list-style: none; margin: 0; padding: 0; }
    .stop { position: relative; padding: 0 0 1.4rem 1.5rem; border-inline-start: 2px solid var(--rule); margin-inline-start: .4rem; }
    .stop::before { content: ""; position: absolute; inset-inline-start: -.5rem; top: .4rem; width: .9rem; height: .9rem;
      border-radius: 50%; background: var(--ground); border: 3px solid var(--accent); }
    .stop.alldone::before { background: var(--accent); }
    .stop:target .where h3 { text-decoration: underline; text-decoration-color: var(--accent); }
    .head { display: grid; grid-template-columns: 4.4rem minmax(0, 1fr); gap: .6rem; }
    .clock { display: block; white-space: nowrap; font-size: 1.4rem; font-weight: 700; line-height: 1.2; color: var(--accent); }
    .leave { color: var(--soft); font-size: .9rem; }
    .number { display: inline-block; min-width: 1.6em; padding: 0 .35em; border-radius: 1em; text-align: center; background: var(--tint);
      color: var(--accent); font-size: .85em; }
    .place { font-weight: 600; }
    .place bdi + bdi[lang] { font-weight: 400; }
    .deal { background: var(--paper); border: 1px solid var(--rule); border-radius: .8rem; margin-top: .6rem; padding: .35rem .7rem .1rem .35rem; }
    .row { display: grid; grid-template-columns: 2.9rem minmax(0, 1fr); }
    .tick, .check { display: grid; place-items: center; align-content: start; min-height: 2.9rem; cursor: pointer; }
    .tick { padding-top: .45rem; }
    input[type=checkbox] { width: 1.6rem; height: 1.6rem; margin: 0; accent-color: var(--accent); }
    .show { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .1rem .8rem; width: 100%; min-height: 2.9rem; padding: .35rem .1rem; text-align: start;
      font: inherit; color: inherit; background: none; border: 0; cursor: pointer; }
    .what { min-width: 0; }
    .mpn { font-size: 1.08rem; font-weight: 650; }
    .line { display: block; color: var(--soft); font-size: .9rem; line-height: 1.45; }
    .sum { display: flex; flex-direction: column; align-items: flex-end; text-align: end; line-height: 1.35; white-space: nowrap; }
    .sum span { color: var(--soft); font-size: .875rem; }
    .amount { font-size: 1.08rem; }
    .tag { display: inline-block; border: 1px solid var(--rule); border-radius: .4rem; padding: 0 .4rem; font-size: .8rem; line-height: 1.5;
      color: var(--soft); margin-top: .15rem; }
    .grade { border-color: var(--accent); color: var(--accent); }
    .bargain, .hint, .instead, .more { margin-inline-start: 2.9rem; }
    .bargain { display: flex; flex-wrap: wrap; gap: 0 1rem; font-size: .9rem; color: var(--soft); }
    .bargain b { color: var(--ink); }
    .hint { color: var(--warn); font-size: .9rem; }
    .lines { display: none; }
    .more summary { min-height: 2.75rem; padding: .65rem 0; cursor: pointer; color: var(--soft); font-size: .875rem; }
    .more dl, .box dl { margin: 0; }
    dl div { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding: .2rem 0; border-top: 1px solid var(--rule); }
    dt { color: var(--soft); } dd { margin: 0; }
    .more dl { font-size: .9rem; }
    .fields { display: grid; gap: .3rem; padding: .5rem 0 .7rem; }
    .check { display: inline-grid; grid-template-columns: auto 1fr; gap: .7rem; justify-items: start; align-content: center; }
    .field { display: grid; gap: .2rem; font-size: .875rem; color: var(--soft); }
    .field :is(input, select), textarea { font: inherit; font-size: 1rem; width: 100%; min-height: 2.9rem; padding: .4rem .7rem; color: var(--ink); background: var(--ground);
      border: 1px solid var(--soft); border-radius: .5rem; }
    .instead { display: none; border-inline-start: 3px solid var(--warn); padding: .1rem 0 .1rem .8rem; margin-block: .4rem; }
    .sold > .instead { display: block; } .blanks { display: none; }
    .show.slim { width: auto; display: inline-grid; grid-template-columns: auto; place-items: center; padding: .3rem 1.1rem; color: var(--accent); border: 1.5px solid var(--accent); border-radius: .6rem; }
    .done, .sold { background: none; }
    .done > .row :is(.mpn, .amount), .sold > .row :is(.mpn, .amount) { color: var(--soft); font-weight: 400; }
    .done > .row .mpn, .sold > .row .mpn { text-decoration: line-through; text-decoration-thickness: 1px; }
    .hiding .settled, .hiding .alldone { display: none; }
    .end { display: grid; grid-template-columns: 4.4rem minmax(0, 1fr); gap: .6rem; margin: 0 0 2rem 2rem; align-items: baseline; }

    .box { background: var(--paper); border: 1px solid var(--rule); border-radius: .9rem; margin: 1.2rem 0; padding: 1rem 1.1rem; }
    .box h2 { margin-bottom: .5rem; }
    .strong { font-weight: 700; } .strong dt { color: var(--ink); }
    .steps li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding: .3rem 0; border-top: 1px solid var(--rule); }
    .tools { display: flex; flex-wrap: wrap; gap: .6rem; margin: .7rem 0; }
    .tools button, .button, .zoom button, .cardbar button, .reply { display: inline-grid; place-items: center; min-height: 2.9rem; padding: .3rem 1.1rem; font: inherit;
      color: var(--accent); background: none; border: 1.5px solid var(--accent); border-radius: .6rem; cursor: pointer; }
    :is(.tools button, .cardbar button, .button) > i[lang] { margin-inline-start: 0; }
    .button { position: relative; }
    .button:focus-within { outline: 3px solid var(--accent); outline-offset: 2px; }
    .file { position: absolute; inset: 0; width: 100%; opacity: 0; cursor: pointer; }
    footer { padding-bottom: 3rem; }

    figure { margin: 1.4rem 0 0; }
    figcaption { display: flex; justify-content: space-between; align-items: center; gap: 1rem; margin-bottom: .4rem; }
    .zoom { display: inline-flex; gap: .4rem; }
    .zoom button { width: 2.9rem; padding: 0; font-size: 1.3rem; }
    .plan { overflow: auto; border: 1px solid var(--rule); border-radius: .6rem; background: var(--ground); max-height: 85vh; overscroll-behavior: contain; }
    .plan svg { display: block; width: calc(100% * var(--zoom, 1)); height: auto; }
    .plan text { font-family: inherit; fill: var(--ink); }
    .plan .halo { paint-order: stroke; stroke: var(--ground); stroke-width: .35em; stroke-linejoin: round; }
    .plan .block { fill: var(--block); stroke: var(--rule); }
    .plan .visited { fill: var(--tint); stroke: var(--accent); }
    .plan .street { fill: none; stroke: var(--rule); stroke-linecap: round; }
    .plan .route { fill: none; stroke: var(--accent); stroke-linejoin: round; stroke-linecap: round; }
    .plan .route.w2 { stroke-dasharray: 8 5; } .plan .mark { fill: var(--soft); }
    .plan .dot { fill: var(--accent); } .plan .dotnumber { fill: var(--on); font-weight: 700; text-anchor: middle; dominant-baseline: central; }
    .plan .end { fill: var(--warnground); stroke: var(--warn); }
    .places { display: flex; flex-wrap: wrap; gap: 0 1.2rem; font-size: .9rem; }
    .places li { min-width: 0; } .places b { white-space: nowrap; }

    dialog.card { width: 100%; height: 100%; max-width: 100%; max-height: 100%; margin: 0; border: 0; padding: .8rem 1rem calc(1rem + env(safe-area-inset-bottom));
      background: #fff; color: #000; overflow: auto; }
    dialog.card[open] { display: flex; flex-direction: column; }
    .cardbar { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: .6rem; }
    .cardtext { flex: 1; display: flex; flex-direction: column; justify-content: center; gap: min(2.2vh, 1.2rem); padding: .6rem 0; }
    .cardtext p { margin: 0; font-size: clamp(1.4rem, 6.5vw, 2.6rem); line-height: 1.25; font-weight: 600; }
    .cardtext .large { font-size: clamp(2.2rem, 11.5vw, 5rem); line-height: 1.12; font-weight: 750; }
    .cardtext span { display: block; font-size: 1rem; font-weight: 400; color: #555; line-height: 1.3; }
    dialog .reply, .cardbar button { color: #000; border-color: #000; }
    dialog summary { min-height: 2.9rem; padding: .7rem 0; font-size: 1.05rem; cursor: pointer; }
    .replies ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .5rem; padding-bottom: 1rem; }
    .reply { width: 100%; text-align: center; } .reply span { display: block; } .reply span + span { color: #555; font-size: .85rem; }
    @media (prefers-color-scheme: dark) { dialog.card { background: #000; color: #fff; } dialog .reply, .cardbar button { color: #fff; border-color: #fff; }
      .cardtext span, .reply span + span { color: #bbb; } }
    @media (max-width: 26rem) { .top, main, footer { padding: 0 .7rem; } .head, .end { grid-template-columns: 3.9rem minmax(0, 1fr); } .clock { font-size: 1.2rem; }
      .stop { padding-inline-start: 1rem; } .purse { padding: .4rem .7rem 0; } .purse dt { font-size: .68rem; line-height: 1.2; } .purse dd { font-size: .88rem; line-height: 1.3; }
      .end { margin-inline-start: 1.5rem; } .bargain, .hint, .instead, .more { margin-inline-start: .5rem; } }

    """
}
