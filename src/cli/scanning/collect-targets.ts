import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import {
  collect,
  type AnyCollector,
  type LeftOut,
  type Collection,
  type ComposeOptions,
  type Progress,
  type TargetSpec,
} from '../../collect.ts';
import { defaultTargets } from '../../collectors/gathering/parse-target.ts';
import { expandTargets } from '../../collectors/collect/expand-targets.ts';
import type { LoadedConfig } from '../../config.ts';
import { type Language, type Text, text } from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';
import { inLanguage } from '../../core/text.ts';
import { languageOf } from '../options/languages.ts';
import type { SharedOptions } from '../options/options.ts';
import { reportError } from '../terminal/report-error.ts';
import { expectEngine } from '../terminal/expect-short-run.ts';
import { show } from '../terminal/print-text.ts';
import { holdToTargets, missingProfile } from './reading-options.ts';
import { timeError } from './time-limit.ts';
import { progressLine } from '../terminal/progress-line.ts';

interface CollectingOptions extends SharedOptions {
  readonly keepAnswers?: boolean;
  readonly changedSince?: string;
  /** Whether a folder may hold nothing to scan. */
  readonly allowEmpty?: boolean;
  /** Ends the collection, and nothing is said of what it was cut short in. */
  readonly stop?: AbortSignal;
}

/** What was collected, and whether a folder was among what was named. */
export interface CollectedTargets extends Collection {
  readonly folders: boolean;
}

/**
 * Collects while something else is made ready; where that fails, the collection is ended and nothing is said of it.
 *
 * @throws what either throws
 */
export async function collectBeside<T>(
  collecting: (stop: AbortSignal) => Promise<CollectedTargets>,
  preparing: Promise<T>,
): Promise<readonly [CollectedTargets, T]> {
  const stop = new AbortController();
  const collection = collecting(stop.signal);
  // Reported below, also where it fails while the rest is still being prepared.
  collection.catch(() => {});
  try {
    const ready = await preparing;
    return [await collection, ready];
  } catch (error) {
    stop.abort();
    // It wipes what it drew on the terminal before the error is printed.
    await collection.catch(() => {});
    throw error;
  }
}

/** What the command line names, or else the configuration; empty where neither does. */
export const namedTargets = (
  named: readonly string[],
  { targets = [] }: LoadedConfig,
): readonly string[] => (named.length > 0 ? named : targets);

/**
 * Collects what the command line or the configuration names; one saved snapshot stands for itself. Failures of whole
 * targets are reported on stderr at once and returned.
 */
