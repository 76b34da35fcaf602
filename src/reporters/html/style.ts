import { readableOn } from '../branding/accent.ts';

/**
 * The style sheet, with the colour of a document's owner where there is one: it is kept readable on paper and on
 * dark ground.
 */
export function styleOf(accent?: string): string {
  if (accent === undefined) return style;
  const light = `:root { --accent: ${readableOn(lightGround, accent)}; }`;
  const dark = `:root { --accent: ${readableOn(darkGround, accent)}; }`;
  return `${style}${light}
@media (prefers-color-scheme: dark) { ${dark} }
@media print { ${light} }
`;
}

/** The grounds on which the accent is hardest to read. */
const lightGround = '#fbfaf7';
const darkGround = '#1b1f23';

/**
 * The style sheet. Colours are named by their meaning; each pair of ink and ground has at least the contrast of WCAG
 * 2.2 AA in light and in dark. Chinese is never slanted. A finding is a block and not a list item, because browsers
 * number list items anew for each one that is hidden.
 */
const style = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --card: #fff; --ink: #1d2327; --soft: #59636c; --line: #dcd9d0; --accent: #0f4c5c;
  --bad: #9f1d1d; --bad-ground: #fae8e6; --doubt: #714700; --doubt-ground: #fbf0d9;
  --conditional: #274690; --conditional-ground: #e7edf9; --good: #1b5e36; --good-ground: #e3f1e7;
  --plain: #4d565e; --plain-ground: #ecebe6;
  --sans: system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif;
  --serif: 'Iowan Old Style', 'Palatino Linotype', Palatino, 'Libertinus Serif', 'Source Serif 4', Georgia, serif;
  --mono: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
