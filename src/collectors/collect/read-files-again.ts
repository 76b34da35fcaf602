import { randomBytes } from 'node:crypto';
import { lstatSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { text, type Text } from '../../core/text.ts';
import { isBuildFileName } from '../../knowledge/build-file-names.ts';
import { isBelow } from '../../syntax/paths/system-paths.ts';
import { entriesIn, listFolders } from '../folder/list-folders.ts';
import { somethingElse } from '../folder/something-else.ts';
import type { Build } from '../gathering/build.ts';
import type { Harvest, Outcome } from '../gathering/collector-result.ts';
import type { TargetSpec } from '../gathering/parse-target.ts';
import { collectAll, resolveInput, type Collection } from './collect.ts';
import type { CollectInput, ResolvedInput } from './collect-input.ts';
import { collectTarget } from './collect-target.ts';
import { listTargets, namedTarget } from './named-target.ts';
import { filesOf, isCandidate, placesOf, type TargetPlaces } from './places-of-target.ts';

/** What came of reading files again. */
export interface FilesReading extends Collection {
  /** The targets that were read anew, as the snapshot calls them; of the others what was read before holds. */
  readonly anew: ReadonlySet<string>;
}

/** Reads files of a source tree again and again; what a change does not touch is not read again. */
export interface FilesReader {
  /** @param changed absolute paths of what changed; absent means that everything is read */
  readonly read: (now: Date, changed?: ReadonlySet<string>) => Promise<FilesReading>;
  /** Whether a change of this path, absolute, may change what is read. */
  readonly isRead: (path: string) => boolean;
  /** The folders in which a change may matter, absolute; where a named one is gone, the next above it. */
  readonly folders: () => Promise<ReadonlySet<string>>;
}

const fileKinds: ReadonlySet<string> = new Set([
  ...['dockerfile', 'compose', 'devcontainer', 'unread'],
]);

/** What is remembered of a target. */
interface Known extends TargetPlaces {
  readonly outcome: Outcome;
  readonly builds: string;
}

/**
 * Opens a reader of files; nothing is read yet.
 *
 * @throws PlimsollError `option-invalid` where a target is no file of a source tree; what `collect` throws for what is asked wrongly
 */
export async function openFilesReader(asked: CollectInput): Promise<FilesReader> {
  // One key for all readings: what was hidden once stays as it is.
  const given = { ...asked, fingerprintKey: asked.fingerprintKey ?? randomBytes(32) };
  const hidden = new WeakMap<Harvest, Outcome>();
  const recognised = new Map<string, Text | undefined>();
  let input = await resolveInput(given, recognised);
  refuseOthers(input.targets);
  const { cwd, env } = input;
  const roots = listTargets(given, env).flatMap((each) => {
    const named = namedTarget(each, given.collectors ?? []);
    return (named.kind === 'path' ? [named.path] : filesOf(named)).map((path) =>
      resolve(cwd, path),
    );
  });
  // A file that is named stays what it was; why it cannot be read any more, its own reader says.
  const alone = new Map(
    input.targets.flatMap((target) =>
      filesOf(target).length === 1 && roots.includes(resolve(cwd, filesOf(target)[0] ?? ''))
        ? [[filesOf(target)[0], target] as const]
        : [],
    ),
  );
  const known = new Map<string, Known>();
  const kinds = new Map<string, string>();
  // What failed half-way is begun anew.
  let isWhole = true;
  const look = async (): Promise<ResolvedInput> => {
    const found = await resolveInput(given, recognised);
    return { ...found, targets: found.targets.map((each) => asBefore(each, alone)) };
  };
  const readAll = async (now: Date): Promise<FilesReading> => {
    const anew = new Set<string>();
    const collection = await collectAll(
      { ...input, now },
      async (target, builds = []) => {
        const key = JSON.stringify(target);
        const spelled = spellBuilds(builds);
        const found = known.get(key);
        if (found?.builds === spelled) return found.outcome;
        const outcome = await collectTarget(target, { ...input, now }, { builds });
        anew.add(outcome.harvest.target.id);
        known.set(key, { outcome, builds: spelled, ...(await placesOf(target, outcome, cwd)) });
        return outcome;
      },
      hidden,
    );
    return { ...collection, anew };
  };
  return {
    isRead: (path) =>
      isCandidate(path) ||
      isFolder(path) ||
      kinds.has(path) ||
      roots.some((root) => isBelow(root, path)) ||
      [...known.values()].some(({ files, mayHold }) => files.has(path) || mayHold(path)),
    folders: async () => {
      const below = await Promise.all(
        roots.map(async (root) => (isFolder(root) ? await listFolders(root) : [nearest(root)])),
      );
      const apart = [...known.values()].flatMap(({ folders }) => [...folders]);
      const all = new Set([...below.flat(), ...apart]);
      for (const folder of all) if (!kinds.has(folder)) kinds.set(folder, kindsIn(folder));
      return all;
    },
    read: async (now, changed) => {
      const isAgain = isWhole && changed !== undefined;
      isWhole = false;
      const moved = movedFolders(changed ?? new Set(), kinds);
      if (isAgain) {
        const isOther = await mayBeOther(changed, recognised, input);
        if (moved.size > 0 || isOther) input = await look();
        for (const [key, each] of known) if (isOld(changed, moved, each)) known.delete(key);
      } else if (known.size > 0 || changed) {
        known.clear();
        recognised.clear();
        input = await look();
      }
      const reading = await readAll(now);
      isWhole = true;
      return reading;
    },
  };
}

/** Of each folder in which something changed, whether what it holds has other names or kinds than before, which are kept. */
function movedFolders(
  changed: ReadonlySet<string>,
  kinds: Map<string, string>,
): ReadonlySet<string> {
  const moved = new Set<string>();
  for (const folder of new Set(Array.from(changed, (path) => [path, dirname(path)]).flat())) {
    const now = kindsIn(folder);
    if (now === '' && !kinds.has(folder)) continue;
    if (kinds.get(folder) !== now) moved.add(folder);
    kinds.set(folder, now);
  }
  return moved;
}

const isOld = (
  changed: ReadonlySet<string>,
  moved: ReadonlySet<string>,
  { files, mayHold }: Known,
): boolean =>
  [...changed].some(
    (path) => mayHold(path) || files.has(path) || [...files].some((file) => isBelow(file, path)),
  ) ||
  [...moved].some((path) =>
    [...files].some((file) => dirname(file) === path || isBelow(path, dirname(file))),
  );

function refuseOthers(targets: readonly TargetSpec[]): void {
  if (targets.every(({ kind }) => fileKinds.has(kind))) return;
  throw new PlimsollError(
    'option-invalid',
    text(
      '--watch follows Dockerfiles, Compose files, dev containers and folders of them alone.',
      '--watch 只跟踪 Dockerfile、Compose 文件、开发容器以及包含它们的文件夹。',
    ),
    {
      hint: text('Follow an engine with: plimsoll watch', '跟踪引擎请用：plimsoll watch'),
    },
  );
}

/** @throws PlimsollError `file-not-found` for what is not there any more */
function asBefore(
  target: TargetSpec,
  alone: ReadonlyMap<string | undefined, TargetSpec>,
): TargetSpec {
  if (fileKinds.has(target.kind)) return target;
  const path = target.kind === 'path' ? target.path : filesOf(target)[0];
  const before = alone.get(path);
  if (before) return before;
  throw new PlimsollError('file-not-found', text(`${path} is gone.`, `${path} 已不存在。`), {
    hint: text('It is read as soon as it is there again.', '一旦恢复，将重新读取。'),
  });
}

/** Whether something else may be to scan since these files changed. */
async function mayBeOther(
  changed: ReadonlySet<string>,
  recognised: Map<string, Text | undefined>,
  input: ResolvedInput,
): Promise<boolean> {
  let isOther = false;
  for (const path of changed) {
    // What a Compose file includes, and what a dev container names, may be another file.
    if (!isBuildFileName(path) || !isFile(path)) {
      isOther = true;
      for (const each of recognised.keys()) if (isBelow(each, path)) recognised.delete(each);
      continue;
    }
    const was = recognised.get(path);
    const what = await somethingElse(path, { ...input.compose, ...input });
    isOther ||= !recognised.has(path) || was?.en !== what?.en;
    recognised.set(path, what);
  }
  return isOther;
}

/** The names of what a folder holds and of what kind each is; empty where it may not be read. */
const kindsIn = (folder: string): string =>
  entriesIn(folder)
    .map((entry) => `${entry.name}/${entry.isFile()}/${entry.isDirectory()}`)
    .toSorted()
    .join('\0');

const isFile = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** The folder of a path, or where that is gone the next above it. */
function nearest(path: string): string {
  const folder = dirname(path);
  return folder === path || isFolder(folder) ? folder : nearest(folder);
}

const spellBuilds = (builds: readonly Build[]): string =>
  JSON.stringify(builds.map(({ given, stage }) => [[...given], stage]));
