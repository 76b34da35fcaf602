import { findInWords } from '../../../syntax/secrets/find-in-commands.ts';
import { hidesRepeats } from '../../redaction/hide-repeats.ts';
import { isSecretName } from '../../../syntax/secrets/secret-names.ts';
import { hideText, hideVariable, hideWord, markOf, type Hidden } from './hide-text.ts';

/** Called with the rule of each value that is dropped. */
export type OnDropped = (rule: string) => void;

/** Members below which every value is dropped, whatever it looks like, and the rule that is named for it. */
const neverKept: Readonly<Record<string, string>> = {
  /** The content of a configuration, in base64. */
  Data: 'content',
  JoinTokens: 'swarm-key',
  UnlockKey: 'swarm-key',
  /** Of a further command in a container. */
  arguments: 'arguments',
};

/** Members that are called like a secret and are none: an id, and the names of plugins. */
const harmless = new Set(['SecretID', 'Authorization']);

/** For the words of a command, the member that holds those before them. */
const follows: Readonly<Record<string, readonly string[]>> = {
  Args: ['Path', 'Command'],
  Cmd: ['Entrypoint'],
};

/** No answer of an engine is anywhere as deep; a deeper one is meant to break its reader. */
const deepest = 64;

/**
 * An answer of an engine without anything that may be a secret: variables lose their values, and every other text is
 * held to the rules, under its name where it has one. What is no text, and every name, stays, so that a pointer into
 * the answer leads to the same place as before.
 */
export function redactAnswer(answer: unknown, onDropped: OnDropped): unknown {
  const keep = ({ text, rule }: Hidden): string => {
    if (rule !== undefined) onDropped(rule);
    return text;
  };

  const dropAll = (value: unknown, rule: string, depth: number): unknown => {
    if (typeof value === 'string') {
      return value === '' ? value : keep({ text: markOf(rule), rule });
    }
    if (typeof value !== 'object' || value === null) return value;
    if (depth > deepest) return keep({ text: markOf('too-deep'), rule: 'too-deep' });
    if (Array.isArray(value)) return value.map((item) => dropAll(item, rule, depth + 1));
    return Object.fromEntries(
      Object.entries(value).map(([key, below]) => [key, dropAll(below, rule, depth + 1)]),
    );
  };

  /** Variables: pairs, or the descriptions that a plugin has of its own. */
  const variables = (value: unknown, depth: number): unknown => {
    if (typeof value === 'string') return keep(hideVariable(value));
    if (Array.isArray(value) && depth <= deepest) {
      return value.map((item) => variables(item, depth + 1));
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return walk(value, '', [], depth);
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, below]) => [
        key,
        // By name where the object is a map of variables, and for a plugin's own description.
        key === 'Name' || key === 'Description' || typeof below !== 'string'
          ? walk(below, '', [], depth + 1)
          : dropAll(below, 'environment', depth + 1),
      ]),
    );
  };

  /** The items of a list; words of a command may depend on the word before them. */
  const items = (
    list: readonly unknown[],
    key: string,
    before: readonly string[],
    depth: number,
  ) => {
    const secretKey = isSecretName(key);
    let last = before.at(-1) ?? '';
    const ruleAt = rulesOf(before, list);
    return list.map((item, at) => {
      if (typeof item !== 'string') return walk(item, key, [], depth + 1);
      // What stands second of two may be the value of a name, as a storage driver tells its state.
      const name = secretKey ? key : list.length === 2 && at === 1 ? last : '';
      const named: Hidden = isSecretName(name) ? hideText(item, name) : { text: item };
      const rule = ruleAt.get(at);
      const hidden =
        rule !== undefined
          ? { text: markOf(rule), rule }
          : named.rule === undefined
            ? hideWord(item, last)
            : named;
      last = item;
      return keep(hidden);
    });
  };

  const walk = (value: unknown, key: string, before: readonly string[], depth: number): unknown => {
    if (typeof value === 'string') return keep(hideText(value, key));
    if (typeof value !== 'object' || value === null) return value;
    if (depth > deepest) return keep({ text: markOf('too-deep'), rule: 'too-deep' });
    if (Array.isArray(value)) return items(value, key, before, depth);
    const members = value as Readonly<Record<string, unknown>>;
    return Object.fromEntries(
      Object.entries(members).map(([name, below]) => {
        const rule = Object.hasOwn(neverKept, name) ? neverKept[name] : undefined;
        if (rule !== undefined && !isMap(below, name)) {
          return [name, dropAll(below, rule, depth + 1)];
        }
        if (name === 'Env') return [name, variables(below, depth + 1)];
        const under = harmless.has(name) ? '' : name;
        return [name, walk(below, under, wordsBefore(members, name), depth + 1)];
      }),
    );
  };
  return walk(answer, '', [], 0);
}

/** `Data` is also the name of what a storage driver says of a container: a map, and no content. */
const isMap = (value: unknown, name: string): boolean =>
  name === 'Data' && typeof value === 'object' && value !== null;

function wordsBefore(members: Readonly<Record<string, unknown>>, name: string): readonly string[] {
  for (const key of Object.hasOwn(follows, name) ? (follows[name] ?? []) : []) {
    const before = members[key];
    const words: readonly unknown[] = Array.isArray(before) ? before : [before];
    if (words.length > 0 && words.every((word) => typeof word === 'string')) return words;
  }
  return [];
}

/** For the words of a command that are a secret as the whole of it is read, or repeat one, the rule. */
function rulesOf(before: readonly string[], list: readonly unknown[]): ReadonlyMap<number, string> {
  const words = list.map((item) => (typeof item === 'string' ? item : ''));
  const all = [...before, ...words];
  const found = findInWords(all);
  if (found.length === 0) return new Map();
  const hidden = hidesRepeats(
    found.map(({ value }) => value),
    () => '',
  );
  const rules = words.map((word, at): [number, string | undefined] => {
    const own = found.find((each) => each.word === before.length + at);
    return [at, own?.rule ?? (hidden(word) === word ? undefined : found[0]?.rule)];
  });
  return new Map(rules.filter((each): each is [number, string] => each[1] !== undefined));
}
