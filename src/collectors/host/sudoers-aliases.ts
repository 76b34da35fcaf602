import { PlimsollError } from '../../core/errors.ts';
import { text } from '../../core/text.ts';
import { splitOutside } from './sudoers-lines.ts';

/** One alias of a sudoers file. */
export interface SudoersAlias {
  readonly type: 'user' | 'command' | 'other';
  readonly name: string;
  /** What it stands for, as written; other aliases may be among it. */
  readonly members: readonly string[];
}

/** Members by name, of aliases of one type. */
export type AliasMembers = ReadonlyMap<string, readonly string[]>;

const types: Readonly<Record<string, SudoersAlias['type']>> = {
  User: 'user',
  Cmnd: 'command',
  Cmd: 'command',
};

/** Reads `User_Alias ADMINS = alice, bob : OPS = carol`; `undefined` for what is no such statement. */
export function parseSudoersAliases(written: string): readonly SudoersAlias[] | undefined {
  const [, word = '', rest] = /^(User|Runas|Host|Cmnd|Cmd)_Alias\s+(.+)$/s.exec(written) ?? [];
  if (rest === undefined) return undefined;
  const definitions: string[] = [];
  for (const piece of splitOutside(rest, ':')) {
    // A colon may also stand in an address or in the digest of a command.
    if (definitions.length === 0 || /^[A-Z][A-Z0-9_]*\s*=/.test(piece)) definitions.push(piece);
    else definitions[definitions.length - 1] += `:${piece}`;
  }
  const aliases = definitions.map((definition) => {
    const [, name, members] = /^([A-Z][A-Z0-9_]*)\s*=\s*(.*)$/s.exec(definition) ?? [];
    return { name, members: members === undefined ? [] : splitOutside(members, ',') };
  });
  const type = types[word] ?? 'other';
  const named = aliases.flatMap(({ name, members }) =>
    name === undefined ? [] : [{ type, name, members }],
  );
  return named.length === aliases.length ? named : undefined;
}

/** How many words may still be looked up, for all rules of a host together. */
export interface Budget {
  left: number;
}

/** As for any host that is run by people. */
export const lookUpsAtMost = 500_000;

/** Aliases within one another. */
const deepest = 100;

/**
 * Replaces aliases by what they stand for, theirs in turn included. An exclamation mark before an alias goes
 * to each of its members, and two of them cancel out. A name that nothing defines, or that only leads back
 * to itself, stays as it is.
 *
 * @throws PlimsollError `file-unreadable` where aliases stand for more than anybody follows
 */
export function expandAliases(
  items: readonly string[],
  aliases: AliasMembers,
  budget: Budget,
): readonly string[] {
  const expand = (item: string, within: ReadonlySet<string>): readonly string[] => {
    if ((budget.left -= 1) < 0 || within.size > deepest) {
      throw new PlimsollError(
        'file-unreadable',
        text('The aliases of sudoers stand for too many others.', 'sudoers 的别名展开后过多。'),
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
