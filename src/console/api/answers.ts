import type { z } from 'zod';
import { fleetChanges, fleetGaps, parkedReadings } from '../../evidence/fleet/query-events.ts';
import {
  fleetHost,
  fleetHosts,
  fleetLabels,
  hostCounts,
} from '../../evidence/fleet/query-hosts.ts';
import type { FleetReader } from '../../evidence/fleet/open-fleet-store.ts';
import {
  failingSubjects,
  fleetDays,
  fleetTotals,
  hostStates,
  itemHosts,
} from '../../evidence/fleet/query-standings.ts';
import { cursorOf, type Ask } from '../page/ask.ts';
import type { AnswerName, answerSchemas } from './schemas.ts';

const usualLimit = 100;

type Answer<Name extends AnswerName> = z.input<(typeof answerSchemas)[Name]>;

/** Asks the store; `undefined` where there is nothing of that name. */
type Asker<Name extends AnswerName> = (
  store: FleetReader,
  ask: Ask,
) => Promise<Answer<Name> | undefined>;

const mutable = <T>(list: readonly T[]): T[] => [...list];

/** Where each answer is found, and what it asks for. */
export const answers: { readonly [Name in AnswerName]: Asker<Name> } = {
  summary: async (store, { label, kind, framework }) => {
    const [hosts, standings, labels] = await Promise.all([
      hostCounts(store, label),
      fleetTotals(store, { label, kind, framework }),
      fleetLabels(store),
    ]);
    return { hosts, standings: mutable(standings), labels: mutable(labels) };
  },
  days: async (store, { host, label, from }) => {
    const of = {
      ...(host === undefined ? {} : { host }),
      ...(label === undefined ? {} : { label }),
      ...(from === undefined ? {} : { from: from.slice(0, 10) }),
    };
    return { days: mutable(await fleetDays(store, of)) };
  },
  hosts: async (store, { label, condition, contains, after, limit = usualLimit }) => ({
    hosts: mutable(await fleetHosts(store, { label, condition, contains, after, limit })),
  }),
  host: async (store, { host: name = '' }) => {
    const host = await fleetHost(store, name);
    if (!host) return undefined;
    const [states, failing] = await Promise.all([
      hostStates(store, name),
      failingSubjects(store, name),
    ]);
    const lists = Object.entries(failing).map(([item, all]) => [item, mutable(all)] as const);
    return { host, states: mutable(states), failing: Object.fromEntries(lists) };
  },
  item: async (store, { item = '', label, status, after, limit = usualLimit }) => ({
    states: mutable(await itemHosts(store, item, { label, status, after, limit })),
  }),
  changes: async (store, { host, item, label, kind, from, cursor, limit = usualLimit }) => {
    const changes = await fleetChanges(store, {
      host,
      item,
      label,
      kind,
      from,
      after: cursor,
      limit,
    });
    const last = changes.at(-1);
    return {
      changes: mutable(changes),
      cursor: last && changes.length === limit ? cursorOf(last) : null,
    };
  },
  missing: async (store, { host, limit = usualLimit }) => {
    const [parked, gaps] = await Promise.all([
      parkedReadings(store, { host, limit }),
      fleetGaps(store, { host, limit }),
    ]);
    return { parked: mutable(parked), gaps: mutable(gaps) };
  },
};
