import { readText } from './read-text.ts';

/** One line of passwd. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  /** Its primary group. */
  readonly gid: number;
}

/** One line of group. */
export interface Group {
  readonly name: string;
  readonly gid: number;
  /** As the line lists them; those whose primary group it is are not among them. */
  readonly members: readonly string[];
}

/** 8 MiB: a passwd file of a hundred thousand accounts. */
const bytesAtMost = 8 << 20;

const largest = 0xffff_ffff;

/** A number as the C library takes it here: with blanks or a sign before it, and any number of noughts. */
function numberOf(text: string | undefined): number | undefined {
  const [, sign, digits] = /^\s*([-+]?)0*(\d{1,10})$/.exec(text ?? '') ?? [];
  if (digits === undefined || Number(digits) > largest) return undefined;
  return sign === '-' && Number(digits) !== 0 ? largest : Number(digits);
}

/** Lines as the C library takes them, blanks before them left out. */
const linesOf = (text: string): readonly string[] =>
  text.split('\n').map((line) => line.replace(/^\s+/, '').replace(/\r$/, ''));

/** Reads the text of passwd; lines that are no accounts (comments, NIS markers) are passed over, as the C library does. */
export function parsePasswd(text: string): readonly Account[] {
  return linesOf(text).flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    const user = numberOf(uid);
    const group = numberOf(gid);
    if (!isName(name) || user === undefined || group === undefined) return [];
    return [{ name, uid: user, gid: group }];
  });
}

/** Reads the text of group; lines that are no groups are passed over. */
export function parseGroup(text: string): readonly Group[] {
  return linesOf(text).flatMap((line) => {
    const [name, , gid, list = ''] = line.split(':');
    const group = numberOf(gid);
    if (!isName(name) || group === undefined) return [];
    const members = list.split(',').map((member) => member.trim());
    return [{ name, gid: group, members: members.filter((member) => member !== '') }];
  });
}

const isName = (name: string | undefined): name is string =>
  name !== undefined && !/^[#+-]/.test(name);

/**
 * The accounts of a root's own passwd file: the directory services of the host are not asked.
 *
 * @throws PlimsollError `file-not-found`, `file-denied` or `file-unreadable`
 */
export const readPasswd = async (root: string): Promise<readonly Account[]> =>
  parsePasswd(await readText(root, '/etc/passwd', bytesAtMost));

/**
 * The groups of a root's own group file.
 *
 * @throws PlimsollError `file-not-found`, `file-denied` or `file-unreadable`
 */
export const readGroup = async (root: string): Promise<readonly Group[]> =>
  parseGroup(await readText(root, '/etc/group', bytesAtMost));
