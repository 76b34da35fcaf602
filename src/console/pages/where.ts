import { severities } from '../../core/controls/severity.ts';
import { inLanguage } from '../../core/text.ts';
import { fleetLabels, hostCounts } from '../../evidence/fleet/query-hosts.ts';
import {
  fleetDays,
  fleetTotals,
  labelTotals,
  type FleetTotal,
} from '../../evidence/fleet/query-standings.ts';
import { writeBar, writeDrawing } from '../../reporters/html/markup/drawing.ts';
import { html, type Fragment } from '../../reporters/html/markup/markup.ts';
import { chip } from '../../reporters/html/markup/page.ts';
import { severityLooks, severityTones } from '../../reporters/model/standing.ts';
import type { Ask } from '../page/ask.ts';
import { drawCourse } from '../page/course.ts';
import { asking, labelChoice } from '../page/form.ts';
import type { Content } from '../page/shell.ts';
import { hostChips, sum } from '../page/status.ts';
import { tableOf } from '../page/table.ts';
import type { View } from '../page/view.ts';
import { failureLink, itemLink } from '../page/words-of.ts';

const without = (hosts: FleetTotal['hosts'], status: string): FleetTotal['hosts'] =>
  Object.fromEntries(Object.entries(hosts).filter(([each]) => each !== status));

/** Where the fleet, or what has a label, stands: by control, by framework, by label. */
export async function wherePage(view: View, { label }: Ask): Promise<Content> {
  const { store, word, say } = view;
  const [hosts, totals, labels, byLabel, days] = await Promise.all([
    hostCounts(store, label),
    fleetTotals(store, { label }),
    fleetLabels(store),
    labelTotals(store),
    fleetDays(store, label === undefined ? {} : { label }),
  ]);
  const controls = totals.filter(({ kind }) => kind === 'control');
  const failing = controls.filter(({ hosts: { fail = 0 } }) => fail > 0);
  const unclear = hosts.silent + hosts['never-heard'] + hosts.alarm;
  const card = (title: string, figure: number, note: Fragment): Fragment =>
    html`<div>
      <p>${title}</p>
      <b>${say.number(figure)}</b><small>${note}</small>
    </div>`;
  const body = html`
    ${asking(view, '/', word('label'), [labelChoice(view, labels, label)])}
    <div class="glance">
      ${card(word('in-fleet'), hosts.heard + hosts.silent + hosts['never-heard'], hostConditionChips(view, hosts, label))}
      ${card(word('failing-controls'), failing.length, word('failing-note', { total: say.number(controls.length) }))}
      ${card(word('unclear-hosts'), unclear, word('unclear-note'))}
    </div>
    ${course(view, days)}
    <section>
      <h2>${word('by-framework')}</h2>
      <p class="note">${word('by-framework-note')}</p>
      ${frameworksTable(view, totals, label)}
    </section>
    <section>
      <h2>${word('by-control')}</h2>
      <p class="note">${word('by-control-note')}</p>
      ${controlsTable(view, failing)}
      <details>
        <summary>
          ${word('all-controls', { count: say.number(controls.length - failing.length) })}
        </summary>
        ${controlsTable(
          view,
          controls.filter(({ hosts: { fail = 0 } }) => fail === 0),
        )}
      </details>
    </section>
    <section>
      <h2>${word('by-label')}</h2>
      ${tableOf(
        view,
        word('by-label'),
        [word('label'), number(word('hosts')), number(word('failures-each'))],
        labels.map((each) => [
          html`<a href="${view.to('/', { label: each.label })}"><bdi>${each.label}</bdi></a>`,
          say.number(each.hosts),
          say.number(byLabel.get(each.label)?.['fail'] ?? 0),
        ]),
      )}
    </section>
  `;
  return { title: word('where'), body };
}

const number = (title: string) => ({ title, isNumber: true }) as const;

function hostConditionChips(
  { word, say, to }: View,
  hosts: Awaited<ReturnType<typeof hostCounts>>,
  label: string | undefined,
): Fragment {
  const tones = [
    ['silent', 'doubt', 'silent-state'],
    ['never-heard', 'doubt', 'never-heard'],
    ['alarm', 'bad', 'alarm'],
    ['heard', 'good', 'heard'],
  ] as const;
  return html`<span class="chips"
    >${tones.map(([condition, tone, name]) =>
      hosts[condition] === 0
        ? undefined
        : html`<a href="${to('/hosts', { condition, label })}"
            >${chip(tone, `${word(name)} ${say.number(hosts[condition])}`)}</a
          >`,
    )}</span
  >`;
}

function course(view: View, days: Awaited<ReturnType<typeof fleetDays>>): Fragment {
  const drawing = drawCourse(view, days);
  return drawing && writeDrawing(drawing, view);
}

function frameworksTable(
  view: View,
  totals: readonly FleetTotal[],
  label: string | undefined,
): Fragment {
  const { book, word, say, to, language } = view;
  const byKey = new Map<string, FleetTotal[]>();
  for (const total of totals) {
    if (total.kind !== 'requirement') continue;
    const key = total.item.slice(0, total.item.indexOf(' '));
    const all = byKey.get(key);
    if (all) all.push(total);
    else byKey.set(key, [total]);
  }
  const columns = [
    word('framework'),
    number(word('not-satisfied-somewhere')),
    number(word('undetermined-somewhere')),
    number(word('no-failure')),
    number(word('requirements')),
  ];
  const rows = Array.from(byKey, ([key, all]) => {
    const known = book.frameworks.find((each) => each.key === key);
    const failing = all.filter(({ hosts }) => (hosts['not-satisfied'] ?? 0) > 0).length;
    const isUnclear = ({ hosts }: FleetTotal): boolean =>
      (hosts['not-satisfied'] ?? 0) === 0 &&
      (['undetermined', 'weakened', 'silent'] as const).some((each) => (hosts[each] ?? 0) > 0);
    const unclear = all.filter(isUnclear).length;
    return [
      html`<a href="${to(`/frameworks/${encodeURIComponent(key)}`, { label })}"
        >${known ? inLanguage(known.title, language) : key}</a
      >`,
      say.number(failing),
      say.number(unclear),
      say.number(all.length - failing - unclear),
      say.number(all.length),
    ];
  });
  return tableOf(view, word('by-framework'), columns, rows);
}

/** Controls, those that weigh most first. */
function controlsTable(view: View, totals: readonly FleetTotal[]): Fragment {
  const { book, word, say } = view;
  const weight = ({ item }: FleetTotal): number => {
    const severity = book.control(item)?.severity;
    return severity === undefined ? severities.length : severities.indexOf(severity);
  };
  const ordered = totals.toSorted(
    (a, b) => weight(a) - weight(b) || (b.hosts['fail'] ?? 0) - (a.hosts['fail'] ?? 0),
  );
  return tableOf(
    view,
    word('by-control'),
    [word('control'), say('severity.title'), number(word('hosts-failing')), word('other-hosts')],
    ordered.map((total) => {
      const { item, hosts } = total;
      const severity = book.control(item)?.severity;
      const count = hosts['fail'] ?? 0;
      const look = severity === undefined ? 'plain' : severityLooks[severity];
      return [
        count > 0 ? failureLink(view, item) : itemLink(view, 'control', item),
        severity && chip(severityTones[severity], say(`severity.${severity}`)),
        html`<span class="bars"
          >${writeBar({ look, count, of: sum(hosts) })} ${say.number(count)}</span
        >`,
        hostChips(view, 'control', without(hosts, 'fail')),
      ];
    }),
  );
}
