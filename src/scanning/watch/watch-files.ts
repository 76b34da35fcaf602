import { withoutFingerprints } from '../../core/facts/redaction-marks.ts';
import type { CollectInput } from '../../collectors/collect/collect-input.ts';
import type { Collection } from '../../collectors/collect/collect.ts';
import { openFilesReader } from '../../collectors/collect/read-files-again.ts';
import type { Assessment, Finding } from '../../core/assessment/assessment.ts';
import { PlimsollError } from '../../core/errors.ts';
import type { LeftOut, Snapshot } from '../../core/snapshot/snapshot.ts';
import { groupBy } from '../../syntax/group-by.ts';
import { followFolders } from './follow-folders.ts';

/** What a change of files comes to. */
export interface FilesVerdict {
  /** All that is known, of which what was not judged again is remembered. */
  readonly assessment: Assessment;
  /** The files that changed, absolute; empty of the first. */
  readonly changed: readonly string[];
  /** The targets that were read again. */
  readonly anew: readonly string[];
  /** Failures that nobody accepted, and that were not there before. */
  readonly appeared: readonly Finding[];
  /** Those that were there before. */
  readonly gone: readonly Finding[];
  /** Those that were there before and say something else now: another fault of the same control. */
  readonly reworded: readonly Reworded[];
  /** Those of targets that could not be read, or not as a whole: what was last known of them; not in the assessment. */
  readonly notJudged: readonly Finding[];
  /** Files that have the name of what is scanned, and are something else. */
  readonly leftOut: readonly LeftOut[];
  readonly failures: Collection['failures'];
  /** Milliseconds from when the change was noticed to the verdict. */
  readonly tookMs: number;
}

/** A failure that says something else than before. */
export interface Reworded {
  readonly before: Finding;
  readonly after: Finding;
}

/** How files are followed. */
export interface WatchFilesOptions {
  /** Ends it; what is read then is not judged any more. */
  readonly signal: AbortSignal;
  readonly judge: (snapshot: Snapshot) => Assessment;
  /** Whether a control may look at what other targets hold, so that everything is judged again whenever something changes. */
  readonly looksAround?: boolean;
  /** Called for the first verdict and for each reading that changes something; the next waits until it has returned. */
  readonly onVerdict: (verdict: FilesVerdict) => void | Promise<void>;
  /** Called where nothing can be read for now, as when all files are gone; what was known holds. */
  readonly onTrouble: (error: PlimsollError) => void;
}

/**
 * Judges files of a source tree again when they change: only what a change touches is read anew, and judged where no
 * control looks at other targets.
 *
 * @throws PlimsollError `option-invalid` where a target is no file; what `scan` throws for what is asked wrongly
 */