export async function collectTargets(
  named: readonly string[],
  config: LoadedConfig,
  options: CollectingOptions,
): Promise<CollectedTargets> {
  const spelled = namedTargets(named, config);
  const surroundings = { cwd: process.cwd(), env: process.env, home: homedir() };
  const { changedSince } = options;
  const leftOut: LeftOut[] = [];
  const { collectors = [] } = config;
  const { targets, folders } =
    spelled.length > 0 || changedSince !== undefined
      ? await expandTargets(spelled, {
          ...surroundings,
          ...composeOptions(options),
          collectors,
          allowEmpty: options.allowEmpty === true,
          onUnknown: refuseOther,
          onLeftOut: (path, what) => {
            leftOut.push({ path, what });
            if (options.quiet !== true) sayLeftOut(path, what, languageOf(options, config));
          },
          ...(changedSince === undefined ? {} : { changedSince }),
        })
      : {
          targets: [
            ...defaultTargets(process.env, process.platform),
            ...collectors.flatMap(toTarget),
          ],
          folders: false,
        };
  const saved = targets.find((target) => target.kind === 'path');
  if (saved) {
    const { readSaved } = await import('./saved-snapshot.ts');
    const snapshot = await readSaved(saved.path, config, options);
    if (targets.length === 1) return { snapshot, failures: [], folders };
    throw new PlimsollError(
      'option-invalid',
      text(
        'A saved snapshot is scanned alone, without other targets.',
        '已保存的快照须单独扫描，不能与其他目标一起。',
      ),
      {
        hint: text(
          `Leave out the others, or leave out ${saved.path}.`,
          `请去掉其他目标，或去掉 ${saved.path}。`,
        ),
      },
    );
  }
  // Of what changed there may be nothing that the options are about.
  if (changedSince === undefined) holdToTargets(targets, options);
  if (targets.some(({ kind }) => kind === 'engine')) expectEngine();
  const progress = progressLine(options.quiet === true);
  const lineOf = readingLines(targets.length);
  const interrupted = new AbortController();
  const interrupt = (): void => interrupted.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    const limit =
      options.timeout === undefined
        ? undefined
        : AbortSignal.timeout(Math.ceil(options.timeout * 1000 * collectingShare));
    const collection = await collect({
      targets,
      collectors,
      leftOut,
      now: new Date(),
      ...surroundings,
      compose: composeOptions(options),
      signal: AbortSignal.any([
        interrupted.signal,
        ...(limit ? [limit] : []),
        ...(options.stop ? [options.stop] : []),
      ]),
      onProgress: (step) => progress.say(lineOf(step)),
      ...(options.runScanner ? { runScanner: options.runScanner } : {}),
      malware: options.malware ?? config.malware ?? [],
      imageKeys: options.imageKey ?? config.imageKeys ?? [],
      keepAnswers: options.keepAnswers === true,
      imageFiles: options.imageFiles === true,
    });
    progress.wipe();
    options.stop?.throwIfAborted();
    const why = interrupted.signal.aborted
      ? interruptedError()
      : limit?.aborted === true
        ? timeError()
        : undefined;
    // What was not read may have it.
    const isWhole = why === undefined && collection.failures.length === 0;
    const profile =
      isWhole && changedSince === undefined
        ? missingProfile(collection.snapshot, options)
        : undefined;
    const failures = [
      ...collection.failures,
      ...(why ? cutShort(collection, why) : []),
      ...(profile ? ofFirstTarget(collection, profile) : []),
    ];
    for (const { error } of failures) reportError(error);
    if (options.quiet !== true) sayConnections(collection.snapshot, languageOf(options, config));
    return { ...collection, failures, folders };
  } finally {
    progress.wipe();
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

/** How much of the time that is given collecting may take; the rest is for judging. */
const collectingShare = 0.8;

/** A person who ends a scan, or gives it too little time, must not take what is left of it for the whole. */
const cutShort = (
  { failures, snapshot }: Collection,
  error: PlimsollError,
): Collection['failures'] =>
  failures.some(({ error: failure }) => failure.code === 'scan-aborted')
    ? []
    : ofFirstTarget({ snapshot }, error);

/** Refuses a path that is nothing to scan, and says what it is instead where that is known. */
async function refuseOther(path: string): Promise<void> {
  const { ofOtherKind } = await import('../input/read-as.ts');
  const other = await ofOtherKind(path, 'target');
  if (other) throw other;
}

/** A failure of the whole run, printed once. */
const ofFirstTarget = (
  { snapshot }: Pick<Collection, 'snapshot'>,
  error: PlimsollError,
): Collection['failures'] => snapshot.targets.map(({ id }) => ({ target: id, error })).slice(0, 1);

const interruptedError = (): PlimsollError =>
  new PlimsollError(
    'scan-aborted',
    text(
      'The collection was interrupted: what was not read by then is unknown.',
      '采集被中断：此前未读取的内容均为未知。',
    ),
    {
      hint: text(
        'Scan again and let it finish, or limit its time: --timeout SECONDS',
        '请重新扫描并等待完成，或限定时间：--timeout SECONDS',
      ),
    },
  );

/** Words for how far a collection is, and of many targets at which it is. */
function readingLines(targets: number): (step: Progress) => string {
  const begun = new Set<string>();
  return ({ target, what, done, total }) => {
    begun.add(target);
    // One that was named may be read as several.
    const place = targets > 1 && begun.size <= targets ? ` ${begun.size}/${targets}` : '';
    const count = total > 0 ? ` ${done}/${total}` : done > 0 ? ` ${done}` : '';
    return `Reading${place} ${target}: ${what}${count}`;
  };
}

/** Says on stderr of which engines others may have read or changed the answers. */
function sayConnections({ targets }: Collection['snapshot'], language: Language): void {
  for (const { id, caveats = [] } of targets) {
    for (const { about, said } of caveats) {
      if (about !== 'connection') continue;
      process.stderr.write(`${show(`${id}: ${inLanguage(said, language)}`)}\n`);
    }
  }
}

const leftOutLine = {
  en: (path: string, what: string) => `${path} is left out: ${what}\n`,
  zh: (path: string, what: string) => `已略过 ${path}：${what}\n`,
} as const satisfies Record<Language, (path: string, what: string) => string>;

/** Says of a file on stderr why it is not scanned. */
export function sayLeftOut(path: string, what: Text | string, language: Language): void {
  const said = typeof what === 'string' ? what : what[language];
  process.stderr.write(leftOutLine[language](show(path), said));
}

/** Of what stands among the collectors, an extension is no target: it reads what others find. */
const toTarget = (collector: AnyCollector): readonly TargetSpec[] =>
  'kinds' in collector ? [{ kind: 'own', collector }] : [];

/** What the options say of Compose projects. */
export const composeOptions = ({
  profile,
  composeEnvFile,
  projectName,
}: SharedOptions): ComposeOptions => ({
  ...(profile ? { profiles: profile } : {}),
  ...(composeEnvFile ? { envFiles: composeEnvFile } : {}),
  ...(projectName === undefined ? {} : { projectName }),
});

/** Whether a folder is named: what is not there, or no path at all, is none. */
export const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
