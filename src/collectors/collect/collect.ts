import { randomBytes } from 'node:crypto';
import type { KeptAnswers } from '../../core/snapshot/answer.ts';
import type { PlimsollError } from '../../core/errors.ts';
import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import { orderSnapshot, snapshotVersion } from '../../core/snapshot/order-snapshot.ts';
import { isExtension } from '../../core/snapshot/any-collector.ts';
import type { Text } from '../../core/text.ts';
import { tool } from '../../core/tool.ts';
import type { CollectInput, ResolvedInput } from './collect-input.ts';
import type { linkDetections } from '../falco/link-detections.ts';
import { expandTargets } from './expand-targets.ts';
import { listTargets } from './named-target.ts';
import type { CollectOne } from './collect-files.ts';
import { collectTarget } from './collect-target.ts';
import type { Harvest, Outcome } from '../gathering/collector-result.ts';
import { hideOutcomes } from './hide-harvest.ts';
import type { MalwareSession } from '../malware/scanning/session.ts';
import type { OwnTarget, TargetSpec } from '../gathering/parse-target.ts';
import { withDefaults } from '../gathering/process-defaults.ts';

/**
 * A snapshot, and the targets that could not be read at all: their subjects are gaps in it. A Compose project that Compose
 * would refuse is among them by each thing that is wrong with it, and what of it can be read is in the snapshot beside the gaps.
 */
export interface Collection {
  readonly snapshot: Snapshot;
  readonly failures: readonly { readonly target: string; readonly error: PlimsollError }[];
  /** What the engines answered; absent unless it was to be kept. */
  readonly answers?: KeptAnswers;
}

/**
 * Reads all targets side by side and makes one snapshot of them. A target that cannot be read does not
 * end the collection: what it would have held is a gap, and it is named among the failures.
 *
 * @throws PlimsollError `scan-aborted` when the signal says so before anything was read, `option-invalid` for a
 * scanner that is named wrongly, `target-unknown` for a target that is, and what finding files in a folder throws
 * @example
 * const { snapshot, failures } = await collect({ targets: ['unix:///var/run/docker.sock', 'compose.yaml'] });
 */
export async function collect(given: CollectInput = {}): Promise<Collection> {
  const input = await resolveInput(given);
  const { malware = [], now, env, cwd, signal } = input;
  if (malware.length === 0) return await collectAll(input, readsTargets(input));
  const { openScanners } = await import('../malware/open-scanners.ts');
  const session = await openScanners(malware, { now, env, cwd, signal });
  try {
    const collection = await collectAll(input, readsTargets(input, session));
    const failed = session.failures().map(({ via, error }) => ({ target: via, error }));
    return { ...collection, failures: [...collection.failures, ...failed] };
  } finally {
    await session.close();
  }
}

/**
 * Fills in what was not given, and recognises the targets.
 *
 * @param recognised what files were found to be before, which is added to
 */
export async function resolveInput(
  given: CollectInput,
  recognised?: Map<string, Text | undefined>,
): Promise<ResolvedInput> {
  const input = withDefaults(given);
  const { collectors = [], compose, signal } = input;
  const leftOut = [...(input.leftOut ?? [])];
  const extensions = collectors.filter(isExtension);
  if (extensions.length > 0) {
    const { uniteKinds } = await import('../../core/facts/extended-kind.ts');
    // What does not go together is refused before anything is read.
    uniteKinds(extensions);
  }
  const { targets } = await expandTargets(listTargets(given, input.env), {
    ...compose,
    ...input,
    onLeftOut: (path, what) => leftOut.push({ path, what }),
    collectors,
    ...(recognised ? { recognised } : {}),
    ...(signal ? { signal } : {}),
  });
  // One key for the whole collection, kept nowhere: equal secrets show as equal, and that is all.
  const { fingerprintKey = randomBytes(32) } = given;
  return { ...input, targets, leftOut, fingerprintKey };
}

const readsTargets =
  (input: ResolvedInput, malware?: MalwareSession): CollectOne =>
  (target, builds) =>
    collectTarget(target, input, { malware, builds });

/**
 * Reads all targets with `collectOne`, and makes one snapshot of them.
 *
 * @param hidden what was made of harvests before, where some are handed in again
 */
