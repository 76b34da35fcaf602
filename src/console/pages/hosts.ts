import {
  fleetHosts,
  fleetLabels,
  hostConditions,
  type FleetHost,
} from '../../evidence/fleet/query-hosts.ts';
import { html } from '../../reporters/html/markup/markup.ts';
import type { Ask } from '../page/ask.ts';
import { conditionChip, conditionWords } from '../page/condition.ts';
import { asking, choice, field, labelChoice, nextPage } from '../page/form.ts';
import type { Content } from '../page/shell.ts';
import { tableOf } from '../page/table.ts';
import type { View } from '../page/view.ts';
import { hostLink } from '../page/words-of.ts';

const pageSize = 100;

/** Hosts as a table. */
export const hostsTable = (view: View, hosts: readonly FleetHost[]) =>
  tableOf(
    view,
    view.word('hosts'),
    [
      view.word('host'),
      view.word('condition'),
      view.word('labels'),
      view.word('last-heard'),
      view.word('agent'),
    ],
    hosts.map((each) => [
      hostLink(view, each.host),
      conditionChip(view, each.condition),
      Object.entries(each.labels)
        .map((pair) => pair.join('='))
        .join(', '),
      each.seenAt === null ? '' : view.date(each.seenAt),
      view.shown(each.tool),
    ]),
  );

/** All hosts, and those that are looked for. */
export async function hostsPage(
  view: View,
  { label, condition, contains, after }: Ask,
): Promise<Content> {
  const { store, word, to } = view;
  const [hosts, labels] = await Promise.all([
    fleetHosts(store, { label, condition, contains, after, limit: pageSize + 1 }),
    fleetLabels(store),
  ]);
  const shown = hosts.slice(0, pageSize);
  const query = { label, condition, contains };
  const conditions = hostConditions.map((each) => [each, word(conditionWords[each])] as const);
  const body = html`
    ${asking(view, '/hosts', word('hosts'), [
      field('contains', word('name-contains'), contains),
      choice(
        'condition',
        word('condition'),
        [['', word('every-condition')], ...conditions],
        condition,
      ),
      labelChoice(view, labels, label),
    ])}
    ${hostsTable(view, shown)}
    ${nextPage(
      view,
      after === undefined ? undefined : to('/hosts', query),
      hosts.length > pageSize ? to('/hosts', { ...query, after: shown.at(-1)?.host }) : undefined,
    )}
  `;
  return { title: word('hosts'), body };
}
