import { parseFileMode } from '../file-mode/file-mode.ts';

/** A variable as a shell names it, or a character that is escaped. */
const named = /\\[\s\S]|\$\{([A-Za-z_]\w*)(?:(:?)([-+])([\w./:=,@%+-]*))?\}|\$([A-Za-z_]\w*)/g;

/** What reads a script as a shell does. */
const shells = /^(?:ba|da|a|z|k|mk)?sh$/;

/** Commands with which a script may set any variable at all. */
const setsAny = /(?:^|[\s;&|({`])(?:eval|source|\.)\s/;

/** Values of the closed types that are judged: switches, numbers and versions, modes, paths, addresses without a user. */
const closed = [
  /^(?:true|false|yes|no|on|off|root)$/,
  /^v?\d{1,10}(?:\.\d{1,10}){0,4}$/,
  /^\/(?:[\w.+-]+(?:\/[\w.+-]+)*\/?)?$/,
  /^https?:\/\/[\w.-]+(?::\d+)?(?:\/[\w.+-]*)*$/,
] as const;

const longest = 256;

/** Whether a value is of a type that is judged, and no secret. */
export const isClosed = (value: string): boolean =>
  value.length <= longest &&
  (closed.some((form) => form.test(value)) || parseFileMode(value) !== undefined);

/**
 * Puts the values that a build certainly gives variables into a script that names them, where they are of a closed type:
 * no other is anything that is judged, and any other may be a secret. What the script may set itself stays as it is.
 *
 * @param shell the program that reads the script
 * @param lookup the value of a variable; `null` where it certainly has none, `undefined` where nobody knows
 */
export function fillScript(
  script: string,
  shell: string,
  lookup: (name: string) => string | null | undefined,
): string {
  if (!script.includes('$') || !shells.test(shell) || setsAny.test(script)) return script;
  const set = setIn(script);
  return script.replaceAll(
    named,
    (
      whole: string,
      braced?: string,
      colon?: string,
      operator?: string,
      word?: string,
      bare?: string,
    ) => {
      const name = braced ?? bare;
      if (name === undefined) return whole;
      const value = lookup(name);
      if (value === undefined || set.has(name)) return whole;
      const isSet = value !== null && !(colon === ':' && value === '');
      const filled = operator === '-' && !isSet ? word : operator === '+' && isSet ? word : value;
      return typeof filled === 'string' && isClosed(filled) ? filled : whole;
    },
  );
}

/** An assignment, a default that is assigned, and the words of a command that sets what they name. */
const setting =
  /(?<![\w$])([A-Za-z_]\w*)\+?=|\$\{([A-Za-z_]\w*):?=|\b(?:for|select|read|unset|local|declare|typeset|export|readonly|getopts|mapfile|readarray|printf)\b([^\n;&|]*)/g;

/** The variables that a script sets itself, in any of the ways that name them. */
function setIn(script: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, assigned, defaulted, words = ''] of script.matchAll(setting)) {
    const name = assigned ?? defaulted;
    if (name !== undefined) names.add(name);
    for (const [word] of words.matchAll(/(?<![\w$])[A-Za-z_]\w*/g)) names.add(word);
  }
  return names;
}
