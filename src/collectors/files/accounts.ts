import { readText } from './read-text.ts';

/** One line of passwd. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  /** Its primary group. */
  readonly gid: number;
  /** What is started where it logs in; `''` is /bin/sh. */
  readonly shell: string;
  /** What stands for its password; a hash is taken out. */
  readonly password: PasswordField;
}

/** `none`: no password is asked; `shadow`: another file has it; `locked`: no password is right; `set`: there is one. */
export type PasswordField = 'none' | 'shadow' | 'locked' | 'set';

/** What stands for a password; a text that no hash has that long is none that could be right. */
const passwordField = (text: string): PasswordField => {
  if (text === '') return 'none';
  if (text === 'x') return 'shadow';
  return /^[!*]/.test(text) || text.length < shortestHash ? 'locked' : 'set';
};

/** Characters of the shortest hash, that of DES. */
const shortestHash = 13;

/** One line of shadow, without its hash. */
export interface ShadowLine {
  readonly name: string;
  readonly password: Exclude<PasswordField, 'shadow'>;
  /** Days after which the password must be changed; `null` is never. */
  readonly maxDays: number | null;
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
    const [name, password = '', uid, gid, , , shell = ''] = line.split(':');
    const user = numberOf(uid);
    const group = numberOf(gid);
    if (!isName(name) || user === undefined || group === undefined) return [];
    return [{ name, uid: user, gid: group, shell, password: passwordField(password) }];
  });
}

/** Reads the text of shadow; lines that are no accounts are passed over. */
export function parseShadow(text: string): readonly ShadowLine[] {
  return linesOf(text).flatMap((line) => {
    const [name, password, , , max = ''] = line.split(':');
    if (!isName(name) || name === '' || password === undefined) return [];
    const field = passwordField(password);
    return [
      {
        name,
        password: field === 'shadow' ? 'locked' : field,
        maxDays: /^\d{1,9}$/.test(max) ? Number(max) : null,
      },
    ];
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

/**
 * The lines of a root's own shadow file, without hashes.
 *
 * @throws PlimsollError `file-not-found`, `file-denied` or `file-unreadable`
 */
export const readShadow = async (root: string): Promise<readonly ShadowLine[]> =>
  parseShadow(await readText(root, '/etc/shadow', bytesAtMost));
