import { itemsAtMost } from '../../gathering/bounds.ts';
import { isMissing, read, whyMissing } from '../../gathering/partial-facts.ts';
import type { AskedEngine } from '../api-schemas/ask-engine.ts';
import type { Call } from '../client/read-only.ts';
import type { ListPlan } from '../client/read-list.ts';
import { isGone, leftOutFailure, yet, type Answer, type Failure } from '../client/failure.ts';
import { text } from '../../../core/text.ts';

/** One thing that was listed, and the answer about it. */
export interface Listed<T> {
  readonly id: string;
  readonly name: string;
  readonly answer: Answer<T>;
}

/** What a list says of one thing. */
export type Identity = Pick<Listed<unknown>, 'id' | 'name'>;

/** Everything of one kind: what was listed, less what a second list showed to have vanished. */
export interface Listing<T> {
  /** Why there is no list; absent when there is one. */
  readonly failure?: Failure;
  /** Says how many were left out; absent where none was. */
  readonly over?: Failure;
  readonly existed: number;
  readonly vanished: readonly Identity[];
  readonly items: readonly Listed<T>[];
}

/** How one kind of thing is listed and asked for. */
export interface ListingPlan<Item, T> extends Omit<ListPlan<Item>, 'most'> {
  /** What is being read, for progress: `container`. */
  readonly what: string;
  readonly list: Call;
  readonly identify: (item: Item) => Identity;
  readonly read: (id: string) => Promise<Answer<T>>;
}

/** Called with how many of a kind were read, of how many. */
export type OnListed = (what: string, done: number, total: number) => void;

/** An empty list, of what cannot exist. */
export const nothingListed: Listing<never> = { existed: 0, vanished: [], items: [] };

/** A list that was not to be had. */
export const notListed = (failure: Failure): Listing<never> => ({ ...nothingListed, failure });

/** Lists, then asks for each thing listed; the client limits how many are asked for at once. */
export async function readListing<Item, T>(
  client: AskedEngine,
  plan: ListingPlan<Item, T>,
  onListed: OnListed,
): Promise<Listing<T>> {
  const list = await readIdentities(client, plan);
  if ('failure' in list) return notListed(list.failure);
  const { endpoint, identities, left } = list.value;
  const existed = identities.size + left;
  const over = left > 0 ? leftOutFailure(endpoint, existed, identities.size) : undefined;
  let done = 0;
  const items = await Promise.all(
    Array.from(identities.values(), async ({ id, name }) => {
      const answer = await plan.read(id);
      onListed(plan.what, (done += 1), identities.size);
      return { id, name, answer };
    }),
  );
  const missed = items.filter(wasMissed);
  if (missed.length === 0) return { existed, vanished: [], items, ...(over ? { over } : {}) };
  // That something is gone is not for one answer to say: a second list decides, one for all of the kind.
  const again = await readIdentities(client, plan);
  const listed = 'value' in again && again.value.left === 0 ? again.value.identities : null;
  const vanished = new Set<unknown>(missed.filter(({ id }) => listed?.has(id) === false));
  const why = listed ? stillListed : notConfirmed;
  const kept = items.filter((item) => !vanished.has(item));
  return {
    existed,
    ...(over ? { over } : {}),
    vanished: missed.filter((item) => vanished.has(item)).map(({ id, name }) => ({ id, name })),
    items: kept.map((item) =>
      wasMissed(item) ? { ...item, answer: yet(item.answer, why) } : item,
    ),
  };
}

const wasMissed = ({ answer }: Listed<unknown>): boolean =>
  'failure' in answer && isGone(answer.failure);

/** What a list names, each thing once, and how many more it names. */
interface Identities {
  readonly endpoint: string;
  readonly identities: ReadonlyMap<string, Identity>;
  readonly left: number;
}

/** What a list names, each thing once, and how many more it names. */
async function readIdentities<Item>(
  client: AskedEngine,
  { list: call, identify, ...plan }: ListingPlan<Item, unknown>,
): Promise<Answer<Identities>> {
  const list = await client.list(call, { ...plan, most: itemsAtMost });
  if ('failure' in list) return list;
  const { endpoint, items, left } = list.value;
  const made = read(() => items.map(identify));
  if (isMissing(made)) return { failure: { ...whyMissing(made), status: 200 } };
  // What several names lead to, an engine may list once for each.
  const identities = new Map<string, Identity>();
  for (const identity of made) {
    if (!identities.has(identity.id)) identities.set(identity.id, identity);
  }
  return { value: { endpoint, identities, left } };
}

export const stillListed = text('but it is still listed', '但它仍在列表中');
export const notConfirmed = text(
  'and a second list, which would show whether it is gone, could not be read',
  '且用于确认其是否已消失的第二次列表无法读取',
);

/** What was read of a listing. */
export const valuesOf = <T>({ items }: Listing<T>): readonly T[] =>
  items.flatMap(({ answer }) => ('value' in answer ? [answer.value] : []));

/** Why a listing is not complete; `undefined` when everything that was there was read. */
export function shortfall<T>({ failure, over, items }: Listing<T>): Failure | undefined {
  const incomplete = failure ?? over;
  if (incomplete) return incomplete;
  for (const { answer } of items) if ('failure' in answer) return answer.failure;
  return undefined;
}
