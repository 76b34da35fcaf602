import { basename } from '../shell/base-name.ts';
import { rows, type SecretProgram } from './program-rows.ts';

const programs = new Map(
  rows.flatMap(([names, program]) => names.split(/\s+/).map((name) => [name, program] as const)),
);

/** Programs of a family, by what their names begin with. */
const families = ['mysql', 'mariadb', 'mongo', 'ldap', 'snmp', 'elasticsearch-'] as const;

const familyOf = (name: string): SecretProgram | undefined => {
  const family = families.find((each) => name.startsWith(each));
  return family === undefined ? undefined : programs.get(`${family}*`);
};

/** The name of a program by its path: in small letters, without the ending that Windows has. */
export const nameOf = (path: string): string =>
  basename(path.replaceAll('\\', '/'))
    .toLowerCase()
    .replace(/\.(?:exe|sh|bat)$/, '');

/** What a program does with secrets, by its name; `undefined` where nothing is known of that. */
export const secretProgram = (name: string): SecretProgram | undefined =>
  programs.get(name) ?? familyOf(name);

const names = [...programs.keys()]
  .map((name) => name.replace(/[.+]/g, String.raw`\$&`).replace(/\*$/, '[a-z_-]{0,24}'))
  .join('|');
const hint = new RegExp(
  String.raw`(?<![\w-])(?:${names})(?![\w-])|(?:pass\w{0,8}|pw|secret|token|key|creds?)[-_]?(?:from[-_])?(?:file|path|stdin|command)|(?:>|\btee\s)[^|&;\n]{0,200}(?:pass|secret|token|api.?key)`,
  'i',
);

/** Fits every text in which a program may be handed a secret that it is known for. */
export const mayHoldSecrets = (text: string): boolean => hint.test(text);
