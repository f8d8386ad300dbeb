extension PageTemplate {
  /// Light, dark and print; from 320 px up nothing overflows sideways. Colours keep WCAG AA (4.5 : 1) on their grounds.
  static let style = """
    :root { color-scheme: light dark; --ground: #f4f2ee; --paper: #ffffff; --ink: #1c1b19; --soft: #595650; --rule: #d9d5cc;
      --accent: #0b5d4a; --on: #ffffff; --warn: #7a4300; --warnground: #fff1d6; }
    @media (prefers-color-scheme: dark) { :root { --ground: #141412; --paper: #1f1e1b; --ink: #f1efe9; --soft: #b5b0a5;
      --rule: #3a3833; --accent: #6fd3b5; --on: #10211c; --warn: #ffd08a; --warnground: #3a2a10; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.45 system-ui, -apple-system, "PingFang SC",
      "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; overflow-wrap: anywhere; -webkit-text-size-adjust: 100%; }
    header, main, footer { max-width: 44rem; margin: 0 auto; padding: 0 .75rem; }
    h1 { font-size: 1.4rem; line-height: 1.25; margin: .9rem 0 .3rem; }
    h2 { font-size: 1.1rem; margin: 1.3rem 0 .3rem; display: flex; flex-wrap: wrap; gap: .2rem .7rem; align-items: baseline;
      justify-content: space-between; }
    h2.plain { display: block; }
    h3 { font-size: 1.05rem; line-height: 1.3; margin: 0; }
    p { margin: .25rem 0; }
    bdi + bdi[lang="en"] { color: var(--soft); font-weight: 400; margin-inline-start: .35em; font-size: .92em; }
    .facts span + span::before { content: "· "; }
    .facts, .small, .place { color: var(--soft); }
    .small { font-size: .875rem; }
    .notice { background: var(--warnground); color: var(--warn); border-radius: .5rem; padding: .5rem .7rem; }
    .notice bdi + bdi[lang="en"], .alarm bdi + bdi[lang="en"] { color: inherit; }
    .alarm { color: var(--warn); }
    .times, .clock, dd, .amount, .purse b { font-variant-numeric: tabular-nums; }
    .purse { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .1rem 1rem; background: var(--accent);
      color: var(--on); border-radius: .5rem; padding: .45rem .7rem; }
    .purse bdi + bdi[lang="en"] { color: inherit; }
    ol.stops, ul.deals, ol.steps { list-style: none; margin: 0; padding: 0; }
    .stop { background: var(--paper); border: 1px solid var(--rule); border-radius: .7rem; margin: .7rem 0; padding: .7rem; }
    .head { display: grid; grid-template-columns: auto 1fr; gap: .7rem; }
    .clock { font-size: 1.35rem; font-weight: 700; line-height: 1.2; color: var(--accent); }
    .id { font-weight: 400; color: var(--soft); font-size: .875rem; }
    .deal { border-top: 1px solid var(--rule); margin-top: .6rem; padding-top: .5rem; }
    label { display: grid; grid-template-columns: 2.75rem 1fr; align-items: start; min-height: 2.75rem; cursor: pointer; }
    input[type=checkbox] { width: 1.75rem; height: 1.75rem; margin: .3rem 0 0; accent-color: var(--accent); }
    input:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    .what { display: grid; grid-template-columns: 1fr auto; gap: .1rem .7rem; }
    .mpn { font-size: 1.05rem; }
    .line { grid-column: 1 / -1; }
    .refs { color: var(--soft); }
    .tag { display: inline-block; border: 1px solid var(--rule); border-radius: .35rem; padding: 0 .35rem; font-size: .8rem;
      font-weight: 400; color: var(--soft); }
    .grade { border-color: var(--accent); color: var(--accent); }
    .grade bdi + bdi[lang="en"] { color: inherit; }
    .speech { font-size: 1.05rem; border-inline-start: 3px solid var(--accent); padding-inline-start: .6rem; margin: .4rem 0; }
    summary { min-height: 2.75rem; display: list-item; padding: .6rem 0; cursor: pointer; color: var(--soft); font-size: .875rem; }
    .done { opacity: .72; }
    .done .mpn { text-decoration: line-through; }
    .box { background: var(--paper); border: 1px solid var(--rule); border-radius: .7rem; margin: 1rem 0; padding: .2rem .9rem .7rem; }
    .box h2 { margin-top: .6rem; display: block; }
    dl { margin: 0; }
    dl div { display: flex; justify-content: space-between; gap: 1rem; padding: .15rem 0; }
    dd { margin: 0; white-space: nowrap; }
    .strong { font-weight: 700; }
    .steps li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding: .15rem 0; }
    footer { padding-bottom: 2rem; }
    @media print {
      :root { --ground: #fff; --paper: #fff; --ink: #000; --soft: #333; --rule: #999; --accent: #000; --on: #000;
        --warn: #000; --warnground: #fff; }
      @page { margin: 12mm; }
      body { font-size: 11pt; }
      header, main, footer { max-width: none; padding: 0; }
      .purse { position: static; background: none; border: 1px solid #000; }
      .stop, .box { border-radius: 0; }
      .stop { break-before: page; break-inside: auto; }
      .stop:first-child { break-before: auto; }
      .deal, .head, .box, dl div { break-inside: avoid; }
      details > *:not(summary) { display: block; }
      details::details-content { content-visibility: visible; display: block; }
      .kept, .lost, summary { display: none; }
    }
    @media (prefers-reduced-motion: no-preference) { .deal { transition: opacity .15s; } }
    """
}
