import { valuesIn } from './option-values.ts';

/** Settings of git whose value a shell runs. */
const runs =
  /^(?:core\.(?:sshcommand|pager|editor|fsmonitor|askpass|gitproxy|alternaterefscommand)|sequence\.editor|pager\..+|diff\.external|(?:diff|merge)\..+\.(?:command|textconv|driver)|(?:diff|merge)tool\..+\.cmd|(?:man|browser)\..+\.cmd|filter\..+\.(?:clean|smudge|process)|gpg(?:\..+)?\.program|uploadpack\.packobjectshook|remote\..+\.(?:upload|receive)pack|trailer\..+\.(?:cmd|command)|sendemail\.\w+cmd|credential(?:\..+)?\.helper|alias\..+)$/i;

/** Those whose value is something else unless an exclamation mark says so. */
const runsIfMarked = /^(?:alias|credential)\./i;

/** Options of its commands with a program that a shell starts. */
const programs: Readonly<Record<string, RegExp>> = {
  clone: /^-u$|^--upload-pack(?:=|$)/,
  fetch: /^--upload-pack(?:=|$)/,
  pull: /^--upload-pack(?:=|$)/,
  'ls-remote': /^--(?:upload-pack|exec)(?:=|$)/,
  push: /^--(?:receive-pack|exec)(?:=|$)/,
  rebase: /^-x$|^--exec(?:=|$)/,
  difftool: /^-x$|^--extcmd(?:=|$)/,
  'filter-branch': /^--[\w-]+-filter(?:=|$)/,
};

/** Words behind which a script stands to the end of its own. */
const untilEnd = /^(?:submodule foreach|bisect run)$/;

/** The scripts that git hands to a shell, by the words behind it. */
export const gitScripts = (words: readonly string[]): readonly string[] =>
  words.flatMap((word, at): readonly string[] => {
    const next = words[at + 1] ?? '';
    if (untilEnd.test(`${word} ${next}`)) {
      const rest = words.slice(at + 2);
      return [rest.slice(rest.findIndex((each) => !each.startsWith('-'))).join(' ')];
    }
    const option = programs[word];
    if (option) return valuesIn(words.slice(at + 1), option);
    const [, helper] = /^ext::(.+)$/s.exec(word) ?? [];
    if (helper !== undefined) return [helper];
    const setting = word.replace(/^--config=/, '');
    const equals = setting.indexOf('=');
    const name = equals < 0 ? setting : setting.slice(0, equals);
    if (!runs.test(name)) return [];
    const value = equals < 0 ? next : setting.slice(equals + 1);
    if (value.startsWith('!')) return [value.slice(1)];
    return runsIfMarked.test(name) ? [] : [value];
  });
