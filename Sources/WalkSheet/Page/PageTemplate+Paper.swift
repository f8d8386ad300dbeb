internal import Base

extension PageTemplate {
  /// A4 and A6: the width of the paper decides how tightly it is set. Pages break between stops, and within a long stop between
  /// lines; never within a line. A line is set as a paragraph, so that a page holds several stops.
  static let paperStyle = """
    @media print {
      :root { color-scheme: light; --ground: #fff; --paper: #fff; --ink: #000; --soft: #333; --rule: #999; --accent: #000; --tint: #eee; --on: #000;
        --warn: #000; --warnground: #fff; --block: #eee; }
      @page { margin: 11mm; }
      body { font-size: 9pt; line-height: 1.28; }
      p { margin: .2mm 0; }
      .top, main, footer { max-width: none; padding: 0; }
      nav, .skip, .tools, #record, .zoom, .places, .hide, progress, .count, .onmap, .fields, dialog, .more summary { display: none !important; }
      h1 { font-size: 16pt; margin-top: 0; } .notice { margin: 1mm 0; padding: 0; }
      .walkhead { margin: 2mm 0 1mm; }
      .purse { position: static; background: none; border: 1pt solid #000; border-radius: 0; box-shadow: none; padding: 1mm 3mm; margin-bottom: 3mm; }
      .purse dl { grid-template-columns: auto 1fr auto 1fr; } .purse dl div { display: contents; } .purse dd { padding-inline-start: 3mm; }
      .purse dl div:nth-child(2), .purse dl div:nth-child(3) { display: none; }
      .stop { break-inside: avoid; padding: 0 0 2mm 4mm; margin-inline-start: 1.5mm; border-inline-start-width: 1pt; }
      .stop:has(.deal:nth-child(4)) { break-inside: auto; }
      .stop::before { inset-inline-start: -1.4mm; top: 1mm; width: 2.4mm; height: 2.4mm; border-width: 1pt; }
      .deal, .head, .box dl div, .steps li, figure, .purse, .end { break-inside: avoid; }
      .head { break-after: avoid; display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 3mm; }
      .when, .where, .where > * { display: inline; } .clock { display: inline; font-size: 12pt; } .where h3 { font-size: 10.5pt; }
      .leave, .where .place, .where .small { font-size: 8.5pt; } .small, .notice, .facts { font-size: 8.5pt; }
      .number { padding: 0 .2em; background: none; border: .5pt solid #000; }
      .deal { border-width: 0 0 .5pt; border-radius: 0; padding: .7mm 0 .7mm 7mm; margin: 0; }
      .deal:last-child { border: 0; }
      .row { grid-template-columns: 7mm minmax(0, 1fr); margin-inline-start: -7mm; }
      .tick { place-items: start; padding-top: .6mm; min-height: 0; } .show { min-height: 0; padding: 0; }
      input[type=checkbox] { width: 3.6mm; height: 3.6mm; }
      .what .line { display: inline; font-size: 8pt; } .tag { margin: 0; padding: 0 .8mm; font-size: 7.5pt; border-radius: 0; }
      .sum { flex-direction: row; align-items: baseline; gap: 2mm; } .mpn, .amount { font-size: 10pt; }
      .blanks { display: block; font-size: 8pt; }
      .deal > .lines { display: block; font-size: 10pt; }
      .lines p { display: inline; } .lines p:not(:last-child)::after { content: "，"; } .lines span { display: none; }
      .bargain, .hint, .instead, .instead p, .more, .more dl, .more dl div, .more dd, .more dt { display: inline; margin: 0; padding: 0; border: 0; font-size: 8pt;
        color: var(--soft); }
      .bargain span + span::before, .bargain + *::before, .hint::before, .instead p + p::before, .instead + .more dl::before, .more dl div:nth-last-child(3)::before { content: " · "; }
      .instead .lines { display: none; } .instead .tools { display: none; } .more dt { font-weight: 650; } .more dd::before { content: " "; }
      .more dl div:nth-last-child(5), .more dl div:nth-last-child(-n+2) { display: none; }
      details > *:not(summary) { display: inline; }
      details::details-content { content-visibility: visible; display: inline; }
      .end { margin: 0 0 3mm 5mm; }
      .box { border-radius: 0; border-width: .5pt 0 0; padding: 2mm 0; margin: 2mm 0; } .box h2 { margin-bottom: 1mm; }
      .box dl div { padding: .3mm 0; } .steps li { padding: .5mm 0; }
      #map { break-before: page; } #map h2, #map > p { break-after: avoid; }
      figure { margin: 2mm 0 0; } .plan { max-height: none; overflow: visible; border-radius: 0; }
      .plan svg { width: 100%; max-height: 215mm; } .plan .dotnumber { fill: #fff; }
      figure:not(#street) { display: inline-block; width: 49%; vertical-align: top; padding-inline-end: 2mm; } figure:not(#street) svg { max-height: 75mm; }
      figcaption { margin: 0; } figcaption h3 { font-size: 9pt; }
      a { color: inherit; text-decoration: none; }
    }
    @media print and (max-width: 120mm) {
      @page { margin: 6mm; }
      body { font-size: 7.5pt; }
      h1 { font-size: 12pt; } .clock { font-size: 9.5pt; } .where h3 { font-size: 8.5pt; } .deal > .lines, .mpn, .amount { font-size: 8.5pt; }
      .purse dd { font-size: 9pt; } .what .line, .bargain, .hint, .instead, .instead p, .sum span, .tag { font-size: 6.5pt; }
      .stop { padding-inline-start: 3mm; break-inside: auto; } .leave, .where .place, .where .small { font-size: 7pt; } .deal { padding-inline-start: 5mm; }
      .row { grid-template-columns: 5mm minmax(0, 1fr); margin-inline-start: -5mm; } input[type=checkbox] { width: 3mm; height: 3mm; }
      .more { display: none; } .plan svg { max-height: 110mm; } figure:not(#street) svg { max-height: 45mm; }
    }
    """
}
