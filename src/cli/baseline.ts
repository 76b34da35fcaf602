import { z } from 'zod';
import { PlimsollError, severities, tool, type Assessment, type Finding } from '../index.ts';
import { fingerprinter, inert } from '../report.ts';
import { readDocument, writeOutput } from './files.ts';

const kind = 'plimsoll/baseline';

const baselineSchema = z.object({
  kind: z.literal(kind),
  version: z.literal('1.0'),
  /** The release that made it: another one may word what it says otherwise. */
  tool: z.string(),
  failures: z.array(
    z.object({
      fingerprint: z.string(),
      control: z.string(),
      severity: z.enum(severities),
      /** Kind, target and name of the subject; for people only. */
      subject: z.string(),
      /** What it said of a file; absent of what runs, where the same fault may say another figure each time. */
      message: z.string().optional(),
    }),
  ),
});

type Baseline = z.output<typeof baselineSchema>;

/** What a baseline says of the failures of an assessment. */
export interface Against {
  readonly isKnown: (finding: Finding) => boolean;
  /** Failures that it accepts. */
  readonly known: number;
  /** Entries that fail no longer, or not in the same way. */
  readonly spare: number;
}

const isOpenFailure = ({ status, waiver }: Finding): boolean =>
  status === 'fail' && waiver === undefined;

/** Of what only a file describes, the message is the same until the fault is another. */
const messageOf = ({ subject, message }: Finding, assessment: Assessment): string | undefined => {
  const target = assessment.targets.find(({ id }) => id === subject.target);
  return target?.kind === 'dockerfile' || target?.kind === 'compose' ? message.en : undefined;
};

const openFailures = ({ findings }: Assessment): readonly Finding[] =>
  findings.filter(isOpenFailure);

/**
 * Writes the failures that nobody accepted as a baseline, in an order that makes small differences.
 *
 * @returns how many they are
 */
export async function writeBaseline(path: string, assessment: Assessment): Promise<number> {
  const open = openFailures(assessment);
  const fingerprint = fingerprinter(open);
  const failures = open
    .map((finding): Baseline['failures'][number] => {
      const { kind: of, target, name } = finding.subject;
      const message = messageOf(finding, assessment);
      return {
        fingerprint: fingerprint(finding),
        control: finding.controlId,
        severity: finding.severity,
        subject: shown(`${of} ${name} of ${target}`),
        ...(message === undefined ? {} : { message }),
      };
    })
    .toSorted((a, b) => compare(keyOf(a), keyOf(b)));
  const baseline: Baseline = { kind, version: '1.0', tool: tool.version, failures };
  await writeOutput(path, `${JSON.stringify(baseline, null, 2)}\n`);
  return failures.length;
}

/**
 * Holds an assessment to a baseline. A failure is known when it is in it and is not rated higher than there; of a file
 * it must say the same as well, so that a second fault is no less new where the control failed already.
 *
 * @throws PlimsollError `baseline-invalid`, `file-not-found`, `file-denied`, `file-unreadable`
 */
export async function readBaseline(path: string, assessment: Assessment): Promise<Against> {
  const parsed = baselineSchema.safeParse(await readDocument(path, 'assessment.json'));
  if (!parsed.success) {
    throw new PlimsollError(
      'baseline-invalid',
      `${path} is not a baseline: ${z.prettifyError(parsed.error)}`,
      { hint: `Make one with: plimsoll scan . --write-baseline ${path}` },
    );
  }
  const { failures, tool: madeBy } = parsed.data;
  const entries = new Map(failures.map((each) => [each.fingerprint, each]));
  const open = openFailures(assessment);
  const fingerprint = fingerprinter(open);
  const known = new Set(
    open.filter((finding) => {
      const entry = entries.get(fingerprint(finding));
      if (entry === undefined) return false;
      const graver = severities.indexOf(finding.severity) < severities.indexOf(entry.severity);
      const other =
        madeBy === tool.version &&
        entry.message !== undefined &&
        entry.message !== messageOf(finding, assessment);
      return !graver && !other;
    }),
  );
  return {
    isKnown: (finding) => known.has(finding),
    known: known.size,
    spare: entries.size - known.size,
  };
}

const shown = (text: string): string =>
  inert(text, { max: 400, more: (count) => `(${count} more)` });

const keyOf = ({ subject, control, fingerprint }: Baseline['failures'][number]): string =>
  `${subject}\n${control}\n${fingerprint}`;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
