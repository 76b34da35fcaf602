import { createHmac, randomBytes } from 'node:crypto';
import type { z } from 'zod';
import {
  mayTurnAuthenticationOff,
  turnsAuthenticationOff,
} from '../../knowledge/authentication-switches.ts';
import type { classifiedValue } from '../../core/facts/shared-facts.ts';
import { startedParts } from '../../syntax/shell/launchers.ts';
import { namesCollector } from '../../knowledge/log-shipping.ts';
import { classOf } from './closed-value.ts';
import { findSecrets, type Found } from '../../syntax/secrets/find-secrets.ts';
import { canBeSecret } from '../../syntax/secrets/can-be-secret.ts';
import { findInWords } from '../../syntax/secrets/find-in-commands.ts';
import { groupBy } from '../../syntax/group-by.ts';
import { hidesRepeats } from './hide-repeats.ts';
import { mark } from './mark.ts';
import { saidBy } from './mask-text.ts';
import { maskWords, type MarkOf } from './mask-words.ts';
import { isKnownName, isSecretName } from '../../syntax/secrets/secret-names.ts';

/** What is kept of a value that was looked at. */
export type Classified = Readonly<z.output<typeof classifiedValue>>;

/** Text without its secrets, and the rules that found them, each once. */
export interface Redacted<T> {
  readonly value: T;
  readonly rules: readonly string[];
}

/**
 * Stands between what was read and what is kept: nothing from outside goes into a snapshot but through
 * it. It counts what it drops.
 */
export interface Redactor {
  /** Classifies a variable, label or build argument; its value is not in the answer. */
  readonly classify: (name: string, value: string) => Classified;
  /** The keyed hash of a value, by which equal values show as equal. */
  readonly fingerprint: (value: string) => string;
  /** Counts a value that a rule of its own found, and answers its fingerprint. */
  readonly drop: (rule: string, value: string) => string;
  /** Parts labels into those that are kept as they are, and those whose values were dropped. */
  readonly labels: (labels: Readonly<Record<string, string>>) => {
    readonly labels: Readonly<Record<string, string>>;
    readonly secretLabels: readonly Classified[];
  };
  /** A text with `[redacted]` in place of its secrets; what is `known` to be none of them stays. */
  readonly text: (text: string, known?: (found: Found) => boolean) => Redacted<string>;
  /** The words of a command without secrets; a flag may be followed by one. */
  readonly words: (words: readonly string[]) => Redacted<readonly string[]>;
  /** The same without what is given to variables and options, unless it is of a closed type or controls need it. */
  readonly command: (words: readonly string[]) => Redacted<readonly string[]>;
  /** What stands where a value stood: its fingerprint. */
  readonly markOf: MarkOf;
  /** Another with the same key, which counts by itself. */
  readonly apart: () => Redactor;
  /** Options by name; values of no closed type are masked. */
  readonly options: (options: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
  /** The same of a log driver: of an address of what collects the logs the host and port stay, which say where they go. */
  readonly logOptions: Redactor['options'];
  /** How many values were dropped so far, by rule. */
  readonly counts: () => Readonly<Record<string, number>>;
}

/** Options behind which a user and a password stand. */
const loginOption = /^(?:-u|--user|--proxy-user)$/;

/**
 * Makes a redactor whose fingerprints are keyed: who has no key can neither look a fingerprint up nor try
 * values against it, yet equal secrets have equal fingerprints.
 *
 * @param given at least 32 bytes of chance, to be kept nowhere; without them they are made where they are needed
 */
export function createRedactor(given?: Buffer): Redactor {
  let key = given;
  return redactorOf((value) =>
    createHmac('sha256', (key ??= randomBytes(32)))
      .update(value)
      .digest('hex')
      .slice(0, 16),
  );
}

function redactorOf(fingerprint: (value: string) => string): Redactor {
  const counts = new Map<string, number>();
  const count = (rule: string): void => {
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  };
  // Two values that are not equal never look alike.
  const markOf = (value: string): string => `[redacted ${fingerprint(value)}]`;

  const classify = (name: string, value: string): Classified => {
    const off = mayTurnAuthenticationOff(name)
      ? { authenticationOff: turnsAuthenticationOff(name, value) }
      : {};
    const rule = ruleFor(name, value);
    if (rule === undefined) return { name, secret: false, rule: null, fingerprint: null, ...off };
    count(rule);
    return { name, secret: true, rule, fingerprint: fingerprint(value), ...off };
  };

  const hide = (
    written: string,
    put: MarkOf,
    known?: (found: Found) => boolean,
  ): Redacted<string> => {
    const all = findSecrets(written);
    const found = known ? all.filter((each) => !known(each)) : all;
    if (found.length === 0) return { value: written, rules: [] };
    const hideMore = hidesRepeats(
      found.flatMap((each) => saidBy(each, written)),
      put,
    );
    let value = '';
    let at = 0;
    for (const { rule, start, end } of found) {
      count(rule);
      // Of a variable, a value may hold spaces without a quote: what follows may still be the secret.
      const behind = rule === 'secret-name' && declares(written) ? written.length : end;
      value += hideMore(written.slice(at, start)) + put(written.slice(start, behind));
      at = behind;
      if (at === written.length) break;
    }
    return {
      value: value + hideMore(written.slice(at)),
      rules: unique(found.map(({ rule }) => rule)),
    };
  };

  const text: Redactor['text'] = (written, known) => hide(written, () => mark, known);

  const wordsOf = (words: readonly string[]): Redacted<readonly string[]> => {
    const rules: string[] = [];
    const secrets: string[] = [];
    const drop = (rule: string, ...said: readonly string[]): void => {
      count(rule);
      rules.push(rule);
      secrets.push(...said);
    };
    const known = groupBy(findInWords(words), ({ word }) => word);
    const value = words.map((whole, at) => {
      const found = known.get(at) ?? [];
      for (const each of found) drop(each.rule, ...saidBy(each, whole));
      const word = without(whole, found, markOf);
      const before = words[at - 1] ?? '';
      const flag = /^--?([\w.-]+)$/.exec(before)?.[1];
      if (
        flag !== undefined &&
        isSecretName(flag) &&
        !word.startsWith('-') &&
        canBeSecret(flag, word)
      ) {
        drop('secret-name', word);
        return markOf(word);
      }
      const lead = loginOption.test(before) ? `${before} ` : '';
      const redacted = hide(`${lead}${word}`, markOf);
      rules.push(...redacted.rules);
      return redacted.value.slice(lead.length);
    });
    const hideMore = hidesRepeats(secrets, markOf);
    return { value: secrets.length > 0 ? value.map(hideMore) : value, rules: unique(rules) };
  };

  const shownOptions = (
    options: Readonly<Record<string, string>>,
    placeOf: (name: string, value: string) => string | undefined,
  ): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(options).map(([name, value]) => {
        const rule = ruleFor(name, value);
        if (rule !== undefined) count(rule);
        if (rule === undefined && isOpen(value)) return [name, value];
        return [name, placeOf(name, value) ?? markOf(value)];
      }),
    );

