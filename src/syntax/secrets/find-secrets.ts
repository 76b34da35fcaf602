import { looksRandom, shortestRandom } from './looks-random.ts';
import { canBeSecret, isPortOf, reference } from './can-be-secret.ts';
import { decodeRuns } from './decode-runs.ts';
import { findInCommands } from './find-in-commands.ts';
import { findAnswers } from './sent-answers.ts';
import { createKnownTexts } from './known-texts.ts';
import { isSecretName } from './secret-names.ts';
import { forms, needContext, shapes, type Shapes } from './secret-shapes.ts';
import { valueForms } from './secret-shape.ts';
import { findSignatures } from './signed-urls.ts';

/** One stretch of a text that looks like a secret. */
export interface Found {
  /** The rule that says so. */
  readonly rule: string;
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
  /** What it says where that is known to be another text than the stretch: without quotes and strokes. */
  readonly value?: string;
}

/** `NAME=`, `"name": `, `name => `, `config['name'] =`: of interest where the name is a secret's. */
const name =
  /(?<![\w.\u0400-\u04ff\u30a0-\u30ff\u4e00-\u9fff-])([\w.\u0400-\u04ff\u30a0-\u30ff\u4e00-\u9fff-]+)(?:["']\]?)?\s{0,4}(=>?|[:：])\s{0,4}/g;
const valueBehind = new RegExp(String.raw`${reference}(?=&|\\[nrt])|${valueForms}|[^\s"']+`, 'y');

/** What is no value but opens others: a name of its own, in a bracket or on the next line. */
const nestedName =
  /[{[]["']?[\w.-]{1,200}["']?:(?=\s|$)|["']?[\w.-]{1,200}["']?(?::(?=\s|$)|\s{0,4}=(?=[^\s=]))/y;

/** An option without a value before another one, the word with which openssl takes an empty password, and what sed looks for. */
const emptyOption = /--?[A-Za-z][\w.-]{0,200}=[ \t]{1,4}(?=-[A-Za-z-])/y;
const emptySource = /(?<=\s-pass(?:in|out|word)?["']?[ \t]{1,4}["']?)pass:(?=[\s"'])/y;
const sought = /(?:\.|\[\^[^\]\n]{1,40}\])[*+]\$?[/|#,]/y;

/** A block of text, as far as it is indented. */
const block = /[|>][-+\d]{0,2}[ \t]{0,4}\r?\n([ \t]+)[^\n]*(?:\n\1[^\n]*)*/y;

/** How a header tells what kind of a word follows. */
const scheme = String.raw`(?:basic|bearer|token|apikey)[ \t]{1,4}`;
const schemeBefore = new RegExp(`^${scheme}`, 'i');

/** `name: NAME` and its value beside it, as lists of variables have them. */
const listed = new RegExp(
  String.raw`(?<![\w.-])(?:name|key)["']?\s{0,4}[:=]\s{0,4}["']?([\w.-]{1,200})["']?(?:,\s{0,64}|\s{1,64})["']?value["']?\s{0,4}[:=]\s{0,4}((?:${scheme})?${reference}(?=[},])|${scheme}[^\s"'#]+|${valueForms}|[^\s"']+)`,
  'gi',
);

const anyValue = /value/i;

/** `--header=NAME: value`: what such an option is given is read as what stands behind it as a word of its own is. */
const takesHeader = /(?:^-H|headers?)$/i;

/** What headers hold besides one word: the pairs of a cookie, or a scheme before what it is for. */
const headerBehind = new RegExp(
  [
    String.raw`[\w.-]{1,200}=[^\s;"']*(?:;[ \t]{0,4}[\w.-]{1,200}=[^\s;"']*)+;?`,
    String.raw`${scheme}(?:${reference}|[^\s"'#][^\s"']*)(?=["'\r\n]|$)`,
  ].join('|'),
  'iy',
);

/** `--name value`. */
const flag = new RegExp(
  String.raw`(?<!\S)--?([A-Za-z][\w.-]*)\s{1,4}(${valueForms}|[^\s"'-]\S*)`,
  'g',
);

/** `config set NAME value`, `npm set NAME value`. */
const setting = new RegExp(
  String.raw`(?<![\w-])(?:config(?:ure)?|npm|yarn)\s{1,4}set\s{1,4}(?:--?[a-z][\w-]{0,20}\s{1,4}){0,3}([\w./:@-]{1,200})\s{1,4}(${valueForms}|[^\s"'-]\S*)`,
  'g',
);

/** The default that an expansion `${NAME:-word}` has for a secret. */
const defaultBehind = /(?<=:)[-=]([^}]{0,500})\}/y;

/**
 * As long as a random key is at least; it begins where a run of its characters does, so that no run is tried twice. An
 * equals sign only fills up its end: before it stands a name.
 */
const words = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{20,}={0,2}/g;

/** Checksums of content, with their algorithm before them. */
const checksum = /(?:sha\d{1,3}|md5|blake2b|h1)[:=]$/i;

/**
 * Finds everything in a text that looks like a secret, in order and without overlaps. Patterns are gone through by
 * `exec`, which costs far less than `matchAll`, always to the end, behind which they begin anew.
 */
export function findSecrets(text: string): readonly Found[] {
  if (text.length < 4 || clean.has(text)) return [];
  const found = look(text);
  if (found.length === 0) clean.add(text);
  return found;
}

/** Whether a secret is recognised by itself: by its form, or by its decoded form. */
const isKnownByForm = ({ rule }: Found): boolean => !needContext.has(rule);

/** As long as the shortest of them. */
export const shortestForm = 12;

/** Finds what is known by itself to be a secret, in a name, a path or any other text that says nothing of it. */
export function findForms(text: string): readonly Found[] {
  if (text.length < shortestForm || formless.has(text) || clean.has(text)) return [];
  const found: Found[] = [...encoded(text, 0), ...shaped(text, forms)].filter(isKnownByForm);
  if (found.length === 0) formless.add(text);
  return withoutOverlaps(found);
}

/** Short texts in which there was none. The lines of one file stand in others as well, and are read for several facts. */
const clean = createKnownTexts({ texts: 16_384, characters: 500 });
/** The same of what is known by its form alone: keys, paths and names come again with every subject. */
const formless = createKnownTexts({ texts: 16_384, characters: 500 });

/** How often something may be encoded over again: the file of a secret in Kubernetes that holds another. */
const deepest = 2;

function look(text: string, depth = 0): readonly Found[] {
  const found: Found[] = [
    ...(depth < deepest ? encoded(text, depth) : []),
    ...shaped(text, shapes),
    ...findInCommands(text, depth < deepest ? (made) => look(made, depth + 1) : undefined),
    ...findAnswers(text).map((answer) => ({ rule: 'login-option', ...answer })),
  ];
  if (/[=:：]/.test(text)) found.push(...assigned(text));
  if (text.includes('-')) found.push(...following(flag, text));
  if (text.includes(' set ')) found.push(...following(setting, text));
  if (anyValue.test(text)) found.push(...following(listed, text));
  if (text.length >= shortestRandom) found.push(...random(text));
  return withoutOverlaps(found);
}

/** What has the form of a secret. */
function shaped(text: string, among: Shapes): readonly Found[] {
  const found: Found[] = [];
  for (const { rule, hint, pattern, spared } of among.mayFit(text) ? among.all : []) {
    if (!hint.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      const secret = match[1] ?? match[0];
      if (match[1] !== undefined && !canBeSecret('', unquoted(secret))) continue;
      if (spared?.test(match[0]) === true) continue;
      const start = match.index + match[0].lastIndexOf(secret);
      found.push({ rule, start, end: start + secret.length });
    }
  }
  if (text.includes('=')) {
    for (const signature of findSignatures(text)) found.push({ rule: 'signed-url', ...signature });
  }
  return found;
}

/** Values behind options and settings with the names of secrets. */
function following(pattern: RegExp, text: string): readonly Found[] {
  const found: Found[] = [];
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { 0: whole, 1: of = '', 2: given = '', index } = match;
    if (!isTold(of, given) || opensCacerts(of, given, text)) continue;
    const end = index + whole.length;
    found.push({ rule: 'secret-name', start: end - given.length, end });
  }
  return found;
}

/** What is a secret, or holds one, once it is decoded. */
const encoded = (text: string, depth: number): readonly Found[] =>
  text.length < shortestRandom
    ? []
    : decodeRuns(text).flatMap(({ start, end, text: inner }) => {
        const rule = inner === undefined ? 'private-key' : look(inner, depth + 1)[0]?.rule;
        return rule === undefined ? [] : [{ rule, start, end }];
      });

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
    const { 0: whole, 1: written = '', 2: between, index } = match;
    const sign = between === '：' ? ':' : between;
    const of = written.replace(/^-H(?=[A-Za-z])/, '');
    const start = index + whole.length;
    const nested = index < outer;
    if (index < inner || (nested && sign === ':')) continue;
    const expands = sign === ':' && text.startsWith('${', index - 2);
    const named = isSecretName(of);
    if (!named && (nested || takesHeader.test(of))) continue;
    if (isOpened(text, whole, start, named) || isEmpty(text, index, start)) continue;
    const given = expands
      ? matchAt(defaultBehind, text, start)
      : ((named && sign === ':'
          ? (matchAt(headerBehind, text, start) ?? matchAt(block, text, start))
          : undefined) ?? matchAt(valueBehind, text, start));
    if (given === undefined) continue;
    outer = Math.max(outer, start + given.length);
    // What such a name was given is read once, whatever it is.
    if (named) inner = outer;
    const secret = expands ? given.slice(1, -1) : given;
    if (whole === `${of}:` && isPortOf(of, secret)) continue;
    // Such a header has a shape of its own.
    if (/authorization$/i.test(of) || !isTold(of, secret) || opensCacerts(of, secret, text)) {
      continue;
    }
    const from = start + given.indexOf(secret);
    found.push({ rule: 'secret-name', start: from, end: from + secret.length });
  }
  return found;
}

/**
 * Whether what stands behind a name holds names of its own, as it does below a line of YAML or in a bracket. What has
 * the name of a secret may have its value there all the same.
 */
function isOpened(text: string, whole: string, start: number, named: boolean): boolean {
  const below = whole.includes('\n');
  const opens = text[start] === '{' || text[start] === '[';
  if (!below && !opens) return false;
  return !named || matchAt(nestedName, text, start) !== undefined;
}

/** Whether what stands behind a name is no value of it, but a word of its own. */
const isEmpty = (text: string, index: number, start: number): boolean =>
  [emptyOption, emptySource].some((pattern) => matchAt(pattern, text, index) !== undefined) ||
  matchAt(sought, text, start) !== undefined;

const matchAt = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
};

/** Whether a name says that this value is a secret. */
const isTold = (of: string, given: string): boolean =>
  isSecretName(of) && canBeSecret(of, unquoted(given).replace(schemeBefore, ''));

/** The certificates that Java comes with are public, and so is the word that they are kept under everywhere. */
const opensCacerts = (of: string, given: string, text: string): boolean =>
  unquoted(given) === 'changeit' &&
  (/truststorepassword$/i.test(of) ||
    ((of === 'storepass' || of === 'keypass') && text.includes('cacerts')));

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
