import type { Assessment, Finding } from '../assessment.ts';
import type { Text } from '../../text.ts';
import { groupBy } from '../../../syntax/group-by.ts';

/** A control as the assessment has it, with the parameters in force and its tally. */
export type JudgedControl = Assessment['catalog']['controls'][number];

/** Every control that judged: those with findings in the scope, and those outside of it. */
export const judgedControls = ({ catalog, scope }: Assessment): readonly JudgedControl[] => [
  ...catalog.controls,
  ...(scope?.outside.controls ?? []),
];

/** What heads a failure of a control: what is wrong, or its title where nobody said that. */
export const failingTitleOf = ({
  title,
  failingTitle = title,
}: Pick<JudgedControl, 'title' | 'failingTitle'>): Text => failingTitle;

/** Every control of the catalog with its findings, in the catalog's order; one without any is there as well. */
export function findingsByControl({
  catalog,
  findings,
}: Assessment): readonly (readonly [JudgedControl, readonly Finding[]])[] {
  const grouped = groupBy(findings, ({ controlId }) => controlId);
  return catalog.controls.map((control) => [control, grouped.get(control.id) ?? []]);
}
