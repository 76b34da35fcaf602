import type { ItemKind } from '../../evidence/fleet/tables.ts';
import { html, type Markup } from '../../reporters/html/markup/markup.ts';
import { chip } from '../../reporters/html/markup/page.ts';
import type { Tone } from '../../reporters/model/entries/count.ts';
import { requirementTones, standingTones } from '../../reporters/model/standing.ts';
import type { View } from './view.ts';

const isIn = <T extends object>(table: T, key: string): key is Extract<keyof T, string> =>
  Object.hasOwn(table, key);

/** How a status is called and coloured; one of another release keeps its own word. */
export function statusOf(
  { say, word, shown }: View,
  kind: ItemKind,
  status: string,
): { readonly label: string; readonly tone: Tone } {
  if (status === 'silent') return { label: word('silent-state'), tone: 'doubt' };
  if (kind === 'control' && isIn(standingTones, status)) {
    return { label: say(`status.${status}`), tone: standingTones[status] };
  }
  if (kind === 'requirement' && isIn(requirementTones, status)) {
    return { label: say(`requirement.${status}`), tone: requirementTones[status] };
  }
  return { label: shown(status), tone: 'plain' };
}

/** A status as a word on its colour. */
export function statusChip(view: View, kind: ItemKind, status: string): Markup {
  const { label, tone } = statusOf(view, kind, status);
  return chip(tone, label);
}

const worst = ['bad', 'doubt', 'conditional', 'plain', 'good'] as const satisfies readonly Tone[];

/** How many hosts stand where, the worst first. */
export function hostChips(
  view: View,
  kind: ItemKind,
  hosts: Readonly<Record<string, number>>,
): Markup {
  const all = Object.entries(hosts)
    .filter(([, n]) => n > 0)
    .map(([status, n]) => ({ ...statusOf(view, kind, status), n }))
    .toSorted((a, b) => worst.indexOf(a.tone) - worst.indexOf(b.tone));
  return html`<span class="chips"
    >${all.map(({ tone, label, n }) => chip(tone, `${label} ${view.say.number(n)}`))}</span
  >`;
}

/** Failing hosts, and all of them. */
export const sum = (hosts: Readonly<Record<string, number>>): number =>
  Object.values(hosts).reduce((all, n) => all + n, 0);
