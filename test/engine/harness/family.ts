import type { builtin } from '../../../src/controls/registry/builtin.ts';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import type { ControlIdOf } from '../../../src/core/controls/catalog.ts';
import type { FindingStatus } from '../../../src/core/assessment/finding-status.ts';

/** The id of any built-in control: a misspelt one in a row does not compile. */
export type ControlId = ControlIdOf<typeof builtin>;

/** What a control must say: its status alone, or with a text that its message must hold. */
export type Expectation = FindingStatus | readonly [FindingStatus, string];

/** What is expected of one subject, by control. Each entry is one case. */
export type Expected = { readonly [Id in ControlId]?: Expectation };

/** One subject after the set-up, with what each control must say of it. */
export interface Row {
  readonly kind: string;
  /** Its name in the assessment; absent where there is only one of its kind. */
  readonly name?: string;
  readonly expect: Expected;
}

/** A state of one engine or host that is scanned once. */
export interface Stage {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** Stages of one kind, set up and scanned by the same code. */
export interface Family {
  readonly name: string;
  readonly stages: readonly Stage[];
  /** Sets everything up on real engines or hosts, scans each stage once, and ends what it started. */
  readonly run: () => Promise<ReadonlyMap<string, Assessment>>;
}

/** One line of the table: a control, a subject and what is expected. */
export interface Case {
  readonly stage: string;
  readonly row: Row;
  readonly control: ControlId;
  readonly status: FindingStatus;
  /** What the message must hold; `''` for anything. */
  readonly says: string;
}

/** The cases of a family, in the order in which they are written. */
export const casesOf = ({ stages }: Family): readonly Case[] =>
  stages.flatMap(({ name, rows }) =>
    rows.flatMap((row) =>
      Object.entries(row.expect).map(([control, expected]) => {
        const [status, says] = typeof expected === 'string' ? [expected, ''] : expected;
        // The keys of `Expected` are control ids; Object.entries forgets that.
        return { stage: name, row, control: control as ControlId, status, says };
      }),
    ),
  );

/** The finding of a case. @throws Error where there is none, or more than one */
export function findingOf(assessment: Assessment, { row, control }: Case) {
  const found = assessment.findings.filter(
    ({ controlId, subject }) =>
      controlId === control &&
      subject.kind === row.kind &&
      (row.name === undefined || subject.name === row.name),
  );
  const [first] = found;
  if (first && found.length === 1) return first;
  const subject = `${row.kind} ${row.name ?? ''}`.trim();
  throw new Error(`${control} has ${found.length} findings on ${subject}`);
}
