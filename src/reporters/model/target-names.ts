import type { Assessment } from '../../core/assessment/assessment.ts';
import { groupBy } from '../../syntax/group-by.ts';
import type { Voice } from './voice.ts';

/** What a target is called by people. */
export type NameTarget = (id: string) => string;

/**
 * Names targets for people, from the first that is asked for: an engine or a host by the name that it has for itself, with its kind where another target
 * has the same one, and with its address where even that is not enough. What has no such name goes by its id, a path.
 */
export function targetNames(assessment: Assessment, voice: Voice): NameTarget {
  let names: ReadonlyMap<string, string> | undefined;
  return (id) => (names ??= namesOf(assessment, voice)).get(id) ?? voice.name(id);
}

function namesOf({ targets, findings }: Assessment, voice: Voice): ReadonlyMap<string, string> {
  const kinds = new Map(targets.map(({ id, kind }) => [id, kind]));
  const own = new Map<string, string>();
  for (const { subject } of findings) {
    const { id, kind, name, target } = subject;
    if (id === '*' || kind !== kinds.get(target) || own.has(target)) continue;
    if (kind === 'engine' || kind === 'host') own.set(target, voice.name(name));
  }
  const known = targets.flatMap(({ id, kind }) => {
    const name = own.get(id);
    if (name === undefined) return [];
    return [{ id, name, longer: `${name} (${voice.say(`target.${kind}`)})` }];
  });
  const byName = groupBy(known, ({ name }) => name);
  const byLonger = groupBy(known, ({ longer }) => longer);
  return new Map(
    known.map(({ id, name, longer }) => {
      if (byName.get(name)?.length === 1) return [id, name];
      return [id, byLonger.get(longer)?.length === 1 ? longer : `${name} (${voice.name(id)})`];
    }),
  );
}

/** The names of subjects in place of their ids of 64 digits; of an id that is nobody's here, its beginning. */
export function nameIds({ findings }: Assessment, voice: Voice): (text: string) => string {
  const names = new Map(
    findings.map(({ subject }) => [subject.id.replace(/^sha256:/, ''), voice.name(subject.name)]),
  );
  return (text) =>
    text.replaceAll(
      /\b(?:sha256:)?([0-9a-f]{64})\b/g,
      (_, digits: string) => names.get(digits) ?? `${digits.slice(0, 12)}…`,
    );
}
