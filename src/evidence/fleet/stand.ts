import type { Kysely } from 'kysely';
import type { FleetEvent, Statement } from '../../core/fleet/statement.ts';
import { standingSchema, type FailingSubject, type Standing } from '../../core/fleet/standing.ts';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { portionsOf } from './bodies.ts';
import type { FleetTables, ItemKind } from './tables.ts';
import { shiftTotals, type Shift } from './totals.ts';

type Db = Kysely<FleetTables>;

/** Where a host stood and stands, and what happened between. */
export interface Move {
  readonly host: string;
  readonly seq: number;
  readonly at: string;
  readonly before: Standing | undefined;
  readonly after: Standing;
  /** Whether nothing was heard of it until now, so that it counted as silent. */
  readonly wasSilent: boolean;
  readonly catalogChanged: boolean;
  readonly statement: Pick<Statement, 'changed' | 'gone' | 'events'>;
  /** Names of subjects that were there before. */
  readonly known: (subject: FailingSubject) => boolean;
}

/** Reads a standing that was kept. */
export const parseFleetStanding = (text: string): Standing =>
  standingSchema.parse(parseJsonText(text));

interface Item {
  readonly kind: ItemKind;
  readonly item: string;
  readonly status: string;
  readonly failing: readonly FailingSubject[];
}

function itemsOf(standing: Standing | undefined): ReadonlyMap<string, Item> {
  const { controls = {}, requirements = {} } = standing ?? {};
  const items: readonly Item[] = [
    ...Object.entries(controls).map(([item, of]) => ({ kind: 'control' as const, item, ...of })),
    ...Object.entries(requirements).map(([item, status]) => ({
      kind: 'requirement' as const,
      item,
      status,
      failing: [],
    })),
  ];
  return new Map(items.map((each) => [each.item, each]));
}

/** Writes where a host stands now, how that changes the totals, and what changed and why. */
export async function writeMove(db: Db, move: Move): Promise<void> {
  const { host, at, wasSilent } = move;
  const [before, after] = [itemsOf(move.before), itemsOf(move.after)];
  const shifts: Shift[] = [];
  const moved: Item[] = [];
  const grown: Item[] = [];
  for (const item of after.values()) {
    const was = before.get(item.item);
    if (was?.status !== item.status || wasSilent) {
      const { kind } = item;
      if (was) {
        shifts.push({ kind, item: item.item, status: wasSilent ? 'silent' : was.status, by: -1 });
      }
      shifts.push({ kind, item: item.item, status: item.status, by: 1 });
    }
    if (was?.status !== item.status) moved.push(item);
    else if (was.failing.length !== item.failing.length) grown.push(item);
  }
  const ended = [...before.values()].filter(({ item }) => !after.has(item));
  for (const { kind, item, status } of ended) {
    shifts.push({ kind, item, status: wasSilent ? 'silent' : status, by: -1 });
  }
  await shiftTotals(db, host, shifts);
  for (const portion of portionsOf(ended.map(({ item }) => item))) {
    await db
      .deleteFrom('fleet_state')
      .where('host', '=', host)
      .where('item', 'in', portion)
      .execute();
  }
  for (const portion of portionsOf(moved)) {
    await db
      .insertInto('fleet_state')
      .values(
        portion.map(({ kind, item, status, failing }) => ({
          host,
          kind,
          item,
          status,
          failing: failing.length,
          since: at,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['host', 'item']).doUpdateSet((each) => ({
          status: each.ref('excluded.status'),
          failing: each.ref('excluded.failing'),
          since: each.ref('excluded.since'),
        })),
      )
      .execute();
  }
  for (const { item, failing } of grown) {
    await db
      .updateTable('fleet_state')
      .set({ failing: failing.length })
      .where('host', '=', host)
      .where('item', '=', item)
      .execute();
  }
  // Of a host that was not known nothing has changed.
  if (move.before) await writeChanges(db, move, before, after);
}

async function writeChanges(
  db: Db,
  move: Move,
  before: ReadonlyMap<string, Item>,
  after: ReadonlyMap<string, Item>,
): Promise<void> {
  const { host, seq, at } = move;
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const rows = names.flatMap((item) => {
    const [was, is] = [before.get(item), after.get(item)];
    const about = { host, seq, at, item, kind: (is ?? was)?.kind ?? ('control' as const) };
    const [then, now] = [was?.status ?? '', is?.status ?? ''];
    const begun = less(is?.failing, was?.failing);
    const over = less(was?.failing, is?.failing);
    const ended = { was: 'fail', now: now === 'fail' ? 'pass' : now };
    const began = { was: then === 'fail' ? 'pass' : then, now: 'fail' };
    const subjects = new Map(
      [
        ...over.map((each) => ({ each, ...ended })),
        ...begun.map((each) => ({ each, ...began })),
      ].map((change) => [nameOf(change.each), change]),
    );
    if (subjects.size === 0) {
      if (then === now) return [];
      return [{ ...about, subject: '', was: then, now, cause: causeOf(move, undefined) }];
    }
    return Array.from(subjects, ([subject, { each, ...change }]) => ({
      ...about,
      subject,
      ...change,
      cause: causeOf(move, each),
    }));
  });
  for (const portion of portionsOf(rows, 250)) {
    await db
      .insertInto('fleet_change')
      .values(portion)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

const nameOf = ({ kind, name, id }: FailingSubject): string => `${kind} ${name === '' ? id : name}`;

const idOf = ({ kind, target, id }: Omit<FailingSubject, 'name'>): string =>
  JSON.stringify([kind, target, id]);

function less(
  all: readonly FailingSubject[] = [],
  without: readonly FailingSubject[] = [],
): readonly FailingSubject[] {
  const known = new Set(without.map(idOf));
  return all.filter((each) => !known.has(idOf(each)));
}

/** What a change is put down to: what happened to its subject, or what else changed. */
function causeOf(move: Move, subject: FailingSubject | undefined): string {
  const { catalogChanged, statement, known } = move;
  if (catalogChanged) return 'catalog';
  if (!subject) {
    return statement.changed.length > 0 || statement.gone.length > 0 ? 'changed' : 'time';
  }
  const event = statement.events.findLast((each) => isAbout(each, subject));
  if (event) return `${event.type} ${event.action}`;
  const is = idOf(subject);
  if (statement.gone.some((each) => idOf(each) === is)) return 'removed';
  if (!known(subject)) return 'created';
  if (statement.changed.some((each) => idOf(each) === is)) return 'changed';
  return statement.changed.length > 0 || statement.gone.length > 0 ? 'surroundings' : 'time';
}

const isAbout = ({ id }: FleetEvent, subject: FailingSubject): boolean =>
  id !== '' && (id === subject.id || id === subject.name);
