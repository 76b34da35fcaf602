import { z } from 'zod';
import { severities, tool, type Assessment, type Finding, text } from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';
import {
  jsonText,
  faultsOf,
  fingerprinter,
  inert,
  withoutFingerprints,
  type AbsentFailure,
  type BaselineState,
} from '../../report.ts';
import { readAs } from '../input/read-as.ts';
import { readDocument } from '../input/read-file.ts';
import { writeOutput } from '../output/files.ts';
import { readWith } from '../../core/read-with.ts';
import { sayProblems } from '../../core/say-issues.ts';

const kind = 'plimsoll/baseline';

/** The version of the form that is written; 1.0 is read as well. */
export const baselineVersion = '1.1';

/** What a baseline holds: the failures that were accepted. */
export const baselineSchema = z.object({
  kind: z.literal(kind),
  version: z.enum(['1.0', baselineVersion]),
  /** The release that made it: another one may word what it says otherwise. */
  tool: z.string(),
  failures: z.array(
    z.object({
      fingerprint: z.string(),
      control: z.string(),
      severity: z.enum(severities),
      /** Kind, target and name of the subject; for people only. */
      subject: z.string(),
      /** The faults in a file, sorted; absent of what runs, where the same fault may say another figure each time. */
      faults: z.array(z.string()).optional(),
      /** Version 1.0 instead: the whole message about a file, which does not distinguish several faults. */
      message: z.string().optional(),
    }),
  ),
});

/** Failures that were accepted. */
export type Baseline = z.output<typeof baselineSchema>;

/** What a baseline says of the failures of an assessment. */
export interface Against {
  readonly isKnown: (finding: Finding) => boolean;
  /** The release that made it, where what failures say was not compared with it, and how many they are. */
  readonly uncompared?: { readonly release: string; readonly count: number };
  /** Of each failure that is worse than it holds, the faults that it does not hold. */
  readonly added: ReadonlyMap<Finding, readonly string[]>;
  /** Of each failure that nobody accepted how it stands. */
  readonly states: ReadonlyMap<Finding, BaselineState>;
  /** What is repaired: judged and passed, or gone. What is not decided, or accepted by now, is none of it. */
  readonly absent: readonly AbsentFailure[];
  /** Failures that it accepts. */
  readonly known: number;
  /** Failures that it does not accept. */
  readonly fresh: number;
  /** Those of them that are worse than it holds. */
  readonly worse: number;
}

const isOpenFailure = ({ status, waiver }: Finding): boolean =>
  status === 'fail' && waiver === undefined;

type Entry = Baseline['failures'][number];

/** What decides that a failure is repaired, beside that its subject is gone. */
const settled: ReadonlySet<string> = new Set(['pass', 'not-applicable']);

/** Targets that are files of a source tree. */
export const fileKinds: ReadonlySet<string> = new Set(['dockerfile', 'compose', 'devcontainer']);

/** Whether only a file describes it, so that what is said of it is the same until the fault is another. */
const isOfFile = ({ subject }: Finding, { targets }: Assessment): boolean => {
  const target = targets.find(({ id }) => id === subject.target);
  return target !== undefined && fileKinds.has(target.kind);
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
    .map((finding): Entry => {
      const { kind: of, target, name } = finding.subject;
      return {
        fingerprint: fingerprint(finding),
        control: finding.controlId,
        severity: finding.severity,
        subject: shown(`${of} ${name} of ${target}`),
        ...(isOfFile(finding, assessment)
          ? { faults: shownFaults(finding).toSorted(compare) }
          : {}),
      };
    })
    .toSorted((a, b) => compare(keyOf(a), keyOf(b)));
  const baseline: Baseline = { kind, version: baselineVersion, tool: tool.version, failures };
  await writeOutput(path, `${jsonText(baseline, 2)}\n`);
  return failures.length;
}

/**
 * Reads a baseline.
 *
 * @throws PlimsollError `baseline-invalid`, `file-not-found`, `file-denied`, `file-unreadable`
 */
export const readBaseline = (path: string): Promise<Baseline> =>
  readAs(path, 'baseline', () => parseBaseline(path));

async function parseBaseline(path: string): Promise<Baseline> {
  const parsed = readWith(baselineSchema, await readDocument(path, 'assessment.json'));
  if (!parsed.success) {
    const why = sayProblems(parsed.problems);
    throw new PlimsollError(
      'baseline-invalid',
      text(`${path} is not a baseline: ${why.en}`, `${path} 不是基线：${why.zh}`),
      {
        hint: text(
          `Make one with: plimsoll scan . --write-baseline ${path}`,
          `生成方法：plimsoll scan . --write-baseline ${path}`,
        ),
      },
    );
  }
  return parsed.data;
}

/**
 * Holds an assessment to a baseline. A failure is known when it is in it and is not rated higher than there; of a file
 * it must have no fault that is not there as well, so that a second one is no less new where the control failed already.
 */
export function holdAgainst({ failures, tool: madeBy }: Baseline, assessment: Assessment): Against {
  const entries = new Map(failures.map((each) => [each.fingerprint, each]));
  const open = openFailures(assessment);
  const fingerprint = fingerprinter(open);
  const added = new Map<Finding, readonly string[]>();
  let uncompared = 0;
  const stateOf = (finding: Finding): BaselineState => {
    const entry = entries.get(fingerprint(finding));
    if (entry === undefined) return 'new';
    const graver = severities.indexOf(finding.severity) < severities.indexOf(entry.severity);
    const ofFile = isOfFile(finding, assessment);
    const faults = madeBy === tool.version && ofFile ? addedTo(entry, finding) : [];
    if (graver || faults.length > 0) {
      added.set(finding, faults);
      return 'updated';
    }
    if (madeBy !== tool.version && ofFile) uncompared += 1;
    return 'unchanged';
  };
  const states = new Map(open.map((finding) => [finding, stateOf(finding)]));
  const known = [...states.values()].filter((state) => state === 'unchanged').length;
  const unsettled = assessment.findings.filter(({ status }) => !settled.has(status));
  const still = new Set([...open.map(fingerprint), ...unsettled.map(fingerprinter(unsettled))]);
  return {
    isKnown: (finding) => states.get(finding) === 'unchanged',
    states,
    added,
    ...(uncompared > 0 ? { uncompared: { release: madeBy, count: uncompared } } : {}),
    absent: failures.filter((entry) => !still.has(entry.fingerprint)),
    known,
    fresh: open.length - known,
    worse: added.size,
  };
}

/** The faults of a failure that its entry has not, or has less often. */
function addedTo(entry: Entry, { message }: Finding): readonly string[] {
  if (entry.faults === undefined) {
    const isSame =
      entry.message === undefined ||
      withoutFingerprints(entry.message) === withoutFingerprints(message.en);
    return isSame ? [] : faultsOf(message);
  }
  const left = new Map<string, number>();
  for (const fault of entry.faults.map(withoutFingerprints)) {
    left.set(fault, (left.get(fault) ?? 0) + 1);
  }
  return faultsOf(message).filter((said) => {
    const fault = withoutFingerprints(said);
    const count = left.get(fault) ?? 0;
    left.set(fault, count - 1);
    return count <= 0;
  });
}

/** What is wrong, without what is another in each run. */
const shownFaults = ({ message }: Finding): readonly string[] =>
  faultsOf(message).map(withoutFingerprints);

const shown = (message: string): string =>
  inert(message, { max: 400, more: (count) => `(${count} more)` });

const keyOf = ({ subject, control, fingerprint }: Entry): string =>
  `${subject}\n${control}\n${fingerprint}`;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
