import type { AnyControl } from '../../core/controls/control.ts';
import type { Subject } from '../../core/facts/subject.ts';
import type { Observation } from '../../core/recording/observation.ts';
import type { Outcome, Scene } from '../judging/judge-case.ts';
import { factName } from '../judging/replay-denied.ts';
import { kindOf, type Trial } from '../judging/trial.ts';
import { notices } from '../judging/verify-case.ts';
import { mutantsOf, spell } from './mutants.ts';
import { keysOf } from '../../core/facts/pointer.ts';
import { factAt, valueAt, valuesAt, withValue, type FactPlace } from './pointer.ts';

/** What changing every fact that a control reads revealed. */
export interface MutationResult {
  /** Facts that the control reads in any case: paths with `*` for a place in a list. */
  readonly read: readonly string[];
  /** Facts whose changes no case notices. */
  readonly unnoticed: readonly string[];
  /** Facts with a value that the schema allows and the check breaks on, with what it threw. */
  readonly breaks: readonly { readonly fact: string; readonly how: string }[];
}

/** A fact at one place of one case. */
interface Place {
  readonly trial: Trial;
  readonly subject: Subject;
  readonly keys: readonly string[];
}

/** A fact, and every place where the cases read it. */
interface Fact extends FactPlace {
  readonly kind: string;
  readonly places: Place[];
}

/**
 * Gives every fact that the control reads other values, one at a time, and names those whose changes no case notices.
 */
export function findUnnoticed(control: AnyControl, trials: readonly Trial[]): MutationResult {
  const facts = readFacts(control, trials);
  const unnoticed: string[] = [];
  const breaks: { fact: string; how: string }[] = [];
  for (const [name, fact] of facts) {
    const hints = hintsFor(fact, trials, control);
    let noticed = false;
    let broken: string | undefined;
    for (const outcome of mutations(fact, hints)) {
      if (outcome.status === 'error') broken ??= outcome.message().en;
      else if (outcome.noticed) noticed = true;
      if (noticed) break;
    }
    if (!noticed) unnoticed.push(name);
    if (broken !== undefined) breaks.push({ fact: name, how: broken });
  }
  return { read: [...facts.keys()], unnoticed, breaks };
}

function* mutations(
  { places, schema, mayLack }: Fact,
  hints: readonly unknown[],
): Iterable<Outcome & { noticed: boolean }> {
  for (const { trial, subject, keys } of places) {
    for (const value of mutantsOf(schema, valueAt(subject.facts, keys), hints, mayLack)) {
      const outcome = trial.judge(withFact(trial.scene, subject, keys, value));
      yield { ...outcome, noticed: notices(trial, outcome) };
    }
  }
}

function withFact(scene: Scene, of: Subject, keys: readonly string[], value: unknown): Scene {
  // What is changed lies within the facts, which stay an object.
  const facts = withValue(of.facts, keys, value) as Subject['facts'];
  const changed = { ...of, facts };
  if (of === scene.subject) return { ...scene, subject: changed };
  return { ...scene, around: scene.around.map((one) => (one === of ? changed : one)) };
}

function readFacts(control: AnyControl, trials: readonly Trial[]): ReadonlyMap<string, Fact> {
  const facts = new Map<string, Fact>();
  for (const trial of trials) {
    for (const { path, subject: ref, gap } of trial.judge(trial.scene).observations()) {
      if (gap !== undefined) continue;
      const subject = subjectOf(trial, ref);
      const kind = subject && kindOf(subject, control);
      const place = kind && factAt(kind.schema, keysOf(path));
      if (!subject || !place) continue;
      const name = factName(ref?.kind, place.path);
      const known = facts.get(name) ?? { ...place, kind: subject.kind, places: [] };
      known.places.push({ trial, subject, keys: keysOf(path) });
      facts.set(name, known);
    }
  }
  return facts;
}

function subjectOf({ scene }: Trial, ref: Observation['subject']): Subject | undefined {
  if (ref === undefined) return scene.subject;
  return scene.around.find(({ kind, id }) => kind === ref.kind && id === ref.id);
}

/** More values than these make a test slow and find nothing more. */
const mostHints = 40;

/** What other cases have at the same place, and what the parameters name: the values on which a verdict is likely to turn. */
function hintsFor(
  { kind, path }: Fact,
  trials: readonly Trial[],
  control: AnyControl,
): readonly unknown[] {
  const keys = keysOf(path);
  const seen = trials.flatMap(({ scene, params }) => [
    ...[scene.subject, ...scene.around]
      .filter((subject) => subject.kind === kind)
      .flatMap((subject) => valuesAt(subject.facts, keys)),
    ...scalars(control.params.parse(params)),
  ]);
  return [...new Map(seen.map((value) => [spell(value), value])).values()].slice(0, mostHints);
}

const scalars = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(scalars) : [value];
