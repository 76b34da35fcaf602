import { randomBytes } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { KeptAnswers } from '../core/answer.ts';
import { PlimsollError } from '../core/errors.ts';
import type { GapReason } from '../core/gap.ts';
import { orderSnapshot, snapshotVersion, type Snapshot } from '../core/snapshot.ts';
import { dockerfile } from '../core/subjects/dockerfile.ts';
import { image } from '../core/subjects/image.ts';
import { imageScan } from '../core/subjects/image-scan.ts';
import { everyMachine } from '../core/surroundings.ts';
import { tool } from '../core/tool.ts';
import { collectArchive } from './archive/collect-archive.ts';
import { collectCompose, composeId } from './compose/collect-compose.ts';
import type { ComposeOptions } from './compose/load-project.ts';
import { projectKinds } from './compose/project-subjects.ts';
import { collectDockerfile } from './dockerfile/collect-dockerfile.ts';
import { collectEngine } from './engine/collect-engine.ts';
import { resolveEngine } from './engine/resolve-engine.ts';
import { inLanes } from './in-lanes.ts';
import { localMachine, type CollectOptions, type Harvest } from './harvest.ts';
import { fileError } from './files/unread.ts';
import { collectHost } from './host/collect-host.ts';
import { openScanners } from './malware/open-scanners.ts';
import type { MalwareSession } from './malware/session.ts';
import { collectOwn } from './own/collect-own.ts';
import { recogniseTarget } from './recognise-target.ts';
import { collectClair } from './scanner/clair/collect-clair.ts';
import { imageDigests } from './scanner/clair/image-digests.ts';
import { collectReport } from './scanner/collect-report.ts';
import { runScanner, type Runnable } from './scanner/run/run-scanner.ts';
import { linkScans } from './scanner/link-scans.ts';
import type { Subject } from '../core/subject.ts';
import type { TargetSpec } from './target-spec.ts';

/** A snapshot, and the targets that could not be read at all: their subjects are gaps in it. */
export interface Collection {
  readonly snapshot: Snapshot;
  readonly failures: readonly { readonly target: string; readonly error: PlimsollError }[];
  /** What the engines answered; absent unless it was to be kept. */
  readonly answers?: KeptAnswers;
}

/** What may be told to {@link collect}. */
export interface CollectInput extends CollectOptions {
  readonly targets: readonly TargetSpec[];
  /** When the collection began. */
  readonly now: Date;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's home, for docker's contexts and certificates. */
  readonly home: string;
  /** The working folder, from which files are named; that of the process when absent. */
  readonly cwd?: string;
  /** A scanner to run on each image of the engines; none when absent. */
  readonly runScanner?: Runnable;
  /**
   * Scanners for malware that are given every file of the images of engines and archives, as the command line names them:
   * `clamd:/run/clamav/clamd.ctl`, `yara:rules.yar`. The images of engines are then read as with `imageFiles`.
   */
  readonly malware?: readonly string[];
  /** Whether engines are asked for the whole of each image, so that its files are read; it takes as long as docker save, so not unless told. */
  readonly imageFiles?: boolean;
  /** What is said of Compose projects beside their files. */
  readonly compose?: ComposeOptions;
}

type Outcome = { readonly harvest: Harvest; readonly error?: PlimsollError };

/**
 * Reads all targets side by side and makes one snapshot of them. A target that cannot be read does not
 * end the collection: what it would have held is a gap, and it is named among the failures.
 *
 * @throws PlimsollError `scan-aborted` when the signal says so before anything was read, `option-invalid` for a
 * scanner that is named wrongly
 */
export async function collect(input: CollectInput): Promise<Collection> {
  const { malware = [], now, env, cwd = process.cwd(), signal } = input;
  if (malware.length === 0) return await collectAll(input, undefined);
  const session = await openScanners(malware, { now, env, cwd, signal });
  try {
    return await collectAll(input, session);
  } finally {
    await session.close();
  }
}

