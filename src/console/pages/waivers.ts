import { inLanguage } from '../../core/text.ts';
import {
  endsSoon,
  waiverState,
  type Waiver,
  type WaiverLimits,
} from '../../core/statements/waiver.ts';
import { html, type Fragment } from '../../reporters/html/markup/markup.ts';
import { chip } from '../../reporters/html/markup/page.ts';
import type { Ask } from '../page/ask.ts';
import { asking, field } from '../page/form.ts';
import type { Content } from '../page/shell.ts';
import { tableOf } from '../page/table.ts';
import type { View } from '../page/view.ts';
import { itemLink } from '../page/words-of.ts';

/** Waivers in force, and for how long one may hold. */
export interface WaiverBook {
  readonly waivers: readonly Waiver[];
  readonly limits: WaiverLimits;
}

const tones = {
  live: 'good',
  soon: 'doubt',
  expired: 'plain',
  'not-yet': 'plain',
  'too-long': 'bad',
} as const;

/** Failures that somebody accepted, and the lines to add for another one. */
export function waiversPage(view: View, ask: Ask, { waivers, limits }: WaiverBook): Content {
  const { word, book, date, now, shown } = view;
  const at = now.toISOString();
  const stateOf = (waiver: Waiver): keyof typeof tones => {
    const severity = book.control(waiver.control)?.severity;
    const state = waiverState(waiver, at, severity && limits[severity]);
    return state === 'live' && endsSoon(waiver, at) ? 'soon' : state;
  };
  const ordered = waivers.toSorted((a, b) => (a.until < b.until ? -1 : 1));
  const body = html`
    <p class="note">${word('waivers-note')}</p>
    ${tableOf(
      view,
      word('waivers'),
      [
        word('control'),
        word('state'),
        word('until'),
        word('owner'),
        word('approver'),
        word('scope'),
        word('reason'),
      ],
      ordered.map((waiver) => {
        const state = stateOf(waiver);
        return [
          itemLink(view, 'control', waiver.control),
          chip(tones[state], word(`waiver-${state}`)),
          date(waiver.until),
          html`<bdi>${shown(waiver.owner)}</bdi>`,
          html`<bdi>${shown(waiver.approver)}</bdi>`,
          html`<code>${shown(JSON.stringify(waiver.scope))}</code>`,
          html`<bdi>${shown(waiver.reason)}</bdi
            >${waiver.ticket === undefined ? undefined : html` <small>${shown(waiver.ticket)}</small>`}`,
        ];
      }),
    )}
    <section>
      <h2>${word('waiver-lines')}</h2>
      ${asking(
        view,
        '/waivers',
        word('waiver-lines'),
        [
          field('control', word('control'), ask.control),
          field('subject', word('subject'), ask.subject),
          field('target', word('waiver-target'), ask.target),
        ],
        word('waiver-make'),
      )}
      ${ask.control === undefined ? undefined : lines(view, ask, limits)}
    </section>
  `;
  return { title: word('waivers'), body };
}

const dayMs = 86_400_000;
const usualDays = 30;

function lines(view: View, ask: Ask, limits: WaiverLimits): Fragment {
  const { word, book, now, language } = view;
  const { control = '', subject, target, host } = ask;
  const known = book.control(control);
  const days = Math.min(usualDays, (known && limits[known.severity]) ?? usualDays);
  const day = (after: number): string =>
    new Date(now.getTime() + after * dayMs).toISOString().slice(0, 10);
  // A text of JSON is a text of YAML as well, whatever stands in it.
  const scope = [
    `subject: ${JSON.stringify(subject ?? 'SUBJECT')}`,
    ...(target === undefined ? [] : [`target: ${JSON.stringify(target)}`]),
  ];
  const text = [
    ...(known ? [`# ${inLanguage(known.title, language)}`] : []),
    `control: ${JSON.stringify(control)}`,
    `scope: { ${scope.join(', ')} }`,
    'reason: REASON',
    'owner: OWNER',
    'approver: APPROVER',
    `from: ${day(0)}`,
    `until: ${day(days - 1)}`,
    '',
  ].join('\n');
  const file = `${control}${host === undefined ? '' : `-${host}`}.yaml`;
  return html`<p>${word('waiver-lines-note', { file })}</p>
    <pre tabindex="0" aria-label="${word('waiver-lines')}">${text}</pre>`;
}
