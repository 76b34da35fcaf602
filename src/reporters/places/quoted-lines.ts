import type { Finding } from '../../core/assessment/assessment.ts';
import { groupBy } from '../../syntax/group-by.ts';
import type { Text } from '../../core/text.ts';
import type { FailedLine } from './failed-lines.ts';
import { isSamePlace } from './file-source.ts';
import { inLine, quotedIn, sameBeginning } from './quoted-in.ts';

/** As much of a message as reports show, in UTF-16 units, and as many of its parts as a check joins. */
const longest = { message: 4000, parts: 40 } as const;

interface Fact {
  readonly path: string;
  readonly value: unknown;
  readonly source: FailedLine['source'];
}

/**
 * The lines of a failure that does not say for which items it failed: those at which the things stand that the parts of
 * its message quote most of. Of several things that a part quotes as much all are meant if the same was read of them, and
 * else it is not known which.
 */
export function quotedLines({
  observations,
  message,
}: Pick<Finding, 'message' | 'observations'>): readonly FailedLine[] {
  const facts = observations.flatMap(({ path, value, source, subject }): Fact[] => {
    if (source?.kind !== 'file' || source.line === undefined) return [];
    const own = subject === undefined ? '' : `${subject.target} ${subject.id}`;
    return [{ path: own + path, value, source: { ...source, line: source.line } }];
  });
  const [one] = facts;
  // Nearly always all stands on one line.
  if (!one || facts.every(({ source }) => isSamePlace(source, one.source))) return [];
  const things = [...groupBy(facts, ({ path }) => thingOf(path)).values()];
  return partsOf(message, facts).flatMap(({ en, said }) =>
    meantBy(en, things).map((source) => ({ source, said })),
  );
}

/** Where the things stand that a part of a message quotes most of. */
function meantBy(part: string, things: readonly (readonly Fact[])[]): readonly Fact['source'][] {
  const quoted = quotedIn(part);
  let most = 0;
  let meant: { thing: readonly Fact[]; source: Fact['source'] }[] = [];
  for (const thing of things) {
    let length = 0;
    let longestOf = 0;
    let source: Fact['source'] | undefined;
    for (const fact of thing) {
      const own = quoted(fact.value);
      length += own;
      if (own <= longestOf) continue;
      longestOf = own;
      source = fact.source;
    }
    if (!source || length < most) continue;
    if (length > most) meant = [];
    most = length;
    meant.push({ thing, source });
  }
  const [one] = meant;
  if (!one) return [];
  const sure =
    meant.every(({ source }) => isSamePlace(source, one.source)) ||
    new Set(meant.map(({ thing }) => readOf(thing))).size === 1;
  return sure ? meant.map(({ source }) => source) : [];
}

/**
 * The sentences that a message is joined from, each with its words in both languages where there are as many in the
 * other one. One that quotes a script from its beginning continues behind the signs in it.
 */
function partsOf(
  message: Text,
  facts: readonly Fact[],
): readonly { readonly en: string; readonly said: Text | undefined }[] {
  const whole = inLine(message.en).slice(0, longest.message);
  const scripts = facts.flatMap(({ value }) =>
    typeof value === 'string' && value.includes('; ') ? [inLine(value)] : [],
  );
  const parts: string[] = [];
  for (let at = 0; at < whole.length && parts.length < longest.parts;) {
    const colon = whole.indexOf(': ', at);
    let end = endOf(whole, at);
    if (colon >= 0 && colon < end) {
      const tail = whole.slice(colon + 2);
      let same = 0;
      for (const script of scripts) same = Math.max(same, sameBeginning(tail, script));
      // The sign itself may be the same by chance, and a letter behind it.
      if (colon + 2 + same > end + 4) end = endOf(whole, colon + 2 + same);
    }
    parts.push(whole.slice(at, end));
    at = end + 2;
  }
  const others = message.zh.split('；');
  const paired = others.length === parts.length;
  return parts.flatMap((en, at) =>
    /^and \d+ more$/.test(en)
      ? []
      : [{ en, said: paired ? { en, zh: others[at] ?? '' } : undefined }],
  );
}

/** Where a sentence ends that goes on at least up to a place. */
function endOf(whole: string, from: number): number {
  const end = whole.indexOf('; ', from);
  return end < 0 ? whole.length : end;
}

/** What a fact is of: the item of a list that it is below, or else only itself. */
function thingOf(path: string): string {
  const segments = path.split('/');
  const at = segments.findLastIndex((segment) => /^\d+$/.test(segment));
  return at < 0 ? path : segments.slice(0, at + 1).join('/');
}

/** What was read of a thing, the same text for the same. */
function readOf(thing: readonly Fact[]): string {
  const plain = (value: unknown): unknown => (typeof value === 'object' ? null : value);
  return JSON.stringify(
    thing.map(({ path, value }) => [
      path.slice(path.lastIndexOf('/')),
      Array.isArray(value) ? value.map(plain) : plain(value),
    ]),
  );
}
