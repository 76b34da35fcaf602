import { text } from '../../core/text.ts';
import type { Source } from '../../core/snapshot/source.ts';
import { missing, type Missing } from '../partly.ts';

/**
 * The flags of the instructions that take any, in the case in which the builder knows them; it refuses a file with another.
 *
 * @see https://docs.docker.com/reference/dockerfile/
 */
const flags: Readonly<Record<string, readonly string[]>> = {
  ADD: ['checksum', 'chmod', 'chown', 'exclude', 'keep-git-dir', 'link', 'unpack'],
  COPY: ['chmod', 'chown', 'exclude', 'from', 'link', 'parents'],
  FROM: ['platform'],
  HEALTHCHECK: ['interval', 'retries', 'start-interval', 'start-period', 'timeout'],
  RUN: ['device', 'mount', 'network', 'security'],
};

/** Whether an instruction takes flags at all. */
export const takesFlags = (keyword: string): boolean => Object.hasOwn(flags, keyword);

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
