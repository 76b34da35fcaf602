import { assignment } from './resolve-stages.ts';
import type { Instruction } from './split-instructions.ts';
import { splitWords } from './split-words.ts';

/** Names with values as they are written, in either form: `a=b c=d`, or `a b`. */
export function pairs(
  { keyword, rest }: Instruction,
  escape: string,
): readonly (readonly [name: string, value: string | undefined])[] {
  const words = splitWords(rest, escape);
  const [first] = words;
  if (keyword === 'ENV' && first && !first.raw.includes('=')) {
    return [[first.raw, rest.slice(first.start + first.raw.length).trim()]];
  }
  return words.map(({ raw }) => {
    const [name, value] = assignment(raw);
    return [name.replace(/^(["'])(.*)\1$/s, '$2'), value] as const;
  });
}