async function collectAll(
  input: CollectInput,
  malware: MalwareSession | undefined,
): Promise<Collection> {
  // One key for the whole collection, kept nowhere: equal secrets show as equal, and that is all.
  const fingerprintKey = randomBytes(32);
  const recognised = await inLanes(input.targets, filesAtOnce, recogniseTarget);
  const own = recognised.flatMap((target) => (target.kind === 'clair' ? [] : [target]));
  const read = await collectOwnTargets(own, (target) =>
    collectTarget(target, input, fingerprintKey, malware),
  );
  // Whose images are asked for is known once everything else was read.
  const known = read.flatMap(({ harvest }) => harvest.subjects);
  const asked = await Promise.all(
    recognised.flatMap((target) =>
      target.kind === 'clair' ? [askFor(known, target.url, input)] : [],
    ),
  );
  const outcomes = [...read, ...asked, ...(await scanEngines(known, read, input))];
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
    redactions: sumRedactions(harvests),
    origins: Object.assign({}, ...harvests.map(({ origins }) => origins)) as Snapshot['origins'],
    subjects: [...linkScans(harvests.flatMap(({ subjects }) => subjects))],
    ...(quotes.length > 0 ? { quotes } : {}),
  });
  const failures = [
    ...outcomes.flatMap(({ harvest, error }) =>
      error ? [{ target: harvest.target.id, error }] : [],
    ),
    ...(malware?.failures() ?? []).map(({ via, error }) => ({ target: via, error })),
  ];
  return {
    snapshot,
    failures,
    ...(input.keepAnswers === true ? { answers: gather(harvests) } : {}),
  };
}

/** A target that is read for itself, and not for the images of others. */
type OwnTarget = Exclude<TargetSpec, { readonly kind: 'clair' }>;

/** A project has thousands of files; of those that are read, only so many are held at once. */
const filesAtOnce = 16;

/** Reads everything side by side, files a few at a time. */
async function collectOwnTargets(
  targets: readonly OwnTarget[],
  collectOne: (target: OwnTarget) => Promise<Outcome>,
): Promise<readonly Outcome[]> {
  const isFile = ({ kind }: OwnTarget): boolean => kind === 'dockerfile' || kind === 'compose';
  const [files, others] = await Promise.all([
    inLanes(targets.filter(isFile), filesAtOnce, collectOne),
    Promise.all(targets.filter((target) => !isFile(target)).map(collectOne)),
  ]);
  const [nextFile, nextOther] = [files.values(), others.values()];
  return targets.flatMap((target) => (isFile(target) ? nextFile : nextOther).next().value ?? []);
}

async function collectTarget(
  target: OwnTarget,
  input: CollectInput,
  fingerprintKey: Buffer,
  malware: MalwareSession | undefined,
): Promise<Outcome> {
  const { signal, onProgress, env, home, keepAnswers = false } = input;
  // Everything that is read listens to it at once; that is no leak.
  if (signal) setMaxListeners(0, signal);
  const options = { ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) };
  let id = idOf(target);
  try {
    switch (target.kind) {
      case 'host':
        return { harvest: await collectHost(target.root, options) };
      case 'engine': {
        const address = await resolveEngine(target.address, env, home);
        id = address.id;
        return {
          harvest: await collectEngine(address, {
            ...options,
            keepAnswers,
            fingerprintKey,
            imageFiles: input.imageFiles === true || malware !== undefined,
            malware,
          }),
        };
      }
      case 'compose': {
        const { cwd = process.cwd(), compose } = input;
        const { files } = target;
        return {
          harvest: await collectCompose({ ...compose, files, cwd, env, home, fingerprintKey }),
        };
      }
      case 'archive':
        return { harvest: await collectArchive(id, { ...options, fingerprintKey, malware }) };
      case 'own':
        return { harvest: await collectOwn(target.collector, { ...options, fingerprintKey }) };
      case 'scanner':
        return { harvest: collectReport(await readReportFile(id), id) };
      case 'dockerfile':
        return { harvest: await collectDockerfile(id, { ...options, fingerprintKey }) };
      case 'path':
        throw new PlimsollError(
          'target-unknown',
          `${target.path} is not something to collect from.`,
          {
            hint: 'A saved snapshot is judged with: plimsoll assess FILE',
          },
        );
    }
  } catch (error) {
    if (!(error instanceof PlimsollError)) throw error;
    return { harvest: unreadable(id, target, error), error };
  }
}

