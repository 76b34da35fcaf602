import { z } from 'zod';
import { canonicalJson, sha256 } from '../../syntax/json/canonical-json.ts';
import { groupBy } from '../../syntax/group-by.ts';
import type { Assessment } from '../assessment/assessment.ts';
import { findingStatuses } from '../assessment/finding-status.ts';
import { isLapsed } from '../assessment/freshness.ts';
import { frameworkKey } from '../frameworks/framework-key.ts';

/** Where a control stands on a host: the worst of what it says of its subjects. */
export const controlStatuses = [...findingStatuses, 'waived'] as const;

/** One of {@link controlStatuses}. */
export type ControlStatus = (typeof controlStatuses)[number];

/** From the worst. */
const worst: readonly ControlStatus[] = [
  'fail',
  'error',
  'unknown',
  'manual',
  'waived',
  'pass',
  'not-applicable',
];

const subjectNamed = z.object({
  kind: z.string(),
  target: z.string(),
  id: z.string(),
  name: z.string(),
});

/** A subject that fails, as a standing names it. */
export type FailingSubject = Readonly<z.output<typeof subjectNamed>>;

/** Where each control and each requirement stands on one host. */
export const standingSchema = z.object({
  controls: z.record(
    z.string(),
    z.object({ status: z.enum(controlStatuses), failing: z.array(subjectNamed) }),
  ),
  /** By `FRAMEWORK ID`, as `pci-dss-4.0.1 2.2.1`; the status is one of the roll-up. */
  requirements: z.record(z.string(), z.string()),
});

/** Where each control and each requirement stands on one host. */
export type Standing = Readonly<z.output<typeof standingSchema>>;

/** Draws the standing of a host out of its assessment. */
export function fleetStandingOf({ findings, frameworks }: Assessment): Standing {
  const byControl = groupBy(findings, ({ controlId }) => controlId);
  return {
    controls: Object.fromEntries(
      Array.from(byControl, ([control, all]) => {
        const said = new Set(all.map(statusOf));
        const failing = all
          .filter((each) => statusOf(each) === 'fail')
          .map(({ subject: { kind, target, id, name } }) => ({ kind, target, id, name }));
        return [control, { status: worst.find((each) => said.has(each)) ?? 'unknown', failing }];
      }),
    ),
    requirements: Object.fromEntries(
      frameworks.flatMap((framework) =>
        framework.requirements
          .filter(({ group }) => !group)
          .map(({ id, status }) => [`${frameworkKey(framework)} ${id}`, status]),
      ),
    ),
  };
}

function statusOf(finding: Assessment['findings'][number]): ControlStatus {
  if (finding.status === 'fail' && finding.waiver !== undefined) return 'waived';
  // What held no longer is as good as unknown.
  return isLapsed(finding) ? 'unknown' : finding.status;
}

/** A standing as it is kept, and its hash. */
export function standingBody(standing: Standing): { readonly hash: string; readonly text: string } {
  const text = canonicalJson(standing);
  return { hash: sha256(text), text };
}
