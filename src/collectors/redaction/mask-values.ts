import { mark } from './mark.ts';
import { maskScript, maskWords, shownValue, type MarkOf } from './mask-words.ts';

/** What either builder writes of a variable or an argument, and before the arguments of a RUN. */
const declares = /^((?:.{0,80}#\(nop\)\s+)?(?:ENV|ARG)\s+)(.*)$/s;
const builds =
  /^((?:RUN )?\|\d+ )(?:(.*?)(\s(?:\/\S{1,100}\/)?(?:(?:ba|a|z|da|k)?sh|(?:cmd|powershell|pwsh)(?:\.exe)?)\s[-/].*)|(.*))$/s;

/** Instructions whose rest is a command; that of the others names files, labels or ports. */
const runs =
  /^((?:.{0,80}#\(nop\)\s+)?(?:RUN|CMD|ENTRYPOINT|HEALTHCHECK|SHELL)\b\s{0,8}(?:CMD\s{1,8})?)?((?:\/\S{1,100}\/)?(?:ba|a|z|da|k)?sh\s{1,8}(?:-\w{1,8}\s{1,8}(?:pipefail\s{1,8})?){0,4}?-\w{0,8}c\s(?!#\(nop\)))?(.*)$/s;

/** A builder takes the quotes away, so that a value ends where the next name begins. */
const nextName = /\s(?=[A-Za-z_][\w.-]*=)/;

/** A line of an image's history as it may be kept: of what it gives to variables and options, only values of a closed type stay. */
export function maskDeclared(createdBy: string, markOf: MarkOf = () => mark): string {
  const [, head, pairs, tail = '', all] = declares.exec(createdBy) ?? builds.exec(createdBy) ?? [];
  // Where the arguments end is not known.
  if (head !== undefined && all !== undefined) {
    return head + (all === mark ? mark : markOf(all));
  }
  if (head === undefined || pairs === undefined) return maskCommandLine(createdBy, markOf);
  const shown = pairs.split(nextName).map((pair) => {
    const at = pair.indexOf('=');
    return at < 0
      ? maskSpaced(pair, markOf)
      : pair.slice(0, at + 1) + shownValue(pair.slice(at + 1), markOf);
  });
  return head + shown.join(' ') + maskCommandLine(tail, markOf);
}

/** The command behind an instruction; a list of words is masked word by word. */
function maskCommandLine(line: string, markOf: MarkOf): string {
  const trimmed = line.trimStart();
  const [, instruction = '', shell = '', command = ''] = runs.exec(trimmed) ?? [];
  const head = instruction + shell;
  if (head === '') return line;
  const shown = /^(?:&\{)?(?:--\S{1,200}\s{1,8}){0,8}\[\s{0,8}"/.test(command)
    ? maskList(command, markOf)
    : maskScript(command, markOf);
  return line.slice(0, line.length - trimmed.length) + head + shown;
}

const item = /"(?:[^"\\]|\\.)*"/gs;

/** A word of a list; one that is no JSON stays as it is written. */
const meant = (quoted: string): string => {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted.slice(1, -1);
  }
};

/** A list of words in quotes, with commas or without, as instructions and older builders write them. */
export function maskList(list: string, markOf: MarkOf): string {
  const raw = list.match(item) ?? [];
  const words = raw.map(meant);
  const kept = maskWords(words, markOf);
  let at = -1;
  return list.replace(item, (each) => {
    at += 1;
    return kept[at] === words[at] ? each : JSON.stringify(kept[at]);
  });
}

/** `ENV name value`, as an older builder may leave it; a name alone declares an argument. */
const maskSpaced = (pair: string, markOf: MarkOf): string => {
  const [, name = '', value] = /^(\S+)(?:\s+(.*))?$/s.exec(pair) ?? [];
  return value === undefined ? name : `${name} ${shownValue(value, markOf)}`;
};
