import { readFrom } from './resolve-stages.ts';
import type { Split } from './split-instructions.ts';

/**
 * A file without the stages behind the one that is built, which a build does not look at.
 *
 * @param target name or number of a stage; where no stage is called so the file stays as it is
 */
export function cutAtTarget(split: Split, target: string): Split {
  const { instructions, escape } = split;
  const starts = [...instructions.entries()].filter(([, { keyword }]) => keyword === 'FROM');
  const named = starts.findIndex(
    ([, from]) => readFrom(from, escape).name?.toLowerCase() === target.toLowerCase(),
  );
  const stage = named < 0 && /^\d+$/.test(target) ? Number(target) : named;
  const [next] = (stage < 0 ? undefined : starts[stage + 1]) ?? [];
  return next === undefined ? split : { ...split, instructions: instructions.slice(0, next) };
}