export async function watchFiles(input: CollectInput, options: WatchFilesOptions): Promise<void> {
  const { signal, judge, onVerdict, onTrouble, looksAround = false } = options;
  const reader = await openFilesReader(input);
  const followed = followFolders(signal, reader.isRead);
  // Followed before anything is read, so that a change meanwhile is not missed.
  followed.follow(await reader.folders());
  const remembered = new Map<string, readonly Finding[]>();
  const waiting = new Map<string, Finding>();
  let said: string | undefined;
  let whole: Assessment | undefined;
  let changed: ReadonlySet<string> | undefined;
  const isOver = (): boolean => signal.aborted;
  while (!isOver()) {
    const at = performance.now();
    try {
      const { snapshot, failures, anew } = await reader.read(new Date(), changed);
      followed.follow(await reader.folders());
      if (isOver()) return;
      const targets = new Set(snapshot.targets.map(({ id }) => id));
      const again = whole && !looksAround ? anew : targets;
      const judged = judge(again === targets ? snapshot : partOf(snapshot, again));
      const found = groupBy(judged.findings, ({ subject }) => subject.target);
      const left = [...remembered.keys()].filter((id) => !targets.has(id));
      const before = openFailures([...again, ...left].map((id) => remembered.get(id)));
      for (const id of left) remembered.delete(id);
      for (const id of again) remembered.set(id, found.get(id) ?? []);
      const findings: Finding[] = [];
      for (const each of remembered.values()) findings.push(...each);
      whole = { ...judged, findings };
      const after = openFailures(Array.from(again, (id) => remembered.get(id)));
      const { leftOut = [] } = snapshot;
      const unread = new Set(failures.map(({ target }) => target));
      const others = leftOut.map(({ path }) => path);
      const isUnread = ({ subject: { target } }: Finding): boolean =>
        unread.has(target) ||
        (!targets.has(target) && others.some((path) => namesFile(target, path)));
      const decided = new Set(findings.filter(isDecided).map(keyOf));
      const isWaiting = (key: string, finding: Finding): boolean =>
        isUnread(finding) && !decided.has(key);
      // What was not read is neither gone nor new: what was last known of it waits until it is read.
      const waited = new Map([...waiting, ...before]);
      const was = new Set(waited.keys());
      waiting.clear();
      for (const [key, finding] of waited) if (isWaiting(key, finding)) waiting.set(key, finding);
      const now = openFailures([findings]);
      const verdict = {
        assessment: whole,
        changed: [...(changed ?? [])],
        anew: [...anew],
        appeared: [...after].flatMap(([key, finding]) => (was.has(key) ? [] : [finding])),
        gone: [...waited].flatMap(([key, finding]) =>
          now.has(key) || waiting.has(key) ? [] : [finding],
        ),
        reworded: [...after].flatMap(([key, finding]) => {
          const earlier = waited.get(key);
          return earlier === undefined || saidBy(earlier) === saidBy(finding)
            ? []
            : [{ before: earlier, after: finding }];
        }),
        notJudged: [...waiting.values()],
        leftOut,
        failures,
        tookMs: performance.now() - at,
      };
      const state = stateOf(verdict, now, waiting);
      if (state !== said) await onVerdict(verdict);
      said = state;
    } catch (error) {
      if (!(error instanceof PlimsollError) || !whole) throw error;
      followed.follow(await reader.folders());
      const state = JSON.stringify([error.code, error.said]);
      if (state !== said) onTrouble(error);
      said = state;
    }
    changed = await followed.next();
  }
}

/** A snapshot with nothing but these targets. */
function partOf(snapshot: Snapshot, targets: ReadonlySet<string>): Snapshot {
  const isMeant = ({ target }: { readonly target: string }): boolean => targets.has(target);
  return {
    ...snapshot,
    targets: snapshot.targets.filter(({ id }) => targets.has(id)),
    population: snapshot.population.filter(isMeant),
    gaps: snapshot.gaps.filter(isMeant),
    subjects: snapshot.subjects.filter(isMeant),
    ...(snapshot.quotes ? { quotes: snapshot.quotes.filter(isMeant) } : {}),
  };
}

const keyOf = ({ controlId, subject }: Finding): string =>
  JSON.stringify([controlId, subject.target, subject.kind, subject.id]);

const saidBy = ({ message }: Finding): string => withoutFingerprints(message.en);

const isDecided = ({ status }: Finding): boolean => status !== 'unknown' && status !== 'error';

/** Whether a target, by its name, is made of a file. */
const namesFile = (target: string, path: string): boolean =>
  target
    .replace(/^compose:/, '')
    .split(',')
    .includes(path);

/** What is known, by which a reading that changes nothing is known. */
const stateOf = (
  { failures, leftOut }: Pick<FilesVerdict, 'failures' | 'leftOut'>,
  open: ReadonlyMap<string, Finding>,
  waiting: ReadonlyMap<string, Finding>,
): string =>
  JSON.stringify([
    [...open].map(([key, finding]) => [key, saidBy(finding)].join(' ')).toSorted(),
    [...waiting.keys()].toSorted(),
    failures.map(({ target, error }) => [target, error.code, error.said]),
    leftOut,
  ]);

/** The failures that nobody accepted, each by its control and its subject. */
const openFailures = (
  findings: readonly (readonly Finding[] | undefined)[],
): ReadonlyMap<string, Finding> =>
  new Map(
    findings
      .flatMap((each) => each ?? [])
      .flatMap((finding) =>
        finding.status === 'fail' && finding.waiver === undefined
          ? [[keyOf(finding), finding] as const]
          : [],
      ),
  );
