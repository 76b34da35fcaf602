import type { CollectInput } from '../../collectors/collect/collect-input.ts';
import type { Collection } from '../../collectors/collect/collect.ts';
import { openFilesReader } from '../../collectors/collect/read-files-again.ts';
import type { Assessment, Finding } from '../../core/assessment/assessment.ts';
import { PlimsollError } from '../../core/errors.ts';
import type { Snapshot } from '../../core/snapshot/snapshot.ts';
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
  readonly failures: Collection['failures'];
  /** Milliseconds from when the change was noticed to the verdict. */
  readonly tookMs: number;
}

/** How files are followed. */
export interface WatchFilesOptions {
  /** Ends it; what is read then is not judged any more. */
  readonly signal: AbortSignal;
  readonly judge: (snapshot: Snapshot) => Assessment;
  /** Whether a control may look at what other targets hold, so that everything is judged again whenever something changes. */
  readonly looksAround?: boolean;
  /** Called for the first verdict and for each that follows; the next waits until it has returned. */
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
      await onVerdict({
        assessment: whole,
        changed: [...(changed ?? [])],
        anew: [...anew],
        appeared: [...after].flatMap(([key, finding]) => (before.has(key) ? [] : [finding])),
        gone: [...before].flatMap(([key, finding]) => (after.has(key) ? [] : [finding])),
        failures,
        tookMs: performance.now() - at,
      });
    } catch (error) {
      if (!(error instanceof PlimsollError) || !whole) throw error;
      followed.follow(await reader.folders());
      onTrouble(error);
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

/** The failures that nobody accepted, each by its control and its subject. */
const openFailures = (
  findings: readonly (readonly Finding[] | undefined)[],
): ReadonlyMap<string, Finding> =>
  new Map(
    findings
      .flatMap((each) => each ?? [])
      .flatMap((finding) => {
        const { controlId, subject, status, waiver } = finding;
        const key = JSON.stringify([controlId, subject.target, subject.kind, subject.id]);
        return status === 'fail' && waiver === undefined ? [[key, finding] as const] : [];
      }),
  );
