import { wholeFact } from '../../../core/recording/record.ts';
import type { DockerfileFacts } from '../../../core/subjects/dockerfile.ts';
import { createBudget } from '../../../build-analysis/downloads/follow-budget.ts';
import type { Download } from './download.ts';
import { isFetched } from './fetched-source.ts';
import { fetchesAnything, followBuild, writtenDoubts } from './follow-build.ts';

/** The files that are fetched and used in each stage, once for each RUN, and what ADD may bring. */
export function downloadsOf(d: DockerfileFacts): readonly Download[] {
  const adds = d.copies.filter(
    ({ instruction, checksum, from }) =>
      instruction === 'ADD' && checksum === null && from === null,
  );
  const written = writtenDoubts(d);
  if (adds.length === 0 && !fetchesAnything(d)) return written;
  const budget = createBudget();
  const first = followBuild(d, adds, new Map(), budget);
  const isLeft = [...first.left.values()].some((each) => each.hasUnverified());
  // A cache holds what an earlier build of the file left, for steps before the one that fetches it.
  const { found, mayBeOpen } = isLeft ? followBuild(d, adds, first.left, budget) : first;
  if (budget.isSpent()) return [...first.found, ...found, { by: 'more' }];
  const all = [...found, ...written];
  if (!mayBeOpen || all.some(({ by }) => by === 'doubt')) return all;
  const guessed = followBuild(d, adds, new Map(), createBudget(true)).found;
  return guessed.some(isUsed) ? [...all, { by: 'guess' }] : all;
}

/** Whether anything becomes of what is fetched; an ADD of an address that nobody knows is judged by itself. */
function isUsed(one: Download): boolean {
  if (one.by === 'doubt') return false;
  if (one.by !== 'ADD') return true;
  const sources: readonly unknown[] = wholeFact(one.copy, 'sources');
  const isAddress = (source: unknown): boolean => typeof source === 'string' && isFetched(source);
  return sources.some(isAddress) && one.use() !== undefined;
}
