import { assignment } from './resolve-stages.ts';
import type { Instruction } from './split-instructions.ts';
import { splitWords, type RawWord } from './split-words.ts';

const unquoted = (name: string): string => name.replace(/^(["'])(.*)\1$/s, '$2');

const isSpacedFrom = (keyword: string, first: RawWord | undefined): first is RawWord =>
  (keyword === 'ENV' || keyword === 'LABEL') && first !== undefined && !first.raw.includes('=');

/** Whether an instruction is in the old form of one name and its value without an equals sign: `ENV a b`. */
export const isSpaced = ({ keyword, rest }: Instruction, escape: string): boolean =>
  isSpacedFrom(keyword, splitWords(rest, escape)[0]);

/** Names with values as they are written, in either form: `a=b c=d`, or `a b`. */
export function pairs(
  { keyword, rest }: Instruction,
  escape: string,
): readonly (readonly [name: string, value: string | undefined])[] {
  const words = splitWords(rest, escape);
  const [first] = words;
  if (isSpacedFrom(keyword, first)) {
    return [[unquoted(first.raw), rest.slice(first.start + first.raw.length).trim()]];
  }
  return words.map(({ raw }) => {
    const [name, value] = assignment(raw);
    return [unquoted(name), value] as const;
  });
}