  return {
    classify,
    fingerprint,
    markOf,
    apart: () => redactorOf(fingerprint),
    drop: (rule, value) => {
      count(rule);
      return fingerprint(value);
    },
    text,
    labels: (labels) => {
      const kept: Record<string, string> = {};
      const secretLabels: Classified[] = [];
      for (const [name, value] of Object.entries(labels)) {
        const classified = classify(name, value);
        if (classified.secret) secretLabels.push(classified);
        else kept[name] = value;
      }
      return { labels: kept, secretLabels };
    },
    words: wordsOf,
    command: (words) => {
      // A program that another one starts is no value of an option of that.
      const parts = startedParts(words).map(wordsOf);
      return {
        value: parts.flatMap(({ value }) => maskWords(value, markOf)),
        rules: [...new Set(parts.flatMap(({ rules }) => rules))],
      };
    },
    options: (options) => shownOptions(options, () => undefined),
    logOptions: (options) =>
      shownOptions(options, (name, value) => (namesCollector(name) ? placeIn(value) : undefined)),
    counts: () => Object.fromEntries(counts),
  };
}

/** A host that is written with a scheme, a port or a dot, and no user before it nor a path behind. */
const placeForm =
  /^((?:[a-z][a-z0-9+.-]{1,20}:\/\/)?)(?:[^\s/@]*@)?(\[[0-9a-f:.]{2,45}\]|[a-z0-9_][\w.-]{0,252})((?::\d{1,5})?)(?:[/?#]\S*)?$/i;

/** Where an address leads, without all that may be a secret in it; `undefined` where it is none for sure. */
function placeIn(value: string): string | undefined {
  const [, scheme = '', host = '', port = ''] = placeForm.exec(value) ?? [];
  const isPlace = scheme !== '' || port !== '' || /[.[]/.test(host);
  if (!isPlace || findSecrets(host).length > 0) return undefined;
  return `${scheme}${host}${port}`;
}

/** A text with marks in place of stretches that may overlap. */
function without(text: string, found: readonly Found[], markOf: MarkOf): string {
  let shown = '';
  let at = 0;
  for (const { start, end } of found.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    shown += text.slice(at, start) + markOf(text.slice(start, end));
    at = end;
  }
  return shown + text.slice(at);
}

const isOpen = (value: string): boolean => classOf(value) !== 'other';

/** The rules that find a secret in the words of a command, where what is dropped of it is counted elsewhere. */
export const rulesIn = (words: readonly string[]): readonly string[] =>
  createRedactor().words(words).rules;

/**
 * The rule by which the value of a name is a secret; `undefined` where it is none. A shape says more than a name, and a
 * name says more than that something looks random.
 */
export function ruleFor(name: string, value: string): string | undefined {
  const [first] = findSecrets(value);
  if (first && first.rule !== 'random-looking') return first.rule;
  // In a list of Compose and in a file of variables for Docker, quotes are part of the value.
  const bare = /^(["'])(.*)\1$/s.exec(value)?.[2] ?? value;
  if (isSecretName(name) && canBeSecret(name, bare)) return 'secret-name';
  return first && isKnownName(name) ? undefined : first?.rule;
}

/** A line of a build's history that sets variables or labels, as either builder writes it. */
const declares = (text: string): boolean =>
  /^(?:.{0,80}#\(nop\)\s+)?(?:ENV|ARG|LABEL)\s/.test(text);

const unique = (rules: readonly string[]): readonly string[] => [...new Set(rules)];
