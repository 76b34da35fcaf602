import { readRegular } from '../../files/regular-file.ts';

/** The users and groups of this machine, as far as its own files name them. */
export interface Accounts {
  /** The name of a user; `undefined` for one that is not in `/etc/passwd`. */
  readonly nameOf: (uid: number) => string | undefined;
  /** The users in a group, by it or as their first one; `undefined` where not all of them are known. */
  readonly membersOf: (gid: number) => readonly number[] | undefined;
}

/** Reads `/etc/passwd` and `/etc/group`. What only a directory service knows is unknown here. */
export async function readAccounts(
  files: readonly [passwd: string, group: string] = ['/etc/passwd', '/etc/group'],
): Promise<Accounts> {
  const [passwd = '', group = ''] = await Promise.all(
    files.map((path) => readRegular(path).then(String, () => '')),
  );
  const users = rowsOf(passwd).map(([name = '', , uid, gid]) => ({
    name,
    uid: Number(uid),
    gid: Number(gid),
  }));
  const groups = rowsOf(group).map(([, , gid, members = '']) => ({
    gid: Number(gid),
    members: members.split(',').filter((each) => each !== ''),
  }));
  return {
    nameOf: (uid) => users.find((each) => each.uid === uid)?.name,
    membersOf: (gid) => {
      const named = groups.filter((each) => each.gid === gid);
      if (named.length === 0) return undefined;
      const uids = named
        .flatMap(({ members }) => members)
        .map((member) => users.find(({ name }) => name === member)?.uid);
      const known = uids.filter((uid) => uid !== undefined);
      if (known.length < uids.length) return undefined;
      return [...known, ...users.flatMap((user) => (user.gid === gid ? [user.uid] : []))];
    },
  };
}

const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => line.includes(':'))
    .map((line) => line.split(':'));
