import type { z } from 'zod';
import { parseSparingly } from '../../../core/parse-sparingly.ts';
import { pointerSegment } from '../../../core/facts/pointer.ts';
import type { Problem } from '../../../core/say-issues.ts';
import { text, type Text } from '../../../core/text.ts';
import { UnreadPart } from '../../gathering/partial-facts.ts';
import { shapeFailure } from '../client/read-answer.ts';
import type { Answer } from '../client/failure.ts';
import { endpointOf, keysAt, type KnownKeys } from './known-keys.ts';
import { planOf, type Plan } from './schema-plan.ts';

/**
 * Reads an answer's JSON with a schema. A key that this engine always sends and that is not there, or that holds
 * something else than the schema reads, leaves the rest as it is: to use its value throws {@link UnreadPart}, and the
 * fact becomes a gap. A key that may be left out has the schema's default.
 */
export function readWhole<T>(
  request: string,
  answer: Answer<unknown>,
  schema: z.ZodType<T>,
  known: KnownKeys,
): Answer<T> {
  if ('failure' in answer) return answer;
  const endpoint = endpointOf(request);
  const plan = planOf(schema, keysAt(known, endpoint));
  const whole = parseSparingly(schema, answer.value);
  if (whole.success) {
    mark({ endpoint, misfits: none }, plan, answer.value, whole.data, null);
    return { value: whole.data };
  }
  const { rest, misfits } = withoutMisfits(answer.value, whole.problems, plan);
  const parsed = parseSparingly(schema, rest);
  if (!parsed.success) return { failure: shapeFailure(request, whole.problems) };
  mark({ endpoint, misfits }, plan, rest, parsed.data, null);
  return { value: parsed.data };
}

/** Where a value stands; spelled out only for what has something to say. */
interface Place {
  readonly key: string;
  readonly above: Place | null;
}

const pointerOf = (place: Place | null): string =>
  place === null ? '' : `${pointerOf(place.above)}/${pointerSegment(place.key)}`;

/** What is said of the parts of one answer that were not read. */
interface Telling {
  readonly endpoint: string;
  /** What was wrong with the parts that the schema did not take, by their pointers. */
  readonly misfits: ReadonlyMap<string, Text>;
}

const none: ReadonlyMap<string, Text> = new Map();

/** Where a list or a map is always sent. */
const isNull = text('is null', '为 null');

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Keys that were not in an object as it was sent, though what was read of it has them. */
const absentKeys = new WeakMap<object, Set<string>>();

/** Goes through an answer beside what was read of it, and marks what was not there. */
function mark(
  telling: Telling,
  { members, each }: Plan,
  sent: unknown,
  taken: unknown,
  place: Place | null,
): void {
  if (!isObject(sent) || !isObject(taken)) return;
  if (each) {
    if (!each.members && !each.each) return;
    for (const key of Object.keys(sent)) {
      mark(telling, each, sent[key], taken[key], { key, above: place });
    }
    return;
  }
  for (const { key, needed, neverNull, plan } of members ?? []) {
    const value = sent[key];
    const here = { key, above: place };
    if (value === null && neverNull) {
      forbid(telling.endpoint, taken, here, isNull);
    } else if (value !== undefined) {
      if (isObject(value)) mark(telling, plan, value, taken[key], here);
    } else {
      const misfit = telling.misfits.size > 0 ? telling.misfits.get(pointerOf(here)) : undefined;
      if (misfit === undefined) noteAbsent(taken, key);
      if (misfit !== undefined || needed) forbid(telling.endpoint, taken, here, misfit);
    }
  }
}

function noteAbsent(of: object, key: string): void {
  const absent = absentKeys.get(of);
  if (absent) absent.add(key);
  else absentKeys.set(of, new Set([key]));
}

/**
 * Makes the use of a part that was not read end in {@link UnreadPart}.
 *
 * @param misfit what was wrong with what stood there; `undefined` where nothing did
 */
function forbid(endpoint: string, of: object, place: Place, misfit: Text | undefined): void {
  Object.defineProperty(of, place.key, {
    enumerable: true,
    get: () => {
      const pointer = pointerOf(place);
      throw new UnreadPart({
        reason: 'malformed',
        detail:
          misfit === undefined
            ? text(
                `GET ${endpoint} was answered without ${pointer}`,
                `GET ${endpoint} 的应答中没有 ${pointer}`,
              )
            : text(
                `GET ${endpoint} was answered with something else at ${pointer}: ${misfit.en}`,
                `GET ${endpoint} 的应答在 ${pointer} 处与预期不符：${misfit.zh}`,
              ),
        source: {
          kind: 'api',
          endpoint,
          pointer: misfit === undefined ? pointerOf(place.above) : pointer,
        },
      });
    },
  });
}

/** Takes out of an answer the keys whose values a schema did not take, each the innermost that it reads by name. */
function withoutMisfits(answer: unknown, problems: readonly Problem[], plan: Plan) {
  const rest = structuredClone(answer);
  const misfits = new Map<string, Text>();
  for (const { path, said } of problems) {
    let at: Plan | undefined = plan;
    let value: unknown = rest;
    let place: Place | null = null;
    let innermost: { readonly of: object; readonly place: Place } | undefined;
    for (const segment of path) {
      if (!at || !isObject(value)) break;
      const key = String(segment);
      place = { key, above: place };
      if (at.members) innermost = { of: value, place };
      at = at.each ?? at.members?.find((member) => member.key === key)?.plan;
      value = value[key];
    }
    if (!innermost) continue;
    Reflect.deleteProperty(innermost.of, innermost.place.key);
    misfits.set(pointerOf(innermost.place), said);
  }
  return { rest, misfits };
}

/** How many of the keys of a pointer lead, one after another, to something that was in an answer; `taken` is what was read of it. */
export function presentKeys(taken: unknown, keys: readonly string[]): number {
  let value = taken;
  for (const [at, key] of keys.entries()) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return at;
    if (absentKeys.get(value)?.has(key)) return at;
    if (at + 1 === keys.length) break;
    const below = Object.getOwnPropertyDescriptor(value, key);
    // What has no value of its own is a part that was not taken: it was there, and what is below it is not known.
    value = below && 'value' in below ? below.value : undefined;
  }
  return keys.length;
}
