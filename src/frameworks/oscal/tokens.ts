import type { Framework } from '../../core/framework.ts';

/**
 * The id of each requirement as OSCAL allows it: `r_` before it, since a token may not begin with a digit,
 * and an underscore for each character that a token may not have. Where two would fall together the later
 * one gets a number.
 */
export function tokensOf({ requirements }: Framework): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const tokens = new Map<string, string>();
  for (const { id } of requirements) {
    const base = `r_${id.replaceAll(/[^\p{L}\p{N}.\-_]/gu, '_')}`;
    let token = base;
    for (let next = 2; taken.has(token); next += 1) token = `${base}.${next}`;
    taken.add(token);
    tokens.set(id, token);
  }
  return tokens;
}
