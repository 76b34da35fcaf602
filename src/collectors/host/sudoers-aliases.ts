/** Members by name, of aliases of one type. */
export type AliasMembers = ReadonlyMap<string, readonly string[]>;

/**
 * Replaces aliases by what they stand for, theirs in turn included. An exclamation mark before an alias goes
 * to each of its members, and two of them cancel out. A name that nothing defines, or that only leads back
 * to itself, stays as it is.
 */
export function expandAliases(items: readonly string[], aliases: AliasMembers): readonly string[] {
  const expand = (item: string, within: ReadonlySet<string>): readonly string[] => {
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
