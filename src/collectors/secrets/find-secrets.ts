import { looksRandom, shortestRandom } from './looks-random.ts';
import { canBeSecret, isSecretName } from './secret-names.ts';

/** One stretch of a text that looks like a secret. */
export interface Found {
  /** The rule that says so. */
  readonly rule: string;
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
}

/** A shape that is a secret whatever it is called. */
interface Shape {
  readonly rule: string;
  /** Fits every text that has the shape, at far less cost than the pattern. */
  readonly hint: RegExp;
  /**
   * It begins where a run of its characters does, so that it cannot be made to read a text more than once. The first
   * group, if any, is the secret.
   */
  readonly pattern: RegExp;
}

/** What stands behind a name: in quotes, run in place, or up to a space. */
const value = String.raw`"(?:[^"\\]|\\.)*"|'[^']*'|\$\([^)]{0,200}\)`;

/** A password behind an option of a program that takes it there, in the same command. */
const passwordOf = (program: string, option: string): RegExp =>
  new RegExp(
    String.raw`(?:(?<![\w./-])|(?<=bin/))${program}(?=\s)[^|;&\n]{0,300}?\s${option}(${value}|[^\s"']+)`,
    'g',
  );

const shapes: readonly Shape[] = [
  {
    rule: 'pem-private-key',
    hint: /-----BEGIN /,
    pattern:
      /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z ]{0,40}-----|$)/g,
  },
  {
    rule: 'aws-access-key-id',
    hint: /AKIA|ASIA/,
    pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/g,
  },
  {
    rule: 'github-token',
    hint: /gho_|ghp_|ghu_|ghs_|ghr_|github_pat_/,
    pattern: /(?<![A-Za-z0-9_])(?:gh[opusr]_[A-Za-z0-9]{30,}|github_pat_\w{30,})/g,
  },
  {
    rule: 'gitlab-token',
    hint: /glpat-|gldt-|glrt-|glptt-|glcbt-|glsoat-|glft-/,
    pattern: /(?<![\w-])gl(?:pat|dt|rt|ptt|cbt|soat|ft)-[\w.-]{16,}/g,
  },
  { rule: 'slack-token', hint: /xox/, pattern: /(?<![\w-])xox[abeoprs]-[\w-]{10,}/g },
  {
    rule: 'slack-webhook',
    hint: /hooks\.slack\.com\//,
    pattern: /hooks\.slack\.com\/(?:services|workflows)\/([\w/-]{10,})/g,
  },
  {
    rule: 'jwt',
    hint: /eyJ/,
    pattern: /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/g,
  },
  { rule: 'google-api-key', hint: /AIza/, pattern: /(?<![\w-])AIza[\w-]{35}(?![\w-])/g },
  {
    rule: 'stripe-key',
    hint: /k_live_|k_test_/,
    pattern: /(?<![A-Za-z0-9_])(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,}/g,
  },
  { rule: 'npm-token', hint: /npm_/, pattern: /(?<![A-Za-z0-9_])npm_[A-Za-z0-9]{30,}/g },
  { rule: 'docker-token', hint: /dckr_/, pattern: /(?<![\w-])dckr_(?:pat|oat)_[\w-]{20,}/g },
  {
    rule: 'model-api-key',
    hint: /sk-/,
    pattern: /(?<![\w-])sk-(?:[a-z]+-)*[A-Za-z0-9_-]{32,}/g,
  },
  {
    rule: 'swarm-key',
    hint: /SWMTKN-1-|SWMKEY-1-/,
    pattern: /(?<![\w-])SWM(?:TKN|KEY)-1-[\w+/=-]{16,}/g,
  },
  {
    rule: 'age-key',
    hint: /AGE-SECRET-KEY-1/,
    pattern: /(?<![\w-])AGE-SECRET-KEY-1[A-Z0-9]{40,}/g,
  },
  {
    rule: 'url-credentials',
    hint: /:\/\//,
    pattern: /:\/\/[^\s/"'<>:@]*:([^\s/"'<>]+)@/g,
  },
  {
    rule: 'authorization-header',
    hint: /[Aa][Uu][Tt][Hh][Oo][Rr][Ii][Zz][Aa][Tt][Ii][Oo][Nn]/,
    pattern:
      /(?<![a-z])authorization["']?\s{0,4}[:=]\s{0,4}["']?(?:(?:basic|bearer|token|digest|negotiate)\s{1,4})?([^\s"',;]+)/gi,
  },
  {
    rule: 'login-option',
    hint: /-u|--user|--proxy-user/,
    pattern: /(?<!\S)(?:-u|--user|--proxy-user)[ =]["']?[^\s:"']+:([^\s"']+)/g,
  },
  {
    rule: 'login-option',
    hint: /sshpass/,
    pattern: /(?<!\S)sshpass\s{1,4}-p\s{0,4}([^\s"']+|"[^"]*"|'[^']*')/g,
  },
  {
    rule: 'login-option',
    hint: /mysql|mariadb/,
    pattern: passwordOf('(?:mysql|mariadb)[a-z-]{0,16}', String.raw`-p(?!\d+:)`),
  },
  {
    rule: 'login-option',
    hint: /mongo/,
    pattern: passwordOf('mongo[a-z]{0,16}', String.raw`-p\s{1,4}`),
  },
  {
    rule: 'login-option',
    hint: /redis-cli/,
    pattern: passwordOf('redis-cli', String.raw`-a\s{1,4}`),
  },
  {
    rule: 'account-password',
    hint: /chpasswd/,
    pattern:
      /(?<![\w.-])(?:echo|printf)\s{1,4}(?:-\w{1,8}\s{1,4})?["']?[\w.-]{1,64}:([^\s"'|]{1,256})["']?\s{0,4}\|\s{0,4}(?:sudo\s{1,4})?chpasswd/g,
  },
  {
    rule: 'account-password',
    hint: /chpasswd/,
    pattern: /(?<![\w.-])chpasswd\s{0,4}<<<\s{0,4}["']?[\w.-]{1,64}:([^\s"']{1,256})/g,
  },
];

/** Fits every text that any of the hints fits, so that most texts are looked at once for all shapes. */
const anyHint = new RegExp(shapes.map(({ hint }) => hint.source).join('|'));

/** `NAME=`, `"name": `, `name => `: of interest where the name is a secret's. */
const name = /(?<![\w.-])([\w.-]+)["']?\s{0,4}(=>?|:)\s{0,4}/g;
const valueBehind = new RegExp(String.raw`${value}|[^\s"']+`, 'y');

/** `--name value`. */
const flag = new RegExp(String.raw`(?<!\S)--?([A-Za-z][\w.-]*)\s{1,4}(${value}|[^\s"'-]\S*)`, 'g');

/** The default that an expansion `${NAME:-word}` has for a secret. */
const defaultBehind = /(?<=:)[-=]([^}]*)\}/y;

/** As long as a random key is at least; it begins where a run of its characters does, so that no run is tried twice. */
const words = /(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/=_-]{20,}/g;

/** Checksums of content, with their algorithm before them. */
const checksum = /(?:sha\d{1,3}|md5|blake2b)[:=]$/i;

/**
 * Finds everything in a text that looks like a secret, in order and without overlaps. Patterns are gone through by
 * `exec`, which costs far less than `matchAll`, always to the end, behind which they begin anew.
 */
export function findSecrets(text: string): readonly Found[] {
  if (text.length < 4 || clean.has(text)) return [];
  const found = look(text);
  if (found.length === 0 && text.length <= longText) {
    if (clean.size >= manyTexts) clean.clear();
    clean.add(text);
  }
  return found;
}

/** Short texts in which there was none. The lines of one file stand in others as well, and are read for several facts. */
const clean = new Set<string>();
const manyTexts = 4096;
const longText = 500;

function look(text: string): readonly Found[] {
  const found: Found[] = [];
  for (const { rule, hint, pattern } of anyHint.test(text) ? shapes : []) {
    if (!hint.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      const secret = match[1] ?? match[0];
      if (match[1] !== undefined && !canBeSecret('', unquoted(secret))) continue;
      const start = match.index + match[0].lastIndexOf(secret);
      found.push({ rule, start, end: start + secret.length });
    }
  }
  if (/[=:]/.test(text)) found.push(...assigned(text));
  if (text.includes('-')) found.push(...optional(text));
  if (text.length >= shortestRandom) found.push(...random(text));
  return withoutOverlaps(found);
}

/** Values behind options with the names of secrets. */
function optional(text: string): readonly Found[] {
  const found: Found[] = [];
  for (let match = flag.exec(text); match; match = flag.exec(text)) {
    const { 0: whole, 1: option = '', 2: given = '', index } = match;
    if (!isTold(option, given)) continue;
    const end = index + whole.length;
    found.push({ rule: 'secret-name', start: end - given.length, end });
  }
  return found;
}

/** Words that look like random keys. */
function random(text: string): readonly Found[] {
  const found: Found[] = [];
  for (let match = words.exec(text); match; match = words.exec(text)) {
    const { 0: word, index } = match;
    const before = text.slice(Math.max(0, index - 8), index);
    if (!looksRandom(word) || checksum.test(before)) continue;
    found.push({ rule: 'random-looking', start: index, end: index + word.length });
  }
  return found;
}

/**
 * Values behind the names of secrets, also where a name stands in the value of another, as in a connection string or
 * the query of a URL; there only with an equals sign, since colons part what is no pair.
 */
function assigned(text: string): readonly Found[] {
  const found: Found[] = [];
  let outer = 0;
  let inner = 0;
  for (let match = name.exec(text); match; match = name.exec(text)) {
    const { 0: whole, 1: of = '', 2: sign, index } = match;
    const start = index + whole.length;
    const nested = index < outer;
    if (index < inner || (nested && sign === ':')) continue;
    const expands = sign === ':' && text.startsWith('${', index - 2);
    const told = isSecretName(of);
    if (nested && !told) continue;
    const given = expands ? matchAt(defaultBehind, text, start) : matchAt(valueBehind, text, start);
    if (given === undefined) continue;
    outer = Math.max(outer, start + given.length);
    // What such a name was given is read once, whatever it is.
    if (told) inner = outer;
    const secret = expands ? given.slice(1, -1) : given;
    if (!isTold(of, secret)) continue;
    const from = start + given.indexOf(secret);
    found.push({ rule: 'secret-name', start: from, end: from + secret.length });
  }
  return found;
}

const matchAt = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
};

/** Whether a name says that this value is a secret; an Authorization header has a shape of its own. */
const isTold = (of: string, given: string): boolean =>
  !/authorization$/i.test(of) && isSecretName(of) && canBeSecret(of, unquoted(given));

const unquoted = (given: string): string => given.replace(/^["']|["']$/g, '');

/** What overlaps becomes one stretch, under the rule that was tried first. */
function withoutOverlaps(found: readonly Found[]): readonly Found[] {
  if (found.length < 2) return found;
  const merged: Found[] = [];
  for (const next of found.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && next.start < last.end) {
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, next.end) };
    } else merged.push(next);
  }
  return merged;
}
