import { mayFetch, runFiles, type BuildStep } from '../build/follow-files.ts';
import { nameIn } from '../build/saved-files.ts';
import { scriptOf } from '../shell/steps.ts';
import type { Step } from './run-steps.ts';

const address = /^https?:\/\//i;

/** How the older builder writes one source that is an address. */
const olderBuilder = /\bADD\s+[0-9a-f]{64} in (\S+)/;

/** The steps of an image that run a file which they or earlier ones fetched, and nothing verified. */
export function stepsRunningDownloads(history: readonly Step[]): readonly Step[] {
  const steps: BuildStep[] = [];
  let folder: string | null = null;
  let fetches = false;
  for (const { instruction, createdBy } of history) {
    const script = instruction === 'RUN' ? scriptOf(createdBy).replace(/\s# buildkit$/, '') : '';
    const added = instruction === 'ADD' ? addedBy(createdBy) : [];
    fetches ||= added.length > 0 || mayFetch(script);
    steps.push({ script, folder, added });
    if (instruction === 'WORKDIR') {
      const given = /WORKDIR\s+(\S+)/.exec(createdBy)?.[1] ?? '.';
      folder = given.startsWith('/') ? given : null;
    }
  }
  if (!fetches) return [];
  const { unverified } = runFiles(steps, () => undefined);
  const places = new Set(unverified.map(({ step }) => step));
  return history.filter((_, at) => places.has(at));
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
