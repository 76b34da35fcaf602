import { said, SyntaxProblem } from '../problem.ts';

/** Members by name, of aliases of one type. */
export type AliasMembers = ReadonlyMap<string, readonly string[]>;

/** How many words may still be looked up, for all rules of a host together. */
export interface Budget {
  left: number;
}

/** More than any host that is run by people needs. */
export const lookUpsAtMost = 500_000;

/** Aliases within one another. */
const deepest = 100;

/**
 * Replaces aliases with their members, and theirs in turn. An exclamation mark before an alias goes to each of its
 * members, and two of them cancel out. A name that nothing defines, or that only leads back to itself, stays as it is.
 *
 * @throws SyntaxProblem `too-large` where aliases stand for too many others
 */
export function expandAliases(
  items: readonly string[],
  aliases: AliasMembers,
  budget: Budget,
): readonly string[] {
  const expand = (item: string, within: ReadonlySet<string>): readonly string[] => {
    if ((budget.left -= 1) < 0 || within.size > deepest) {
      throw new SyntaxProblem(
        'too-large',
        said('The aliases of sudoers stand for too many others.', 'sudoers 的别名展开后过多。'),
      );
    }
    const [, marks = '', name = ''] = /^((?:!\s*)*)(.*)$/s.exec(item) ?? [];
    const members = within.has(name) ? undefined : aliases.get(name);
    if (!members) return [item];
    const negated = marks.replaceAll(/\s/g, '').length % 2 === 1;
    const inside = new Set([...within, name]);
    return members
      .flatMap((member) => expand(member, inside))
      .map((one) => (negated ? negate(one) : one));
  };
  return [...new Set(items.flatMap((item) => expand(item, new Set())))];
}

const negate = (item: string): string =>
  item.startsWith('!') ? item.replace(/^!\s*/, '') : `!${item}`;
