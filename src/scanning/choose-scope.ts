import { sayNearest } from '../core/nearest-names.ts';
import type { Assessment } from '../core/assessment/assessment.ts';
import { unmatchedSubjects } from '../core/assessment/limit-assessment.ts';
import type { AssessmentScope } from '../core/assessment/scope.ts';
import type { Severity } from '../core/controls/severity.ts';
import { PlimsollError } from '../core/errors.ts';
import { matchesWildcard } from '../syntax/matches-wildcard.ts';
import { text } from '../core/text.ts';

/** What findings are limited to: each part that is given narrows further. What is outside is judged and counted. */
export interface ScopeOptions {
  /**
   * Whether only controls that are mapped to one of the frameworks belong; when absent, where the frameworks were asked for beside the
   * configuration. Without frameworks it changes nothing.
   */
  readonly onlyMapped?: boolean | undefined;
  /** Ids of controls, with `*` for any text; absent means all. */
  readonly controls?: readonly string[] | undefined;
  /** Severities of controls; absent means all. */
  readonly severities?: readonly Severity[] | undefined;
  /** Names or ids of subjects, with `*` for any text; absent means all. */
  readonly subjects?: readonly string[] | undefined;
}

/**
 * The scope of a scan, from what was asked.
 *
 * @param ids the controls that there are
 * @param frameworks what it is judged by, `ID` or `ID@LEVEL`
 * @throws PlimsollError `catalog-unknown-control` for an id or a pattern that no control has
 */
export function chooseScope(
  { onlyMapped = true, controls, severities, subjects }: ScopeOptions = {},
  ids: readonly string[],
  frameworks: readonly string[],
): AssessmentScope {
  for (const pattern of controls ?? []) {
    if (ids.some((id) => matchesWildcard(pattern, id))) continue;
    const near = sayNearest(pattern, ids);
    throw new PlimsollError(
      'catalog-unknown-control',
      text(
        `No control is ${JSON.stringify(pattern)}.`,
        `没有控制项符合 ${JSON.stringify(pattern)}。`,
      ),
      {
        hint: text(
          `${near.en}See all with: plimsoll list controls`,
          `${near.zh}查看全部：plimsoll list controls`,
        ),
      },
    );
  }
  return {
    ...(onlyMapped && frameworks.length > 0 ? { frameworks: [...frameworks] } : {}),
    ...(controls && { controls: [...controls] }),
    ...(severities && { severities: [...severities] }),
    ...(subjects && { subjects: [...subjects] }),
  };
}

/** The error that nothing has a name that a scope asks for: a mistyped one must not read as compliance. */
export function missingSubject(
  assessment: Assessment,
  scope: AssessmentScope,
): PlimsollError | undefined {
  const [missing] = unmatchedSubjects(assessment, scope);
  if (missing === undefined) return undefined;
  const names = [
    ...new Set(
      assessment.findings.flatMap(({ subject }) => (subject.id === '*' ? [] : [subject.name])),
    ),
  ];
  const near = sayNearest(missing, names);
  return new PlimsollError(
    'option-invalid',
    text(
      `Nothing that was judged is called ${JSON.stringify(missing)}.`,
      `所评判的对象中没有 ${JSON.stringify(missing)}。`,
    ),
    {
      hint:
        names.length > 0
          ? text(
              `${near.en}Leave out --subject to see all names.`,
              `${near.zh}去掉 --subject 可查看全部名称。`,
            )
          : text('Nothing was read that could be judged.', '没有读取到可以评判的内容。'),
    },
  );
}
