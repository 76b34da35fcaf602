import { createHash } from 'node:crypto';
import { styleOf } from '../../reporters/html/style.ts';

/** What the console has beside the style of reports. */
const own = `
.top, .page, .foot { padding-inline: max(1.25rem, calc((100vw - 78rem) / 2)); }
.top { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; align-items: center; padding-block: .7rem; border-bottom: 1px solid var(--line); background: var(--card); }
.top .home { display: flex; gap: .6rem; align-items: center; font: 600 1.1rem/1.4 var(--serif); color: inherit; text-decoration: none; }
.top .mark { width: 36px; height: 24px; }
.top ul { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; list-style: none; margin: 0; padding: 0; font-size: .95rem; }
.top li a { display: inline-block; min-height: 28px; text-decoration: none; border-bottom: 2px solid transparent; }
.top li a:hover { border-bottom-color: var(--line); } .top li a[aria-current] { border-bottom-color: var(--accent); color: var(--ink); }
.top .who { margin-inline-start: auto; display: flex; flex-wrap: wrap; gap: .3rem 1rem; align-items: center; font-size: .9rem; color: var(--soft); }
.top .who a { display: inline-block; min-height: 24px; }
.page { padding-block: 1.2rem 3rem; min-width: 0; overflow-wrap: anywhere; } .page h1 { margin: .6rem 0 .4rem; } .page section { border: 0; margin: 0; }
.page h2 { padding-top: 1.6rem; margin-bottom: .6rem; font-size: 1.35rem; }
.page .lead { font: 1.1rem/1.5 var(--serif); color: var(--accent); }
.page .filter { margin: .8rem 0 1rem; align-items: end; } .page .filter label { display: grid; gap: .1rem; font-size: .8rem; color: var(--soft); flex: 0 1 16rem; min-width: 0; }
.page .filter :is(input, select) { width: 100%; min-height: 34px; max-width: none; color: var(--ink); flex: none; }
button { font: inherit; font-size: .9rem; color: var(--accent); background: var(--card); border: 1px solid var(--accent); border-radius: 5px; padding: .25rem .9rem; min-height: 34px; cursor: pointer; }
.top button { border: 0; padding: 0; min-height: 24px; background: none; text-decoration: underline; text-underline-offset: 2px; text-decoration-thickness: 1px; }
.rows th small, .rows td small { display: block; }
.rows th[scope=row] { min-width: 9em; } .rows .chips { vertical-align: top; }
.bars { display: flex; gap: .6rem; align-items: baseline; justify-content: end; } .bars .bar { width: clamp(3rem, 8vw, 7rem); margin: 0; align-self: center; }
.next { display: flex; gap: 1.4rem; margin-block: 1rem; } .next a, .actions a { display: inline-block; min-height: 28px; }
.actions { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; }
.foot { border-top: 1px solid var(--line); padding-block: 1rem 2rem; color: var(--soft); font-size: .85rem; }
details > summary { min-height: 28px; padding-top: .2rem; }
.enter { max-width: 26rem; display: grid; gap: .8rem; } .enter label { display: grid; gap: .2rem; } .enter input { font: inherit; padding: .4rem .6rem; border: 1px solid var(--soft); border-radius: 5px; background: var(--card); color: inherit; min-width: 0; }
@media (max-width: 44rem) {
  .top .who { margin-inline-start: 0; width: 100%; }
  .rows, .rows tbody, .rows tr, .rows th, .rows td { display: block; width: auto; }
  .rows thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .rows tr { border-bottom: 1px solid var(--line); padding: .5rem 0; } .rows :is(th, td) { border: 0; padding: .1rem 0; text-align: start; white-space: normal; overflow-wrap: anywhere; }
  .rows th[scope=row] { font-weight: 600; } .rows td[data-title]:not(:empty)::before { content: attr(data-title) ': '; color: var(--soft); font-size: .85em; }
  .bars { display: inline-flex; } .page .filter label { flex: 1 1 100%; }
  .drawing { overflow: hidden; }
}
@media print { .top, .page .filter, .next, .actions { display: none; } }
`;

/** The style sheet of every page. */
export const consoleStyle = `${styleOf()}${own}`;

/** Its address changes with it, so that it may be kept for ever. */
export const stylePath = `/style-${createHash('sha256').update(consoleStyle).digest('hex').slice(0, 12)}.css`;