/** Runs the scanner that was asked for on the images of each engine that was read. */
function scanEngines(
  subjects: readonly Subject[],
  outcomes: readonly Outcome[],
  { runScanner: program, env, signal, onProgress }: CollectInput,
): Promise<readonly Outcome[]> {
  const engines = outcomes.flatMap(({ harvest: { target }, error }) =>
    target.kind === 'engine' && !error ? [target.id] : [],
  );
  const options = { ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) };
  return program === undefined
    ? Promise.resolve([])
    : Promise.all(
        engines.map((engine) => runScanner({ program, engine, env, ...options }, subjects)),
      );
}

function askFor(
  subjects: readonly Subject[],
  url: string,
  { env, now, signal, onProgress }: CollectInput,
): Promise<Outcome> {
  const token = env['CLAIR_TOKEN'];
  const server = { url, ...(token ? { token } : {}), ...(signal ? { signal } : {}) };
  const digests = imageDigests(subjects);
  return collectClair(`clair:${url}`, server, digests, now.toISOString(), onProgress);
}

async function readReportFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw fileError(path, error);
  }
}

function idOf(target: OwnTarget): string {
  switch (target.kind) {
    case 'host':
      return `host:${target.root}`;
    case 'engine':
      return target.address ?? 'engine';
    case 'compose':
      return composeId(target.files);
    case 'own':
      return target.collector.id;
    case 'archive':
    case 'dockerfile':
    case 'scanner':
    case 'path':
      return target.path;
  }
}

const reasons: Partial<Record<PlimsollError['code'], GapReason>> = {
  'engine-denied': 'denied',
  'file-denied': 'denied',
  'engine-timeout': 'timeout',
  'scan-aborted': 'timeout',
  'engine-malformed': 'malformed',
  'archive-invalid': 'malformed',
  'archive-too-large': 'unsupported',
  'compose-invalid': 'malformed',
  'scan-report-invalid': 'malformed',
  'collector-failed': 'unavailable',
};

/** What is missing where a target could not be read: some kinds, or `null` for all that such a target holds. */
const hiddenKinds = {
  engine: [null],
  host: [null],
  compose: projectKinds.map(({ kind }) => kind),
  archive: [image.kind],
  dockerfile: [dockerfile.kind],
  scanner: [imageScan.kind],
  path: [null],
} as const satisfies Record<Exclude<OwnTarget['kind'], 'own'>, readonly (string | null)[]>;

/** A target of which nothing could be read is one gap over every kind that it would have held. */
function unreadable(id: string, target: OwnTarget, error: PlimsollError): Harvest {
  const reason = reasons[error.code] ?? 'unavailable';
  const kind = target.kind === 'path' ? 'archive' : target.kind;
  const here = kind !== 'engine' || id.startsWith('unix:') ? localMachine : id;
  const nowhere = kind === 'scanner' ? everyMachine : here;
  const machine = target.kind === 'own' ? (target.collector.machine ?? everyMachine) : nowhere;
  const hidden: readonly (string | null)[] =
    target.kind === 'own'
      ? target.collector.kinds.map((own) => own.kind)
      : hiddenKinds[target.kind];
  return {
    target: { id, kind, machine, description: '', access: error.message },
    subjects: [],
    population: [],
    gaps: hidden.map((of) => ({ target: id, kind: of, reason, detail: error.message })),
    origins: {},
    redactions: {},
  };
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
