import type { z } from 'zod';
import type { Subject } from '../../core/facts/subject.ts';
import type { Text } from '../../core/text.ts';
import type { TestSubject } from './test-subject.ts';

/** What a case may expect of a control. */
export const expectations = ['pass', 'fail', 'notApplicable', 'unknown'] as const;

/** What a case expects of a control. */
export type Expectation = (typeof expectations)[number];

/** How findings spell what a case expects. */
export const statusOf = {
  pass: 'pass',
  fail: 'fail',
  notApplicable: 'not-applicable',
  unknown: 'unknown',
} as const satisfies Record<Expectation, string>;

/** The sentence that a finding must bear: in English, in both languages, or by a pattern of the English one. */
export type ExpectedMessage = string | RegExp | Partial<Text>;

/** One subject, and what is different about its parameters and surroundings. */
export interface Case<Kind extends string = string, Params extends z.ZodObject = z.ZodObject> {
  readonly subject: TestSubject<Kind>;
  /** Parameters that differ from the defaults. */
  readonly params?: Partial<z.input<Params>>;
  /** The other subjects on the machine, exactly these; see {@link machine}. */
  readonly surroundings?: readonly Subject[];
  readonly message?: ExpectedMessage;
}

/** Cases by name, or a list of such as need none; a subject alone is a case. */
export type CaseList<Kind extends string = string, Params extends z.ZodObject = z.ZodObject> =
  | readonly (TestSubject<Kind> | Case<Kind, Params>)[]
  | Readonly<Record<string, TestSubject<Kind> | Case<Kind, Params>>>;

/** Cases by the result they expect: at least one has to pass, and one to fail. */
export interface Cases<Kind extends string = string, Params extends z.ZodObject = z.ZodObject> {
  readonly pass: CaseList<Kind, Params>;
  readonly fail: CaseList<Kind, Params>;
  readonly notApplicable?: CaseList<Kind, Params>;
  readonly unknown?: CaseList<Kind, Params>;
}

/** A case with everything filled in. */
export interface NamedCase {
  readonly name: string;
  readonly expected: Expectation;
  readonly subject: Subject;
  readonly params: Readonly<Record<string, unknown>>;
  readonly surroundings: readonly Subject[];
  readonly message: ExpectedMessage | undefined;
}

/** What a case that says nothing of its own has. */
export interface CaseDefaults {
  readonly params: Readonly<Record<string, unknown>>;
  readonly surroundings: readonly Subject[];
}

/** Lists cases with everything filled in; one without a name is called after what is different about it. */
export function nameCases(cases: Partial<Cases>, defaults: CaseDefaults): readonly NamedCase[] {
  return expectations.flatMap((expected) => {
    const list = cases[expected] ?? [];
    const named: readonly [string | undefined, TestSubject | Case][] = isList(list)
      ? list.map((one) => [undefined, one])
      : Object.entries(list);
    return named.map(([name, one]): NamedCase => {
      const { subject, params, surroundings, message } = 'subject' in one ? one : { subject: one };
      return {
        name: name ?? subject.differs,
        expected,
        subject,
        params: params ?? defaults.params,
        surroundings: surroundings ?? defaults.surroundings,
        message,
      };
    });
  });
}

/** `Array.isArray` does not know a list that may not be written to. */
const isList = (list: CaseList): list is readonly (TestSubject | Case)[] => Array.isArray(list);
