import { PlimsollError } from '../../core/errors.ts';
import { inBoth, type Text } from '../../core/text.ts';
import type { Harvest, Outcome } from '../gathering/collector-result.ts';
import { createRedactor } from '../redaction/create-redactor.ts';
import { findForms, shortestForm } from '../../syntax/secrets/find-secrets.ts';

/** What becomes of the texts of one collection. */
interface Hider {
  readonly text: (written: string) => string;
  /** The same value with its texts and its keys without secrets; the very same where there was none. */
  readonly all: <T>(value: T) => T;
  readonly counts: () => Harvest['redactions'];
}

/**
 * The last door of a collection: whatever its readers keep of names, users, paths, addresses, details and quotes loses what
 * is a secret by its form. In its place stands its fingerprint, so that two things with such names stay two.
 *
 * @param hidden what was made with the same key of harvests before, which is added to
 */
export function hideOutcomes(
  outcomes: readonly Outcome[],
  key: Buffer,
  hidden = new WeakMap<Harvest, Outcome>(),
): readonly Outcome[] {
  // Most of what was read holds no secret and is not made anew; what several have in common is looked at once.
  const clean = new Set<readonly unknown[]>();
  return outcomes.map((outcome) => {
    const made = hidden.get(outcome.harvest) ?? hideOutcome(outcome, createHider(key, clean));
    hidden.set(outcome.harvest, made);
    return made;
  });
}

function hideOutcome({ harvest, error }: Outcome, hider: Hider): Outcome {
  const { answers, builds: _, failures, ...kept } = harvest;
  const hidden = hider.all(kept);
  const counts = hider.counts();
  return {
    harvest: {
      ...hidden,
      redactions: sum(kept.redactions, counts),
      ...(failures ? { failures: failures.map((each) => hideError(each, hider)) } : {}),
      ...(answers ? { answers: hideAnswers(answers, hider) } : {}),
    },
    ...(error ? { error: hideError(error, hider) } : {}),
  };
}

/** @param clean lists in which there was no secret */
function createHider(key: Buffer, clean: Set<readonly unknown[]>): Hider {
  const redactor = createRedactor(key);
  const text = (written: string): string => {
    if (written.length < shortestForm) return written;
    const found = findForms(written);
    if (found.length === 0) return written;
    let shown = '';
    let at = 0;
    for (const { rule, start, end } of found) {
      shown += `${written.slice(at, start)}[redacted ${redactor.drop(rule, written.slice(start, end))}]`;
      at = end;
    }
    return shown + written.slice(at);
  };
  const all = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
    return Array.isArray(value)
      ? listOf(value)
      : partsOf(value as Readonly<Record<string, unknown>>);
  };
  const listOf = (list: readonly unknown[]): readonly unknown[] => {
    if (list.length === 0 || clean.has(list)) return list;
    let items: unknown[] | undefined;
    for (let at = 0; at < list.length; at += 1) {
      const below = all(list[at]);
      if (below !== list[at]) (items ??= [...list])[at] = below;
    }
    if (items === undefined) clean.add(list);
    return items ?? list;
  };
  const partsOf = (parts: Readonly<Record<string, unknown>>): object => {
    const names = Object.keys(parts);
    let members: [string, unknown][] | undefined;
    for (let at = 0; at < names.length; at += 1) {
      const name = names[at] ?? '';
      const shown = text(name);
      const below = all(parts[name]);
      if (members === undefined) {
        if (shown === name && below === parts[name]) continue;
        members = names.slice(0, at).map((before) => [before, parts[before]]);
      }
      members.push([shown, below]);
    }
    return members === undefined ? parts : Object.fromEntries(members);
  };
  // Every part keeps its shape: a text stays one, and all else is made of the same parts.
  return { text, all: all as Hider['all'], counts: redactor.counts };
}

const hideAnswers = (
  { answers, redactions }: NonNullable<Harvest['answers']>,
  { text }: Hider,
): NonNullable<Harvest['answers']> => ({
  answers: answers.map(({ target, endpoint, request, bytes }) => {
    const written = Buffer.from(bytes).toString();
    const shown = text(written);
    return {
      target: text(target),
      endpoint: text(endpoint),
      request: text(request),
      bytes: shown === written ? bytes : Buffer.from(shown),
    };
  }),
  redactions,
});

function hideError(error: PlimsollError, { text }: Hider): PlimsollError {
  const hidden = ({ en, zh }: Text): Text => ({ en: text(en), zh: text(zh) });
  const [before, hintBefore] = [inBoth(error.said), inBoth(error.hinted)];
  const [said, hint] = [hidden(before), hidden(hintBefore)];
  if (JSON.stringify([said, hint]) === JSON.stringify([before, hintBefore])) return error;
  // What caused it may say the same again.
  return new PlimsollError(error.code, said, { hint });
}

function sum(one: Harvest['redactions'], other: Harvest['redactions']): Harvest['redactions'] {
  const all: Record<string, number> = { ...one };
  for (const [rule, count] of Object.entries(other)) all[rule] = (all[rule] ?? 0) + count;
  return all;
}