export async function collectAll(
  input: ResolvedInput,
  collectOne: CollectOne,
  hidden?: WeakMap<Harvest, Outcome>,
): Promise<Collection> {
  const { fingerprintKey } = input;
  const own = input.targets.flatMap((target) => (target.kind === 'clair' ? [] : [target]));
  const [read, { linkScans }, linkAlerts] = await Promise.all([
    collectOwnTargets(own, input.cwd, collectOne),
    import('../scanner/reports/link-scans.ts'),
    detectionsLinker(own),
  ]);
  // Whose images are asked for is known once everything else was read.
  const asked = await askScanners(input.targets, read, input);
  const found = await addExtensions([...read, ...asked], input);
  const outcomes = hideOutcomes(found, fingerprintKey, hidden);
  const harvests = outcomes.map(({ harvest }) => harvest);
  const quotes = harvests.flatMap(({ quotes: kept = [] }) => kept);
  const snapshot = orderSnapshot({
    kind: 'plimsoll/snapshot',
    version: snapshotVersion,
    tool,
    collectedAt: input.now.toISOString(),
    targets: harvests.map(({ target }) => target),
    population: harvests.flatMap(({ population }) => population),
    gaps: harvests.flatMap(({ gaps }) => gaps),
    ...(input.leftOut?.length ? { leftOut: [...input.leftOut] } : {}),
    redactions: sumRedactions(harvests),
    origins: Object.assign({}, ...harvests.map(({ origins }) => origins)) as Snapshot['origins'],
    subjects: [
      ...linkAlerts(
        linkScans(harvests.flatMap(({ subjects }) => subjects)),
        harvests.flatMap(({ detections }) => detections ?? []),
      ),
    ],
    ...(quotes.length > 0 ? { quotes } : {}),
  });
  const failures = outcomes.flatMap(({ harvest, error }) =>
    [...(error ? [error] : []), ...(harvest.failures ?? [])].map((each) => ({
      target: harvest.target.id,
      error: each,
    })),
  );
  return {
    snapshot,
    failures,
    ...(input.keepAnswers === true ? { answers: gather(harvests) } : {}),
  };
}

/** What gives containers their alerts; without a log there are none. */
async function detectionsLinker(targets: readonly OwnTarget[]): Promise<typeof linkDetections> {
  if (!targets.some(({ kind }) => kind === 'falco')) return (subjects) => subjects;
  return (await import('../falco/link-detections.ts')).linkDetections;
}

/** Reads everything side by side, files a few at a time. */
async function collectOwnTargets(
  targets: readonly OwnTarget[],
  cwd: string,
  collectOne: CollectOne,
): Promise<readonly Outcome[]> {
  const ofProjects = targets.filter(isFile);
  const [files, others] = await Promise.all([
    ofProjects.length === 0 ? [] : collectProjects(ofProjects, cwd, collectOne),
    Promise.all(targets.filter((target) => !isFile(target)).map((target) => collectOne(target))),
  ]);
  const [nextFile, nextOther] = [files.values(), others.values()];
  return targets.flatMap((target) => (isFile(target) ? nextFile : nextOther).next().value ?? []);
}

/** What reads files is loaded for files alone. */
async function collectProjects(
  targets: readonly OwnTarget[],
  cwd: string,
  collectOne: CollectOne,
): Promise<readonly Outcome[]> {
  const { collectFiles } = await import('./collect-files.ts');
  return await collectFiles(targets, cwd, collectOne);
}

/** Whether a target is a file of a project. */
const isFile = ({ kind }: OwnTarget): boolean =>
  kind === 'dockerfile' || kind === 'compose' || kind === 'devcontainer';

/** What scanners say of the images that were read, where any is to be asked: a server of Clair, or one that is run. */
async function askScanners(
  targets: readonly TargetSpec[],
  read: readonly Outcome[],
  input: ResolvedInput,
): Promise<readonly Outcome[]> {
  const servers = targets.flatMap((target) => (target.kind === 'clair' ? [target.url] : []));
  if (servers.length === 0 && input.runScanner === undefined) return [];
  const { askServer, scanEngines } = await import('./scan-images.ts');
  const known = read.flatMap(({ harvest }) => harvest.subjects);
  const asked = await Promise.all(servers.map((url) => askServer(known, url, input)));
  return [...asked, ...(await scanEngines(known, read, input))];
}

/** What extensions of the user's own add to the subjects that were found. */
async function addExtensions(
  outcomes: readonly Outcome[],
  { collectors = [], fingerprintKey, signal, onProgress }: ResolvedInput,
): Promise<readonly Outcome[]> {
  const extensions = collectors.filter(isExtension);
  if (extensions.length === 0) return outcomes;
  const { extendSubjects } = await import('../custom/extend-subjects.ts');
  return await extendSubjects(outcomes, extensions, {
    fingerprintKey,
    ...(signal ? { signal } : {}),
    ...(onProgress ? { onProgress } : {}),
  });
}

const sumRedactions = (harvests: readonly Harvest[]): Snapshot['redactions'] =>
  [...sumCounts(harvests.map(({ redactions }) => redactions))]
    .filter(([, count]) => count > 0)
    .map(([rule, count]) => ({ rule, count }));

function gather(harvests: readonly Harvest[]): KeptAnswers {
  const kept = harvests.flatMap(({ answers }) => (answers ? [answers] : []));
  return {
    answers: kept.flatMap(({ answers }) => answers),
    redactions: Object.fromEntries(sumCounts(kept.map(({ redactions }) => redactions))),
  };
}

function sumCounts(all: readonly Harvest['redactions'][]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [rule, count] of all.flatMap((counts) => Object.entries(counts))) {
    sums.set(rule, (sums.get(rule) ?? 0) + count);
  }
  return sums;
}
