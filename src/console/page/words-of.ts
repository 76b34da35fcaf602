import { inLanguage } from '../../core/text.ts';
import { html, type Markup } from '../../reporters/html/markup/markup.ts';
import type { FleetChange } from '../../evidence/fleet/query-events.ts';
import type { ItemKind } from '../../evidence/fleet/tables.ts';
import { statusChip } from './status.ts';
import { tableOf } from './table.ts';
import type { View } from './view.ts';

/** What a control or a requirement is called. */
export function itemTitle({ book, language, shown }: View, kind: ItemKind, item: string): string {
  const title = kind === 'control' ? book.control(item)?.title : book.requirement(item);
  if (title === undefined) return shown(item);
  const id = kind === 'control' ? '' : `${item.slice(item.indexOf(' ') + 1)} `;
  return `${id}${inLanguage(title, language)}`;
}

/** Where a control or a requirement has its page. */
export function itemPath(kind: ItemKind, item: string): string {
  if (kind === 'control') return `/controls/${encodeURIComponent(item)}`;
  const space = item.indexOf(' ');
  const [key, id] = [item.slice(0, space), item.slice(space + 1)];
  return `/frameworks/${encodeURIComponent(key)}/${encodeURIComponent(id)}`;
}

/** A control that leads to its page, called by what is wrong where it fails. */
export function failureLink(view: View, control: string): Markup {
  const { book, language, to } = view;
  const wrong = book.control(control)?.failingTitle;
  if (wrong === undefined) return itemLink(view, 'control', control);
  return html`<a href="${to(itemPath('control', control))}">${inLanguage(wrong, language)}</a>`;
}

/** A control or a requirement that leads to its page. */
export const itemLink = (view: View, kind: ItemKind, item: string): Markup =>
  html`<a href="${view.to(itemPath(kind, item))}">${itemTitle(view, kind, item)}</a>`;

/** A host that leads to its page. */
export const hostLink = ({ to }: View, host: string): Markup =>
  html`<a href="${to(`/hosts/${encodeURIComponent(host)}`)}"><bdi>${host}</bdi></a>`;

const causes = ['catalog', 'changed', 'time', 'removed', 'created', 'surroundings'] as const;

function causeOf({ word, shown }: View, cause: string): string {
  const known = causes.find((each) => each === cause);
  return known ? word(`cause-${known}`) : word('cause-event', { event: shown(cause) });
}

/** What changed and why; without the column that is the same in all. */
export function changesTable(
  view: View,
  changes: readonly FleetChange[],
  without?: 'host' | 'item',
): Markup {
  const { word, date, shown } = view;
  const all = [
    [word('at'), ({ at }: FleetChange) => date(at)],
    [word('host'), ({ host }: FleetChange) => hostLink(view, host), 'host'],
    [word('control'), ({ kind, item }: FleetChange) => itemLink(view, kind, item), 'item'],
    [word('subject'), ({ subject }: FleetChange) => html`<bdi>${shown(subject)}</bdi>`],
    [
      word('change'),
      ({ kind, was, now }: FleetChange) =>
        html`${was === '' ? word('new') : statusChip(view, kind, was)} ${word('from-to')}
        ${now === '' ? word('gone') : statusChip(view, kind, now)}`,
    ],
    [word('cause'), ({ cause }: FleetChange) => causeOf(view, cause)],
  ] as const;
  const columns = all.filter(([, , name]) => name === undefined || name !== without);
  return tableOf(
    view,
    word('changes'),
    columns.map(([title]) => title),
    changes.map((change) => columns.map(([, write]) => write(change))),
  );
}
