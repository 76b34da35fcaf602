import { expect } from 'vitest';
import { collectEngine, type EngineOptions } from '../../src/collectors/engine/collect-engine.ts';
import { resolveEngine } from '../../src/collectors/engine/resolve-engine.ts';
import type { Harvest } from '../../src/collectors/gathering/collector-result.ts';
import { misfits } from '../../src/core/snapshot/hold-to-schema.ts';
import { builtinKinds } from '../../src/core/subjects/kinds.ts';
import type { Subject, SubjectKind } from '../../src/core/facts/subject.ts';

/** Reads an engine as the command line would, with nothing of this machine's settings. */
export async function harvestEngine(
  target: string,
  options: EngineOptions = {},
  env: Readonly<Record<string, string>> = {},
): Promise<Harvest> {
  const harvest = await collectEngine(await resolveEngine(target, env, '/nonexistent'), options);
  const kinds = new Map<string, SubjectKind>(builtinKinds.map((kind) => [kind.kind, kind]));
  for (const subject of harvest.subjects) {
    const kind = kinds.get(subject.kind);
    expect([subject.name, kind && misfits(kind, subject)]).toEqual([subject.name, []]);
    expect(harvest.origins).toHaveProperty([subject.origin ?? '']);
  }
  return harvest;
}

/** The one subject of that kind and name. */
export function subjectOf(harvest: Harvest, kind: string, name: string): Subject {
  const found = harvest.subjects.filter((each) => each.kind === kind && each.name === name);
  if (found.length !== 1 || !found[0]) {
    throw new Error(`${found.length} subjects are called ${kind} ${name}`);
  }
  return found[0];
}

/** The facts of the one workload of that name. */
export const workloadOf = (harvest: Harvest, name: string): Subject['facts'] =>
  subjectOf(harvest, 'workload', name).facts;

/** How many of each kind there were, were read, and vanished. */
export const populationOf = (harvest: Harvest): Readonly<Record<string, readonly number[]>> =>
  Object.fromEntries(
    harvest.population.map(({ kind, existed, read, vanished }) => [
      kind,
      [existed, read, vanished],
    ]),
  );

/** The gaps of a subject but for those that engines of some ages have of every image, whatever can be read. */
export const gapsOf = ({ gaps }: Subject): Subject['gaps'] =>
  gaps.filter(({ path }) => !path.startsWith('/provenance/') && !ofWholeImages.has(path));

/** What only the image as a whole tells, which no engine is asked for unless told. */
const ofWholeImages: ReadonlySet<string> = new Set([
  '/files/accountFiles',
  '/files/worldWritable',
  '/files/privateKeys',
  '/files/credentials',
  '/files/programs',
  '/layers',
  '/malware',
]);
