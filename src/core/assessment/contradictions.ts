import { rollUp, type Tally } from '../frameworks/rollup.ts';
import { groupBy } from '../../syntax/group-by.ts';
import type { Problem, Path } from '../say-issues.ts';
import { text } from '../text.ts';
import type { Assessment, FrameworkResult } from './assessment.ts';
import { saidOf } from './judge-framework.ts';
import { countFinding, emptyTally, sumTallies } from './tally.ts';

/**
 * Where an assessment contradicts itself: figures that its findings do not come to, and requirements whose status does
 * not follow from their controls. An assessment that was changed by hand, or damaged, has some; one that was changed
 * with care has none, and only a signature tells.
 *
 * In an assessment that is limited to some subjects, requirements stand on more than is here, and are not counted again.
 */
export function contradictionsIn(assessment: Assessment): readonly Problem[] {
  const { catalog, findings, frameworks, scope, summary } = assessment;
  const problems: Problem[] = [];
  const compare = (path: Path, stated: number | string, counted: number | string): void => {
    if (stated !== counted) problems.push(contradiction(path, stated, counted));
  };
  const byControl = groupBy(findings, ({ controlId }) => controlId);
  for (const [at, { id, tally }] of catalog.controls.entries()) {
    const counted = emptyTally();
    for (const { status, waiver, stale } of byControl.get(id) ?? []) {
      countFinding(counted, status, waiver, stale);
    }
    for (const [key, figure] of Object.entries(counted)) {
      compare(['catalog', 'controls', at, 'tally', key], tally[key as keyof Tally], figure);
    }
  }
  const known = new Set(catalog.controls.map(({ id }) => id));
  const stray = findings.findIndex(({ controlId }) => !known.has(controlId));
  if (stray >= 0) {
    const said = text('no control of the catalog has this id', '目录中没有此编号的控制项');
    problems.push({ path: [], place: ['findings', stray, 'controlId'], said });
  }
  const tally = sumTallies(catalog.controls.map((control) => control.tally));
  for (const [key, figure] of Object.entries<number>({ ...tally })) {
    compare(['summary', 'tally', key], summary.tally[key as keyof Tally], figure);
  }
  compare(['summary', 'findings'], summary.findings, findings.length);
  for (const [severity, stated] of Object.entries(summary.failures)) {
    const failed = findings.filter(
      (each) => each.severity === severity && each.status === 'fail' && each.waiver === undefined,
    );
    compare(['summary', 'failures', severity], stated, failed.length);
  }
  // Controls outside a scope have all that they said; of those limited to some subjects nothing follows.
  const tallies = new Map(
    [...catalog.controls, ...(scope?.outside.controls ?? [])].map((each) => [each.id, each.tally]),
  );
  for (const [at, framework] of frameworks.entries()) {
    const statuses = scope?.subjects === undefined ? statusesOf(framework, tallies) : undefined;
    for (const [place, { status }] of framework.requirements.entries()) {
      const path = ['frameworks', at, 'requirements', place, 'status'];
      compare(path, status, statuses?.[place] ?? status);
    }
    const counted = groupBy(
      framework.requirements.filter(({ group }) => !group),
      ({ status }) => status,
    );
    for (const [status, stated] of Object.entries(framework.summary)) {
      const key = status as keyof FrameworkResult['summary'];
      compare(['frameworks', at, 'summary', status], stated, counted.get(key)?.length ?? 0);
    }
  }
  return problems;
}

/** The status of each requirement as its controls and what people said give it. */
const statusesOf = ({ requirements }: FrameworkResult, tallies: ReadonlyMap<string, Tally>) =>
  requirements.map(({ attestation, controls, statement }) =>
    rollUp(
      controls.flatMap(({ id, shows, breaks, live }) =>
        live ? [{ shows, breaks, tally: tallies.get(id) ?? emptyTally() }] : [],
      ),
      saidOf(attestation, statement),
    ),
  );

const contradiction = (
  place: Path,
  stated: number | string,
  counted: number | string,
): Problem => ({
  path: [],
  place,
  said: text(
    `says ${stated}, and its findings come to ${counted}`,
    `写为 ${stated}，而按其检查结果应为 ${counted}`,
  ),
});
