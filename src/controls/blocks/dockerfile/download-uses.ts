import { wholeFact } from '../../../core/recording/record.ts';
import type { DockerfileFacts } from '../../../core/subjects/dockerfile.ts';
import type { RunFiles } from '../../../build-analysis/downloads/follow-files.ts';
import type { Programs } from '../../../build-analysis/downloads/taken-programs.ts';
import type { Download } from './download.ts';
import type { Item } from './download-steps.ts';
import type { Copy } from './fail-on-line.ts';
import { useOf, type Others, type Use } from './unknown-downloads.ts';

type Run = DockerfileFacts['runs'][number];

/** What becomes of files in a stage before anything starts. */
export function usesOf(
  files: RunFiles,
  programs: Programs,
  items: readonly Item[],
  adds: readonly Copy[],
  uses: Map<Copy, Use>,
): readonly Download[] {
  const found: Download[] = [];
  let reported = -1;
  for (const { step, word, origin } of files.unverified) {
    const { run } = items[step] ?? {};
    note(uses, adds, origin, 'run');
    if (step === reported || run === undefined || origin !== undefined) continue;
    reported = step;
    found.push({ by: 'RUN', use: 'run', run, words: [word] });
  }
  const made = new Map<Run, string[]>();
  const copied = new Set<Copy>();
  for (const { step, word, origin } of programs.fetched) {
    const { run, copy } = items[step] ?? {};
    note(uses, adds, origin, 'made');
    if (origin !== undefined) continue;
    if (run) made.set(run, [...(made.get(run) ?? []), word]);
    else if (copy) copied.add(copy);
  }
  for (const [run, words] of made) found.push({ by: 'RUN', use: 'made', run, words });
  for (const copy of copied) found.push({ by: 'COPY', copy });
  return found;
}

/** Notes what becomes of what an ADD brings; the first that is known counts. */
export function note(
  uses: Map<Copy, Use>,
  adds: readonly Copy[],
  origin: number | undefined,
  use: Use,
): void {
  const copy = origin === undefined ? undefined : adds[origin];
  if (copy && !uses.has(copy)) uses.set(copy, use);
}

/** What becomes of what an ADD brings when the image starts, or that comes from an address which nobody knows. */
export function lateUse(copy: Copy, stage: Others, uses: ReadonlyMap<Copy, Use>): Use | undefined {
  const sources: readonly unknown[] = wholeFact(copy, 'sources');
  const isKnown = sources.every((source) => typeof source === 'string') && isPlaced(copy);
  if (!isKnown) return useOf(copy, stage);
  return uses.get(copy);
}

const isPlaced = (copy: Copy): boolean => typeof wholeFact(copy, 'destination') === 'string';
