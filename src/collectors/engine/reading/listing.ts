import type { z } from 'zod';
import { text } from '../../../core/text.ts';
import { isMissing, read, whyMissing } from '../../partly.ts';
import type { EngineClient } from '../transport/engine-client.ts';
import { isGone, malformedFailure, yet, type Answer, type Failure } from '../transport/failure.ts';

/** One thing that was listed, and what asking for it brought. */
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
  readonly existed: number;
  readonly vanished: readonly Identity[];
  readonly items: readonly Listed<T>[];
}

/** How one kind of thing is listed and asked for. */
export interface ListingPlan<List, T> {
  /** What is being read, for progress: `container`. */
  readonly what: string;
  readonly endpoint: string;
  readonly list: z.ZodType<List>;
  readonly identify: (list: List) => readonly Identity[];
  readonly read: (id: string) => Promise<Answer<T>>;
}

/** Told how many of a kind were read, of how many. */
export type OnListed = (what: string, done: number, total: number) => void;

/** An empty list, of what cannot exist. */
export const nothingListed: Listing<never> = { existed: 0, vanished: [], items: [] };

/** A list that was not to be had. */
export const notListed = (failure: Failure): Listing<never> => ({ ...nothingListed, failure });

/** Lists, then asks for each thing listed; the client sees to it that not too many are asked for at once. */
export async function readListing<List, T>(
  client: EngineClient,
  plan: ListingPlan<List, T>,
  onListed: OnListed,
): Promise<Listing<T>> {
  const list = await client.get(plan.endpoint, plan.list);
  if ('failure' in list) return notListed(list.failure);
  const first = read(() => plan.identify(list.value));
  if (isMissing(first)) return notListed({ ...whyMissing(first), status: 200 });
  // What several names lead to, an engine may list once for each.
  const identified = [...new Map(first.map((item) => [item.id, item])).values()];
  let done = 0;
  const items = await Promise.all(
    identified.map(async ({ id, name }) => {
      const answer = await plan.read(id);
      onListed(plan.what, (done += 1), identified.length);
      return { id, name, answer };
    }),
  );
  const missed = items.filter(({ answer }) => 'failure' in answer && isGone(answer.failure));
  if (missed.length === 0) return { existed: items.length, vanished: [], items };
  // That something is gone is not for one answer to say: a second list decides, one for all of the kind.
  const again = await client.get(plan.endpoint, plan.list);
  const second = read(() => ('value' in again ? plan.identify(again.value) : null));
  const listed = isMissing(second) || !second ? null : new Set(second.map(({ id }) => id));
  const vanished = missed.filter(({ id }) => listed?.has(id) === false);
  const why = listed ? stillListed : notConfirmed;
  const kept = items.filter((item) => !vanished.includes(item));
  return {
    existed: items.length,
    vanished: vanished.map(({ id, name }) => ({ id, name })),
    items: kept.map((item) =>
      missed.includes(item) ? { ...item, answer: yet(item.answer, why) } : item,
    ),
  };
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
export function shortfall<T>({ failure, items }: Listing<T>): Failure | undefined {
  if (failure) return failure;
  for (const { answer } of items) if ('failure' in answer) return answer.failure;
  return undefined;
}

/** Asks about one thing; an answer about another one is none. */
export async function inspect<T>(
  client: Pick<EngineClient, 'get'>,
  endpoint: string,
  schema: z.ZodType<T>,
  asked: { readonly id: string; readonly of: (value: T) => string },
): Promise<Answer<T>> {
  const answer = await client.get(endpoint, schema);
  if ('failure' in answer || asked.of(answer.value) === asked.id) return answer;
  const why = text('it is about something else', '其内容属于另一个对象');
  return { failure: malformedFailure(endpoint, 200, why) };
}

/** A segment of a path; digests keep their colon, as engines write them. */
export const segment = (id: string): string => encodeURIComponent(id).replaceAll('%3A', ':');
