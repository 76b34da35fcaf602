import { givesExecute } from '../../../build-analysis/files/file-modes.ts';
import { createBudget } from '../../../build-analysis/downloads/follow-budget.ts';
import {
  runFiles,
  type BuildStep,
  type RunFiles,
} from '../../../build-analysis/downloads/follow-files.ts';
import type { Doubt } from '../../../build-analysis/fetching/doubt.ts';
import { reachesNetwork } from '../../../build-analysis/fetching/reaches-network.ts';
import type { Place } from '../../../build-analysis/files/made-programs.ts';
import { quotedWords, withSlashes } from '../../../syntax/shell/started-words.ts';
import { nameIn } from '../../../build-analysis/files/fetcher.ts';
import type { ImageStart } from './image-starts.ts';
import type { Step } from './run-steps.ts';
import { stepScript } from './step-script.ts';

const address = /^https?:\/\//i;

/** How the older builder writes one source that is an address. */
const olderBuilder = /\bADD\s+[0-9a-f]{64} in (\S+)/;

/** The steps of an image that use a file which they or earlier ones fetched, and nothing verified. */
export interface StepsWithDownloads {
  readonly run: readonly Step[];
  /** Those that make one a program which no step runs before. */
  readonly make: readonly Step[];
  /** What containers of the image run by themselves that uses one which they do neither to. */
  readonly started: () => ImageStart | undefined;
  /** What of the downloads is not known. */
  readonly doubts: () => readonly Doubt[];
  /** Whether more happens to files than is followed. */
  readonly isSpent: () => boolean;
  /** Whether a file is used that may be out of an archive that nothing verified, or from elsewhere. */
  readonly isGuessed: () => boolean;
}

/**
 * @param starts what containers of the image run by themselves
 * @returns `undefined` where neither they nor a step fetch anything
 */
export function stepsWithDownloads(
  history: readonly Step[],
  starts: () => readonly ImageStart[],
): StepsWithDownloads | undefined {
  const steps: BuildStep[] = [];
  let folder: string | null = null;
  let fetches = starts().some(({ script }) => reachesNetwork(script));
  for (const step of history) {
    const { instruction, createdBy } = step;
    const script = instruction === 'RUN' ? stepScript(step) : '';
    const added = instruction === 'ADD' ? addedBy(createdBy) : [];
    fetches ||= reachesNetwork(script) || (instruction === 'ADD' && fetchesByAdd(createdBy));
    const isCopy = added.length === 0 && (instruction === 'COPY' || instruction === 'ADD');
    const place = isCopy ? copiedTo(createdBy, folder) : [];
    steps.push({
      ...{ script, folder, added: added.map((path) => ({ path })) },
      allows: added.length > 0 && allowsAll(createdBy),
      ...(isCopy ? { covers: () => place } : {}),
    });
    if (instruction === 'WORKDIR') {
      const given = /WORKDIR\s+(\S+)/.exec(createdBy)?.[1] ?? '.';
      folder = given.startsWith('/') ? given : null;
    }
  }
  if (!fetches) return undefined;
  const files = runFiles(steps, () => undefined);
  const follow = (all: RunFiles, { words }: ImageStart): void =>
    all.start(quotedWords(withSlashes(words)), folder);
  const at = (places: readonly Place[]): readonly Step[] => {
    const those = new Set(places.map(({ step }) => step));
    return history.filter((_, step) => those.has(step));
  };
  return {
    isSpent: files.isSpent,
    isGuessed() {
      if (!files.hadFolders()) return false;
      const guessed = runFiles(steps, () => undefined, createBudget(true));
      const isMade = guessed.takePrograms().fetched.length > 0;
      if (guessed.hasUnverified()) for (const start of starts()) follow(guessed, start);
      return isMade || guessed.unverified.length > 0;
    },
    run: at(files.unverified),
    make: at(files.takePrograms().fetched),
    doubts() {
      files.end(true);
      return files.doubts;
    },
    started: () =>
      starts().find((start) => {
        const before = files.unverified.length;
        follow(files, start);
        return files.unverified.length > before;
      }),
  };
}

/** Whether an ADD fetches anything, held to a checksum or not. */
const fetchesByAdd = (createdBy: string): boolean =>
  olderBuilder.test(createdBy) || /\shttps?:\/\//i.test(createdBy);

/** The folder that a COPY or an ADD may bring files to, whatever they are called; all there are where nobody knows. */
function copiedTo(createdBy: string, folder: string | null): readonly string[] {
  const to = /(\S+?)\/?\s*$/.exec(createdBy.replace(/\s# buildkit$/, ''))?.[1] ?? '.';
  if (to.startsWith('/')) return [to];
  const below = to.replace(/^(?:\.\/)*\.?/, '');
  return folder === null ? ['/', '.'] : [below === '' ? folder : `${folder}/${below}`];
}

/** Whether an ADD makes what it fetches programs. */
function allowsAll(createdBy: string): boolean {
  const mode = /\s--chmod=(\S+)/.exec(createdBy)?.[1];
  return mode !== undefined && givesExecute(mode) !== false;
}

/** The files that an ADD without a checksum fetches. */
function addedBy(createdBy: string): readonly string[] {
  const older = olderBuilder.exec(createdBy)?.[1];
  if (older !== undefined) return [older];
  if (/\s--checksum=\S/.test(createdBy)) return [];
  const behind = createdBy.replace(/^.*?\bADD\s+/s, '').replace(/\s# buildkit$/, '');
  const words = behind.split(/[\s"',[\]]+/).filter((word) => word !== '' && !word.startsWith('--'));
  const to = words.at(-1) ?? '';
  return words
    .slice(0, -1)
    .filter((word) => address.test(word))
    .map((word) => (to.endsWith('/') ? to + nameIn(word.replace(/[?#].*$/s, '')) : to));
}
