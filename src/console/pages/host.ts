import { severities } from '../../core/controls/severity.ts';
import { fleetChanges, fleetGaps, parkedReadings } from '../../evidence/fleet/query-events.ts';
import { fleetHost, type FleetHost } from '../../evidence/fleet/query-hosts.ts';
import {
  failingSubjects,
  fleetDays,
  hostStates,
  type HostState,
} from '../../evidence/fleet/query-standings.ts';
import { writeDrawing } from '../../reporters/html/markup/drawing.ts';
import { html, type Fragment } from '../../reporters/html/markup/markup.ts';
import { chip } from '../../reporters/html/markup/page.ts';
import { severityTones } from '../../reporters/model/standing.ts';
import { conditionChip } from '../page/condition.ts';
import { drawCourse } from '../page/course.ts';
import { gapsTable, parkedTable } from '../page/missing.ts';
import type { Content } from '../page/shell.ts';
import { statusChip } from '../page/status.ts';
import { tableOf } from '../page/table.ts';
import type { View } from '../page/view.ts';
import { changesTable, failureLink, itemLink } from '../page/words-of.ts';

/** More subjects of one control than these are counted. */
const subjectsShown = 20;

/** A host over time; `undefined` where there is none of that name. */
export async function hostPage(view: View, name: string): Promise<Content | undefined> {
  const { store, word, to } = view;
  const host = await fleetHost(store, name);
  if (!host) return undefined;
  const [states, subjects, days, changes, gaps, parked] = await Promise.all([
    hostStates(store, name),
    failingSubjects(store, name),
    fleetDays(store, { host: name }),
    fleetChanges(store, { host: name, kind: 'control', limit: 20 }),
    fleetGaps(store, { host: name, limit: 20 }),
    parkedReadings(store, { host: name, limit: 20 }),
  ]);
  const controls = states.filter(({ kind }) => kind === 'control');
  const failing = controls.filter(({ status }) => status === 'fail');
  const others = controls.filter(({ status }) => status !== 'fail');
  const drawing = drawCourse(view, days);
  const body = html`
    ${notices(view, host)} ${facts(view, host)}
    <p class="actions">
      ${
        view.person?.role === 'auditor'
          ? html`<a href="${to('/evidence', { host: name })}">${word('evidence')}</a>`
          : undefined
      }
      <a href="${to('/changes', { host: name })}">${word('all-changes')}</a>
    </p>
    ${drawing && writeDrawing(drawing, view)}
    <section>
      <h2>${word('failing-controls')}</h2>
      ${failingTable(view, host, failing, subjects)}
      <details>
        <summary>${word('all-else', { count: view.say.number(others.length) })}</summary>
        ${tableOf(
          view,
          word('by-control'),
          [word('control'), word('status'), word('since')],
          others.map(({ item, status, since }) => [
            itemLink(view, 'control', item),
            statusChip(view, 'control', status),
            view.date(since),
          ]),
        )}
      </details>
    </section>
    <section>
      <h2>${word('recent-changes')}</h2>
      ${changesTable(view, changes, 'host')}
    </section>
    <section>
      <h2>${word('missing')}</h2>
      ${gapsTable(view, gaps, true)}
    </section>
    ${
      parked.length > 0
        ? html`<section>
            <h2>${word('parked')}</h2>
            ${parkedTable(view, parked)}
          </section>`
        : undefined
    }
  `;
  return { title: name, body };
}

function notices({ word, date }: View, { condition, silentSince, alarm }: FleetHost): Fragment {
  const notice = (tone: string, said: string): Fragment =>
    html`<ul class="notices ${tone}">
      <li>${said}</li>
    </ul>`;
  return [
    alarm === null ? undefined : notice('bad', word('forked')),
    condition === 'never-heard' ? notice('doubt', word('never-note')) : undefined,
    silentSince === null || condition === 'never-heard'
      ? undefined
      : notice('doubt', word('silent-note', { at: date(silentSince) })),
  ];
}

function facts(view: View, host: FleetHost): Fragment {
  const { word, date, say, shown } = view;
  const seconds = say.number(Math.round(Math.abs(host.skewMs) / 1_000));
  const clock =
    host.skewMs === 0
      ? word('clock-right')
      : word(host.skewMs > 0 ? 'clock-behind' : 'clock-ahead', { seconds });
  const rows: readonly (readonly [string, Fragment])[] = [
    [word('condition'), conditionChip(view, host.condition)],
    ...Object.entries(host.labels).map(([name, value]) => [name, value] as const),
    [word('last-heard'), host.seenAt === null ? '–' : date(host.seenAt)],
    [word('last-reading'), host.collectedAt === null ? '–' : date(host.collectedAt)],
    [word('readings'), say.number(host.lastSeq)],
    [word('clock'), clock],
    [word('agent'), host.tool === '' ? '–' : shown(host.tool)],
    [word('enrolled'), date(host.enrolledAt)],
    ...(host.retiredAt === null ? [] : [[word('retired'), date(host.retiredAt)] as const]),
  ];
  return html`<dl class="facts">
    ${rows.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

function failingTable(
  view: View,
  { host }: FleetHost,
  failing: readonly HostState[],
  subjects: Awaited<ReturnType<typeof failingSubjects>>,
): Fragment {
  const { book, word, say, to, shown, date } = view;
  const weight = ({ item }: HostState): number => {
    const severity = book.control(item)?.severity;
    return severity === undefined ? severities.length : severities.indexOf(severity);
  };
  return tableOf(
    view,
    word('failing-controls'),
    [word('control'), say('severity.title'), word('subjects'), word('since'), word('waivers')],
    failing
      .toSorted((a, b) => weight(a) - weight(b))
      .map(({ item, since }) => {
        const severity = book.control(item)?.severity;
        const all = subjects[item] ?? [];
        const named = all
          .slice(0, subjectsShown)
          .map(
            ({ kind, name, id }) =>
              html`<li><bdi>${shown(`${kind} ${name === '' ? id : name}`)}</bdi></li>`,
          );
        const rest = all.length - subjectsShown;
        const first = all.length === 1 ? all[0] : undefined;
        const waiver = to('/waivers', {
          control: item,
          host,
          target: first?.target,
          subject: first?.id,
        });
        return [
          failureLink(view, item),
          severity && chip(severityTones[severity], say(`severity.${severity}`)),
          html`<ul class="plain-list">
            ${named}${rest > 0 ? html`<li>+ ${say.number(rest)}</li>` : undefined}
          </ul>`,
          date(since),
          html`<a href="${waiver}">${word('accept')}</a>`,
        ];
      }),
  );
}
