import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { text, type Text } from '../../core/text.ts';
import { isBuildFileName, isComposeName } from '../../knowledge/build-file-names.ts';
import { isBelow } from '../../syntax/paths/system-paths.ts';
import { somethingElse } from '../folder/something-else.ts';
import type { Build } from '../gathering/build.ts';
import type { Harvest, Outcome } from '../gathering/collector-result.ts';
import type { OwnTarget, TargetSpec } from '../gathering/parse-target.ts';
import { collectAll, resolveInput, type Collection } from './collect.ts';
import type { CollectInput } from './collect-input.ts';
import { collectTarget } from './collect-target.ts';

/** What came of reading files again. */
export interface FilesReading extends Collection {
  /** The targets that were read anew, as the snapshot calls them; of the others what was read before holds. */
  readonly anew: ReadonlySet<string>;
}

/** Reads files of a source tree again and again; what a change does not touch is not read again. */
export interface FilesReader {
  /** @param changed absolute paths of files that changed; absent means that everything is read */
  readonly read: (now: Date, changed?: ReadonlySet<string>) => Promise<FilesReading>;
  /** The folders in which a change may matter, absolute. */
  readonly folders: () => ReadonlySet<string>;
}

const fileKinds: ReadonlySet<string> = new Set([
  ...['dockerfile', 'compose', 'devcontainer', 'unread'],
]);

/** What is remembered of a target. */
interface Known {
  readonly outcome: Outcome;
  readonly builds: string;
  /** Absolute paths of the files that it was read from. */
  readonly files: ReadonlySet<string>;
  /** The folders that its own files stand in, the names in which may be a part of it. */
  readonly beside: readonly string[];
  /** Those below which any file may be a part of it. */
  readonly folders: readonly string[];
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
  const known = new Map<string, Known>();
  const names = new Map<string, string>();
  const { cwd } = input;
  let isFirst = true;
  const keep = (folder: string): void => void names.set(folder, namesIn(folder));
  const folders = (): ReadonlySet<string> => {
    const all = [...known.values()].flatMap(({ files }) => [...files].map((file) => dirname(file)));
    return new Set([...all, ...input.targets.flatMap((target) => foldersOf(target, cwd))]);
  };
  const isOld = (changed: ReadonlySet<string>, moved: ReadonlySet<string>, each: Known): boolean =>
    [...changed].some(
      (path) =>
        each.files.has(path) ||
        (each.folders.some((folder) => isBelow(path, folder)) && !isBuildFileName(path)),
    ) || [...moved].some((path) => each.beside.some((own) => isBelow(path, own)));
  return {
    folders,
    read: async (now, changed) => {
      const moved = new Set<string>();
      for (const folder of new Set(Array.from(changed ?? [], (path) => dirname(path)))) {
        if (names.get(folder) !== namesIn(folder)) moved.add(folder);
        keep(folder);
      }
      if (changed) {
        const isOther = await mayBeOther(changed, recognised, input);
        if (moved.size > 0 || isOther) input = await resolveInput(given, recognised);
        refuseOthers(input.targets);
        for (const [key, each] of known) if (isOld(changed, moved, each)) known.delete(key);
      } else if (!isFirst) known.clear();
      isFirst = false;
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
          known.set(key, { outcome, builds: spelled, ...placesOf(target, outcome, cwd) });
          return outcome;
        },
        hidden,
      );
      if (!changed) for (const folder of folders()) keep(folder);
      return { ...collection, anew };
    },
  };
}

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

/** Whether something else may be to scan since these files changed. */
async function mayBeOther(
  changed: ReadonlySet<string>,
  recognised: Map<string, Text | undefined>,
  input: Awaited<ReturnType<typeof resolveInput>>,
): Promise<boolean> {
  let isOther = false;
  for (const path of changed) {
    // What a Compose file brings along, and what a dev container names, may be another file.
    if (!isBuildFileName(path)) {
      isOther ||= isComposeName(path) || /(?:\.env[^/\\]*|\.json|\.gitignore)$/.test(path);
      recognised.delete(path);
      continue;
    }
    const was = recognised.get(path);
    const what = await somethingElse(path, { ...input.compose, ...input });
    isOther ||= !recognised.has(path) || was?.en !== what?.en;
    recognised.set(path, what);
  }
  return isOther;
}

/** The names of what a folder holds; empty where it may not be read. */
function namesIn(folder: string): string {
  try {
    return readdirSync(folder).toSorted().join('\0');
  } catch {
    return '';
  }
}

const filesOf = (target: TargetSpec): readonly string[] =>
  target.kind === 'compose'
    ? target.files
    : target.kind === 'dockerfile' || target.kind === 'devcontainer' || target.kind === 'unread'
      ? [target.path]
      : [];

const foldersOf = (target: TargetSpec, cwd: string): readonly string[] =>
  filesOf(target).map((file) => dirname(resolve(cwd, file)));

function placesOf(target: OwnTarget, { harvest }: Outcome, cwd: string) {
  const own = filesOf(target).map((file) => resolve(cwd, file));
  const sources = harvest.subjects.flatMap((subject) =>
    Object.values(subject.sources ?? {}).flatMap((source) =>
      source.kind === 'file' ? [source.path] : [],
    ),
  );
  const read = [...(harvest.quotes ?? []).map(({ path }) => path), ...new Set(sources)];
  const built = (harvest.builds ?? []).map(({ path }) => path);
  const files = new Set([...own, ...built, ...read.map((path) => resolve(cwd, path))]);
  for (const file of target.kind === 'dockerfile' ? own : []) {
    files.add(resolve(dirname(file), '.dockerignore')).add(`${file}.dockerignore`);
  }
  const beside = foldersOf(target, cwd);
  return { files, beside, folders: target.kind === 'dockerfile' ? [] : beside };
}

const spellBuilds = (builds: readonly Build[]): string =>
  JSON.stringify(builds.map(({ given, stage }) => [[...given], stage]));
