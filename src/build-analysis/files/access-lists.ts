import { takeApart } from '../commands/split-options.ts';

/** An entry of an access list: whom it is for, and what they may do. */
interface Entry {
  readonly kind: 'user' | 'group' | 'other' | 'mask';
  /** Empty for the owner, the group of the file, and all others. */
  readonly name: string;
  /** Letters among `rwxX`. */
  readonly rights: string;
}

/** What `setfacl` is given. */
export interface AccessList {
  readonly entries: readonly Entry[];
  /** Whether nobody knows one of the entries. */
  readonly open: boolean;
  readonly paths: readonly string[];
  /** Whether it goes for all that is in a folder as well. */
  readonly deep: boolean;
}

const valued = {
  letters: 'mxMX',
  names: new Set('modify set remove modify-file set-file remove-file restore'.split(' ')),
};

/** Also one in the list that is handed on to what is made in a folder. */
const form = /^(?:d(?:efault)?:)?([ugom])\w*:(?:([^:]*):)?([rwxX-]*|[0-7])$/;

const kinds = { u: 'user', g: 'group', o: 'other', m: 'mask' } as const;

/** Reads what `setfacl` is given. */
export function readSetfacl(words: readonly string[]): AccessList {
  const { options, operands } = takeApart(valued, words);
  const given = ['m', 'modify', 'set'].flatMap((name) => options.get(name) ?? []);
  const files = ['M', 'modify-file', 'set-file', 'restore'].some((name) => options.has(name));
  const all = given.flatMap((each) => each.split(',')).filter((each) => each !== '');
  const entries = all.flatMap((each): readonly Entry[] => {
    const [, kind = '', name = '', rights] = form.exec(each.trim()) ?? [];
    if (rights === undefined) return [];
    return [{ kind: kinds[kind as keyof typeof kinds], name, rights: lettersOf(rights) }];
  });
  return {
    entries,
    open: files || all.some((each) => each.includes('$')),
    paths: operands,
    deep: options.has('R') || options.has('recursive'),
  };
}

const lettersOf = (rights: string): string =>
  /^[0-7]$/.test(rights)
    ? ['r', 'w', 'x'].filter((_, at) => (Number(rights) & (4 >> at)) !== 0).join('')
    : rights.replaceAll('-', '');
