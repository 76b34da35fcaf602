import type { AnyControl } from '../../core/controls/control.ts';
import { PlimsollError } from '../../core/errors.ts';
import type { Subject, SubjectKind } from '../../core/facts/subject.ts';
import { builtinKinds } from '../../core/subjects/kinds.ts';
import type { NamedCase } from './cases.ts';
import { createJudge, type Judge, type Scene } from './judge-case.ts';
import { inBoth, inLanguage, text } from '../../core/text.ts';

/** A case with the judge that its parameters made, and what it said. */
export interface Trial extends NamedCase {
  readonly judge: Judge;
  readonly scene: Scene;
}

/** When the facts of tests are said to have been read. */
export const testInstant = '2026-11-24T12:00:00Z';

/**
 * Puts each case before its judge; cases with the same parameters share one.
 *
 * @throws PlimsollError `parameters-invalid` naming the case
 */
export function prepareTrials(
  control: AnyControl,
  cases: readonly NamedCase[],
  collectedAt = testInstant,
): readonly Trial[] {
  const judges = new Map<string, Judge>();
  return cases.map((one) => {
    const key = JSON.stringify(one.params);
    let judge = judges.get(key);
    if (judge === undefined) judges.set(key, (judge = judgeFor(control, one, collectedAt)));
    const { subject, surroundings: around } = one;
    return { ...one, judge, scene: { subject, around } };
  });
}

function judgeFor(control: AnyControl, { name, params }: NamedCase, collectedAt: string): Judge {
  try {
    return createJudge(control, params, collectedAt);
  } catch (cause) {
    if (!(cause instanceof PlimsollError)) throw cause;
    throw new PlimsollError(
      cause.code,
      text(
        `The case ${JSON.stringify(name)}: ${cause.message}`,
        `测试用例 ${JSON.stringify(name)}：${inLanguage(cause.said, 'zh')}`,
      ),
      {
        hint: inBoth(cause.hinted),
        cause,
      },
    );
  }
}

/** The kind of a subject, for its schema; `undefined` for one that brings none and is not built in. */
export function kindOf(subject: Subject, control: AnyControl): SubjectKind | undefined {
  if (subject.kind === control.subject.kind) return control.subject;
  if ('of' in subject) return subject.of as SubjectKind;
  return builtinKinds.find(({ kind }) => kind === subject.kind);
}
