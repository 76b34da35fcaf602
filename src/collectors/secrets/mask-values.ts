import { classOf } from './closed-value.ts';
import { mark } from './create-redactor.ts';

/** A value as it may be shown: as it is where it is of a closed type, else the mark. */
export const shownValue = (value: string): string =>
  // What a command prints stands behind a dollar sign.
  value === '$' || value.includes(mark) || classOf(unquoted(value)) !== 'other' ? value : mark;

const unquoted = (value: string): string => /^(["'])(.*)\1$/s.exec(value)?.[2] ?? value;

/** `NAME=value` in a shell, behind an option or in a comment; a comparison is none. */
const assigned =
  /((?<![\w.$/{-])(?:[A-Za-z_]\w{0,100}|--[A-Za-z][\w.-]{0,100})\+?=)(?!=)("(?:[^"\\]|\\.){0,4000}"|'[^']{0,4000}'|[^\s;&|()"'`<>]{1,4000})/g;

/** A script as it may be shown: what it gives to variables and options is masked unless it is of a closed type. */
export const maskAssigned = (script: string): string =>
  script.includes('=')
    ? script.replace(assigned, (_, name: string, value: string) => name + shownValue(value))
    : script;

/** What either builder writes of a variable or an argument, and before the arguments of a RUN. */
const declares = /^((?:.{0,80}#\(nop\)\s+)?(?:ENV|ARG)\s+)(.*)$/s;
const builds =
  /^((?:RUN )?\|\d+ )(?:(.*?)(\s(?:\/\S{1,100}\/)?(?:(?:ba|a|z|da|k)?sh|(?:cmd|powershell|pwsh)(?:\.exe)?)\s[-/].*)|(.*))$/s;

/** A builder takes the quotes away, so that a value ends where the next name begins. */
const nextName = /\s(?=[A-Za-z_][\w.-]*=)/;

/** A line of an image's history as it may be kept: of what it declares, every value that is of no closed type is masked. */
export function maskDeclared(createdBy: string): string {
  const [, head, pairs, tail = '', all] = declares.exec(createdBy) ?? builds.exec(createdBy) ?? [];
  // Where the arguments end cannot be told.
  if (head !== undefined && all !== undefined) return head + mark;
  if (head === undefined || pairs === undefined) return createdBy;
  const shown = pairs.split(nextName).map((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? maskSpaced(pair) : pair.slice(0, at + 1) + shownValue(pair.slice(at + 1));
  });
  return head + shown.join(' ') + tail;
}

/** `ENV name value`, as an older builder may leave it; a name alone declares an argument. */
const maskSpaced = (pair: string): string => {
  const [, name = '', value] = /^(\S+)(?:\s+(.*))?$/s.exec(pair) ?? [];
  return value === undefined ? name : `${name} ${shownValue(value)}`;
};
