import { type Missing, missing } from '../gathering/partial-facts.ts';
import type { Source } from '../../core/facts/source.ts';
import { text } from '../../core/text.ts';
import { flags } from '../../syntax/dockerfile/known-flags.ts';

/**
 * What stands for an instruction with a flag that is not known: one of a newer builder, which may do anything. `undefined`
 * where all of them are known.
 */
export function openByFlag(
  {
    keyword,
    flags: given,
  }: { readonly keyword: string; readonly flags: readonly { readonly name: string }[] },
  source: Source,
): Missing | undefined {
  const known = flags[keyword] ?? [];
  if (given.every(({ name }) => known.includes(name))) return undefined;
  return missing({
    reason: 'not-understood',
    detail: text(`a flag of this ${keyword} is not known`, `该 ${keyword} 指令带有未知的参数`),
    source,
  });
}
