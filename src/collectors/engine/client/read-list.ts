import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { createListSplitter } from '../../../core/assessment/list-splitter.ts';
import { listBytesAtMost } from '../../gathering/bounds.ts';
import type { Answer, Failure } from './failure.ts';
import { readJson, readShape } from './read-answer.ts';
import { listTooLong } from './read-text.ts';

/** How a list is read. */
export interface ListPlan<Item> {
  /** The member of the answer that holds it; absent where it is the answer. */
  readonly member?: string;
  readonly item: z.ZodType<Item>;
  /** Reads one item where its schema does not do. */
  readonly readItem?: (raw: Answer<unknown>, endpoint: string) => Answer<Item>;
  /** Whether this engine answers `null` for an empty list, asked where it does; none does when absent. */
  readonly mayBeNull?: () => Promise<boolean>;
  /** Items that are read; of the others it is counted how many there are. */
  readonly most: number;
}

/** What was read of a list. */
export interface List<Item> {
  /** Where it was asked for. */
  readonly endpoint: string;
  readonly items: readonly Item[];
  /** How many more it has. */
  readonly left: number;
}

/** What is left of a list when its items were taken out. */
const emptyList = z.array(z.never());

/**
 * Reads a list while it comes, an item at a time: neither its text nor what is left of it is held, and what else is
 * to be done gets its turn with each piece.
 *
 * @param onAnswer called with the JSON of what was read, the list cut after the items that are
 */
export async function readList<Item>(
  endpoint: string,
  answer: IncomingMessage,
  { member, item, most, mayBeNull, readItem }: ListPlan<Item>,
  onAnswer: ((answer: unknown) => void) | undefined,
): Promise<Answer<List<Item>>> {
  const splitter = createListSplitter(member ?? null);
  const decoder = new TextDecoder();
  const raws: unknown[] = [];
  const items: Item[] = [];
  let [bytes, left] = [0, 0];
  const take = (piece: string): { readonly failure: Failure } | undefined => {
    for (const said of splitter.push(piece)) {
      if (items.length >= most) {
        left += 1;
        continue;
      }
      const raw = readJson(endpoint, said);
      const read = readItem
        ? readItem(raw, endpoint)
        : readShape(endpoint, raw, item, [member, items.length]);
      if ('failure' in read) return read;
      if (onAnswer && 'value' in raw) raws.push(raw.value);
      items.push(read.value);
    }
    return undefined;
  };
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > listBytesAtMost) throw listTooLong;
    const failed = take(decoder.decode(chunk, { stream: true }));
    if (failed) return failed;
  }
  const failed = take(decoder.decode());
  if (failed) return failed;
  const rest = readJson(endpoint, splitter.rest());
  if (member === undefined) {
    const isEmpty = 'value' in rest && rest.value === null && (await mayBeNull?.()) === true;
    const whole = readShape(endpoint, isEmpty ? { value: [] } : rest, emptyList);
    if ('failure' in whole) return whole;
    onAnswer?.(raws);
  } else {
    const whole = readShape(endpoint, rest, z.looseObject({ [member]: emptyList.nullable() }));
    if ('failure' in whole) return whole;
    onAnswer?.({ ...whole.value, [member]: raws });
  }
  return { value: { endpoint, items, left } };
}
