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
    hint: /authorization/i,
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
];

/** `NAME=value`, `"name": "value"`: of interest where the name is a secret's. */
const assignment =
  /(?<![\w.-])([\w.-]+)["']?\s{0,4}[=:]\s{0,4}("(?:[^"\\]|\\.)*"|'[^']*'|\$\([^)]{0,200}\)|[^\s"']+)/g;

/** `--name value`. */
const flag =
  /(?<!\S)--?([A-Za-z][\w.-]*)\s{1,4}("(?:[^"\\]|\\.)*"|'[^']*'|\$\([^)]{0,200}\)|[^\s"'-]\S*)/g;

/** Patterns by which a name tells that what follows is a secret, each with a hint of its own. */
const named = [
  [/[=:]/, assignment],
  [/-/, flag],
] as const;

const words = /[A-Za-z0-9+/=_-]{20,}/g;

/** Checksums of content, with their algorithm before them. */
const checksum = /(?:sha\d{1,3}|md5|blake2b)[:=]$/i;

/** Finds everything in a text that looks like a secret, in order and without overlaps. */
export function findSecrets(text: string): readonly Found[] {
  if (text.length < 4) return [];
  const found: Found[] = [];
  for (const { rule, hint, pattern } of shapes) {
    if (!hint.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      const secret = match[1] ?? match[0];
      if (match[1] !== undefined && !canBeSecret('', unquoted(secret))) continue;
      const start = match.index + match[0].lastIndexOf(secret);
      found.push({ rule, start, end: start + secret.length });
    }
  }
  for (const [hint, pattern] of named) {
    if (!hint.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      const [whole, name = '', value = ''] = match;
      // An Authorization header has a scheme before its secret, and so a shape of its own.
      if (/authorization$/i.test(name)) continue;
      if (!isSecretName(name) || !canBeSecret(name, unquoted(value))) continue;
      const end = match.index + whole.length;
      found.push({ rule: 'secret-name', start: end - value.length, end });
    }
  }
  if (text.length < shortestRandom) return withoutOverlaps(found);
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
