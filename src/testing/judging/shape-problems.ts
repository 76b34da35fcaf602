import type { AnyControl } from '../../core/controls/control.ts';
import { misfits } from '../../core/snapshot/hold-to-schema.ts';
import type { Subject } from '../../core/facts/subject.ts';
import type { NamedCase } from './cases.ts';

/** What is wrong with cases before anything is judged: too few, of another kind, not what the kind allows, or twice the same. */
export function shapeProblems(control: AnyControl, cases: readonly NamedCase[]): readonly string[] {
  if (control.question !== undefined) {
    return ['This control asks a person, and neither passes nor fails: there is nothing to test.'];
  }
  const missing = (['pass', 'fail'] as const).filter((needed) =>
    cases.every(({ expected }) => expected !== needed),
  );
  const strangers = cases.filter(({ subject }) => subject.kind !== control.subject.kind);
  return [
    ...missing.map((needed) => `There is no case under ${needed}; at least one is needed.`),
    ...strangers.map(
      (one) =>
        `${placeOf(one)}: it is of the kind ${one.subject.kind}, and the control judges ${control.subject.kind}.`,
    ),
    ...cases
      .filter((one) => !strangers.includes(one))
      .flatMap((one) =>
        misfits(control.subject, one.subject).map(
          (what) => `${placeOf(one)}: the fact ${what.en}.`,
        ),
      ),
    ...repeated(cases),
  ];
}

/** A case as a problem calls it. */
export const placeOf = ({ expected, name }: NamedCase): string => `${expected}: ${name}`;

function repeated(cases: readonly NamedCase[]): readonly string[] {
  // Most cases share their surroundings, which are large.
  const spelled = new Map<readonly Subject[], string>();
  const spell = (subjects: readonly Subject[]): string => {
    let known = spelled.get(subjects);
    if (known === undefined) spelled.set(subjects, (known = JSON.stringify(subjects.map(content))));
    return known;
  };
  const seen = new Map<string, NamedCase>();
  const problems: string[] = [];
  for (const one of cases) {
    const { subject, params, surroundings } = one;
    const key = [JSON.stringify([content(subject), sorted(params)]), spell(surroundings)].join(
      '\n',
    );
    const before = seen.get(key);
    if (before) problems.push(`${placeOf(one)}: it is the same as ${placeOf(before)}.`);
    else seen.set(key, one);
  }
  return problems;
}

const content = ({ kind, id, name, target, facts, gaps }: Subject): unknown =>
  sorted({ kind, id, name, target, facts, gaps });

/** Keys in one order, so that equal values have equal texts. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, below]): [string, unknown] => [key, sorted(below)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
