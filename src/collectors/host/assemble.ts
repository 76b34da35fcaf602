import { pointerSegment, type Source } from '../../core/source.ts';
import type { Subject } from '../../core/subject.ts';
import type { Reading } from '../files/unread.ts';

/** What was read for one fact, whole or a part of another one's. */
export interface Section {
  /** Keys from the outermost fact inwards. */
  readonly path: readonly string[];
  readonly reading: Reading<unknown>;
  /** Sources of single parts, by JSON Pointer below this fact. */
  readonly sources?: Readonly<Record<string, Source>>;
}

const pointerOf = (path: readonly string[]): string =>
  path.map((key) => `/${pointerSegment(key)}`).join('');

/** Puts sections together: what was read becomes facts with their sources, what was not becomes gaps. */
export function assemble(
  sections: readonly Section[],
): Required<Pick<Subject, 'facts' | 'gaps' | 'sources'>> {
  const facts: Record<string, unknown> = {};
  const gaps: Subject['gaps'] = [];
  const sources: Record<string, Source> = {};
  // A gap inside a fact that was read is cut out of it, so it comes after it.
  const read = sections.filter(({ reading }) => 'value' in reading);
  const missing = sections.filter(({ reading }) => 'unread' in reading);
  for (const { path, reading, sources: parts = {} } of [...read, ...missing]) {
    const at = pointerOf(path);
    if ('unread' in reading) {
      remove(facts, path);
      gaps.push({ path: at, ...reading.unread });
      continue;
    }
    place(facts, path, reading.value);
    sources[at] = reading.source;
    for (const [below, source] of Object.entries(parts)) sources[`${at}${below}`] = source;
  }
  return { facts, gaps, sources };
}

type Branch = Record<string, unknown>;

const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null;

function place(facts: Branch, path: readonly string[], value: unknown): void {
  let at = facts;
  for (const key of path.slice(0, -1)) {
    const next = at[key];
    if (isBranch(next)) at = next;
    else at = at[key] = {} as Branch;
  }
  const last = path.at(-1);
  if (last !== undefined) at[last] = value;
}

function remove(facts: Branch, path: readonly string[]): void {
  let at: unknown = facts;
  for (const key of path.slice(0, -1)) at = isBranch(at) ? at[key] : undefined;
  const last = path.at(-1);
  if (isBranch(at) && last !== undefined) delete at[last];
}
