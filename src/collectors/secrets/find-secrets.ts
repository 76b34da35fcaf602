import { looksRandom } from './looks-random.ts';
import { canBeSecret, isSecretName } from './secret-names.ts';

/** One stretch of a text that looks like a secret. */
export interface Found {
  /** The rule that says so. */
  readonly rule: string;
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
}

/**
 * Shapes that are secrets whatever they are called. Each pattern begins where a run of its characters
 * does, so that none can be made to read a text more than once. The first group, if any, is the secret.
 */
const shapes: readonly (readonly [rule: string, pattern: RegExp])[] = [
  [
    'pem-private-key',
    /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z ]{0,40}-----|$)/g,
  ],
  ['aws-access-key-id', /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/g],
  ['github-token', /(?<![A-Za-z0-9_])(?:gh[opusr]_[A-Za-z0-9]{30,}|github_pat_\w{30,})/g],
  ['gitlab-token', /(?<![\w-])gl(?:pat|dt|rt|ptt|cbt|soat|ft)-[\w.-]{16,}/g],
  ['slack-token', /(?<![\w-])xox[abeoprs]-[\w-]{10,}/g],
  ['slack-webhook', /hooks\.slack\.com\/(?:services|workflows)\/([\w/-]{10,})/g],
  ['jwt', /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/g],
  ['google-api-key', /(?<![\w-])AIza[\w-]{35}(?![\w-])/g],
  ['stripe-key', /(?<![A-Za-z0-9_])(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,}/g],
  ['npm-token', /(?<![A-Za-z0-9_])npm_[A-Za-z0-9]{30,}/g],
  ['docker-token', /(?<![\w-])dckr_(?:pat|oat)_[\w-]{20,}/g],
  ['model-api-key', /(?<![\w-])sk-(?:[a-z]+-)*[A-Za-z0-9_-]{32,}/g],
  ['swarm-key', /(?<![\w-])SWM(?:TKN|KEY)-1-[\w+/=-]{16,}/g],
  ['age-key', /(?<![\w-])AGE-SECRET-KEY-1[A-Z0-9]{40,}/g],
  ['url-credentials', /:\/\/[^\s/"'<>:@]*:([^\s/"'<>]+)@/g],
  [
    'authorization-header',
    /(?<![a-z])authorization["']?\s{0,4}[:=]\s{0,4}["']?(?:(?:basic|bearer|token|digest|negotiate)\s{1,4})?([^\s"',;]+)/gi,
  ],
  ['login-option', /(?<!\S)(?:-u|--user|--proxy-user)[ =]["']?[^\s:"']+:([^\s"']+)/g],
  ['login-option', /(?<!\S)sshpass\s{1,4}-p\s{0,4}([^\s"']+|"[^"]*"|'[^']*')/g],
];

/** `NAME=value`, `"name": "value"`: of interest where the name is a secret's. */
const assignment =
  /(?<![\w.-])([\w.-]+)["']?\s{0,4}[=:]\s{0,4}("(?:[^"\\]|\\.)*"|'[^']*'|\$\([^)]{0,200}\)|[^\s"']+)/g;

/** `--name value`. */
const flag =
  /(?<!\S)--?([A-Za-z][\w.-]*)\s{1,4}("(?:[^"\\]|\\.)*"|'[^']*'|\$\([^)]{0,200}\)|[^\s"'-]\S*)/g;

const words = /[A-Za-z0-9+/=_-]{20,}/g;

/** Checksums of content, with their algorithm before them. */
const checksum = /(?:sha\d{1,3}|md5|blake2b)[:=]$/i;

/** Finds everything in a text that looks like a secret, in order and without overlaps. */
export function findSecrets(text: string): readonly Found[] {
  if (text.length < 4) return [];
  const found: Found[] = [];
  for (const [rule, pattern] of shapes) {
    for (const match of text.matchAll(pattern)) {
      const secret = match[1] ?? match[0];
      if (match[1] !== undefined && !canBeSecret('', unquoted(secret))) continue;
      const start = match.index + match[0].lastIndexOf(secret);
      found.push({ rule, start, end: start + secret.length });
    }
  }
  for (const pattern of [assignment, flag]) {
    for (const match of text.matchAll(pattern)) {
      const [whole, name = '', value = ''] = match;
      // An Authorization header has a scheme before its secret, and so a shape of its own.
      if (/authorization$/i.test(name)) continue;
      if (!isSecretName(name) || !canBeSecret(name, unquoted(value))) continue;
      const end = match.index + whole.length;
      found.push({ rule: 'secret-name', start: end - value.length, end });
    }
  }
  for (const match of text.matchAll(words)) {
    const [word] = match;
    const before = text.slice(Math.max(0, match.index - 8), match.index);
    if (!looksRandom(word) || checksum.test(before)) continue;
    found.push({ rule: 'random-looking', start: match.index, end: match.index + word.length });
  }
  return withoutOverlaps(found);
}

const unquoted = (value: string): string => value.replace(/^["']|["']$/g, '');

/** What overlaps becomes one stretch, under the rule that was tried first. */
function withoutOverlaps(found: readonly Found[]): readonly Found[] {
  const merged: Found[] = [];
  for (const next of found.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && next.start < last.end) {
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, next.end) };
    } else merged.push(next);
  }
  return merged;
}
