import { scriptOption, sedCommands, type SedCommand } from '../commands/sed-texts.ts';
import { unknownPart } from '../commands/printed-text.ts';
import type { Written } from '../files/written-files.ts';

/** What is known of something: that it is so or not, that nobody knows (`open`), or that nothing was said of it. */
export type Said = boolean | 'open' | undefined;

/** What is said of one account. */
export interface AccountChanges {
  /** Whether its number is 0 in the end. */
  readonly numberZero: Said;
  /** Whether it has a password that is empty in the end. */
  readonly emptyPassword: Said;
}

export const nothingSaid: AccountChanges = { numberZero: undefined, emptyPassword: undefined };

const allOpen: AccountChanges = { numberZero: 'open', emptyPassword: 'open' };

/** What comes later counts, as far as it says anything. */
export const later = (before: AccountChanges, after: AccountChanges): AccountChanges => ({
  numberZero: after.numberZero ?? before.numberZero,
  emptyPassword: after.emptyPassword ?? before.emptyPassword,
});

const largest = 0xffff_ffff;

/** Whether a number is 0, in any spelling that some program takes. */
export function isZero(number: string): Said {
  const plain = number.trim().replace(/^\+/, '');
  if (!/^(?:0[xX][0-9a-fA-F]+|\d+)$/.test(plain)) return 'open';
  const value = Number(plain);
  return value > largest ? 'open' : value === 0;
}

const isEmpty = (password: string | undefined): Said =>
  password === undefined ? undefined : password === '';

/** The account files whose lines are read, and whether a line has the number of its account. */
export const accountLists: ReadonlyMap<string, boolean> = new Map([
  ['/etc/passwd', true],
  ['/etc/shadow', false],
]);

/** What lines `name:password:number:…`, or the beginnings of some, say of an account; of `name:password:…` where they have no number. */
export function saidByLines(text: string, account: string, numbered: boolean): AccountChanges {
  let said = nothingSaid;
  for (const line of text.split('\n')) {
    const [name = '', password, third] = line.split(':', 3);
    if (name.includes(unknownPart) && third !== undefined) said = later(said, allOpen);
    if (name !== account) continue;
    const cut = third === undefined;
    said = later(said, {
      // The password ends where another field begins.
      emptyPassword: cut
        ? password?.includes(unknownPart)
          ? 'open'
          : undefined
        : isEmpty(password),
      numberZero: numbered && !cut ? isZero(third) : undefined,
    });
  }
  return said;
}

/** What a write to a file of accounts says of one of them. */
export function saidByWrite(
  { put }: Pick<Written, 'put'>,
  account: string,
  numbered: boolean,
): AccountChanges {
  if (put.as === 'text') return saidByLines(put.text, account, numbered);
  if (put.as === 'unknown') return numbered ? allOpen : { ...nothingSaid, emptyPassword: 'open' };
  return scriptsOf(put.words).reduce(
    (said, command) => later(said, saidByEdit(command, account, numbered)),
    nothingSaid,
  );
}

/** The commands of a program that edits as sed does; of any other, and where a file has them, nobody knows. */
function scriptsOf([program = '', ...rest]: readonly string[]): readonly SedCommand[] {
  if (!/^(?:g?sed|perl)$/.test(program) || rest.some((word) => /^-[a-zA-Z]*f|^--file/.test(word))) {
    return [{ does: 'other' }];
  }
  const given = rest.flatMap((word, at) => {
    if (scriptOption.test(word) && word.replace(scriptOption, '') !== '') {
      return [word.replace(scriptOption, '')];
    }
    return /^-\w*e$|^--expression$/.test(rest[at - 1] ?? '') ? [word] : [];
  });
  const first = rest.find((word) => !word.startsWith('-'));
  return (given.length > 0 ? given : [first ?? '']).flatMap((script) =>
    // One that is cut short, or none at all.
    /^\s*[\w/\\${0-9]/.test(script) ? sedCommands(script) : [{ does: 'other' as const }],
  );
}

/** Whether a pattern stands for itself alone, but for where a line begins and ends. */
const isLiteral = (find: string): boolean => !/[.*[\]+?(){}|\\&$]/.test(find.replace(/\$$/, ''));

function saidByEdit(command: SedCommand, account: string, numbered: boolean): AccountChanges {
  if (command.does === 'delete') return nothingSaid;
  if (command.does === 'other') return allOpen;
  if (command.does === 'add') return saidByLines(command.put, account, numbered);
  const { find, put } = command;
  if (/[&$]|\\\d/.test(put)) return allOpen;
  const said = saidByLines(put, account, numbered);
  if (said.numberZero !== undefined || (!numbered && said.emptyPassword !== undefined)) return said;
  const [, of] = /^\^?([\w.-]+):/.exec(find) ?? [];
  const becomes = put.startsWith(`${account}:`) || put.includes('\n');
  if (of !== undefined && of !== account && isLiteral(find.slice(0, of.length + 2)) && !becomes) {
    return nothingSaid;
  }
  // What has neither a field's end nor a number in it leaves names, passwords and numbers as they are.
  const elsewhere =
    isLiteral(find) && find.length > 2 && !/[:\d!*]/.test(find) && !find.startsWith('^');
  return elsewhere && !/[:\n]/.test(put) ? nothingSaid : allOpen;
}
