import type { Split } from './split-instructions.ts';
import { splitWords } from './split-words.ts';

/**
 * A file without the stages behind the one that is built, which a build does not look at.
 *
 * @param target name or number of a stage; where no stage is called so the file stays as it is
 */
export function cutAtTarget(split: Split, target: string): Split {
  const { instructions, escape } = split;
  const starts = instructions.flatMap(({ keyword }, at) => (keyword === 'FROM' ? [at] : []));
  const nameOf = (at: number): string | undefined => {
    const [, as, name] = splitWords(instructions[at]?.rest ?? '', escape);
    return as?.raw.toUpperCase() === 'AS' ? name?.raw.toLowerCase() : undefined;
  };
  const named = starts.findIndex((at) => nameOf(at) === target.toLowerCase());
  const stage = named < 0 && /^\d+$/.test(target) ? Number(target) : named;
  const next = stage < 0 ? undefined : starts[stage + 1];
  return next === undefined ? split : { ...split, instructions: instructions.slice(0, next) };
}