:lang(zh) {
  --sans: system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif;
  --serif: 'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', SimSun, serif;
  --mono: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171a; --card: #1b1f23; --ink: #e6e4de; --soft: #a4aeb6; --line: #343b41; --accent: #8cc8da;
    --bad: #ffa39b; --bad-ground: #3d1c1b; --doubt: #f1c36b; --doubt-ground: #37290e;
    --conditional: #abc4ff; --conditional-ground: #1d2845; --good: #8ad8a5; --good-ground: #15301f;
    --plain: #b9c0c6; --plain-ground: #2a3036;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 8.5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 var(--sans); }
:lang(zh) body, body:lang(zh) { line-height: 1.75; }
.cover, .summary, .columns { padding-inline: max(1.25rem, calc((100vw - 78rem) / 2)); }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 2px; }
a.reference { display: inline-block; min-width: 24px; min-height: 24px; text-align: center; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; inset-inline-start: -100vw; }
.skip:focus { inset: .5rem auto auto .5rem; z-index: 3; background: var(--card); padding: .4rem .8rem; }
.apart { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
h1, h2, h3, h4, h5, h6 { font-family: var(--serif); line-height: 1.25; text-wrap: balance; overflow-wrap: anywhere; }
h1 { font-size: clamp(1.9rem, 4vw, 2.7rem); font-weight: 600; margin: .8rem 0 0; letter-spacing: -.01em; }
h2 { font-size: 1.7rem; font-weight: 600; margin: 0 0 1rem; padding-top: 2.6rem; }
h3 { font-size: 1.2rem; font-weight: 600; margin: 1.8rem 0 .6rem; }
h4 { font-size: 1.08rem; font-weight: 600; margin: 1.4rem 0 .5rem; }
h5, h6 { font-size: 1rem; font-weight: 600; margin: 1.2rem 0 .4rem; }
:lang(zh) :is(h1, h2, h3, h4, h5, h6) { letter-spacing: 0; font-weight: 700; }
p { margin: 0 0 .7rem; max-width: 75ch; overflow-wrap: anywhere; }
small, .note, .meta, cite { color: var(--soft); font-size: .85rem; font-style: normal; }
code, samp { font-family: var(--mono); font-size: .85em; overflow-wrap: anywhere; }
q { quotes: '“' '”'; }
.cover { padding-block: 3rem 1.6rem; }
.mark { fill: none; stroke: var(--accent); stroke-width: 3; }
.subtitle { font: 1.3rem/1.4 var(--serif); color: var(--accent); margin: .3rem 0 .9rem; }
.classification { float: inline-end; border: 1px solid; border-radius: 4px; padding: .1rem .7rem; font-weight: 600; }
.logo { display: block; max-width: 16rem; max-height: 5rem; }
.cover .facts { max-width: 60rem; margin-top: 1.4rem; } .lead { font-size: 1.05rem; margin-bottom: .4rem; }
.notices { margin: 1rem 0; padding: .6rem 1rem .6rem 2rem; border-inline-start: 4px solid; max-width: 60rem; }
.notices.bad { color: var(--bad); background: var(--bad-ground); } .notices.doubt { color: var(--doubt); background: var(--doubt-ground); }
.notices.conditional { color: var(--conditional); background: var(--conditional-ground); } .notices.good { color: var(--good); background: var(--good-ground); }
.notices.plain { color: var(--plain); background: var(--plain-ground); }
.items { margin: 0 0 1rem; padding-inline-start: 1.2rem; max-width: 75ch; }
.glance { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; margin: 1.4rem 0 0; }
.glance .chip { white-space: normal; }
.glance > div { min-width: 0; background: var(--card); border: 1px solid var(--line); border-top: 3px solid var(--accent); border-radius: 0 0 8px 8px; padding: .8rem 1.1rem 1rem; }
.glance b { display: block; font: 600 2rem/1.2 var(--serif); font-variant-numeric: lining-nums tabular-nums; }
.glance b small { font: 400 1rem var(--sans); }
.glance p { margin: 0 0 .5rem; color: var(--soft); font-size: .9rem; }
.summary { position: sticky; top: 0; z-index: 2; background: var(--paper); border-block: 1px solid var(--line); padding-block: .55rem; }
.summary .line { display: flex; gap: .4rem; flex-wrap: wrap; align-items: center; justify-content: space-between; }
.fold { font: inherit; font-size: .9rem; color: inherit; background: var(--card); border: 1px solid var(--soft); border-radius: 5px; padding: .25rem .7rem; cursor: pointer; }
.fold[hidden] { display: none; }
.filter { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .5rem; align-items: center; }
.filter select { max-width: 14rem; }
.filter[hidden] { display: none; }
.copy { font: inherit; font-size: .8rem; color: var(--accent); background: none; border: 1px solid var(--line); border-radius: 4px; padding: 0 .5rem; cursor: pointer; min-height: 24px; }
.filter :is(input, select, button) { font: inherit; font-size: .9rem; color: inherit; background: var(--card); border: 1px solid var(--soft); border-radius: 5px; padding: .25rem .55rem; }
.filter input { flex: 1 1 16rem; min-width: 0; }
.filter ::placeholder { color: var(--soft); opacity: 1; }
.filter output { color: var(--soft); font-size: .85rem; }
.contents ol { list-style: none; margin: 0; padding: 1.5rem 0 0; font-size: .92rem; }
.contents li { padding: .22rem 0; }
.contents li[hidden] { display: none; } .contents .part { margin-top: .8rem; color: var(--soft); font-size: .85rem; }
.contents a { text-decoration: none; }
.contents a:hover { text-decoration: underline; }
@media (min-width: 68rem) {
  .columns { display: grid; grid-template-columns: 13.5rem minmax(0, 1fr); gap: 3rem; }
  .contents ol { position: sticky; top: 6.5rem; padding-top: 2.8rem; }
}
main { padding-bottom: 6rem; min-width: 0; }
section[hidden] { display: none; }
section + section { border-top: 1px solid var(--line); margin-top: 2.8rem; }
.chips { display: inline-flex; flex-wrap: wrap; gap: .3rem; vertical-align: middle; }
.chip { display: inline-block; padding: .05rem .5rem; border-radius: 4px; font: 600 .8rem/1.5 var(--sans); white-space: nowrap; font-variant-numeric: tabular-nums; }
:is(td, th) .chip { white-space: normal; } .chip:lang(zh) { word-break: keep-all; }
.chip.bad { color: var(--bad); background: var(--bad-ground); }
.chip.doubt { color: var(--doubt); background: var(--doubt-ground); }
.chip.conditional { color: var(--conditional); background: var(--conditional-ground); }
.chip.good { color: var(--good); background: var(--good-ground); }
.chip.plain { color: var(--plain); background: var(--plain-ground); }
.bar { display: block; width: clamp(4rem, 14vw, 11rem); height: .8rem; margin-top: .35em; }
.drawing { display: block; width: 100%; max-width: 58rem; height: auto; margin: .6rem 0 1.2rem; overflow: visible; }
.drawing text { font: 12px var(--sans); fill: var(--ink); font-variant-numeric: tabular-nums; } .drawing .quiet { fill: var(--soft); }
.drawing .grid { fill: none; stroke: var(--line); } .drawing circle { fill: var(--paper); stroke: var(--ink); stroke-width: 1.5; }
.patterns { position: absolute; }
.look.bad { fill: var(--bad); stroke: var(--bad); } .look.good { fill: var(--good-ground); stroke: var(--good); }
.look.severe { fill: url(#look-severe); stroke: var(--bad); } .look.doubt { fill: url(#look-doubt); stroke: var(--doubt); }
.look.conditional { fill: url(#look-conditional); stroke: var(--conditional); }
.look.plain { fill: url(#look-plain); stroke: var(--plain); } .look.none { fill: url(#look-none); stroke: var(--plain); }
.look-severe { fill: var(--bad-ground); stroke: var(--bad); stroke-width: 1.8; } .look-doubt { fill: var(--doubt-ground); stroke: var(--doubt); stroke-width: 1.3; }
.look-conditional { fill: var(--conditional-ground); } .look-conditional circle { fill: var(--conditional); }
.look-plain { fill: var(--plain-ground); stroke: var(--plain); stroke-opacity: .45; } .look-none { fill: var(--paper); stroke: var(--plain); }
.patterns rect { stroke: none; }
.scroll { overflow-x: auto; margin-bottom: 1rem; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: start; vertical-align: top; padding: .38rem 1.2rem .38rem 0; border-bottom: 1px solid var(--line); font-weight: 400; overflow-wrap: break-word; min-width: 4.6em; }
.narrow { width: auto; min-width: min(100%, 30rem); }
.narrow .number { padding-inline-start: 1rem; }
bdi { overflow-wrap: anywhere; }
thead th { color: var(--soft); font-size: .8rem; border-bottom-color: var(--soft); white-space: nowrap; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.narrow thead .number { white-space: normal; }
.rule { display: inline-block; margin-inline-end: .8rem; color: var(--soft); }
.group th { font-family: var(--serif); font-weight: 600; padding-top: 1.1rem; }
.id { font-family: var(--mono); font-size: .85em; text-decoration: none; }
.depth-1 { padding-inline-start: 1rem; } .depth-2 { padding-inline-start: 2rem; }
.depth-3 { padding-inline-start: 3rem; } .depth-4 { padding-inline-start: 4rem; }
.facts { display: grid; grid-template-columns: minmax(8rem, max-content) minmax(0, 1fr); gap: .25rem 1.4rem; margin: 0 0 1rem; font-size: .95rem; }
.facts dt { color: var(--soft); } .facts dd { margin: 0; overflow-wrap: anywhere; }
.plain-list { list-style: none; margin: 0; padding: 0; }
.plain-list > li { overflow-wrap: anywhere; }
.ruled { display: flex; gap: .6rem; align-items: baseline; padding-bottom: .3rem; border-bottom: 3px solid var(--plain); }
.ruled.bad { border-bottom-color: var(--bad); } .ruled.doubt { border-bottom-color: var(--doubt); }
.ruled.conditional { border-bottom-color: var(--conditional); } .ruled.good { border-bottom-color: var(--good); }
:is(h2, h3, h4, h5, h6) small { font-family: var(--sans); font-weight: 400; font-variant-numeric: tabular-nums; }
.control { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 1rem 1.2rem; margin: 0 0 1rem; }
.control :is(h3, h4, h5, h6) { margin: 0 0 .2rem; }
.control :is(h3, h4, h5, h6) a { color: inherit; text-decoration: none; }
.control :is(h3, h4, h5, h6) a:hover { text-decoration: underline; }
.control > h3 { font-size: 1.08rem; }
.meta { margin: 0 0 .7rem; max-width: none; }
.words { border-inline-start: 3px solid var(--accent); padding-inline-start: .9rem; margin: .6rem 0 .9rem; }
.words b { color: var(--accent); font-size: .85rem; }
.prose { white-space: pre-wrap; }
.findings { list-style: none; margin: 0; padding: 0; }
.finding { display: block; border-top: 1px solid var(--line); padding: .65rem 0; }
.finding[hidden] { display: none; }
.long { content-visibility: auto; contain-intrinsic-size: auto 240rem; }
.finding p { margin: .15rem 0 .3rem; }
.finding .name { font-weight: 600; overflow-wrap: anywhere; }
.finding:target, tr:target { background: var(--conditional-ground); }
.no { display: inline-block; min-width: 2.2rem; color: var(--soft); font-size: .85rem; font-variant-numeric: tabular-nums; text-decoration: none; }
.no:hover { text-decoration: underline; }
summary { cursor: pointer; color: var(--soft); font-size: .85rem; }
.evidence { list-style: none; margin: .3rem 0 0; padding: .4rem .8rem; background: var(--paper); border-radius: 6px; }
.evidence li { display: grid; grid-template-columns: minmax(0, 4fr) minmax(0, 6fr) minmax(0, 7fr); gap: .2rem 1rem; padding: .16rem 0; align-items: baseline; }
.evidence cite { font-family: var(--mono); font-size: .78rem; overflow-wrap: anywhere; }
.evidence samp { font-weight: 600; }
.evidence .gap { color: var(--doubt); font-weight: 400; }
.sheet { border: 1px solid var(--line); border-radius: 8px; padding: 1rem 1.2rem; margin: 0 0 1rem; background: var(--card); }
.sheet :is(h3, h4, h5, h6) { margin: 0 0 .6rem; } .sheet th { width: 32%; } .sheet .open { height: 4.5rem; }
.signature .write { height: 8rem; border: 1px solid var(--line); border-radius: 6px; background: var(--card); margin-bottom: 1rem; max-width: 60rem; }
.signature dl { display: grid; grid-template-columns: max-content minmax(0, 24rem); gap: 1.1rem 1.4rem; align-items: end; }
.signature dt { color: var(--soft); } .signature dd { margin: 0; border-bottom: 1px solid var(--soft); min-height: 1.8em; }
.source { margin: 0 0 .4rem; } .source pre { tab-size: 2; } .source mark { background: var(--conditional-ground); color: inherit; font-weight: 600; }
figure { margin: 0 0 1rem; } figcaption { color: var(--soft); font-size: .85rem; }
pre { font: .85rem/1.5 var(--mono); background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .6rem .9rem; overflow-x: auto; }
.quote { margin: .4rem 0 0; } .quote figcaption { padding-inline-start: .8rem; }
.quote pre { margin: .2rem 0 0; font-size: .8rem; white-space: pre-wrap; overflow-wrap: anywhere; padding: .4rem .6rem; }
.quote b { display: inline-block; min-width: 2.4em; padding-inline-end: .6em; text-align: end; font-weight: 400; color: var(--soft); user-select: none; }
.quote mark { color: inherit; background: var(--doubt-ground); box-shadow: inset 3px 0 var(--doubt); display: inline-block; width: 100%; font-weight: 600; }
.beside { border-inline-start: 3px solid var(--line); padding-inline-start: .9rem; font-size: .9rem; }
.pointers { font-size: .85rem; font-variant-numeric: tabular-nums; }
@media (max-width: 44rem) {
  html { scroll-padding-top: 1rem; } .summary { position: static; } .summary .chips { display: none; } .filter input { flex-basis: 100%; } .filter select { flex: 1; min-width: 0; }
  .evidence li { grid-template-columns: 1fr; padding: .4rem 0; }
  .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: .6rem; }
  main table, main tbody, main tr, main th[scope], main td { display: block; width: auto; min-width: 0; padding: 0; border: 0; text-align: start; white-space: normal; overflow-wrap: anywhere; }
  main thead { display: none; }
  main tr { border: 1px solid var(--line); border-radius: 8px; background: var(--card); padding: .6rem .8rem; margin: 0 0 .6rem; }
  main tr.group { border: 0; background: none; padding: .8rem 0 0; }
  main tr > th[scope=row] { font-weight: 600; margin-bottom: .3rem; }
  main td[data-head] { padding: .12rem 0; }
  main td[data-head]::before { content: attr(data-head); display: block; color: var(--soft); font-size: .85rem; }
  main td.number[data-head] { display: flex; justify-content: space-between; gap: .8rem; }
  .bar { width: 100%; } .drawing { display: none; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; } .scroll { overflow: visible; }
  .signature dl { grid-template-columns: 1fr; gap: .3rem; }
}
@media print {
  :root {
    --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --accent: #0f4c5c;
    --bad: #8a1515; --bad-ground: #fff; --doubt: #5f3c00; --doubt-ground: #fff; --conditional: #203a78;
    --conditional-ground: #fff; --good: #14502c; --good-ground: #fff; --plain: #444; --plain-ground: #fff;
  }
  @page { margin: 16mm 14mm; }
  html { font-size: 77%; } body { line-height: 1.45; }
  .cover, .summary, .columns { padding-inline: 0; }
  .summary { position: static; border: 0; } .summary .chips { flex-wrap: wrap; } .filter, .skip, .contents, .copy { display: none; }
  .columns { display: block; }
  .chip { border: 1px solid; padding-block: 0; }
  .drawing, .bar { print-color-adjust: exact; break-inside: avoid; }
  h2, h3, h4, h5, h6 { break-after: avoid; } .sheet, .signature { break-inside: avoid; } tr, .words, .glance > div { break-inside: avoid; }
  section + section { margin-top: 1.4rem; } h2 { padding-top: 1.2rem; }
  .control { border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: .6rem 0; }
  .long { content-visibility: visible; }
  thead { display: table-header-group; } .scroll { overflow: visible; }
  details::details-content { content-visibility: visible; block-size: auto; }
  a { color: inherit; text-decoration: none; }
}
`;
